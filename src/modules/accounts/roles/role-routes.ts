import { z } from 'zod'
import { may, permit } from '#platform/access/rights.ts'
import { rule } from '#platform/web/problem.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { accountPaths } from '../paths.ts'
import { personWithRoles, roleById } from '../people/person-queries.ts'
import { personRights } from '../people/person-rights.ts'
import { dayOf } from './days.ts'
import { endRolePage, newRolePage } from './pages/role-pages.ts'
import { endRole, grantRole } from './role-commands.ts'
import { grantableRoles, roleFields, scopeOf } from './role-fields.ts'
import { endActionFor, roleRights } from './role-rights.ts'
import { scopeChoices } from './scope-choice-queries.ts'
import { scopeNames } from './scope-queries.ts'

/** Giving a role to somebody, and ending it. */
export function roleRoutes(site: Site): void {
  site.form({
    path: '/people/:person/roles/new',
    name: 'grantRole',
    summary: 'Give somebody a role, from a day to a day.',
    right: 'role.grant',
    fields: roleFields,
    read: async (visit, { person: id = '' }) => {
      permit(roleRights, 'grant', visit.actor, { state: 'held' })
      const person = await personWithRoles(visit.db, id, dayOf(visit.now))
      if (person === null || person.state === 'erased') return null
      return { person, roles: grantableRoles(visit.actor), choices: await scopeChoices(visit.db) }
    },
    page: newRolePage,
    act: async ({ db, actor, now: at }, { person: { id } }, { fields }) => {
      const read = scopeOf(fields)
      if ('issues' in read) return read
      const { role, from, to, reason } = fields
      const grant = { actor, at, person: id, role, scope: read.scope, from, to, reason }
      const outcome = await grantRole(db, grant)
      if ('issues' in outcome) return outcome
      return { to: accountPaths.person(id), done: 'done.role-granted' }
    },
  })

  site.form({
    path: '/roles/:role/end',
    name: 'endRole',
    summary: 'End a role at once; whoever holds it may do so too.',
    right: 'role.end',
    fields: z.strictObject({ reason: z.string().max(10_000, rule('rule.long-text')).optional() }),
    read: roleToEnd,
    page: endRolePage,
    act: async (visit, { role }, { fields: { reason } }) => {
      const { db, actor, now: at } = visit
      await endRole(db, { actor, at, id: role.id, reason })
      return { to: afterwards(visit, role), done: 'done.role-ended' }
    },
  })
}

async function roleToEnd({ db, actor }: Visit, { role: id = '' }: PathParameters) {
  // Asked before anything is read, so that a visitor cannot tell which roles there are.
  permit(roleRights, 'ask-about', actor, { state: 'held' })
  const role = await roleById(db, id)
  if (role === null) return null
  const within = role.scope === null ? [] : [role.scope]
  const state = role.ended_at === null ? 'held' : 'ended'
  permit(roleRights, endActionFor(role.role, role.scope), actor, { state, owners: [role.person], within })
  const names = role.scope === null ? null : await scopeNames(db, [role.scope])
  return { role, scopeName: (role.scope && names?.get(role.scope)) ?? null }
}

/** Back to where such roles are seen. */
function afterwards({ actor }: Visit, role: { person: string; scope: string | null }): string {
  if (role.person === actor.person) return accountPaths.account
  if (mayList(actor)) return accountPaths.person(role.person)
  const organization = /^organization:(.+)$/.exec(role.scope ?? '')?.[1]
  return organization === undefined ? accountPaths.account : accountPaths.organization(organization)
}

const mayList = (actor: Visit['actor']) => may(personRights, 'list', actor, { state: 'active' })
