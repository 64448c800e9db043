import { z } from 'zod'
import type { Scope } from '#platform/access/actor.ts'
import { permit } from '#platform/access/rights.ts'
import { Refusal } from '#platform/errors.ts'
import type { Input, Outcome } from '#platform/web/form-resource.ts'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { giveBackPage, takeOverPage } from '../pages/owner-form-pages.ts'
import { dutyId, mandatePaths } from '../paths.ts'
import { dutySubject, type DutySubject } from './duty-subject.ts'
import { dutyRights } from './keeping-rights.ts'
import { addressedThing, ownerThing, standsForScopes, takers, type HeldOwner } from './kept-duty.ts'
import { ownerById } from './kept-duty-queries.ts'
import { giveDutyBack, takeDuty } from './owner-commands.ts'
import { approvedOrganizations } from './organization-queries.ts'

export type TakeOver = DutySubject & {
  /** Bodies in whose name the person may take it over, those addressed first. */
  takers: string[]
  organizations: { id: string; name: string }[]
  scopes: Scope[]
}

export type GiveBack = DutySubject & { owner: HeldOwner }

const takeFields = z.strictObject({
  owner: z.string(),
  behalf: z.string().optional(),
  named: z.literal('yes').optional(),
})

const backFields = z.strictObject({ reason: z.string().max(10_000, rule('rule.long-text')) })

/** Where a duty is taken over and given back. */
export function ownerRoutes(site: Site): void {
  site.form({
    path: '/keeping/owners/:revision/:place{.+}',
    name: 'duty-owners',
    summary: 'Takes a duty over for a body, an organization, or oneself ("me").',
    right: 'duty.take',
    fields: takeFields,
    read: readTake,
    page: takeOverPage,
    act: take,
  })
  site.form({
    path: mandatePaths.owner(':owner'),
    name: 'duty-owner',
    summary: 'Gives a duty back for one owner.',
    right: 'duty.give-back',
    fields: backFields,
    read: readOwner,
    page: giveBackPage,
    act: giveBack,
  })
}

async function readTake(
  visit: Visit,
  { revision = '', place = '' }: Record<string, string>,
): Promise<TakeOver | null> {
  const subject = await dutySubject(visit, dutyId(revision, place))
  if (subject === null) return null
  const { kept, bodies } = subject
  permit(dutyRights, 'take', visit.actor, addressedThing(kept, bodies))
  const isSecretariat = visit.actor.standings.some(({ role }) => role === 'secretariat')
  const all = takers(visit.actor, kept, bodies)
  return {
    ...subject,
    takers: [
      ...kept.addressees.filter((id) => all.includes(id)),
      ...all.filter((id) => !kept.addressees.includes(id)),
    ],
    organizations: isSecretariat ? await approvedOrganizations(visit.db, visit.language) : [],
    scopes: standsForScopes(visit.actor),
  }
}

async function take(
  visit: Visit,
  { kept }: TakeOver,
  { fields }: Input<z.infer<typeof takeFields>>,
): Promise<Outcome> {
  const issues = await takeDuty(visit.db, {
    actor: visit.actor,
    at: visit.now,
    duty: kept.id,
    owner: fields.owner,
    onBehalfOf: (fields.behalf as Scope | undefined) ?? null,
    named: fields.named === 'yes',
  })
  return issues.length > 0 ? { issues } : { to: mandatePaths.duty(kept.id), done: 'keeping.done.taken' }
}

async function readOwner(visit: Visit, { owner: id = '' }: Record<string, string>): Promise<GiveBack | null> {
  const known = await ownerById(visit.db, id)
  const subject = known === null ? null : await dutySubject(visit, known.duty)
  if (subject === null) return null
  const owner = subject.kept.owners.find((one) => one.id === id)
  if (owner === undefined) {
    // Given back, perhaps a moment ago: whoever comes second is told so.
    if (visit.actor.person !== null) throw new Refusal(409, 'keeping.refused.given-back')
    return null
  }
  permit(dutyRights, 'give-back', visit.actor, ownerThing(subject.kept, owner, subject.bodies))
  return { ...subject, owner }
}

async function giveBack(
  visit: Visit,
  { kept, owner }: GiveBack,
  { fields }: Input<z.infer<typeof backFields>>,
): Promise<Outcome> {
  const { db, actor, now: at } = visit
  const issues = await giveDutyBack(db, { actor, at, owner: owner.id, reason: fields.reason })
  return issues.length > 0 ? { issues } : { to: mandatePaths.duty(kept.id), done: 'keeping.done.given-back' }
}
