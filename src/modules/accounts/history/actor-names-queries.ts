import { has, type Actor, type GrantedRole, type Scope } from '#platform/access/actor.ts'
import { levelsSeenBy } from '#platform/access/visibility.ts'
import type { Db } from '#platform/database/tables.ts'
import { inLanguage, type Translated } from '#platform/languages.ts'
import type { ActorName, ActorNames } from '#platform/past/subject.ts'
import { scopeNames } from '../roles/scope-queries.ts'

type Person = { id: string; name: string; erased_at: Date | null }

type Held = {
  person: string
  role: GrantedRole
  scope: Scope | null
  from_date: string
  to_date: string | null
  ended_at: Date | null
}

/** Who acted, by name for those who may know it, else by the role that they held then. Three questions, however many lines. */
export const actorNames: ActorNames = async ({ db, actor, language }, lines) => {
  const ids = [...new Set(lines.map((line) => line.actor))]
  const people = await peopleOf(db, ids)
  const held = people.length === 0 ? [] : await rolesOf(db, people)
  const scopes = [...new Set(held.flatMap(({ scope }) => scope ?? []))]
  const names = await scopeNamesSeenBy(db, actor, scopes)
  return (line) => {
    const person = people.find(({ id }) => id === line.actor)
    if (person === undefined) return null
    const own = held.filter((role) => role.person === person.id)
    if (person.erased_at !== null) return { kind: 'erased' }
    if (mayKnow(actor, person, own)) return { kind: 'name', name: person.name }
    return roleThen(own, line.at, (scope) => inLanguage(names.get(scope) ?? {}, language)?.text ?? null)
  }
}

/** What scopes are called; organizations that the actor may not see are missing. */
export async function scopeNamesSeenBy(
  db: Db,
  actor: Actor,
  scopes: readonly Scope[],
): Promise<Map<string, Translated>> {
  if (scopes.length === 0) return new Map()
  const names = await scopeNames(db, scopes)
  const organizations = [...names.keys()].filter((scope) => scope.startsWith('organization:'))
  if (organizations.length === 0) return names
  const seen = await db
    .selectFrom('organizations')
    .select('id')
    .where(
      'id',
      'in',
      organizations.map((scope) => scope.slice('organization:'.length)),
    )
    .where('visibility', 'in', levelsSeenBy(actor))
    .execute()
  const open = new Set(seen.map(({ id }) => `organization:${id}`))
  return new Map([...names].filter(([scope]) => !organizations.includes(scope) || open.has(scope)))
}

const peopleOf = async (db: Db, ids: readonly string[]): Promise<Person[]> =>
  ids.length === 0
    ? []
    : db.selectFrom('people').select(['id', 'name', 'erased_at']).where('id', 'in', ids).execute()

const rolesOf = (db: Db, people: readonly Person[]): Promise<Held[]> =>
  db
    .selectFrom('roles')
    .select(['person', 'role', 'scope', 'from_date', 'to_date', 'ended_at'])
    .where(
      'person',
      'in',
      people.map(({ id }) => id),
    )
    .execute()

/**
 * Themselves, the secretariat, and people of the same organization. Whoever lets the public read their name beside a role has
 * not agreed that it stands beside all that they do.
 */
const mayKnow = (reader: Actor, person: Person, roles: readonly Held[]): boolean =>
  reader.person === person.id ||
  has(reader, 'secretariat') ||
  has(reader, 'administrator') ||
  reader.standings.some(
    ({ scope }) =>
      scope !== null && scope.startsWith('organization:') && roles.some((role) => role.scope === scope),
  )

// The first of these that somebody held is what they are called by.
const order: readonly GrantedRole[] = [
  'secretariat',
  'verifier',
  'focal-point',
  'translator',
  'facilitator',
  'chair',
  'regional-officer',
  'delegate',
  'representative',
  'administrator',
  'member',
]

function roleThen(
  roles: readonly Held[],
  at: Date,
  nameOf: (scope: Scope) => string | null,
): ActorName | null {
  const day = at.toISOString().slice(0, 10)
  const then = roles.filter(
    ({ from_date, to_date, ended_at }) =>
      from_date <= day && (to_date === null || to_date >= day) && (ended_at === null || ended_at > at),
  )
  const role = order.flatMap((name) => then.filter((one) => one.role === name))[0]
  if (role === undefined) return null
  return { kind: 'role', role: role.role, of: role.scope === null ? null : nameOf(role.scope) }
}
