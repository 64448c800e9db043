import { languageCodes, languages } from '#platform/languages.ts'
import { filterForm, selectField } from '#platform/ui/controls.ts'
import { pagination } from '#platform/ui/facets.ts'
import { number, percent } from '#platform/ui/format.ts'
import { html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import { bdi, pageHead } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { mandatePaths } from '../paths.ts'
import { reviewPaths } from '../review/review-paths.ts'
import { fieldKeys } from '../review/suggestion-fields.ts'
import type { CountRecord, OutcomeRecord } from '../review/suggestion-routes.ts'

const alternates = ({ t }: Visit): Page['alternates'] => [
  { type: 'application/json', path: '.json', title: t('imports.as-json') },
  { type: 'text/csv', path: '.csv', title: t('imports.as-csv') },
]

/** How far the parser can be trusted, by language and field; every number opens what it counts. */
export function suggestionsPage(visit: Visit, listing: Listing<CountRecord>): Page {
  const { t, language } = visit
  return {
    title: t('suggestions.title'),
    description: t('suggestions.lead'),
    crumbs: [],
    alternates: alternates(visit),
    main: html`${pageHead({ title: t('suggestions.title'), lead: t('suggestions.lead') })}
    ${
      listing.rows.length === 0
        ? emptyState({ title: t('suggestions.none') })
        : table({
            id: 'suggestions',
            caption: t('suggestions.caption'),
            columns: [
              { label: t('suggestions.field') },
              { label: t('suggestions.language') },
              { label: t('suggestions.looked-at'), align: 'end' },
              { label: t('suggestions.accepted'), align: 'end' },
              { label: t('suggestions.share'), align: 'end' },
            ],
            rows: listing.rows.map((row) => [
              row.field.label,
              html`<bdi lang="${languages[row.language].tag}">${languages[row.language].endonym}</bdi>`,
              countLink(visit, row, row.suggestions),
              countLink(visit, row, row.accepted, 'yes'),
              percent(language, row.share),
            ]),
          })
    }`,
  }
}

const countLink = (visit: Visit, row: CountRecord, count: number, accepted?: 'yes') =>
  html`<a
    href="${linkTo(visit, reviewPaths.outcomes, { language: row.language, field: row.field.code, accepted: accepted ?? null })}"
    aria-label="${row.field.label}, ${languages[row.language].endonym}: ${number(visit.language, count)}"
    >${number(visit.language, count)}</a
  >`

/** Each suggestion beside what a person made of it. */
export function outcomesPage(visit: Visit, listing: Listing<OutcomeRecord>): Page {
  const { t } = visit
  return {
    title: t('suggestions.decisions'),
    crumbs: [{ label: t('suggestions.title'), path: reviewPaths.suggestions }],
    alternates: alternates(visit),
    unlisted: true,
    main: html`${pageHead({ title: t('suggestions.decisions'), lead: t('suggestions.decisions-lead') })}
      ${filterForm(visit, { label: t('suggestions.filter'), fields: filters(visit), names: ['language', 'field', 'accepted'] })}
      <section class="results" aria-labelledby="results-title">
        <h2 id="results-title">${t('suggestions.total', { count: listing.total })}</h2>
        ${listing.rows.length === 0 ? emptyState({ title: t('suggestions.none') }) : outcomeTable(visit, listing.rows)}
        ${pagination(visit, listing.next)}
      </section>`,
  }
}

const filters = (visit: Visit) => [
  selectField(visit, {
    name: 'language',
    label: visit.t('suggestions.language'),
    options: languageCodes.map((value) => ({ value, label: languages[value].endonym })),
  }),
  selectField(visit, {
    name: 'field',
    label: visit.t('suggestions.field'),
    options: Object.entries(fieldKeys).map(([value, key]) => ({ value, label: visit.t(key) })),
  }),
  selectField(visit, {
    name: 'accepted',
    label: visit.t('suggestions.accepted'),
    options: [
      { value: 'yes', label: visit.t('suggestions.yes') },
      { value: 'no', label: visit.t('suggestions.no') },
    ],
  }),
]

const outcomeTable = (visit: Visit, rows: OutcomeRecord[]) => {
  const { t } = visit
  const words = (row: OutcomeRecord, text: string | null) =>
    text === null
      ? html`<span class="muted">${t('suggestions.nothing')}</span>`
      : html`<span lang="${languages[row.language].tag}" dir="auto">${text}</span>`
  return table({
    id: 'outcomes',
    caption: t('suggestions.decisions'),
    captionUnseen: true,
    columns: [
      { label: t('suggestions.where') },
      { label: t('suggestions.field') },
      { label: t('suggestions.suggested') },
      { label: t('suggestions.decided') },
      { label: t('suggestions.accepted') },
    ],
    rows: rows.map((row) => [
      row.revision === null
        ? bdi(row.address ?? '')
        : html`<a
            href="${linkTo(visit, row.address === null ? mandatePaths.revision(row.revision) : mandatePaths.provision(row.revision, row.address))}"
            ><bdi>${row.revision}${row.address === null ? '' : ` ${row.address}`}</bdi></a
          >`,
      row.field.label,
      words(row, row.suggested),
      words(row, row.decided),
      row.accepted ? t('suggestions.yes') : t('suggestions.no'),
    ]),
  })
}
