import { activityFacets, findingNames, refuseUnknownValues } from '#modules/activities/index.ts'
import { languages } from '#platform/languages.ts'
import { onlyOfNow } from '#platform/past/as-of.ts'
import type { FoundKind } from '#platform/search/feeding/search-source.ts'
import { shippedThesaurus } from '#platform/search/thesaurus/shipped-thesaurus.ts'
import { cursorOf, placeOf } from '#platform/search/place-cursor.ts'
import type { SearchAnswer, SearchRequest, ValueCount } from '#platform/search/search-document.ts'
import { searchMarks } from '#platform/search/search-marks.ts'
import { wordsTaken, type WordsTaken } from '#platform/search/words-taken.ts'
import { linkTo } from '#platform/ui/links.ts'
import { refusingCursor } from '#platform/web/list-refusals.ts'
import type { Column, Facet, Listing, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { searchPage } from '../pages/search-page.ts'
import { sitePaths } from '../paths.ts'
import { hitRecord, hitShape, type HitRecord } from './hit-shape.ts'
import {
  codeFilters,
  foundKinds,
  isNothing,
  requestFor,
  searchQuery,
  type SearchQuery,
} from './search-query.ts'

export type SearchListing = Listing<HitRecord> & WordsTaken

type Kinds = ReadonlyMap<string, FoundKind>

/** Search over all that is published, whichever module holds it, in all six languages at once. */
export function searchRoutes(site: Site): void {
  const kinds = foundKinds(site)
  site.list({
    path: sitePaths.search,
    name: 'search',
    summary:
      'All published records by words in any of the six languages, with filters and counts for every value of every filter; offsets mark the words found.',
    query: searchQuery(kinds),
    row: hitShape,
    read: (visit, query) => read(visit, query, kinds),
    page: searchPage,
    columns,
    feed: {
      title: 'search.title',
      entry: (visit, hit, changed) => ({
        id: `${sitePaths.search}/${hit.kind.code}/${hit.id}`,
        title: hit.title,
        link: linkTo(visit, hit.path ?? sitePaths.search),
        updated: hit.date === null ? changed : new Date(hit.date),
        summary: [hit.kind.label, hit.name, hit.snippet].filter((part) => part !== '').join(' · '),
      }),
    },
  })
}

async function read(visit: Visit, asked: SearchQuery, kinds: Kinds): Promise<SearchListing> {
  if (visit.asOf !== undefined) throw onlyOfNow()
  const after = await refusingCursor((async () => placeOf(asked.after))())
  if (isNothing(asked)) return nothing
  const request = requestFor(visit, asked, after)
  const answer = await visit.search.answer(request)
  const names = await findingNames(visit)
  if (answer.total === 0) refuseUnknownValues(names, asked)
  return {
    rows: await rowsOf(visit, request, answer, kinds),
    total: answer.total,
    next: answer.next && cursorOf(answer.next),
    facets: [
      kindFacet(visit, asked, answer.facets['kind'] ?? [], kinds),
      ...activityFacets(visit, names, { asked, counts: answer.counts, wanted: ['language', ...codeFilters] }),
    ],
    ...wordsTaken(answer),
  }
}

const nothing: SearchListing = { rows: [], total: 0, next: null, facets: [], widenedBy: [], corrected: [] }

/** What was hidden while the index was asked is left out. */
async function rowsOf(
  visit: Visit,
  request: SearchRequest,
  { hits, corrected }: SearchAnswer,
  kinds: Kinds,
): Promise<HitRecord[]> {
  const documents = await visit.search.documents(hits.map(({ key }) => key))
  const marksIn = searchMarks(request, corrected, shippedThesaurus())
  return hits.flatMap((hit) => {
    const document = documents.get(hit.key)
    const kind = document && kinds.get(document.kind)
    return kind ? [hitRecord(visit, { hit, document, kind, marksIn, words: request.words })] : []
  })
}

function kindFacet(
  { t }: Visit,
  { kind = '' }: SearchQuery,
  counts: readonly ValueCount[],
  kinds: Kinds,
): Facet {
  const chosen = new Set(kind.split(','))
  const counted = new Map(counts.map(({ value, count }) => [value, count]))
  const values = [...kinds].flatMap(([value, { many }]) => {
    const count = counted.get(value)
    return count === undefined ? [] : [{ value, label: t(many), count, chosen: chosen.has(value) }]
  })
  return { name: 'kind', values: values.toSorted((a, b) => b.count - a.count) }
}

const columns: Column<HitRecord>[] = [
  { name: 'kind', value: (hit) => hit.kind.code },
  { name: 'kind_label', value: (hit) => hit.kind.label },
  { name: 'id', value: (hit) => hit.id },
  { name: 'name', value: (hit) => hit.name },
  { name: 'path', value: (hit) => hit.path },
  { name: 'language', value: (hit) => hit.language },
  { name: 'language_name', value: (hit) => languages[hit.language].endonym },
  { name: 'title', value: (hit) => hit.title },
  { name: 'snippet', value: (hit) => hit.snippet },
  { name: 'date', value: (hit) => hit.date },
  { name: 'via', value: (hit) => hit.via },
  { name: 'example', value: (hit) => hit.example },
]
