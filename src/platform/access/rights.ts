import { Refusal } from '../errors.ts'
import { has, scopesOf, type Actor, type GrantedRole, type Role, type Scope } from './actor.ts'

/** What is known of a thing when somebody wants to do something with it. */
export type Thing<State extends string = string> = {
  state: State
  /** People who keep it. */
  owners?: readonly string[]
  /** What it belongs to: a role for one of these is a role for the thing. */
  within?: readonly Scope[]
}

/** 'any': for every thing of the noun. 'own': for those within the scope of the role. */
export type Reach = 'any' | 'own'

export type Right<State extends string = string> = {
  by: Partial<Record<Role, Reach>>
  /** States in which it can be done; missing: in all. */
  in?: readonly State[]
  /** Who keeps the thing, or stands for what it belongs to, may not do it, whatever else they are. */
  notByOwner?: boolean
}

/** A part of the rights table: all that can be done with one noun. */
export type Rights<State extends string = string, Action extends string = string> = {
  noun: string
  states: readonly State[]
  actions: Readonly<Record<Action, Right<State>>>
}

export type Refused = {
  allowed: false
  /** 'signed-out': might be allowed after signing in. 'own-work': nobody judges their own work. */
  why: 'signed-out' | 'role' | 'own-work' | 'state'
  right: string
  /** Who could, and in which states it can be done. */
  who: { role: Role; reach: Reach }[]
  states: readonly string[]
  state: string
}

export type Decision = { allowed: true } | Refused

export const defineRights = <State extends string, Action extends string>(
  rights: Rights<State, Action>,
): Rights<State, Action> => rights

/** The one place where rights are decided. */
export function decide<State extends string, Action extends string>(
  rights: Rights<State, Action>,
  action: Action,
  actor: Actor,
  thing: Thing<State>,
): Decision {
  const right = rights.actions[action]
  const refused = (why: Refused['why']): Refused => ({
    allowed: false,
    why,
    right: `${rights.noun}.${action}`,
    who: whoMay(right),
    states: right.in ?? rights.states,
    state: thing.state,
  })
  if (!whoMay(right).some(({ role, reach }) => holds(actor, role, reach, thing)))
    return refused(actor.person === null && actor.standings.length === 0 ? 'signed-out' : 'role')
  if (right.notByOwner === true && isOwnWork(actor, thing)) return refused('own-work')
  return (right.in ?? rights.states).includes(thing.state) ? { allowed: true } : refused('state')
}

/** Refuses with 403 (or 409 when only the state is in the way), saying why and who could. */
export function permit<State extends string, Action extends string>(
  rights: Rights<State, Action>,
  action: Action,
  actor: Actor,
  thing: Thing<State>,
): void {
  const decision = decide(rights, action, actor, thing)
  if (!decision.allowed) throw new Forbidden(decision)
}

export const may = <State extends string, Action extends string>(
  rights: Rights<State, Action>,
  action: Action,
  actor: Actor,
  thing: Thing<State>,
): boolean => decide(rights, action, actor, thing).allowed

/** A refusal that explains itself: the page and the JSON say why and who could. */
export class Forbidden extends Refusal {
  readonly refused: Refused

  constructor(refused: Refused) {
    super(refused.why === 'state' ? 409 : 403, `refused.${refused.why}`)
    this.name = 'Forbidden'
    this.refused = refused
  }
}

export const whoMay = (right: Right): { role: Role; reach: Reach }[] =>
  Object.entries(right.by).map(([role, reach]) => ({ role: role as Role, reach }))

function holds(actor: Actor, role: Role, reach: Reach, thing: Thing): boolean {
  if (role === 'visitor') return true
  if (role === 'person') return actor.person !== null
  if (role === 'owner') return keeps(actor, thing)
  if (reach === 'any') return has(actor, role)
  return has(actor, role) && standsFor(actor, role, thing)
}

const keeps = (actor: Actor, thing: Thing) =>
  actor.person !== null && (thing.owners ?? []).includes(actor.person)

/** A role without a scope is for everything. */
const standsFor = (actor: Actor, role: GrantedRole, thing: Thing) =>
  actor.standings.some((standing) => standing.role === role && standing.scope === null) ||
  scopesOf(actor, role).some((scope) => (thing.within ?? []).includes(scope))

function isOwnWork(actor: Actor, thing: Thing): boolean {
  const scopes: readonly Scope[] = thing.within ?? []
  const isFor = actor.standings.some(
    ({ role, scope }) =>
      scope !== null &&
      scopes.includes(scope) &&
      (role === 'focal-point' || role === 'representative' || role === 'facilitator'),
  )
  return keeps(actor, thing) || isFor
}
