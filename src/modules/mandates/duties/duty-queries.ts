import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { Translated } from '#platform/languages.ts'
import { sha256 } from '#platform/sha256.ts'
import { mostCountedAnew, whileUnchanged } from '#platform/while-unchanged.ts'
import {
  afterDuty,
  asDutyRow,
  chainsAtOnce,
  countedDutyTables,
  dutyColumns,
  dutyKey,
  dutyOrder,
  dutyTables,
  every,
  shownOccurrences,
  stateOfDuty,
  statesOfDuty,
  type DutyColumns,
} from './duty-row-queries.ts'
import type { DutyFilters, DutyRow } from './duty.ts'
import { limitOf, readCursor, writeCursor, type FacetCount, type ListOf, type PageOf } from '../listing.ts'
import { isOverlap, isUnanswered, isWithoutOwner, ownedBy } from '../keeping/answered-queries.ts'
import { asLook, type Look, type When } from './look.ts'

export const dutyFacets = [
  'addressee',
  'recipient',
  'cadence',
  'year',
  'actionLine',
  'sdg',
  'state',
  'revision',
] as const

export type DutyFacet = (typeof dutyFacets)[number]

type Conditions = Partial<Record<keyof DutyFilters, RawBuilder<unknown>>>

/** Duties that match all filters, newest revision first, with the counts for each value of each filter. */
export async function dutyList(
  db: Db,
  filters: DutyFilters,
  when: When,
  page: PageOf = {},
): Promise<ListOf<DutyRow, DutyFacet>> {
  const look = asLook(when)
  const conditions = conditionsOf(filters, look)
  const limit = limitOf(page)
  const cursor = readCursor(page.after, ['integer', 'text', 'integer', 'integer'])
  const asked = [sql`d.obligation`, ...Object.values(conditions), ...(cursor ? [afterDuty(cursor)] : [])]
  const [found, facets] = [
    await sql<DutyColumns & { key: (string | number)[] }>`
      select ${dutyColumns(look)}, ${dutyKey} from ${dutyTables} cross join ${statesOfDuty(look)}
      where ${every(asked)} order by ${sql.join(dutyOrder)} limit ${limit + 1}`.execute(db),
    await countsOf(db, filters, conditions, look),
  ]
  const rows = found.rows.slice(0, limit)
  const last = rows.at(-1)
  const next = found.rows.length > limit && last ? writeCursor(last.key) : null
  return { rows: rows.map(asDutyRow), next, ...facets }
}

export async function dutyById(db: Db, id: string, when: When): Promise<DutyRow | null> {
  const rows = await dutiesWhere(db, sql`d.id = ${id}`, when)
  return rows[0] ?? null
}

const mostOfOne = 1000

/** All duties that a condition names, in their order; for records that show their duties whole. */
export async function dutiesWhere(db: Db, condition: RawBuilder<unknown>, when: When): Promise<DutyRow[]> {
  const look = asLook(when)
  const found = await sql<DutyColumns>`
    select ${dutyColumns(look)} from ${dutyTables} cross join ${statesOfDuty(look)}
    where ${condition} order by ${sql.join(dutyOrder)} limit ${mostOfOne}`.execute(db)
  return found.rows.map(asDutyRow)
}

export const hasParty = (role: 'addressee' | 'recipient' | 'via', body: string) => sql`
  exists (select 1 from duty_parties x where x.duty = d.id and x.role = ${role} and x.body = ${body})`

/** Names the goals or the 2030 Agenda as such, not only inside the name of a body or programme. */
const namesGoals = sql`p.sdg`

function conditionsOf(filters: DutyFilters, look: Look): Conditions {
  const { addressee, recipient, via, cadence, year, actionLine, sdg, state, revision, instrument } = filters
  const { owner, keeping, found } = filters
  const conditions: Conditions = {}
  if (addressee) conditions.addressee = hasParty('addressee', addressee)
  if (recipient) conditions.recipient = hasParty('recipient', recipient)
  if (via) conditions.via = hasParty('via', via)
  if (cadence) conditions.cadence = sql`coalesce(d.cadence, 'unknown') = ${cadence}`
  if (year) conditions.year = dueIn(year, look)
  if (actionLine) conditions.actionLine = sql`p.action_lines @> array[${actionLine}::text]`
  if (sdg) conditions.sdg = sdg === 'any' ? namesGoals : sql`p.goals @> array[${Number(sdg)}::int]`
  if (state) conditions.state = sql`${stateOfDuty} = ${state}`
  if (revision) conditions.revision = sql`d.revision = ${revision}`
  if (instrument) conditions.instrument = sql`r.instrument = ${instrument}`
  if (owner) conditions.owner = ownedBy(owner)
  if (keeping) conditions.keeping = inKeeping(keeping, look)
  if (found) conditions.found = isFound(found)
  return conditions
}

function inKeeping(keeping: NonNullable<DutyFilters['keeping']>, look: Look) {
  if (keeping === 'gap') return isWithoutOwner
  return keeping === 'overlap' ? isOverlap : isUnanswered(look)
}

