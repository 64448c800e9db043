import type { GrantedRole, Scope } from '#platform/access/actor.ts'

export const roleStates = ['held', 'ended'] as const

export type RoleState = (typeof roleStates)[number]

export type ScopeKind = 'body' | 'organization' | 'action-line' | 'region'

/** For what each role is held; without a kind it is for everything. The database says the same. */
export const scopeKindsOf: Record<GrantedRole, { kinds: readonly ScopeKind[]; forAll: boolean }> = {
  representative: { kinds: ['organization'], forAll: false },
  member: { kinds: ['organization'], forAll: false },
  delegate: { kinds: ['organization'], forAll: false },
  facilitator: { kinds: ['action-line'], forAll: false },
  chair: { kinds: ['body'], forAll: false },
  'regional-officer': { kinds: ['region'], forAll: false },
  'focal-point': { kinds: ['organization', 'body'], forAll: false },
  verifier: { kinds: ['body'], forAll: true },
  translator: { kinds: [], forAll: true },
  secretariat: { kinds: [], forAll: true },
  administrator: { kinds: [], forAll: true },
}

export const scopeKind = (scope: Scope): ScopeKind => scope.split(':', 1)[0] as ScopeKind

export const scopeId = (scope: Scope): string => scope.slice(scope.indexOf(':') + 1)

export const fitsRole = (role: GrantedRole, scope: Scope | null): boolean =>
  scope === null ? scopeKindsOf[role].forAll : scopeKindsOf[role].kinds.includes(scopeKind(scope))

/** Roles that the public may know the holders of, when they agree. */
export const publicRoles = ['facilitator', 'chair', 'regional-officer', 'focal-point'] as const

/** The row of the rights table for giving or ending a role. */
export function reachOf(role: GrantedRole, scope: Scope | null): 'office' | 'own' | 'any' {
  if (role === 'administrator' || role === 'secretariat') return 'office'
  const isOfOrganization = scope !== null && scopeKind(scope) === 'organization'
  return isOfOrganization && (role === 'representative' || role === 'focal-point') ? 'own' : 'any'
}
