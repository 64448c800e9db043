import { sql, type RawBuilder } from 'kysely'
import { allBodies, type Body, type BodyRef } from '#modules/accounts/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { whileUnchanged } from '#platform/while-unchanged.ts'
import { dutiesWhere } from './duty-queries.ts'
import { every } from './duty-row-queries.ts'
import type { When } from './look.ts'
import type { DutyRow, Party } from './duty.ts'
import { limitOf, readCursor, writeCursor, type FacetCount, type ListOf, type PageOf } from '../listing.ts'
import type { BodyRow } from './overview.ts'

export type BodyFilters = {
  kind?: string
  /** Those that words have found. */
  found?: readonly string[]
}

/** A body with all that it was told to do, is given, or passes on. */
export type BodyPage = Body & {
  /** Bodies above it, the nearest last. */
  parents: BodyRef[]
  children: BodyRef[]
  asAddressee: DutyRow[]
  asRecipient: DutyRow[]
  asVia: DutyRow[]
}

/** How many duties name each body in which role; read once for all of them. */
const roles = sql`
  select x.body, count(distinct x.duty) filter (where x.role = 'addressee') as addressee,
    count(distinct x.duty) filter (where x.role = 'recipient') as recipient,
    count(distinct x.duty) filter (where x.role = 'via') as via
  from duty_parties x join duties d on d.id = x.duty where x.body is not null and d.obligation group by x.body`

type BodyColumns = Omit<BodyRow, 'asAddressee' | 'asRecipient' | 'asVia'> & {
  addressee: number
  recipient: number
  via: number
  named: number
}

/** Bodies, those that have most to do with duties first. */
export function bodyList(db: Db, filters: BodyFilters, page: PageOf = {}): Promise<ListOf<BodyRow, 'kind'>> {
  const key = JSON.stringify(['bodies', filters, page])
  return whileUnchanged(
    db,
    key,
    () => bodyListNow(db, filters, page),
    ({ rows }) => (rows[0]?.asAddressee ?? 0) + (rows[0]?.asRecipient ?? 0) > mostOfOneCountedAnew,
  )
}

// Of the body that is named most; all of them together are many more.
const mostOfOneCountedAnew = 200

async function bodyListNow(db: Db, filters: BodyFilters, page: PageOf): Promise<ListOf<BodyRow, 'kind'>> {
  const conditions = conditionsOf(filters)
  const limit = limitOf(page)
  const cursor = readCursor(page.after, ['integer', 'text'])
  const after = cursor ? sql`(-named, id) > (${cursor[0]}::int, ${cursor[1]}::text)` : sql`true`
  const found = await sql<BodyColumns>`
    select * from (
      select counted.*, (addressee + recipient + via)::int as named from (
        select b.id, b.acronym, n.name, b.kind, b.parent, coalesce(c.addressee, 0) as addressee,
          coalesce(c.recipient, 0) as recipient, coalesce(c.via, 0) as via
        from bodies b join body_names n on n.body = b.id and n.to_date is null
        left join (${roles}) as c on c.body = b.id
        where ${every(Object.values(conditions))}
      ) as counted
    ) as ranked where ${after} order by -named, id limit ${limit + 1}`.execute(db)
  const rows = found.rows.slice(0, limit)
  const last = rows.at(-1)
  const next = found.rows.length > limit && last ? writeCursor([-last.named, last.id]) : null
  return { rows: rows.map(asBodyRow), next, ...(await facetsOf(db, conditions)) }
}

export async function bodyById(db: Db, id: string, when: When): Promise<BodyPage | null> {
  const bodies = await allBodies(db)
  const body = bodies.find((one) => one.id === id)
  if (!body) return null
  const named = sql`d.obligation and d.id in (select x.duty from duty_parties x where x.body = ${id})`
  const duties = await dutiesWhere(db, named, when)
  const isAmong = (parties: Party[]) => parties.some((party) => party.id === id)
  const refOf = ({ id: of, acronym, name }: Body): BodyRef => ({ id: of, acronym, name })
  return {
    ...body,
    parents: parentsOf(bodies, body).map(refOf),
    children: bodies.filter(({ parent }) => parent === id).map(refOf),
    asAddressee: duties.filter(({ addressees }) => isAmong(addressees)),
    asRecipient: duties.filter(({ recipients }) => isAmong(recipients)),
    asVia: duties.filter(({ via }) => isAmong(via)),
  }
}

function parentsOf(bodies: Body[], { parent }: Body): Body[] {
  const above = bodies.find(({ id }) => id === parent)
  return above ? [...parentsOf(bodies, above), above] : []
}

const asBodyRow = ({ addressee, recipient, via, named: _, ...row }: BodyColumns): BodyRow => ({
  ...row,
  asAddressee: addressee,
  asRecipient: recipient,
  asVia: via,
})

type Conditions = Partial<Record<keyof BodyFilters, RawBuilder<unknown>>>

const conditionsOf = ({ kind, found }: BodyFilters): Conditions => ({
  ...(kind ? { kind: sql`b.kind = ${kind}` } : {}),
  ...(found ? { found: sql`b.id = any(${[...found]}::text[])` } : {}),
})

async function facetsOf(db: Db, conditions: Conditions) {
  const { kind: _, ...others } = conditions
  const result = await sql<{ value: string; count: number; matching: number }>`
    select b.kind as value, count(*) as count, count(*) filter (where ${every(Object.values(conditions))}) as matching
    from bodies b where ${every(Object.values(others))} group by b.kind order by count(*) desc, b.kind`.execute(
    db,
  )
  const kind: FacetCount[] = result.rows.map(({ value, count }) => ({ value, label: null, count }))
  return { total: result.rows.reduce((sum, { matching }) => sum + matching, 0), facets: { kind } }
}
