import { z } from 'zod'
import { grantedRoles, type Actor, type GrantedRole, type Scope } from '#platform/access/actor.ts'
import { may } from '#platform/access/rights.ts'
import type { Issue } from '#platform/errors.ts'
import { languageCodes } from '#platform/languages.ts'
import { rule } from '#platform/web/problem.ts'
import { organizationsOf } from '../organizations/organization.ts'
import { grantActionFor, roleRights } from './role-rights.ts'
import { scopeKindsOf, type ScopeKind } from './role.ts'

const day = z.iso.date(rule('rule.date')).optional()
const codeText = z.string().max(200, rule('rule.short-text')).optional()

const shape = {
  role: z.enum(grantedRoles),
  organization: codeText,
  body: codeText,
  'action-line': codeText,
  region: codeText,
  to: day,
  reason: z.string().max(10_000, rule('rule.long-text')).optional(),
}

/** What the form of a new role sends. */
export const roleFields = z.strictObject({ ...shape, from: day })

/** And that of an invitation to one. */
export const invitationFields = z.strictObject({
  ...shape,
  email: z.string().max(254, rule('rule.email')),
  language: z.enum(languageCodes),
})

type Named = Partial<Record<ScopeKind, string | undefined>> & { role: GrantedRole }

/** What the role is for, from the one field that fits it. */
export function scopeOf(sent: Named): { scope: Scope | null } | { issues: Issue[] } {
  const named = (['organization', 'body', 'action-line', 'region'] as const).flatMap((kind) => {
    const typed = sent[kind]
    // The whole address may be pasted; its last part is the code.
    const id = typed
      ?.replace(/[?#].*$/, '')
      .split('/')
      .findLast(Boolean)
    return id === undefined ? [] : [{ kind, id }]
  })
  const { kinds, forAll } = scopeKindsOf[sent.role]
  const [first, second] = named
  if (first === undefined)
    return forAll ? { scope: null } : { issues: [{ field: kinds[0] ?? 'role', key: 'roles.scope.unfit' }] }
  if (second !== undefined) return { issues: [{ field: second.kind, key: 'roles.scope.unfit' }] }
  if (!kinds.includes(first.kind)) return { issues: [{ field: first.kind, key: 'roles.scope.unfit' }] }
  return { scope: `${first.kind}:${first.id}` }
}

/** Roles that somebody may give at all, for whatever they may give them. */
export const grantableRoles = (actor: Actor): GrantedRole[] =>
  grantedRoles.filter((role) => examplesFor(actor, role).some((scope) => mayGrant(actor, role, scope)))

const mayGrant = (actor: Actor, role: GrantedRole, scope: Scope | null): boolean =>
  may(roleRights, grantActionFor(role, scope), actor, {
    state: 'held',
    within: scope === null ? [] : [scope],
  })

/** A scope of each kind that fits the role: those of the actor's organizations, and any other. */
const examplesFor = (actor: Actor, role: GrantedRole): (Scope | null)[] => {
  const { kinds, forAll } = scopeKindsOf[role]
  const own = kinds.includes('organization') ? organizationsOf(actor) : []
  return [
    ...(forAll ? [null] : []),
    ...kinds.map((kind): Scope => `${kind}:any`),
    ...own.map((id): Scope => `organization:${id}`),
  ]
}
