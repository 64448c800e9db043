import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { translationsOf, uncheckedIn, withTranslations, type Translations } from '#platform/texts/texts.ts'
import { limitOf, readCursor, writeCursor, type FacetCount, type ListOf, type PageOf } from '../listing.ts'
import {
  asDutySummary,
  dutyTables,
  every,
  summaryColumns,
  type SummaryColumns,
} from '../duties/duty-row-queries.ts'
import type { Look } from '../duties/look.ts'
import { hasParty } from '../duties/duty-queries.ts'
import { ageOf, type AgeRule } from './ages.ts'
import type { Strength } from './evidence.ts'
import type { By, EvidenceFilters, EvidenceRow } from './evidence-row.ts'
import { namedRecords, type NamedRecord } from './record-kinds.ts'

export type EvidenceFacet = 'kind' | 'strength' | 'year' | 'revision'

type Conditions = Partial<Record<keyof EvidenceFilters, RawBuilder<unknown>>>

const strength = sql`case when e.contested and e.state <> 'withdrawn' then 'contested' else e.state end`
const tables = sql`evidence e join ${dutyTables} on d.id = e.duty`

/** Where every question about evidence begins: what one may not see does not exist. */
const seen = ({ levels }: Look) => sql`e.visibility = any (${levels}::text[])`

/** Evidence that may be seen, the latest first, with the counts for each value of each filter. */
export async function evidenceList(
  db: Db,
  filters: EvidenceFilters,
  look: Look,
  page: PageOf = {},
): Promise<ListOf<EvidenceRow, EvidenceFacet>> {
  const conditions = conditionsOf(filters)
  const limit = limitOf(page)
  const cursor = readCursor(page.after, ['day', 'uuid'])
  const after = cursor ? [sql`(e.happened_on, e.id) < (${cursor[0]}::date, ${cursor[1]}::uuid)`] : []
  const asked = [seen(look), ...Object.values(conditions), ...after]
  const found = await rowsWhere(db, every(asked), look, limit + 1)
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  const next = found.length > limit && last ? writeCursor([last.happenedOn, last.id]) : null
  return { rows, next, ...(await facetsOf(db, conditions, look)) }
}

/** All evidence of a duty and of those that it goes on from, the latest first. What was withdrawn comes too, and says so. */
export const evidenceOfDuty = (db: Db, duty: string, look: Look): Promise<EvidenceRow[]> =>
  rowsWhere(
    db,
    sql`${seen(look)} and e.duty = any (array(select a.ancestor from duty_ancestors a where a.duty = ${duty}) || ${duty}::text)`,
    look,
    mostOfOne,
  )

export async function evidenceRow(db: Db, id: string, look: Look): Promise<EvidenceRow | null> {
  if (!isUuid(id)) return null
  return (await rowsWhere(db, sql`${seen(look)} and e.id = ${id}::uuid`, look, 1))[0] ?? null
}

/** Some pieces of evidence as whoever looks may see them. */
export const evidenceRows = (db: Db, ids: readonly string[], look: Look): Promise<EvidenceRow[]> =>
  rowsWhere(
    db,
    sql`${seen(look)} and e.id = any(${ids.filter(isUuid)}::uuid[])`,
    look,
    Math.max(ids.length, 1),
  )

