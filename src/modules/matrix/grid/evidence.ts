import type { z } from 'zod'
import type { FoundKind } from '#platform/search/feeding/search-source.ts'
import type { SearchAnswer, SearchRequest, ValueCount } from '#platform/search/search-document.ts'
import { onlyOfNow } from '#platform/past/as-of.ts'
import { severalCodes } from '#platform/web/list-parameters.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { Evidence } from './cells.ts'

/** The kinds of records that show work on a link, as the modules say of them; the Matrix knows none by name. */
export const evidenceKinds = ({ modules }: Pick<Site, 'modules'>): ReadonlyMap<string, FoundKind> =>
  new Map(
    modules
      .flatMap(({ search = [] }) => search.flatMap(({ kinds }) => Object.entries(kinds)))
      .filter(([, kind]) => kind.isEvidence === true),
  )

/** What evidence can be narrowed to. The same words as those of the search, which opens what is counted. */
export const evidenceFilters = (kinds: ReadonlyMap<string, FoundKind>) => ({
  region: severalCodes.optional(),
  country: severalCodes.optional(),
  year: severalCodes.optional(),
  kind: severalCodes.meta({ examples: [...kinds.keys()] }).optional(),
})

export type EvidenceFilters = z.infer<z.ZodObject<ReturnType<typeof evidenceFilters>>>

export type CountedEvidence = {
  /** All that is counted, whatever it is tagged with. */
  total: number
  evidence: Evidence
  facets: SearchAnswer['facets']
  counts: SearchAnswer['counts']
}

/** One question to the search for each line, and one for all; nothing is asked of the database. */
export async function countedEvidence(
  visit: Visit,
  kinds: ReadonlyMap<string, FoundKind>,
  lines: readonly string[],
  asked: EvidenceFilters,
): Promise<CountedEvidence> {
  if (visit.asOf !== undefined) throw onlyOfNow()
  const filters = searchFilters(kinds, asked)
  const all = await visit.search.answer(request(visit, filters, ['kind', 'region', 'country', 'year']))
  const evidence = new Map<string, Evidence extends ReadonlyMap<string, infer One> ? One : never>()
  for (const line of lines) {
    const own = { ...filters, 'action-line': [line] }
    const { total, facets } = await visit.search.answer(request(visit, own, ['sdg', 'target', 'gdc']))
    evidence.set(line, {
      total,
      goals: counts(facets['sdg']),
      targets: counts(facets['target']),
      objectives: counts(facets['gdc']),
    })
  }
  return { total: all.total, evidence, facets: all.facets, counts: all.counts }
}

const searchFilters = (
  kinds: ReadonlyMap<string, FoundKind>,
  { region, country, year, kind }: EvidenceFilters,
): Record<string, string[]> => ({
  kind: kind?.split(',') ?? [...kinds.keys()],
  ...(region ? { region: region.split(',') } : {}),
  ...(country ? { country: country.split(',') } : {}),
  ...(year ? { year: year.split(',') } : {}),
})

const request = (
  { language }: Pick<Visit, 'language'>,
  filters: Record<string, string[]>,
  facets: string[],
): SearchRequest => ({
  words: '',
  language,
  lastWord: 'whole',
  filters,
  facets,
  order: 'newest',
  limit: 0,
  after: null,
})

const counts = (values: readonly ValueCount[] = []): ReadonlyMap<string, number> =>
  new Map(values.map(({ value, count }) => [value, count]))
