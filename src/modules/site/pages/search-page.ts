import { filterKeys } from '#modules/activities/index.ts'
import { languages } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import { facetLabel } from '#platform/ui/chosen.ts'
import { filterForm, selectField, textField } from '#platform/ui/controls.ts'
import { facetList, type ChosenFilter } from '#platform/ui/facets.ts'
import { filteredList } from '#platform/ui/filtered-list.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { here, linkTo } from '#platform/ui/links.ts'
import { cardList, type Card } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { languageBadge, pageHead, uncheckedBadge } from '#platform/ui/text.ts'
import { howWordsWereTaken } from '#platform/ui/words-taken.ts'
import { searchOrders } from '#platform/web/list-parameters.ts'
import type { Facet, Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { HitRecord } from '../searching/hit-shape.ts'
import type { SearchFilter } from '../searching/search-query.ts'

const keys = { ...filterKeys, kind: 'search.kind', language: 'search.language' } satisfies Record<
  SearchFilter,
  MessageKey
>

/** All that is published: what was found, and what it can be narrowed by beside it. */
export function searchPage(visit: Visit, listing: Listing<HitRecord>): Page {
  const { t } = visit
  const { facets = [] } = listing
  const words = visit.query.get('q')?.trim() ?? ''
  const isAsked = words !== '' || facets.length > 0
  return {
    title: words === '' ? t('search.title') : t('search.title.for', { words }),
    main: html`${pageHead({ title: t('search.title'), lead: t('search.lead') })} ${form(visit)}
    ${when(isAsked, () => results(visit, listing, words))}`,
    unlisted: isAsked,
    alternates: isAsked ? otherForms(visit) : [],
  }
}

/** Whoever follows a search wants to see first what is new. */
const otherForms = (visit: Visit): NonNullable<Page['alternates']> => {
  const feed = here({ ...visit, path: `${visit.path}.atom` }, { sort: 'newest' })
  return [
    { type: 'application/json', path: '.json', title: visit.t('duties.as-json') },
    { type: 'text/csv', path: '.csv', title: visit.t('duties.as-csv') },
    { type: 'application/atom+xml', path: feed, title: visit.t('duties.as-atom') },
  ]
}

const form = (visit: Visit): Html => {
  const { t } = visit
  return filterForm(visit, {
    label: t('search.title'),
    fields: [
      textField(visit, { name: 'q', label: t('search.words'), type: 'search' }),
      selectField(visit, {
        name: 'sort',
        label: t('sort'),
        any: t('sort.usual'),
        options: searchOrders.map((value) => ({ value, label: t(`sort.${value}`) })),
      }),
    ],
    names: ['q', 'sort'],
    submit: t('layout.search'),
  })
}

function results(visit: Visit, listing: Listing<HitRecord>, words: string): Html {
  const { t } = visit
  const { rows, total, next, facets = [] } = listing
  const chosen = chosenValues(visit, facets)
  const lists = facets
    .filter(({ values }) => values.length > 0)
    .map((facet) => facetList(visit, facet, facetLabel(visit, facet, keys), { choice: 'several' }))
  const title = words === '' ? t('search.none.filtered') : t('search.none', { words })
  return filteredList(visit, {
    filters: lists,
    chosen,
    count: t('count.results', { count: total }),
    words: howWordsWereTaken(visit, listing),
    rows:
      rows.length === 0
        ? emptyState({ title, text: t('search.none.text') })
        : cardList(
            rows.map((hit) => hitCard(visit, hit)),
            { level: 3 },
          ),
    next,
  })
}

const chosenValues = (visit: Visit, facets: readonly Facet[]): ChosenFilter[] => [
  ...facets.flatMap((facet) => {
    const labels = facet.values.filter(({ chosen }) => chosen).map(({ label }) => label)
    if (labels.length === 0) return []
    const value = labels.join(visit.t('words.comma'))
    return [{ name: facet.name, label: facetLabel(visit, facet, keys), value }]
  }),
  ...chosenTarget(visit),
]

/** No list of counts stands beside the results for it. */
const chosenTarget = ({ t, query }: Visit): ChosenFilter[] => {
  const value = query.get('target')
  return value ? [{ name: 'target', label: t('sdgs.target'), value }] : []
}

function hitCard(visit: Visit, hit: HitRecord): Card {
  const { t } = visit
  const { tag, direction } = languages[hit.language]
  const inIt = (text: string, ranges: HitRecord['titleMatches']) =>
    html`<span lang="${tag}" dir="${direction}">${marked(text, ranges)}</span>`
  return {
    kicker: html`${hit.kind.label} <bdi class="muted">${hit.name}</bdi>`,
    title: inIt(hit.title, hit.titleMatches),
    href: linkTo(visit, hit.path ?? '/'),
    text: hit.snippet === '' ? undefined : inIt(hit.snippet, hit.snippetMatches),
    tags: [
      ...(hit.example ? [html`<span class="tag">${t('activities.example-mark')}</span>`] : []),
      ...(hit.archived ? [html`<span class="tag">${t('state.activity.archived')}</span>`] : []),
    ],
    facts: [
      ...(hit.language === visit.language ? [] : [languageBadge(t, hit.language)]),
      ...(hit.state === undefined ? [] : [uncheckedBadge(t, hit.state)]),
      ...(hit.via === 'thesaurus' ? [html`<span class="badge">${t('activities.via-thesaurus')}</span>`] : []),
    ],
  }
}

/** A text with the words that were searched for marked; everything else stays text. */
export function marked(text: string, ranges: HitRecord['titleMatches']): Html {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0])
  const parts: (Html | string)[] = []
  let at = 0
  for (const [from, to] of sorted) {
    if (from < at) continue
    parts.push(text.slice(at, from), html`<mark>${text.slice(from, to)}</mark>`)
    at = to
  }
  return html`${[...parts, text.slice(at)]}`
}
