import { languages } from '#platform/languages.ts'
import { number } from '#platform/ui/format.ts'
import { stepButton } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { here, linkTo } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { notice } from '#platform/ui/notices.ts'
import { bdi, dateText, languageBadge, pageHead, spoken } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { mandatePaths } from '../paths.ts'
import { reviewPaths } from '../review/review-paths.ts'
import type { ReviewRecord, SectionRecord, UnitRecord } from '../review/review-shape.ts'
import { dutySummary, sourceLines, unitTags, unitWords } from './review-parts.ts'

/** The file on one side, what the parser and people made of it on the other, in parts; warnings first. */
export function reviewPage(visit: Visit, review: ReviewRecord): Page {
  const { t } = visit
  const title = review.title ?? review.fileName
  return {
    title: t('review.title', { title }),
    crumbs: [{ label: t('imports.title'), path: reviewPaths.imports }],
    unlisted: true,
    alternates: [{ type: 'application/json', path: '.json', title: t('imports.as-json') }],
    main: html`${head(visit, review)} ${recognized(visit, review)} ${facts(visit, review)}
    ${steps(visit, review)} ${warnings(visit, review)} ${filters(visit, review)} ${parts(visit, review)}
    ${onward(visit, review)} ${asides(visit, review)}`,
  }
}

const head = (visit: Visit, review: ReviewRecord): Html =>
  pageHead({
    kicker: review.kind.label,
    title: spoken(visit.t, { text: review.title ?? review.fileName, language: review.language }),
    tags: [html`<span class="badge">${review.state.label}</span>`, languageBadge(visit.t, review.language)],
  })

/** What the text is taken for, so that a person sees before the review whether it belongs there. */
function recognized(
  visit: Visit,
  { recognized: found, kind, language, state, revision }: ReviewRecord,
): Html {
  const { t } = visit
  if (state.code === 'confirmed' && revision !== null)
    return notice(
      html`<p>
        ${t('review.stored')}
        <a href="${linkTo(visit, mandatePaths.revision(revision))}"
          >${found.revision ? spoken(t, found.revision.name) : revision}</a
        >
      </p>`,
    )
  if (found.revision === null)
    return notice(
      html`<p>${found.kind === 'new-revision' ? t('review.new-revision') : t('review.new-instrument')}</p>`,
    )
  const name = html`<a href="${linkTo(visit, mandatePaths.revision(found.revision.id))}"
    >${spoken(t, found.revision.name)}</a
  >`
  const again = found.texts.includes(language)
  return notice(
    html`<p>${t('review.known-revision')} ${name}.</p>
      ${when(kind.code === 'file', () => html`<p>${again ? t('review.same-language') : t('review.new-language')}</p>`)}
      ${when(found.describedBy === 'register', () => html`<p>${t('review.register-describes')}</p>`)}`,
  )
}

function facts(visit: Visit, review: ReviewRecord): Html {
  const { t, language } = visit
  const { progress } = review
  return definitionList([
    {
      term: t('review.file'),
      content: html`<a href="${linkTo(visit, reviewPaths.source(review.id))}">${bdi(review.fileName)}</a>`,
    },
    { term: t('instruments.number'), content: review.number },
    { term: t('instruments.body'), content: review.body },
    { term: t('review.place-and-year'), content: [review.place, review.year].filter(Boolean).join(', ') },
    { term: t('review.opened'), content: dateText(t, review.openedAt.slice(0, 10)) },
    {
      term: t('review.progress'),
      content: html`${t('review.progress-counts', { checked: progress.checked, units: progress.units })}
      ${when(progress.doubtful, () => html`· ${t('review.doubtful-left', { count: progress.doubtful })}`)}`,
    },
    {
      term: t('review.decisions'),
      content: html`<a href="${linkTo(visit, reviewPaths.decisions(review.id))}"
        >${number(language, review.version)}</a
      >`,
    },
  ])
}

function steps(visit: Visit, { may, id, version, progress }: ReviewRecord): Html | '' {
  if (!may.review && !may.confirm && !may.abandon) return ''
  const { t } = visit
  const link = (path: string, label: string) => html`<li><a href="${linkTo(visit, path)}">${label}</a></li>`
  return html`<nav class="review-steps" aria-label="${t('review.steps')}">
    <ul class="links">
      ${when(may.review && progress.sure > 0, () => link(reviewPaths.acceptance(id), t('review.acceptance.link', { count: progress.sure })))}
      ${when(may.confirm, () => link(reviewPaths.confirmation(id), t('review.confirmation.title')))}
      ${when(may.review, () => link(reviewPaths.head(id), t('review.head.title')))}
      ${when(may.review && version > 0, () => link(reviewPaths.withdrawal(id), t('review.withdrawal.title')))}
      ${when(may.abandon, () => link(reviewPaths.abandonment(id), t('review.abandonment.title')))}
    </ul>
  </nav>`
}

const warningsShown = 20

function warnings(visit: Visit, review: ReviewRecord): Html | '' {
  const { t } = visit
  const { warnings: all, id, may } = review
  if (all.length === 0) return ''
  const place = ({ unit, at }: ReviewRecord['warnings'][number]) =>
    unit === null || !may.review
      ? html`<bdi class="muted">${at}</bdi>`
      : html`<a href="${linkTo(visit, reviewPaths.unit(id, unit))}">${t('review.to-unit', { at })}</a>`
  return html`<section class="section" aria-labelledby="warnings-title">
    <h2 id="warnings-title">${t('review.warnings', { count: all.length })}</h2>
    <ul class="citations">
      ${all.slice(0, warningsShown).map((one) => html`<li>${one.sentence} ${place(one)}</li>`)}
    </ul>
    ${when(all.length > warningsShown, () => html`<p class="muted">${t('review.more-warnings', { count: all.length - warningsShown })}</p>`)}
  </section>`
}

