import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { every } from '#platform/database/conditions.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Translated } from '#platform/languages.ts'
import {
  limitOf,
  readCursor,
  writeCursor,
  type FacetCount,
  type ListOf,
  type PageOf,
} from '#platform/web/listing.ts'
import { workSeenBy } from '../activity-queries.ts'
import {
  waitingStates,
  workFacets,
  workStates,
  type WorkFacet,
  type WorkFilters,
  type WorkRow,
} from './work.ts'

/** Entries that somebody has to look at, what waits longest first. Two questions, however many rows. */
export async function workList(
  db: Db,
  actor: Actor,
  filters: WorkFilters,
  page: PageOf = {},
): Promise<ListOf<WorkRow, WorkFacet>> {
  const limit = limitOf(page)
  const conditions = conditionsOf(actor, filters)
  const cursor = readCursor(page.after, ['moment', 'text'])
  const after = cursor
    ? [sql`(${since(filters)}, a.id) > (${cursor[0]}::timestamptz, ${cursor[1]}::text)`]
    : []
  const found = await sql<WorkRow & { key: string }>`
    select a.id, a.state, a.content->>'title' as title, a.language, a.organization,
      o.name as "organizationName", o.region, o.country, ${lines} as lines, ${since(filters)} as since,
      a.submitted_at as submitted, a.moderator, m.name as "moderatorName",
      a.approved_by is not null as "isApproved", a.call, a.revision, a.is_example as "isExample",
      to_char(${since(filters)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as key
    from ${entries} left join people m on m.id = a.moderator
    where ${every([workSeenBy(actor), ...Object.values(conditions), ...after])}
    order by ${since(filters)}, a.id limit ${limit + 1}`.execute(db)
  const rows = found.rows.slice(0, limit)
  const last = rows.at(-1)
  const next = found.rows.length > limit && last ? writeCursor([last.key, last.id]) : null
  return {
    rows: rows.map(({ key: _key, ...row }) => row),
    next,
    ...(await countsOf(db, actor, conditions)),
  }
}

/** How many entries wait for a decision. */
export async function waitingCount(db: Db): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*) as count from activities where state in ('submitted', 'update-pending')`.execute(db)
  return found.rows[0]?.count ?? 0
}

const entries = sql`activities a left join organizations o on o.id = a.organization`

/** What waits has a moment of its own; everything else counts from when it was last touched. Each is in an index. */
const since = ({ state }: WorkFilters): RawBuilder<unknown> =>
  state === undefined || state === 'submitted' || state === 'update-pending'
    ? sql`a.submitted_at`
    : sql`a.updated_at`

const lines = sql`array(
  select l->>'code' from jsonb_array_elements(a.content->'actionLines') with ordinality as t(l, place) order by place)`

type Conditions = { state: RawBuilder<unknown> } & Partial<Record<WorkFacet | 'words', RawBuilder<unknown>>>

function conditionsOf(actor: Actor, filters: WorkFilters): Conditions {
  const { state, language, region, country, stakeholder, organization, line, care, call, q } = filters
  const words = (q ?? '').toLowerCase().split(/\s+/u).filter(Boolean).slice(0, 12)
  return {
    state: inStates(state === undefined ? waitingStates : [state]),
    ...(language ? { language: sql`a.language = ${language}` } : {}),
    ...(region ? { region: sql`coalesce(o.region = ${region}, false)` } : {}),
    ...(country ? { country: sql`coalesce(o.country = ${country}, false)` } : {}),
    ...(stakeholder ? { stakeholder: sql`coalesce(o.stakeholder_type = ${stakeholder}, false)` } : {}),
    ...(organization ? { organization: sql`coalesce(a.organization = ${organization}, false)` } : {}),
    ...(line ? { line: sql`${line} = any(${lines})` } : {}),
    ...(care ? { care: sql`${careOf(actor)} = ${care}` } : {}),
    ...(call ? { call: sql`coalesce(a.call = ${call}, false)` } : {}),
    ...(words.length > 0
      ? { words: every(words.map((word) => sql`position(${word} in lower(a.content->>'title')) > 0`)) }
      : {}),
  }
}

/** States as literals, so that the database sees that its partial index holds all of them. */
const inStates = (states: readonly string[]): RawBuilder<unknown> =>
  sql`a.state in (${sql.join(states.map((state) => sql.lit(state)))})`

const careOf = (actor: Actor) => sql`case
  when a.moderator is null then 'nobody' when a.moderator = ${actor.id} then 'mine' else 'others' end`

const valueOf = (actor: Actor): Record<Exclude<WorkFacet, 'state' | 'line'>, RawBuilder<unknown>> => ({
  care: careOf(actor),
  language: sql`a.language`,
  region: sql`o.region`,
  country: sql`o.country`,
  stakeholder: sql`o.stakeholder_type`,
  organization: sql`a.organization`,
  call: sql`a.call`,
})

const mostValues = 60

/**
 * How many remain with each value when all other filters hold, in one question. Only the counts of states look beyond the
 * states that are asked for.
 */
async function countsOf(db: Db, actor: Actor, conditions: Conditions) {
  const { state: inState, ...others } = conditions
  const named = Object.entries(others)
  const flags = named.map(([name, condition]) => sql`, (${condition}) as ${sql.ref(`f_${name}`)}`)
  const values = Object.entries(valueOf(actor))
  const columns = values.map(([name, value]) => sql`, ${value} as ${sql.ref(`v_${name}`)}`)
  const but = (facet: string) =>
    every(named.filter(([name]) => name !== facet).map(([name]) => sql.ref(`f_${name}`)))
  const counted = values.map(
    ([name]) => sql`
      union all select ${name}, ${sql.ref(`v_${name}`)}, count(*) from chosen
      where ${sql.ref(`v_${name}`)} is not null and ${but(name)} group by 2`,
  )
  const result = await sql<{ facet: string; value: string; count: number; label: Translated | null }>`
    with chosen as materialized (
      select a.id, ${lines} as lines ${sql.join([...columns, ...flags], sql``)} from ${entries}
      where ${every([workSeenBy(actor), inState])}),
    counted as (
      select 'total' as facet, '' as value, count(*) as count from chosen where ${but('')}
      union all select 'line', line, count(*) from chosen, unnest(lines) as line where ${but('line')} group by 2
      ${sql.join(counted, sql``)}
      union all select 'state', a.state, count(*) from ${entries}
      where ${every([workSeenBy(actor), inStates(workStates), ...Object.values(others)])} group by 2)
    select facet, value, count, o.name as label from counted
    left join organizations o on facet = 'organization' and o.id = value
    order by facet, count desc, value`.execute(db)
  const of = (facet: WorkFacet): FacetCount[] =>
    result.rows
      .filter((row) => row.facet === facet)
      .slice(0, mostValues)
      .map(({ value, label, count }) => ({ value, label, count }))
  return {
    total: result.rows.find(({ facet }) => facet === 'total')?.count ?? 0,
    facets: Object.fromEntries(workFacets.map((facet) => [facet, of(facet)])) as Record<
      WorkFacet,
      FacetCount[]
    >,
  }
}
