/** Roles that somebody gave to a person, from a day to a day, for one thing or for everything. */
export const grantedRoles = [
  'representative',
  'member',
  'delegate',
  'facilitator',
  'chair',
  'regional-officer',
  'focal-point',
  'verifier',
  'translator',
  'secretariat',
  'administrator',
] as const

export type GrantedRole = (typeof grantedRoles)[number]

/** All roles of the rights table. The first three are not granted: everybody, whoever signed in, whoever keeps the thing. */
export const roles = ['visitor', 'person', 'owner', ...grantedRoles] as const

export type Role = (typeof roles)[number]

/** What a role is for: 'body:tsb', 'organization:…', 'action-line:C5', 'region:AFR'. */
export type Scope = `${'body' | 'organization' | 'action-line' | 'region'}:${string}`

/** `scope` null: for everything. */
export type Standing = { role: GrantedRole; scope: Scope | null }

/** Who acts. Only the roles that are valid at the moment of the request stand in it. */
export type Actor = {
  /** Id of the person; null for a visitor and for the operator's commands. */
  person: string | null
  /** What history calls them: the person's id, 'visitor', 'command-line', 'start'. */
  id: string
  name: string | null
  standings: readonly Standing[]
}

export const visitor: Actor = { person: null, id: 'visitor', name: null, standings: [] }

/** Who has the machine may do what an administrator and the secretariat may; history says that it was the command line. */
export const operator: Actor = {
  person: null,
  id: 'command-line',
  name: null,
  standings: [
    { role: 'administrator', scope: null },
    { role: 'secretariat', scope: null },
  ],
}

export const has = (actor: Actor, role: GrantedRole): boolean =>
  actor.standings.some((standing) => standing.role === role)

/** The scopes of one kind for which somebody holds a role: the bodies of a focal point. */
export const scopesOf = (actor: Actor, role: GrantedRole): Scope[] =>
  actor.standings.flatMap((standing) =>
    standing.role === role && standing.scope !== null ? [standing.scope] : [],
  )
