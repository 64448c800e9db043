import type { Actor } from '#platform/access/actor.ts'
import { permit } from '#platform/access/rights.ts'
import { take } from '#platform/access/workflow.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { notFound, type Issue } from '#platform/errors.ts'
import { record } from '#platform/history.ts'
import { Stale } from '#platform/web/form-resource.ts'
import { lockPerson, refuseLastAdministrator } from '../roles/role-commands.ts'
import { heldRoles } from '../roles/role-queries.ts'
import { endSessions } from '../sign-in/session-commands.ts'
import { endTokens } from '../tokens/token-commands.ts'
import { personParts } from './person-parts-queries.ts'
import { personRights, personWorkflow } from './person-rights.ts'
import { personState, type Profile } from './person.ts'

type By = { actor: Actor; at: Date }

/** What somebody says of themselves; `version` is what the form was filled in for. */
export const editProfile = (
  db: Db,
  { actor, at, profile, version }: By & { profile: Profile; version: string | null },
): Promise<{ issues: Issue[] } | { id: string }> =>
  db.transaction().execute(async (tx) => {
    const person = await lockPerson(tx, actor.person ?? '')
    if (!person) throw notFound()
    permit(personRights, 'edit', actor, { state: personState(person), owners: [person.id] })
    if (version !== null && version !== person.updated_at.toISOString()) throw new Stale()
    if (profile.name.trim() === '')
      return { issues: [{ field: 'name', key: 'form.value.wrong' as const, rule: 'rule.required' as const }] }
    await tx
      .updateTable('people')
      .set({
        name: profile.name.trim(),
        own_name: profile.ownName,
        language: profile.language,
        name_is_public: profile.nameIsPublic,
        updated_at: at,
      })
      .where('id', '=', person.id)
      .execute()
    await told(tx, { actor, at, act: 'edit-profile', id: person.id })
    return { id: person.id }
  })

/** Shuts somebody out: their sessions end, and their roles count for nothing while it lasts. */
export const disablePerson = (
  db: Db,
  { actor, at, id, reason }: By & { id: string; reason: string },
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const person = await lockPerson(tx, id)
    if (!person) throw notFound()
    const held = await heldRoles(tx, id, at)
    const isOffice = held.some(({ role }) => role === 'administrator' || role === 'secretariat')
    const step = isOffice ? 'disable-office' : 'disable'
    const state = personState(person)
    const to = take(personWorkflow, personRights, step, actor, { state, owners: [id] })
    if (isOffice) await refuseLastAdministrator(tx, id, at)
    await tx.updateTable('people').set({ disabled_at: at, updated_at: at }).where('id', '=', id).execute()
    await endSessions(tx, id, null)
    await endTokens(tx, id)
    await told(tx, { actor, at, act: 'disable-person', id, states: { from: state, to }, reason })
  })

/** Lets somebody in again. */
export const enablePerson = (
  db: Db,
  { actor, at, id, reason = null }: By & { id: string; reason?: string | null },
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const person = await lockPerson(tx, id)
    if (!person) throw notFound()
    const state = personState(person)
    const to = take(personWorkflow, personRights, 'enable', actor, { state, owners: [id] })
    await tx.updateTable('people').set({ disabled_at: null, updated_at: at }).where('id', '=', id).execute()
    await told(tx, { actor, at, act: 'enable-person', id, states: { from: state, to }, reason })
  })

/** One line of history about a person. It never holds their name or address: it can never be taken back. */
export const told = async (
  tx: Tx,
  change: By & {
    act: string
    id: string
    states?: { from: string; to: string }
    reason?: string | null
  },
): Promise<void> =>
  record(
    tx,
    {
      act: `accounts.${change.act}`,
      subject: { kind: 'person', id: change.id },
      actor: change.actor.id,
      states: change.states,
      reason: change.reason ?? undefined,
      parts: await personParts(tx, change.id),
    },
    change.at,
  )
