import type { Actor, Scope } from '#platform/access/actor.ts'
import { permit } from '#platform/access/rights.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { notFound, Refusal, type Issue } from '#platform/errors.ts'
import { record } from '#platform/history.ts'
import { keepingParts } from './kept-content-queries.ts'
import {
  addressedThing,
  ownerThing,
  standsForScopes,
  takers,
  type BodyTree,
  type KeptDuty,
} from './kept-duty.ts'
import { bodyTree, keptDuty, ownerById } from './kept-duty-queries.ts'
import { dutyRights } from './keeping-rights.ts'
import type { OwnerKind } from './owner.ts'

export type TakeRequest = {
  actor: Actor
  at: Date
  duty: string
  /** 'body:itu-tsb', 'organization:…', or 'me' for the person who asks. */
  owner: string
  /** For whom the person answers; for 'me' only. */
  onBehalfOf?: Scope | null
  /** Whether the person agrees to be named in public. */
  named?: boolean
}

/** Takes a duty over: from now on somebody answers for it. Others who do so stay. */
export async function takeDuty(db: Db, { actor, at, duty: id, ...asked }: TakeRequest): Promise<Issue[]> {
  return db.transaction().execute(async (tx) => {
    const duty = await lockedDuty(tx, id)
    const bodies = await bodyTree(tx)
    permit(dutyRights, 'take', actor, addressedThing(duty, bodies))
    const owner = await ownerAsked(tx, { actor, duty, bodies, ...asked })
    if ('issues' in owner) return owner.issues
    if (duty.owners.some((one) => one.kind === owner.kind && one.owner === owner.owner))
      throw new Refusal(409, 'keeping.refused.already')
    const row = { ...owner, duty: id, taken_at: at, taken_by: actor.id }
    await tx.insertInto('duty_owners').values(row).execute()
    await noteOwners(tx, 'mandates.take-duty', { duty, actor, at, owner: shownOwner(owner) })
    return []
  })
}

/** Gives a duty back for one owner; the history keeps who answered for it, and when. */
export async function giveDutyBack(
  db: Db,
  { actor, at, owner: id, reason }: { actor: Actor; at: Date; owner: string; reason: string },
): Promise<Issue[]> {
  return db.transaction().execute(async (tx) => {
    const known = await ownerById(tx, id)
    if (known === null) throw notFound()
    const duty = await lockedDuty(tx, known.duty)
    const owner = duty.owners.find((one) => one.id === id)
    if (owner === undefined) throw new Refusal(409, 'keeping.refused.given-back')
    permit(dutyRights, 'give-back', actor, ownerThing(duty, owner, await bodyTree(tx)))
    await tx
      .updateTable('duty_owners')
      .set({ given_back_at: at, given_back_by: actor.id, reason })
      .where('id', '=', id)
      .execute()
    const shown = shownOwner({ kind: owner.kind, owner: owner.owner, on_behalf_of: owner.onBehalfOf })
    await noteOwners(tx, 'mandates.give-duty-back', { duty, actor, at, owner: shown, reason })
    return []
  })
}

/** The duty, held so that nobody else changes its keeping meanwhile; what tells nobody to do anything is not there. */
export async function lockedDuty(tx: Tx, id: string): Promise<KeptDuty> {
  await tx.selectFrom('duties').select('id').where('id', '=', id).forUpdate().execute()
  const duty = await keptDuty(tx, id)
  if (duty === null) throw notFound()
  return duty
}

type NewOwner = { kind: OwnerKind; owner: string; on_behalf_of: Scope | null; named: boolean }

async function ownerAsked(
  tx: Tx,
  asked: Pick<TakeRequest, 'actor' | 'owner' | 'onBehalfOf' | 'named'> & { duty: KeptDuty; bodies: BodyTree },
): Promise<NewOwner | { issues: Issue[] }> {
  const { actor, duty, bodies, owner, onBehalfOf = null, named = false } = asked
  if (owner === 'me') {
    if (actor.person === null) return { issues: [notOne('owner')] }
    if (onBehalfOf !== null && !standsForScopes(actor).includes(onBehalfOf))
      return { issues: [notOne('behalf')] }
    return { kind: 'person', owner: actor.person, on_behalf_of: onBehalfOf, named }
  }
  const [, kind, id = ''] = /^(body|organization):(.+)$/.exec(owner) ?? []
  const isTaker =
    kind === 'organization'
      ? actor.standings.some(({ role }) => role === 'secretariat') && (await isOrganization(tx, id))
      : kind === 'body' && takers(actor, duty, bodies).includes(id)
  if (!isTaker) return { issues: [notOne('owner')] }
  return { kind: kind as OwnerKind, owner: id, on_behalf_of: null, named: false }
}

const notOne = (field: string): Issue => ({ field, key: 'form.value.choice' })

const isOrganization = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx
    .selectFrom('organizations')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'approved')
    .executeTakeFirst()) !== undefined

/** What the history says of an owner: never who the person is. */
const shownOwner = ({ kind, owner, on_behalf_of }: Omit<NewOwner, 'named'>): string =>
  kind === 'person' ? (on_behalf_of ?? 'person') : `${kind}:${owner}`

async function noteOwners(
  tx: Tx,
  act: string,
  said: { duty: KeptDuty; actor: Actor; at: Date; owner: string; reason?: string },
) {
  const { duty, actor, at, owner, reason } = said
  const subject = { kind: 'duty-keeping', id: duty.id }
  const parts = await keepingParts(tx, duty.id)
  await record(tx, { act, subject, actor: actor.id, facts: { owner }, reason, parts }, at)
}
