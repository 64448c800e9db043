import { languages } from '#platform/languages.ts'
import {
  formPart,
  selectInput,
  stepButton,
  textArea,
  textInput,
  tickBox,
  type FormPlace,
} from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { notice } from '#platform/ui/notices.ts'
import { bdi, pageHead } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { reviewPaths } from '../review/review-paths.ts'
import type { DraftSubject, UnitSubject } from '../review/review-subject.ts'
import { dutySummary, sourceLines, unitTags, unitWords } from './review-parts.ts'

/** One unit with all that can be said of it; each form does one thing. */
export function unitPage(visit: Visit, subject: UnitSubject, entered: Entered): Page {
  const { t } = visit
  const { draft, unit, record } = subject
  const present = { label: unit.label ?? '', level: 'same', role: 'provision' }
  const place: FormPlace = { visit, entered, present }
  return {
    ...reviewShell(visit, subject, t('review.unit.title', { address: record.address })),
    main: html`${pageHead({
        kicker: bdi(draft.fileName),
        title: bdi(record.address),
        tags: unitTags(visit, record),
      })}
      ${unitNow(visit, subject)}
      ${when(record.warnings.length, () =>
        notice(
          html`<ul>
            ${record.warnings.map((one) => html`<li>${one}</li>`)}
          </ul>`,
          'warning',
        ),
      )}
      ${stepButton(visit, { action: reviewPaths.check(draft.id, unit.id), label: t('review.unit.right'), version: unit.touched })}
      <section class="section" aria-labelledby="unit-form-title">
        <h2 id="unit-form-title">${t('review.unit.correct')}</h2>
        ${unitForm(place, unit.touched)}
      </section>
      ${duties(visit, subject)}
      <section class="section" aria-labelledby="borders-title">
        <h2 id="borders-title">${t('review.unit.borders')}</h2>
        <ul class="links">
          <li>
            <a href="${linkTo(visit, reviewPaths.division(draft.id, unit.id))}"
              >${t('review.division.title')}</a
            >
          </li>
          <li>
            <a href="${linkTo(visit, reviewPaths.merger(draft.id, unit.id))}">${t('review.merger.title')}</a>
          </li>
          <li>
            <a href="${linkTo(visit, reviewPaths.section(draft.id, unit.section))}"
              >${t('review.section.title')}</a
            >
          </li>
        </ul>
      </section>`,
  }
}

/** What a unit is labelled, how deep it stands, and what it is. */
function unitForm(place: FormPlace, touched: number): Html {
  const { visit } = place
  const { t } = visit
  return formPart(place, {
    version: touched,
    submit: t('review.save'),
    content: [
      textInput(place, {
        name: 'label',
        label: t('review.unit.label'),
        hint: t('review.unit.label-hint'),
        isRequired: false,
        direction: 'auto',
      }),
      selectInput(place, {
        name: 'level',
        label: t('review.unit.level'),
        choices: levelChoices(visit),
      }),
      selectInput(place, { name: 'role', label: t('review.unit.role'), choices: roleChoices(visit) }),
      textInput(place, {
        name: 'mark',
        label: t('review.unit.mark'),
        hint: t('review.unit.mark-hint'),
        isRequired: false,
      }),
      textInput(place, {
        name: 'of',
        label: t('review.unit.of'),
        hint: t('review.unit.of-hint'),
        isRequired: false,
        direction: 'ltr',
      }),
    ],
  })
}

/** Title, way back and form of all pages below a review. */
export const reviewShell = (
  visit: Visit,
  { draft }: Pick<DraftSubject, 'draft'>,
  title: string,
): Omit<Page, 'main'> => ({
  title,
  crumbs: [
    { label: visit.t('imports.title'), path: reviewPaths.imports },
    { label: draft.title ?? draft.fileName, path: reviewPaths.import(draft.id) },
  ],
  unlisted: true,
  form: 'form',
})

