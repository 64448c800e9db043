import type { FoundKind } from '#platform/search/feeding/search-source.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { Cell } from '../links/link.ts'

/** Where the search opens a cell: the filters under which it finds the same records. */
const cellFilters = ({ line, sdg, target, objective }: Cell): Record<string, string> => ({
  'action-line': line,
  ...(target !== null ? { target } : sdg !== null ? { sdg: String(sdg) } : {}),
  ...(objective === null ? {} : { gdc: objective }),
})

/** How many records of each kind carry all codes of a link. */
export async function linkEvidence(
  visit: Visit,
  kinds: ReadonlyMap<string, FoundKind>,
  cell: Cell,
): Promise<{ kind: string; label: string; count: number }[]> {
  const filters = Object.entries(cellFilters(cell)).map(([name, value]) => [name, [value]] as const)
  const { facets } = await visit.search.answer({
    words: '',
    language: visit.language,
    lastWord: 'whole',
    filters: { kind: [...kinds.keys()], ...Object.fromEntries(filters) },
    facets: ['kind'],
    order: 'newest',
    limit: 0,
    after: null,
  })
  const counts = new Map((facets['kind'] ?? []).map(({ value, count }) => [value, count]))
  return [...kinds].map(([kind, { many }]) => ({ kind, label: visit.t(many), count: counts.get(kind) ?? 0 }))
}
