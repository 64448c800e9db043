import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { limitOf, readCursor, writeCursor, type FacetCount, type ListOf, type PageOf } from '../listing.ts'
import { every } from '../duties/duty-row-queries.ts'
import { matches } from './match-queries.ts'
import { askable, askedCode, languagesOf, queryFor, searchConfig } from './search-analysis.ts'
import { markHit, wordsToAsk, type FoundText, type StemmedWord } from './search-marks.ts'
import { searchKinds, type SearchFilters, type SearchHit, type SearchKind } from './search.ts'

const longestQuery = 200

/**
 * Records in which all the words stand, in any language: the reader's own language first, then by how well they fit.
 * A record is found once, in the language that fits best.
 */
export async function search(
  db: Db,
  asked: string,
  language: LanguageCode,
  filters: SearchFilters = {},
  page: PageOf = {},
): Promise<ListOf<SearchHit, 'kind'>> {
  const query = askable(asked.slice(0, longestQuery))
  if (query === '') return { rows: [], total: 0, next: null, facets: { kind: [] } }
  const limit = limitOf(page)
  const place = readCursor(page.after, ['place'])?.[0] ?? 0
  const found = await hits(db, query, language, filters, limit, place)
  const facets = await kindCounts(db, query, filters)
  const total = facets
    .filter(({ value }) => !filters.kind || value === filters.kind)
    .reduce((sum, one) => sum + one.count, 0)
  const stems = await stemsOf(db, query, found)
  return {
    rows: found.map((row) => markHit(row, query, stems)),
    total,
    next: place + found.length < total && found.length > 0 ? writeCursor([place + found.length]) : null,
    facets: { kind: facets },
  }
}

const conditionsOf = (query: string, { language }: SearchFilters) => [
  matches(query),
  ...(language ? [sql`s.language = ${language}`] : []),
]

const kindOrder = sql`array_position(${[...searchKinds]}::text[], s.kind)`

/** Exact codes of a record itself come before everything else, then the reader's language, then rank. */
async function hits(
  db: Db,
  query: string,
  language: LanguageCode,
  filters: SearchFilters,
  limit: number,
  place: number,
): Promise<FoundText[]> {
  const code = askedCode(query)
  const kind = filters.kind ? [sql`s.kind = ${filters.kind}`] : []
  const found = await sql<FoundText>`
    with found as (
      select distinct on (s.kind, s.id) s.kind, s.id, s.revision, s.address, s.language, s.title, s.body,
        s.codes @> array[${code}::text] and (s.kind not in ('duty', 'provision') or ${code} ~ '[ /]') as exact,
        s.language = ${language} as own, ${rankOf(query)} as rank, ${kindOrder} as kind_place
      from search_rows s where ${every([...conditionsOf(query, filters), ...kind])}
      order by s.kind, s.id, (s.language = ${language}) desc, rank desc, s.language
    )
    select kind, id, revision, address, language, title, body, exact from found
    order by exact desc, own desc, rank desc, kind_place, id
    limit ${limit} offset ${place}`.execute(db)
  return found.rows
}

const rankOf = (query: string) => {
  const ranks = languagesOf(query).flatMap((language) => {
    const words = queryFor(query, language)
    if (words === null) return []
    const config = sql.lit(searchConfig[language])
    return [sql`when s.language = ${language} then ts_rank(s.vector, to_tsquery(${config}, ${words}), 1)`]
  })
  return ranks.length === 0 ? sql`0::real` : sql`case ${sql.join(ranks, sql` `)} else 0::real end`
}

async function kindCounts(db: Db, query: string, filters: SearchFilters): Promise<FacetCount[]> {
  const found = await sql<{ value: SearchKind; count: number }>`
    select s.kind as value, count(distinct s.id) as count from search_rows s
    where ${every(conditionsOf(query, filters))} group by s.kind order by count desc, s.kind`.execute(db)
  return found.rows.map(({ value, count }) => ({ value, label: null, count }))
}

/** Which of the words of the results the database takes for the words that were asked for. */
async function stemsOf(db: Db, query: string, rows: FoundText[]): Promise<StemmedWord[]> {
  const words = wordsToAsk(rows)
  if (words.length === 0) return []
  const ways = (['en', 'fr', 'ru', 'es'] as const).flatMap((language) => {
    const asked = queryFor(query, language)?.replaceAll(' & ', ' | ')
    const config = sql.lit(searchConfig[language])
    return asked
      ? [sql`(language = ${language} and to_tsvector(${config}, word) @@ to_tsquery(${config}, ${asked}))`]
      : []
  })
  if (ways.length === 0) return []
  const found = await sql<StemmedWord>`
    select language, word from unnest(
      ${words.map(({ language }) => language)}::text[], ${words.map(({ word }) => word)}::text[]) as asked (language, word)
    where ${sql.join(ways, sql` or `)}`.execute(db)
  return found.rows
}
