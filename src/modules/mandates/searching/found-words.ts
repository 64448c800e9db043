import { onlyOfNow } from '#platform/past/as-of.ts'
import { wordsTaken, type WordsTaken } from '#platform/search/words-taken.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { SearchKind } from './search.ts'

/** The records of some kinds that a reader's words find, by id, for a list that is filtered by the database. */
export type FoundWords = {
  /** Null where no words were typed. */
  ids: Record<SearchKind, readonly string[]> | null
  taken: Partial<WordsTaken>
}

const mostFound = 100_000

export async function foundWords(
  visit: Visit,
  typed: string | undefined,
  kinds: readonly SearchKind[],
): Promise<FoundWords> {
  const words = typed?.trim() ?? ''
  if (words === '') return { ids: null, taken: {} }
  if (visit.asOf !== undefined) throw onlyOfNow()
  const answer = await visit.search.answer({
    words,
    language: visit.language,
    lastWord: 'whole',
    filters: { kind: kinds },
    facets: [],
    order: 'newest',
    limit: mostFound,
    after: null,
  })
  const ids = kinds.map((kind) => {
    const own = answer.hits.filter(({ key }) => key.startsWith(`${kind}:`))
    return [kind, own.map(({ key }) => key.slice(kind.length + 1))]
  })
  return { ids: Object.fromEntries(ids) as FoundWords['ids'], taken: wordsTaken(answer) }
}
