import { sql, type RawBuilder } from 'kysely'
import type { GrantedRole, Scope } from '#platform/access/actor.ts'
import { every } from '#platform/database/conditions.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import {
  limitOf,
  readCursor,
  writeCursor,
  type FacetCount,
  type ListOf,
  type PageOf,
} from '#platform/web/listing.ts'
import { isHeld } from '../roles/actor-queries.ts'
import { lastDay } from '../roles/holder-queries.ts'
import { personState, type PersonState } from './person.ts'

export type PersonFilters = { role?: GrantedRole; state?: PersonState; q?: string }

export type PersonRow = {
  id: string
  name: string
  ownName: string | null
  email: string | null
  isConfirmed: boolean
  language: LanguageCode
  nameIsPublic: boolean
  state: PersonState
  joined: Date
  updated: Date
  roles: { role: GrantedRole; scope: Scope | null }[]
}

export type PersonRole = {
  id: string
  role: GrantedRole
  scope: Scope | null
  from: string
  to: string | null
  reason: string | null
  isHeld: boolean
  isEnded: boolean
}

/** All accounts, newest first. Only for those who administer them: the caller has asked the rights table. */
export async function personList(
  db: Db,
  filters: PersonFilters,
  today: string,
  page: PageOf = {},
): Promise<ListOf<PersonRow, 'role'>> {
  const { role, ...others } = filters
  const conditions = conditionsOf(others)
  const ofRole = role === undefined ? [] : [holdsRole(role, today)]
  const limit = limitOf(page)
  const cursor = readCursor(page.after, ['moment', 'text'])
  const after = cursor ? [sql`(p.created_at, p.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::text)`] : []
  const found = await sql<Columns & { key: string }>`
    select ${columnsOf(today)}, p.created_at::text as key from people p
    where ${every([...conditions, ...ofRole, ...after])}
    order by p.created_at desc, p.id desc limit ${limit + 1}`.execute(db)
  const counted = await sql<{ facet: string; value: string; count: number }>`
    select 'total' as facet, '' as value, count(*) as count from people p where ${every([...conditions, ...ofRole])}
    union all
    select 'role', r.role, count(distinct p.id) from people p
    join roles r on r.person = p.id and ${isHeld(today)} where ${every(conditions)} group by r.role
    order by facet, count desc, value`.execute(db)
  const rows = found.rows.slice(0, limit)
  const last = rows.at(-1)
  const roles: FacetCount[] = counted.rows
    .filter(({ facet }) => facet === 'role')
    .map(({ value, count }) => ({ value, count, label: null }))
  return {
    rows: rows.map(asPerson),
    total: counted.rows.find(({ facet }) => facet === 'total')?.count ?? 0,
    next: found.rows.length > limit && last ? writeCursor([last.key, last.id]) : null,
    facets: { role: roles },
  }
}

export async function personWithRoles(
  db: Db,
  id: string,
  today: string,
): Promise<(PersonRow & { allRoles: PersonRole[] }) | null> {
  const found = await sql<Columns>`select ${columnsOf(today)} from people p where p.id = ${id}`.execute(db)
  const row = found.rows[0]
  return row ? { ...asPerson(row), allRoles: await rolesOfPerson(db, id, today) } : null
}

/** Every role that somebody holds or held, newest first. */
async function rolesOfPerson(db: Db, person: string, today: string): Promise<PersonRole[]> {
  const rows = await db
    .selectFrom('roles as r')
    .select(['r.id', 'r.role', 'r.scope', 'r.from_date', 'r.reason', 'r.ended_at'])
    .select([lastDay.as('to_date'), isHeld(today).as('is_held')])
    .where('r.person', '=', person)
    .orderBy('r.from_date', 'desc')
    .orderBy('r.id')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    role: row.role,
    scope: row.scope,
    from: row.from_date,
    to: row.to_date,
    reason: row.reason,
    isHeld: row.is_held,
    isEnded: row.ended_at !== null,
  }))
}

/** One role and who holds it, to be ended. */
export async function roleById(db: Db, id: string) {
  const row = await db
    .selectFrom('roles as r')
    .innerJoin('people as p', 'p.id', 'r.person')
    .select(['r.id', 'r.person', 'r.role', 'r.scope', 'r.ended_at', 'p.name'])
    .where('r.id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

type Columns = {
  id: string
  name: string
  own_name: string | null
  email: string | null
  email_verified: boolean
  language: LanguageCode
  name_is_public: boolean
  disabled_at: Date | null
  erased_at: Date | null
  created_at: Date
  updated_at: Date
  roles: { role: GrantedRole; scope: Scope | null }[] | null
}

const columnsOf = (today: string) => sql`
  p.id, p.name, p.own_name, p.email, p.email_verified, p.language, p.name_is_public, p.disabled_at, p.erased_at,
  p.created_at, p.updated_at, (
    select jsonb_agg(jsonb_build_object('role', r.role, 'scope', r.scope) order by r.role, r.scope)
    from roles r where r.person = p.id and ${isHeld(today)}) as roles`

const holdsRole = (role: GrantedRole, today: string) => sql`
  exists (select 1 from roles r where r.person = p.id and r.role = ${role} and ${isHeld(today)})`

function conditionsOf({ state, q }: Omit<PersonFilters, 'role'>): RawBuilder<unknown>[] {
  const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 12)
  const text = sql`lower(concat_ws(' ', p.name, p.own_name, p.email))`
  return [
    state === 'erased' ? sql`p.erased_at is not null` : sql`p.erased_at is null`,
    ...(state === 'disabled' ? [sql`p.disabled_at is not null`] : []),
    ...(state === 'active' ? [sql`p.disabled_at is null`] : []),
    ...words.map((word) => sql`position(${word} in ${text}) > 0`),
  ]
}

const asPerson = (row: Columns): PersonRow => ({
  id: row.id,
  name: row.name,
  ownName: row.own_name,
  email: row.email,
  isConfirmed: row.email_verified,
  language: row.language,
  nameIsPublic: row.name_is_public,
  state: personState(row),
  joined: row.created_at,
  updated: row.updated_at,
  roles: row.roles ?? [],
})
