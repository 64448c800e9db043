import type { Actor, Scope } from '#platform/access/actor.ts'
import type { Thing } from '#platform/access/rights.ts'
import type { KeepingState } from './keeping-rights.ts'
import type { OwnerKind } from './owner.ts'

/** What the rights need to know of a duty. */
export type KeptDuty = {
  id: string
  revision: string
  address: string
  isReplaced: boolean
  /** Bodies that were told to act. */
  addressees: string[]
  actionLines: string[]
  owners: HeldOwner[]
}

export type HeldOwner = { id: string; kind: OwnerKind; owner: string; onBehalfOf: Scope | null }

/** Each body with the one above it. */
export type BodyTree = { id: string; parent: string | null }[]

export const stateOfKeeping = ({ isReplaced, owners }: KeptDuty): KeepingState =>
  isReplaced ? 'replaced' : owners.length === 0 ? 'unanswered' : 'answered'

/** Who may take it over: whoever stands for a body addressed, or for one above or below it. */
export const addressedThing = (duty: KeptDuty, bodies: BodyTree): Thing<KeepingState> => ({
  state: stateOfKeeping(duty),
  owners: peopleOf(duty),
  within: duty.addressees.flatMap((body) => lineOf(bodies, body)).map(bodyScope),
})

/** Who may speak for it: its owners, and whoever stands for them. As long as there are none, those who could become one. */
export const ownersThing = (duty: KeptDuty, bodies: BodyTree): Thing<KeepingState> =>
  duty.owners.length === 0
    ? addressedThing(duty, bodies)
    : {
        state: stateOfKeeping(duty),
        owners: peopleOf(duty),
        within: duty.owners.flatMap((owner) => scopesOfOwner(owner, bodies)),
      }

/** One owner: who may give the duty back in their place. */
export const ownerThing = (duty: KeptDuty, owner: HeldOwner, bodies: BodyTree): Thing<KeepingState> => ({
  state: stateOfKeeping(duty),
  owners: owner.kind === 'person' ? [owner.owner] : [],
  within: scopesOfOwner(owner, bodies),
})

/** All that have to do with it: who may add evidence, and whose own work that is. */
export const wholeThing = (duty: KeptDuty, bodies: BodyTree): Thing<KeepingState> => ({
  state: stateOfKeeping(duty),
  owners: peopleOf(duty),
  within: [
    ...(addressedThing(duty, bodies).within ?? []),
    ...(ownersThing(duty, bodies).within ?? []),
    ...duty.actionLines.map((code): Scope => `action-line:${code}`),
  ],
})

/** Bodies and organizations in whose name somebody can act. */
export const standsForScopes = (actor: Actor): Scope[] => [
  ...new Set(
    actor.standings.flatMap(({ scope }) =>
      scope !== null && /^(?:body|organization):/.test(scope) ? [scope] : [],
    ),
  ),
]

/**
 * In whose name somebody may take a duty over: the bodies that they stand for and those below, as far as they are in
 * line with a body addressed; the secretariat for every body.
 */
export function takers(actor: Actor, duty: KeptDuty, bodies: BodyTree): string[] {
  if (actor.standings.some(({ role }) => role === 'secretariat')) return bodies.map(({ id }) => id)
  const inLine = new Set(duty.addressees.flatMap((body) => lineOf(bodies, body)))
  const own = actor.standings.flatMap(({ role, scope }) =>
    role === 'focal-point' && scope?.startsWith('body:') ? [scope.slice('body:'.length)] : [],
  )
  const below = own.flatMap((body) => [body, ...belowOf(bodies, body)])
  return bodies.map(({ id }) => id).filter((id) => below.includes(id) && inLine.has(id))
}

const peopleOf = ({ owners }: KeptDuty) =>
  owners.filter(({ kind }) => kind === 'person').map(({ owner }) => owner)

const bodyScope = (id: string): Scope => `body:${id}`

function scopesOfOwner({ kind, owner, onBehalfOf }: HeldOwner, bodies: BodyTree): Scope[] {
  const scope: Scope | null = kind === 'person' ? onBehalfOf : `${kind}:${owner}`
  if (scope === null) return []
  if (!scope.startsWith('body:')) return [scope]
  const body = scope.slice('body:'.length)
  return [body, ...aboveOf(bodies, body)].map(bodyScope)
}

/** A body with those above it and those below it. */
const lineOf = (bodies: BodyTree, body: string): string[] => [
  body,
  ...aboveOf(bodies, body),
  ...belowOf(bodies, body),
]

function aboveOf(bodies: BodyTree, body: string): string[] {
  const parent = bodies.find(({ id }) => id === body)?.parent ?? null
  return parent === null ? [] : [parent, ...aboveOf(bodies, parent)]
}

const belowOf = (bodies: BodyTree, body: string): string[] =>
  bodies.filter(({ parent }) => parent === body).flatMap(({ id }) => [id, ...belowOf(bodies, id)])
