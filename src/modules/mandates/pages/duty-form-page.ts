import { languages } from '#platform/languages.ts'
import { formPart, selectInput, textArea, textInput, type FormPlace } from '#platform/ui/form.ts'
import { html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { cadences } from '../duties/duty.ts'
import { basisKeys, cadenceKeys } from '../duties/duty-shape.ts'
import { shownSide, type DutySubject } from '../review/duty-side.ts'
import { reviewPaths } from '../review/review-paths.ts'
import { forceKeys } from '../review/review-shape.ts'
import type { UnitSubject } from '../review/review-subject.ts'
import { reviewShell, stepPage, unitNow } from './unit-page.ts'

export function dutyPage(visit: Visit, subject: DutySubject, entered: Entered): Page {
  const { t } = visit
  const { draft, duty } = subject
  const title = t('review.duty.title', { address: subject.record.address })
  const present = presentOf(subject)
  return {
    ...reviewShell(visit, subject, title),
    main: html`${pageHead({ title, lead: t('review.duty.lead') })} ${unitNow(visit, subject)}
      ${dutyForm({ visit, entered, present }, subject)}
      <p>
        <a href="${linkTo(visit, reviewPaths.removal(draft.id, duty.id))}">${t('review.removal.title')}</a>
      </p>`,
  }
}

export function newDutyPage(visit: Visit, subject: UnitSubject, entered: Entered): Page {
  const title = visit.t('review.duty.new', { address: subject.record.address })
  const present = { force: 'instructs', basis: 'implied' }
  return {
    ...reviewShell(visit, subject, title),
    main: html`${pageHead({ title, lead: visit.t('review.duty.lead') })} ${unitNow(visit, subject)}
    ${dutyForm({ visit, entered, present }, subject)}`,
  }
}

export const removalPage = (visit: Visit, subject: DutySubject, entered: Entered): Page =>
  stepPage(visit, subject, entered, {
    title: visit.t('review.removal.title'),
    lead: visit.t('review.removal.lead'),
    submit: visit.t('review.removal.submit'),
    version: subject.unit.touched,
    tone: 'grave',
    content: unitNow(visit, subject),
  })

function presentOf({ duty, reader }: DutySubject) {
  return {
    force: duty.force ?? 'statement',
    addressees: shownSide(duty, 'addressees', 'addresseeIds', reader).join('\n'),
    recipients: shownSide(duty, 'recipients', 'recipientIds', reader).join('\n'),
    via: shownSide(duty, 'via', 'viaIds', reader).join('\n'),
    verb: duty.verb ?? '',
    deliverable: duty.deliverable ?? '',
    cadence: duty.cadence.value ?? '',
    basis: duty.cadence.basis,
    deadline: duty.deadline ?? '',
    year: duty.deadlineYear === null ? '' : String(duty.deadlineYear),
  }
}

function dutyForm(place: FormPlace, { draft, unit }: UnitSubject) {
  const { t } = place.visit
  const language = languages[draft.language].tag
  const side = (name: string, label: string) =>
    textArea(place, { name, label, hint: t('review.duty.names-hint'), rows: 2, isRequired: false })
  const said = (name: string, label: string) =>
    textArea(place, { name, label, rows: 2, language, isRequired: false })
  return formPart(place, {
    version: unit.touched,
    submit: t('review.save'),
    content: [
      selectInput(place, {
        name: 'force',
        label: t('review.duty.force'),
        choices: Object.entries(forceKeys).map(([value, key]) => ({ value, label: t(key) })),
      }),
      side('addressees', t('provisions.who')),
      textInput(place, { name: 'verb', label: t('provisions.verb'), language, isRequired: false }),
      said('deliverable', t('provisions.what')),
      side('recipients', t('provisions.for-whom')),
      side('via', t('provisions.through')),
      selectInput(place, {
        name: 'cadence',
        label: t('provisions.cadence'),
        none: t('provisions.not-stated'),
        choices: cadences.map((value) => ({ value, label: t(cadenceKeys[value]) })),
      }),
      selectInput(place, {
        name: 'basis',
        label: t('review.duty.basis'),
        choices: Object.entries(basisKeys).map(([value, key]) => ({ value, label: t(key) })),
      }),
      said('deadline', t('provisions.deadline')),
      textInput(place, {
        name: 'year',
        label: t('review.duty.year'),
        isRequired: false,
        inputMode: 'numeric',
        direction: 'ltr',
      }),
    ],
  })
}
