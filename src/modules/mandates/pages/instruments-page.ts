import { facetList, type ChosenFilter } from '#platform/ui/facets.ts'
import { filteredList } from '#platform/ui/filtered-list.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList, type Card } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { filterForm, textField } from '#platform/ui/controls.ts'
import { statusTag } from '#platform/ui/status.ts'
import { bdi, dateText, pageHead, spoken } from '#platform/ui/text.ts'
import { howWordsWereTaken } from '#platform/ui/words-taken.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { InstrumentRowRecord } from '../instruments/instrument-shape.ts'
import { describedWith } from '../instruments/json-ld.ts'
import { mandatePaths } from '../paths.ts'
import { revisionStatus } from './revision-lists.ts'

/** Every text that the register knows, with its latest revision and how much hangs on it. */
export function instrumentsPage(visit: Visit, listing: Listing<InstrumentRowRecord>): Page {
  const { t } = visit
  const chosen = chosenOf(visit, listing)
  return {
    title: t('instruments.title'),
    description: t('instruments.lead'),
    crumbs: [],
    jsonLd: describedWith(visit, [], [{ '@type': 'CollectionPage', name: t('instruments.title') }]),
    alternates: [
      { type: 'application/json', path: '.json', title: t('instruments.as-json') },
      { type: 'text/csv', path: '.csv', title: t('instruments.as-csv') },
      { type: 'application/atom+xml', path: '.atom', title: t('instruments.as-feed') },
    ],
    unlisted: chosen.length > 0 || visit.query.has('after'),
    main: html`${pageHead({ title: t('instruments.title'), lead: t('instruments.lead') })}
    ${filteredList(visit, {
      filters: filters(visit, listing),
      chosen,
      count: t('instruments.total', { count: listing.total }),
      words: howWordsWereTaken(visit, listing),
      rows:
        listing.rows.length === 0
          ? emptyState({
              title: t('instruments.none'),
              link: { label: t('filters.clear'), href: linkTo(visit, mandatePaths.instruments) },
            })
          : cardList(
              listing.rows.map((row) => instrumentCard(visit, row)),
              { level: 3 },
            ),
      next: listing.next,
    })}`,
  }
}

const labels = (t: Visit['t']): Record<string, string> => ({
  kind: t('instruments.kind'),
  body: t('instruments.body'),
  q: t('instruments.words'),
})

const filters = (visit: Visit, { facets = [] }: Listing<InstrumentRowRecord>): Html[] => [
  filterForm(visit, {
    label: visit.t('instruments.words'),
    fields: [textField(visit, { name: 'q', label: visit.t('instruments.words'), type: 'search' })],
    names: ['q'],
  }),
  ...facets.map((facet) => facetList(visit, facet, labels(visit.t)[facet.name] ?? facet.name)),
]

const chosenOf = (visit: Visit, { facets = [] }: Listing<InstrumentRowRecord>): ChosenFilter[] => [
  ...facets.flatMap(({ name, values }) =>
    values
      .filter((value) => value.chosen)
      .map(({ label }) => ({ name, label: labels(visit.t)[name] ?? name, value: label })),
  ),
  ...['q'].flatMap((name) => {
    const value = visit.query.get(name)
    return value ? [{ name, label: labels(visit.t)[name] ?? name, value }] : []
  }),
]

function instrumentCard(visit: Visit, row: InstrumentRowRecord): Card {
  const { t } = visit
  const latest = row.revisions.at(-1)
  return {
    kicker: html`${row.kind.label}${row.body.name === null ? '' : html` · ${spoken(t, row.body.name)}`}`,
    title: bdi(row.label),
    href: linkTo(visit, mandatePaths.instrument(row.id)),
    text: row.title === null ? undefined : spoken(t, row.title),
    edge: latest?.year == null ? undefined : dateText(t, String(latest.year)),
    tags: [
      ...(latest === undefined ? [] : [revisionStatus(visit, latest)]),
      ...(latest?.status.code === 'unknown' || (row.confidence.code === 'high' && latest?.verified !== false)
        ? []
        : [statusTag(t, 'presumed')]),
    ],
    facts: facts(visit, row),
  }
}

function facts(visit: Visit, row: InstrumentRowRecord): Html[] {
  const { t } = visit
  const languages = new Set(row.revisions.flatMap(({ texts }) => texts)).size
  const named = linkTo(visit, mandatePaths.instrument(row.id))
  return [
    ...(row.revisions.length > 1
      ? [html`${t('instruments.revision-count', { count: row.revisions.length })}`]
      : []),
    ...(row.duties > 0
      ? [
          html`<a href="${linkTo(visit, mandatePaths.duties, { instrument: row.id })}"
            >${t('instruments.duty-count', { count: row.duties })}</a
          >`,
        ]
      : []),
    ...(row.citedBy > 0
      ? [
          html`<a
            href="${named}#cited-by"
            aria-label="${t('instruments.cited-count-of', { count: row.citedBy, name: row.label })}"
            >${t('instruments.cited-count', { count: row.citedBy })}</a
          >`,
        ]
      : []),
    ...(languages > 0 ? [html`${t('instruments.has-official-text', { count: languages })}`] : []),
  ]
}