export const isUuid = (id: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

const mostOfOne = 500

type Columns = SummaryColumns &
  Omit<
    EvidenceRow,
    'duty' | 'strength' | 'age' | 'unchecked' | 'record' | 'linked' | 'verified' | 'occurrences'
  > & {
    strength: Strength
    record_kind: string | null
    record_id: string | null
    occurrences: string[] | null
    linked: By & { on: string }
    verified: (By & { on: string }) | null
    own_translations: Translations
  }

async function rowsWhere(
  db: Db,
  condition: RawBuilder<unknown>,
  look: Look,
  limit: number,
): Promise<EvidenceRow[]> {
  const found = await sql<Columns>`
    select ${summaryColumns}, e.id, e.kind, ${strength} as strength, e.visibility, e.revision, e.record_kind, e.record_id,
      e.url, e.title, e.seen_on::text as "seenOn", e.shows, e.original_language as original,
      ${translationsOf({ kind: 'evidence', id: sql`e.id::text` })} as own_translations,
      e.happened_on::text as "happenedOn", d.origin = 'demo' as "isExample", to_json(e.changed_at) #>> '{}' as "changedAt",
      case when e.checksum is null then null else (
        select jsonb_build_object('checksum', f.checksum, 'name', e.file_name, 'type', f.type, 'size', f.size)
        from stored_files f where f.checksum = e.checksum) end as file,
      (select jsonb_agg(x.occurrence order by x.occurrence) from evidence_occurrences x where x.evidence = e.id) as occurrences,
      ${doneBy(look, { scope: 'e.linked_for', person: 'e.linked_by', named: sql`e.named`, at: 'e.linked_at' })} as linked,
      case when e.verified_at is null then null else
        ${doneBy(look, { scope: 'e.verified_for', person: 'e.verified_by', named: sql`false`, at: 'e.verified_at' })} end as verified
    from ${tables} where ${condition} order by e.happened_on desc, e.id desc limit ${limit}`.execute(db)
  const rules = await ageRules(db)
  const records = await recordsOf(db, found.rows, look)
  return found.rows.map((row) => asRow(row, { look, rules, records }))
}

/** In whose name something was done; the person only when they agreed. The names of hidden organizations stay hidden. */
export const doneBy = (
  { levels }: Look,
  by: { scope: string; person: string; named: RawBuilder<unknown>; at: string },
) => sql`jsonb_build_object(
  'scope', ${sql.ref(by.scope)},
  'name', case
    when ${sql.ref(by.scope)} like 'body:%' then (
      select n.name from body_names n where n.body = substr(${sql.ref(by.scope)}, 6) and n.to_date is null)
    when ${sql.ref(by.scope)} like 'organization:%' then (
      select g.name from organizations g
      where g.id = substr(${sql.ref(by.scope)}, 14) and g.visibility = any (${levels}::text[]))
  end,
  'personName', case when ${by.named} then (select p.name from people p where p.id = ${sql.ref(by.person)}) end,
  'on', (${sql.ref(by.at)} at time zone 'UTC')::date::text)`

const recordsOf = (db: Db, rows: Columns[], look: Look) =>
  namedRecords(
    db,
    rows.flatMap(({ record_kind: kind, record_id: id }) =>
      kind !== null && id !== null ? [{ kind, id }] : [],
    ),
    look,
  )

function asRow(
  row: Columns,
  known: { look: Look; rules: AgeRule[]; records: Map<string, NamedRecord> },
): EvidenceRow {
  const { id, kind, visibility, revision, url, title, seenOn, file, shows, original, happenedOn } = row
  const { linked, verified, changedAt, cadence, isExample } = row
  return {
    id,
    duty: asDutySummary(row),
    kind,
    strength: row.strength,
    age: ageOf(happenedOn, known.look.today, { rules: known.rules, cadence, kind }),
    visibility,
    revision,
    record: known.records.get(`${row.record_kind} ${row.record_id}`) ?? null,
    url,
    title,
    seenOn,
    file,
    shows: withTranslations(shows, row.own_translations, 'shows'),
    unchecked: uncheckedIn(shows, row.own_translations, 'shows'),
    original,
    happenedOn,
    occurrences: row.occurrences ?? [],
    linked,
    verified,
    changedAt,
    isExample,
  }
}

export async function ageRules(db: Db): Promise<AgeRule[]> {
  const rows = await db
    .selectFrom('evidence_ages')
    .select([
      'cadence',
      'kind',
      'ageing_after_months as ageingAfterMonths',
      'old_after_months as oldAfterMonths',
    ])
    .execute()
  return rows
}

function conditionsOf(filters: EvidenceFilters): Conditions {
  const conditions: Conditions = {}
  if (filters.duty) conditions.duty = sql`e.duty = ${filters.duty}`
  if (filters.revision) conditions.revision = sql`d.revision = ${filters.revision}`
  if (filters.body) conditions.body = hasParty('addressee', filters.body)
  if (filters.kind) conditions.kind = sql`e.kind = ${filters.kind}`
  if (filters.strength) conditions.strength = sql`${strength} = ${filters.strength}`
  if (filters.year)
    conditions.year = sql`e.happened_on between make_date(${filters.year}::int, 1, 1) and make_date(${filters.year}::int, 12, 31)`
  return conditions
}

/** Nobody chooses from a longer list. */
const mostRevisions = 100

/** Counted over what may be seen alone: a number never tells of what is hidden. */
async function facetsOf(db: Db, conditions: Conditions, look: Look) {
  const named = Object.entries(conditions)
  const flags = named.map(([name, condition]) => sql`, (${condition}) as ${sql.ref(`f_${name}`)}`)
  const but = (facet: string) =>
    every(named.filter(([name]) => name !== facet).map(([name]) => sql.ref(`f_${name}`)))
  const own = (facet: EvidenceFacet) => sql`
    select ${facet} as facet, ${sql.ref(facet)}::text as value, count(*) as count from matched
    where ${but(facet)} group by ${sql.ref(facet)}`
  const result = await sql<{ facet: string; value: string; count: number; label: FacetCount['label'] }>`
    with matched as (
      select e.kind, ${strength} as strength, extract(year from e.happened_on)::int as year, d.revision ${sql.join(flags, sql``)}
      from ${tables} where ${seen(look)}
    ), counted as (
      select 'total' as facet, '' as value, count(*) as count from matched where ${but('')}
      union all ${own('kind')} union all ${own('strength')} union all ${own('year')} union all (${own('revision')} order by count(*) desc, 2 limit ${mostRevisions})
    )
    select facet, value, count, r.name as label from counted
    left join revisions r on facet = 'revision' and r.id = value order by facet, count desc, value`.execute(
    db,
  )
  const of = (facet: EvidenceFacet): FacetCount[] =>
    result.rows
      .filter((row) => row.facet === facet)
      .map(({ value, label, count }) => ({ value, label, count }))
  return {
    total: result.rows.find(({ facet }) => facet === 'total')?.count ?? 0,
    facets: {
      kind: of('kind'),
      strength: of('strength'),
      year: of('year').toSorted((a, b) => Number(b.value) - Number(a.value)),
      revision: of('revision'),
    } satisfies Record<EvidenceFacet, FacetCount[]>,
  }
}
