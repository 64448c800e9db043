import { sql, type RawBuilder } from 'kysely'
import type { Visibility } from '#platform/access/visibility.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { every } from '#platform/database/conditions.ts'
import type { StateCounts, TextState } from '#platform/texts/texts.ts'
import { mostCountedAnew, whileUnchanged } from '#platform/while-unchanged.ts'
import {
  limitOf,
  readCursor,
  writeCursor,
  type FacetCount,
  type ListOf,
  type PageOf,
} from '#platform/web/listing.ts'

export type WorkFilters = {
  language?: LanguageCode | undefined
  kind?: string | undefined
  state?: TextState | undefined
  /** The language of the source. */
  from?: LanguageCode | undefined
  /** One record. */
  id?: string | undefined
}

/** The texts of one record in one language. */
export type WorkRow = {
  kind: string
  id: string
  language: LanguageCode
  original: LanguageCode
  state: TextState
  since: Date
  version: number
  segments: number
  counts: StateCounts
}

export type WorkFacet = 'language' | 'state' | 'kind' | 'from'

/** Records in the languages into which they are translated, the oldest state first; originals only when asked for. */
export async function workList(
  db: Db,
  filters: WorkFilters,
  levels: Visibility[],
  page: PageOf = {},
): Promise<ListOf<WorkRow, WorkFacet>> {
  const limit = limitOf(page)
  const conditions = conditionsOf(filters)
  const cursor = readCursor(page.after, ['moment', 'text', 'text', 'text'])
  const after = cursor
    ? [
        sql`(l.since, l.kind, l.id, l.language) > (${cursor[0]}::timestamptz, ${cursor[1]}::text, ${cursor[2]}::text, ${cursor[3]}::text)`,
      ]
    : []
  const found = await sql<WorkRow & { key: string }>`
    select l.kind, l.id, l.language, l.original, l.state, l.since, l.version, l.segments, l.counts,
      to_char(l.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as key
    from text_languages l
    where ${every([seen(levels), ...Object.values(conditions), ...after])}
    order by l.since, l.kind, l.id, l.language limit ${limit + 1}`.execute(db)
  const rows = found.rows.slice(0, limit)
  const last = rows.at(-1)
  const next =
    found.rows.length > limit && last ? writeCursor([last.key, last.kind, last.id, last.language]) : null
  return { rows: rows.map(({ key: _key, ...row }) => row), next, ...(await facetsOf(db, filters, levels)) }
}

const seen = (levels: Visibility[]) => sql`l.visibility in (${sql.join(levels)})`

function conditionsOf({ language, kind, state, from, id }: WorkFilters) {
  const conditions: Record<string, RawBuilder<unknown>> = {
    state: state ? sql`l.state = ${state}` : sql`l.state <> 'original'`,
  }
  if (language) conditions['language'] = sql`l.language = ${language}`
  if (kind) conditions['kind'] = sql`l.kind = ${kind}`
  if (from) conditions['from'] = sql`l.original = ${from}`
  if (id) conditions['id'] = sql`l.id = ${id}`
  return conditions
}

type Counted = {
  kind: string
  language: LanguageCode
  state: TextState
  original: LanguageCode
  count: number
}

/** All combinations with their numbers: few rows, from which each filter's counts are added up. */
async function facetsOf(db: Db, filters: WorkFilters, levels: Visibility[]) {
  const rows = await combinations(db, levels, filters.id)
  const fits = (row: Counted, but: WorkFacet | null) =>
    (but === 'state' || (filters.state ? row.state === filters.state : row.state !== 'original')) &&
    (but === 'language' || !filters.language || row.language === filters.language) &&
    (but === 'kind' || !filters.kind || row.kind === filters.kind) &&
    (but === 'from' || !filters.from || row.original === filters.from)
  const counts = (facet: WorkFacet, value: (row: Counted) => string) =>
    summed(
      rows.filter((row) => fits(row, facet)),
      value,
    )
  const total = rows.filter((row) => fits(row, null)).reduce((sum, { count }) => sum + count, 0)
  return {
    total,
    facets: {
      language: counts('language', ({ language }) => language),
      state: counts('state', ({ state }) => state),
      kind: counts('kind', ({ kind }) => kind),
      from: counts('from', ({ original }) => original),
    },
  }
}

/** In a large register they are remembered until something changes. */
const combinations = (db: Db, levels: Visibility[], id: string | undefined): Promise<Counted[]> =>
  whileUnchanged(
    db,
    JSON.stringify(['translation', levels, id ?? null]),
    async () => {
      const only = id ? sql`and l.id = ${id}` : sql``
      const found = await sql<Counted>`
        select l.kind, l.language, l.state, l.original, count(*) as count from text_languages l
        where ${seen(levels)} ${only} group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(db)
      return found.rows
    },
    (rows) => rows.reduce((sum, { count }) => sum + count, 0) > mostCountedAnew,
  )

const summed = (rows: Counted[], value: (row: Counted) => string): FacetCount[] =>
  [...Map.groupBy(rows, value)].map(([one, same]) => ({
    value: one,
    label: null,
    count: same.reduce((sum, { count }) => sum + count, 0),
  }))

/** The next record of the list to work on in a language: the oldest that still lacks something, after the present one. */
export async function nextToTranslate(
  db: Db,
  { kind, id, language }: { kind: string; id: string; language: LanguageCode },
  levels: Visibility[],
): Promise<{ kind: string; id: string } | null> {
  const found = await sql<{ kind: string; id: string }>`
    select l.kind, l.id from text_languages l
    where ${seen(levels)} and l.language = ${language} and l.state in ('missing', 'outdated', 'machine')
      and (l.kind, l.id) <> (${kind}::text, ${id}::text)
    order by l.state, l.since, l.kind, l.id limit 1`.execute(db)
  return found.rows[0] ?? null
}

/** Titles of records of several kinds, with one question per kind. */
export async function titlesOf(
  db: Db,
  kinds: Readonly<
    Record<
      string,
      { titlesOf: (db: Db, ids: string[], language: LanguageCode) => Promise<Map<string, string>> }
    >
  >,
  records: readonly { kind: string; id: string }[],
  language: LanguageCode,
): Promise<(kind: string, id: string) => string> {
  const titles = new Map<string, string>()
  for (const [kind, ofKind] of Map.groupBy(records, (record) => record.kind)) {
    const ids = [...new Set(ofKind.map(({ id }) => id))]
    for (const [id, title] of (await kinds[kind]?.titlesOf(db, ids, language)) ?? [])
      titles.set(`${kind} ${id}`, title)
  }
  return (kind, id) => titles.get(`${kind} ${id}`) ?? id
}