function filters(visit: Visit, { progress }: ReviewRecord): Html {
  const { t } = visit
  const only = visit.query.get('only')
  const choice = (value: string | null, label: string) =>
    only === value
      ? html`<li><span aria-current="true">${label}</span></li>`
      : html`<li><a href="${here(visit, { only: value })}">${label}</a></li>`
  return html`<nav aria-label="${t('review.show')}">
    <ul class="links">
      ${choice(null, t('review.show-all', { count: progress.units }))}
      ${choice('doubtful', t('review.show-doubtful', { count: progress.doubtful }))}
      ${choice('unchecked', t('review.show-unchecked', { count: progress.units - progress.checked }))}
    </ul>
  </nav>`
}

function parts(visit: Visit, review: ReviewRecord): Html {
  const groups = Map.groupBy(review.units, ({ section }) => section)
  const shown = review.sections.filter(({ key }) => groups.has(key))
  return html`${shown.map((section) => sectionPart(visit, review, section, groups.get(section.key) ?? []))}
  ${when(shown.length === 0, () => html`<p class="muted">${visit.t('review.nothing-left')}</p>`)}`
}

function sectionPart(visit: Visit, review: ReviewRecord, section: SectionRecord, units: UnitRecord[]): Html {
  const { tag, direction } = languages[review.language]
  const id = `section-${section.key.replaceAll(/[^\w-]+/g, '-')}`
  return html`<section class="section review-section" aria-labelledby="${id}">
    <h2 id="${id}">
      <span lang="${tag}" dir="${direction}">${section.heading || section.key}</span>
      <span class="badge">${section.kind.label}</span>
    </h2>
    ${units.map((unit) => unitPart(visit, review, unit))}
  </section>`
}

function unitPart(visit: Visit, review: ReviewRecord, unit: UnitRecord): Html {
  const { t } = visit
  const { language, id, may } = review
  return html`<article class="review-pair depth-${Math.min(unit.depth, 4)}" aria-labelledby="unit-${unit.id}">
    <div class="review-source">${sourceLines(visit, language, unit.source)}</div>
    <div class="review-unit">
      <h3 id="unit-${unit.id}"><bdi>${unit.address}</bdi></h3>
      <p class="tags">${unitTags(visit, unit)}</p>
      ${unitWords(visit, language, unit)} ${unit.warnings.map((one) => html`<p class="hint">${one}</p>`)}
      ${unit.duties.map(
        (duty) =>
          html`<details class="review-duty">
            <summary>${dutyLine(visit, duty)}</summary>
            ${dutySummary(visit, language, duty)}
          </details>`,
      )}
      ${when(
        may.review,
        () =>
          html`<div class="review-actions">
            ${when(!unit.checked, () =>
              stepButton(visit, {
                action: reviewPaths.check(id, unit.id),
                label: t('review.unit.right'),
                about: unit.address,
                version: unit.touched,
              }),
            )}
            <a href="${linkTo(visit, reviewPaths.unit(id, unit.id))}"
              >${t('review.unit.change')} <span class="unseen">${unit.address}</span></a
            >
          </div>`,
      )}
    </div>
  </article>`
}

const dutyLine = (
  { t }: Visit,
  { addressees, verb, deliverable, cadence }: UnitRecord['duties'][number],
): Html =>
  html`${bdi(addressees.map(({ name }) => name).join(', ') || t('provisions.not-stated'))}:
  ${bdi([verb, deliverable].filter(Boolean).join(' ').slice(0, 90))}
  ${when(cadence, () => html`<span class="muted">${cadence?.label}</span>`)}`

function onward(visit: Visit, { next }: ReviewRecord): Html | '' {
  if (next === null) return ''
  const query: Record<string, string> = { after: next }
  const only = visit.query.get('only')
  if (only) query['only'] = only
  return html`<nav class="pagination" aria-label="${visit.t('review.parts')}">
    <ul>
      <li>
        <a class="onward" rel="next" href="${linkTo(visit, visit.path, query)}"
          >${visit.t('review.next-part')}</a
        >
      </li>
    </ul>
  </nav>`
}

function asides(visit: Visit, { asides: all, id, may, language, next }: ReviewRecord): Html | '' {
  // At the end of the text, where a reader looks for what is missing.
  if (all.length === 0 || next !== null) return ''
  const { t } = visit
  const { tag, direction } = languages[language]
  return html`<details class="section">
    <summary>${t('review.asides', { count: all.length })}</summary>
    <ul class="citations">
      ${all.slice(0, 100).map(
        (one) =>
          html`<li>
            <span class="badge">${one.reason}</span>
            <span lang="${tag}" dir="${direction}">${one.text.slice(0, 300)}</span>
            ${when(may.review, () => html`<a href="${linkTo(visit, reviewPaths.aside(id, one.id))}">${t('review.aside.title')} <span class="unseen">${one.at}</span></a>`)}
          </li>`,
      )}
    </ul>
  </details>`
}
