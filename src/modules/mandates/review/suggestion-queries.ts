import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { limitOf, readCursor, writeCursor, type PageOf } from '../listing.ts'
import type { OutcomeField } from './suggestion-outcomes.ts'

export type SuggestionCount = {
  language: LanguageCode
  field: OutcomeField
  suggestions: number
  accepted: number
  imports: number
}

/** How many suggestions people looked at, and how many of them they took as they were. Counted anew each time. */
export async function suggestionCounts(db: Db): Promise<SuggestionCount[]> {
  const found = await sql<SuggestionCount>`
    select language, field, count(*)::integer as suggestions, (count(*) filter (where accepted))::integer as accepted,
      count(distinct import)::integer as imports
    from suggestion_outcomes group by language, field order by language, field`.execute(db)
  return found.rows
}

export type OutcomeRow = {
  import: string
  place: number
  language: LanguageCode
  field: OutcomeField
  address: string | null
  suggested: string | null
  decided: string | null
  accepted: boolean
  revision: string | null
}

export type OutcomeFilters = { language?: LanguageCode; field?: OutcomeField; accepted?: boolean }

/** The single decisions that the counts are made of. */
export async function outcomeList(
  db: Db,
  filters: OutcomeFilters,
  page: PageOf,
): Promise<{ rows: OutcomeRow[]; total: number; next: string | null }> {
  let asked = db
    .selectFrom('suggestion_outcomes as o')
    .innerJoin('imports as i', 'i.id', 'o.import')
    .select([
      'o.import',
      'o.place',
      'o.language',
      'o.field',
      'o.address',
      'o.suggested',
      'o.decided',
      'o.accepted',
    ])
    .select('i.revision')
  if (filters.language !== undefined) asked = asked.where('o.language', '=', filters.language)
  if (filters.field !== undefined) asked = asked.where('o.field', '=', filters.field)
  if (filters.accepted !== undefined) asked = asked.where('o.accepted', '=', filters.accepted)
  const { count } = await db
    .selectFrom(asked.as('asked'))
    .select((is) => is.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const limit = limitOf(page)
  const after = readCursor(page.after, ['text', 'integer'])
  const left =
    after === null
      ? asked
      : asked.where(sql<boolean>`(o.import, o.place) > (${after[0]}::text, ${after[1]}::integer)`)
  const rows = await left
    .orderBy('o.import')
    .orderBy('o.place')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown,
    total: count,
    next: rows.length > limit && last ? writeCursor([last.import, last.place]) : null,
  }
}