/** The source on one side and what was made of it on the other. */
export const unitNow = (visit: Visit, { draft, record }: UnitSubject): Html =>
  html`<div class="review-pair">
    <div class="review-source">${sourceLines(visit, draft.language, record.source)}</div>
    <div class="review-unit">${unitWords(visit, draft.language, record)}</div>
  </div>`

const levelChoices = ({ t }: Visit) => [
  { value: 'same', label: t('review.level.same') },
  { value: 'in', label: t('review.level.in') },
  { value: 'out', label: t('review.level.out') },
]

const roleChoices = ({ t }: Visit) => [
  { value: 'provision', label: t('review.role.provision') },
  { value: 'closing', label: t('review.role.closing') },
  { value: 'heading-operative', label: t('review.role.heading-operative') },
  { value: 'heading-preamble', label: t('review.role.heading-preamble') },
  { value: 'footnote', label: t('review.role.footnote') },
  { value: 'aside', label: t('review.role.aside') },
]

function duties(visit: Visit, { draft, unit, record, text }: UnitSubject): Html | '' {
  const { t } = visit
  const isOperative = text.sections.some(({ key, kind }) => key === unit.section && kind === 'operative')
  if (!isOperative) return ''
  return html`<section class="section" aria-labelledby="duties-title">
    <h2 id="duties-title">${t('review.duties')}</h2>
    ${record.duties.map(
      (duty, index) =>
        html`<div class="review-duty">
          ${dutySummary(visit, draft.language, duty)}
          <p>
            <a href="${linkTo(visit, reviewPaths.duty(draft.id, duty.id))}"
              >${t('review.duty.correct', { number: index + 1 })}</a
            >
          </p>
        </div>`,
    )}
    <p><a href="${linkTo(visit, reviewPaths.newDuty(draft.id, unit.id))}">${t('review.duty.add')}</a></p>
  </section>`
}

export function divisionPage(visit: Visit, subject: UnitSubject, entered: Entered): Page {
  const { t } = visit
  const { draft, unit } = subject
  const place: FormPlace = { visit, entered, present: { text: unit.text } }
  const language = languages[draft.language].tag
  return {
    ...reviewShell(visit, subject, t('review.division.title')),
    main: html`${pageHead({ title: t('review.division.title'), lead: t('review.division.lead') })}
    ${unitNow(visit, subject)}
    ${formPart(place, {
      version: unit.touched,
      submit: t('review.division.submit'),
      content: [
        textArea(place, {
          name: 'text',
          label: t('review.division.text'),
          hint: t('review.division.hint'),
          rows: 12,
          language,
        }),
        tickBox(place, {
          name: 'below',
          label: t('review.division.below'),
          hint: t('review.division.below-hint'),
        }),
      ],
    })}`,
  }
}

export const mergerPage = (visit: Visit, subject: UnitSubject, entered: Entered): Page =>
  stepPage(visit, subject, entered, {
    title: visit.t('review.merger.title'),
    lead: visit.t('review.merger.lead'),
    submit: visit.t('review.merger.submit'),
    version: subject.unit.touched,
    content: unitNow(visit, subject),
  })

export const checkPage = (visit: Visit, subject: UnitSubject, entered: Entered): Page =>
  stepPage(visit, subject, entered, {
    title: visit.t('review.check.title'),
    lead: visit.t('review.check.lead'),
    submit: visit.t('review.unit.right'),
    version: subject.unit.touched,
    content: unitNow(visit, subject),
  })

/** A page that asks once more before a step without fields. */
export function stepPage(
  visit: Visit,
  subject: DraftSubject,
  entered: Entered,
  step: { title: string; lead: string; submit: string; version: number; content?: Html; tone?: 'grave' },
): Page {
  const { title, lead, submit, version, content, tone } = step
  return {
    ...reviewShell(visit, subject, title),
    main: html`${pageHead({ title, lead })} ${content ?? ''}
    ${formPart({ visit, entered }, { version, submit, tone, content: [] })}`,
  }
}