const dueIn = (year: number, look: Look) => sql`
  exists (select 1 from occurrences o where o.duty = d.id and o.year = ${year} and ${shownOccurrences(look)})`

const isFound = ({ duty, provision }: NonNullable<DutyFilters['found']>) => sql`
  (d.id = any(${[...duty]}::text[]) or d.revision || '/' || d.address = any(${[...provision]}::text[]))`

/** Nobody chooses from a longer list; what is chosen is always in it. */
const mostRevisions = 100

/** In a large register the counts are remembered until something changes: they are the same on every page of a list. */
async function countsOf(db: Db, filters: DutyFilters, conditions: Conditions, look: Look) {
  const key = `duties ${sha256({ filters, look })}`
  const { total, facets } = await whileUnchanged(
    db,
    key,
    () => facetsOf(db, filters, conditions, look),
    ({ looked }) => looked > mostCountedAnew,
  )
  return { total, facets }
}

/** Each duty once with the answer to every filter; then, per facet, what remains when all other filters hold. */
async function facetsOf(db: Db, filters: DutyFilters, conditions: Conditions, look: Look) {
  const isFacet = (name: string) => dutyFacets.some((facet) => facet === name)
  const named = Object.entries(conditions).filter(([name]) => isFacet(name))
  const fixed = Object.entries(conditions).flatMap(([name, condition]) => (isFacet(name) ? [] : [condition]))
  const flags = named.map(([name, condition]) => sql`, (${condition}) as ${sql.ref(`f_${name}`)}`)
  const but = (facet: string) =>
    every(named.filter(([name]) => name !== facet).map(([name]) => sql.ref(`f_${name}`)))
  const body = (role: 'addressee' | 'recipient') => sql`
    select ${role} as facet, x.body as value, count(distinct m.id) as count
    from matched m join duty_parties x on x.duty = m.id and x.role = ${role} and x.body is not null
    where ${but(role)} group by x.body`
  const own = (facet: DutyFacet, column: string) => sql`
    select ${facet}, ${sql.ref(column)}::text, count(*) from matched where ${but(facet)} group by ${sql.ref(column)}`
  const result = await sql<{ facet: string; value: string; count: number; label: Translated | null }>`
    with ${chainsAtOnce}, matched as (
      select d.id, d.revision, coalesce(d.cadence, 'unknown') as cadence, p.action_lines, p.sdg, p.goals, c.superseded_in,
        c.successor_has_provisions, d.cadence as rhythm, ${stateOfDuty} as state ${sql.join(flags, sql``)}
      from ${countedDutyTables} cross join ${statesOfDuty(look)} where ${every([sql`d.obligation`, ...fixed])}
    ), counted as (
      select 'total' as facet, '' as value, count(*) as count from matched where ${but('')}
      union all select 'looked', '', count(*) from matched
      union all ${body('addressee')} union all ${body('recipient')}
      union all ${own('cadence', 'cadence')} union all ${own('state', 'state')} union all ${own('revision', 'revision')}
      union all select 'actionLine', line, count(*) from matched, unnest(action_lines) as line
        where ${but('actionLine')} group by line
      union all select 'sdg', 'any', count(*) from matched where sdg and ${but('sdg')} having count(*) > 0
      union all select 'sdg', goal::text, count(*) from matched, unnest(goals) as goal where ${but('sdg')} group by goal
      union all select 'year', o.year::text, count(distinct d.id)
        from (select id, rhythm as cadence, superseded_in, successor_has_provisions from matched where ${but('year')}) as d
        cross join lateral (select d.superseded_in, d.successor_has_provisions) as c
        join occurrences o on o.duty = d.id
        where o.year is not null and ${shownOccurrences(look)} group by o.year
    )
    select facet, value, count, coalesce(n.name, r.name) as label
    from (select *, row_number() over (partition by facet order by count desc, value) as place from counted) as ranked
    left join body_names n on facet in ('addressee', 'recipient') and n.body = value and n.to_date is null
    left join revisions r on facet = 'revision' and r.id = value
    where facet <> 'revision' or ranked.place <= ${mostRevisions} or value = ${filters.revision ?? null}
    order by facet, count desc, value`.execute(db)
  return {
    total: result.rows.find(({ facet }) => facet === 'total')?.count ?? 0,
    looked: result.rows.find(({ facet }) => facet === 'looked')?.count ?? 0,
    facets: grouped(result.rows),
  }
}

function grouped(rows: { facet: string; value: string; count: number; label: Translated | null }[]) {
  const of = (facet: DutyFacet): FacetCount[] =>
    rows.filter((row) => row.facet === facet).map(({ value, label, count }) => ({ value, label, count }))
  const byNumber = (facet: DutyFacet) => of(facet).toSorted((a, b) => Number(a.value) - Number(b.value))
  return {
    addressee: of('addressee'),
    recipient: of('recipient'),
    cadence: of('cadence'),
    year: byNumber('year'),
    actionLine: of('actionLine').toSorted((a, b) => a.value.localeCompare(b.value, 'en', { numeric: true })),
    sdg: of('sdg'),
    state: of('state'),
    revision: of('revision'),
  } satisfies Record<DutyFacet, FacetCount[]>
}
