import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { Translated } from '#platform/languages.ts'
import { mostCountedAnew, whileUnchanged } from '#platform/while-unchanged.ts'
import {
  asDueDate,
  asDutySummary,
  chainsAtOnce,
  dutyTables,
  every,
  occurrenceColumns,
  occurrenceState,
  shownOccurrences,
  summaryColumns,
  type OccurrenceColumns,
  type SummaryColumns,
} from '../duties/duty-row-queries.ts'
import { hasParty } from '../duties/duty-queries.ts'
import type { OccurrenceFilters, OccurrenceRow } from '../duties/duty.ts'
import { limitOf, readCursor, writeCursor, type FacetCount, type ListOf, type PageOf } from '../listing.ts'
import { asLook, type Look, type When } from '../duties/look.ts'

export type OccurrenceFacet = 'year' | 'addressee' | 'recipient' | 'state'

type Conditions = Partial<Record<keyof OccurrenceFilters, RawBuilder<unknown>>>

const tables = sql`${dutyTables} join occurrences o on o.duty = d.id`
/** A day when there is one; what is due some time in a year comes after its days; what has no date comes last. */
const day = sql`coalesce(o.starts::text, o.year || '-99', '9999')`
const order = sql`${day}, d.id, o.place`

/** Due dates in their order, up to next year, with the counts for each value of each filter. */
export async function occurrenceList(
  db: Db,
  filters: OccurrenceFilters,
  when: When,
  page: PageOf = {},
): Promise<ListOf<OccurrenceRow, OccurrenceFacet>> {
  const look = asLook(when)
  const found = await dueDates(db, filters, when, page)
  const key = JSON.stringify(['due dates', filters, look])
  const { total, facets } = await whileUnchanged(
    db,
    key,
    () => facetsOf(db, conditionsOf(filters, look), look),
    ({ looked }) => looked > mostCountedAnew,
  )
  return { ...found, total, facets }
}

/** Due dates in their order, without any counts: for pages that show some of them. */
export async function dueDates(
  db: Db,
  filters: OccurrenceFilters,
  when: When,
  page: PageOf = {},
): Promise<Pick<ListOf<OccurrenceRow>, 'rows' | 'next'>> {
  const look = asLook(when)
  const conditions = conditionsOf(filters, look)
  const limit = limitOf(page)
  const cursor = readCursor(page.after, ['text', 'text', 'integer'])
  const after = cursor ? [sql`(${order}) > (${cursor[0]}::text, ${cursor[1]}::text, ${cursor[2]}::int)`] : []
  const asked = [sql`d.obligation`, shownOccurrences(look), ...Object.values(conditions), ...after]
  const found = await sql<SummaryColumns & OccurrenceColumns & { key: (string | number)[] }>`
    select ${summaryColumns}, ${occurrenceColumns(look)}, jsonb_build_array(${order}) as key from ${tables}
    where ${every(asked)} order by ${order} limit ${limit + 1}`.execute(db)
  const rows = found.rows.slice(0, limit)
  const last = rows.at(-1)
  const next = found.rows.length > limit && last ? writeCursor(last.key) : null
  return { rows: rows.map(asOccurrenceRow), next }
}

const asOccurrenceRow = (row: SummaryColumns & OccurrenceColumns): OccurrenceRow => ({
  id: `${row.duty_id}@${row.occasion_id ?? row.year ?? 'unknown'}`,
  ...asDueDate(row),
  duty: asDutySummary(row),
})

function conditionsOf(filters: OccurrenceFilters, look: Look): Conditions {
  const conditions: Conditions = {}
  if (filters.year) conditions.year = sql`coalesce(o.year = ${filters.year}, false)`
  if (filters.addressee) conditions.addressee = hasParty('addressee', filters.addressee)
  if (filters.recipient) conditions.recipient = hasParty('recipient', filters.recipient)
  if (filters.state) conditions.state = sql`${occurrenceState(look)} = ${filters.state}`
  if (filters.revision) conditions.revision = sql`d.revision = ${filters.revision}`
  if (filters.duty) conditions.duty = sql`d.id = ${filters.duty}`
  if (filters.duties) conditions.duties = sql`d.id = any(${[...filters.duties]}::text[])`
  if (filters.address) conditions.address = sql`d.address = ${filters.address}`
  if (filters.from) {
    // The year alone can be looked up; the day then decides.
    conditions.from = sql`o.year >= ${Number(filters.from.slice(0, 4))} and coalesce(coalesce(o.ends, make_date(o.year, 12, 31)) >= ${filters.from}::date, false)`
  }
  return conditions
}

const facetNames: readonly string[] = ['year', 'addressee', 'recipient', 'state'] satisfies OccurrenceFacet[]

async function facetsOf(db: Db, conditions: Conditions, look: Look) {
  const named = Object.entries(conditions).filter(([name]) => facetNames.includes(name))
  const fixed = Object.entries(conditions).flatMap(([name, condition]) =>
    facetNames.includes(name) ? [] : [condition],
  )
  const flags = named.map(([name, condition]) => sql`, (${condition}) as ${sql.ref(`f_${name}`)}`)
  const but = (facet: string) =>
    every(named.filter(([name]) => name !== facet).map(([name]) => sql.ref(`f_${name}`)))
  const body = (role: 'addressee' | 'recipient') => sql`
    select ${role}, x.body, count(*) from matched m
    join duty_parties x on x.duty = m.id and x.role = ${role} and x.body is not null where ${but(role)} group by x.body`
  const result = await sql<{ facet: string; value: string; count: number; label: Translated | null }>`
    with ${chainsAtOnce}, matched as (
      select d.id, o.year, ${occurrenceState(look)} as state ${sql.join(flags, sql``)}
      from duties d join chains c on c.id = d.revision join occurrences o on o.duty = d.id
      where ${every([sql`d.obligation`, shownOccurrences(look), ...fixed])}
    ), counted as (
      select 'total' as facet, '' as value, count(*) as count from matched where ${but('')}
      union all select 'looked', '', count(*) from matched
      union all select 'year', year::text, count(*) from matched where year is not null and ${but('year')} group by year
      union all select 'state', state, count(*) from matched where ${but('state')} group by state
      union all ${body('addressee')} union all ${body('recipient')}
    )
    select facet, value, count, n.name as label from counted
    left join body_names n on facet in ('addressee', 'recipient') and n.body = value and n.to_date is null
    order by facet, count desc, value`.execute(db)
  const of = (facet: OccurrenceFacet): FacetCount[] =>
    result.rows
      .filter((row) => row.facet === facet)
      .map(({ value, label, count }) => ({ value, label, count }))
  const facets: Record<OccurrenceFacet, FacetCount[]> = {
    year: of('year').toSorted((a, b) => Number(a.value) - Number(b.value)),
    state: of('state'),
    addressee: of('addressee'),
    recipient: of('recipient'),
  }
  const counted = (name: string) => result.rows.find(({ facet }) => facet === name)?.count ?? 0
  return { total: counted('total'), looked: counted('looked'), facets }
}
