import { randomUUID } from 'node:crypto'
import type { Actor } from '#platform/access/actor.ts'
import { permit } from '#platform/access/rights.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { notFound, type Issue } from '#platform/errors.ts'
import { sendLater } from '#platform/mail/outbox.ts'
import { dayOf } from '#platform/ui/format.ts'
import { personRights } from '../people/person-rights.ts'
import { personState } from '../people/person.ts'
import { told } from '../people/profile-commands.ts'
import { lockPerson } from '../roles/role-commands.ts'
import { noticeMail } from '../sign-in/sign-in-mails.ts'
import { tokenDigest } from '../sign-in/tokens.ts'
import { latestEnd, mostTokens, newPersonalToken, type TokenPower } from './token.ts'
import './tables.ts'

export type NewToken = { actor: Actor; at: Date; name: string; endsOn: string; may: TokenPower }

/** Makes a token for a program of a person; nobody can read it again but from what this resolves to. */
export const makeToken = (
  db: Db,
  { actor, at, name, endsOn, may }: NewToken,
): Promise<{ issues: Issue[] } | { id: string; token: string }> =>
  db.transaction().execute(async (tx) => {
    const person = await lockPerson(tx, actor.person ?? '')
    if (!person) throw notFound()
    permit(personRights, 'edit', actor, { state: personState(person), owners: [person.id] })
    const issues = [...endIssues(endsOn, dayOf(at)), ...(await tooManyIssues(tx, person.id, at))]
    if (issues.length > 0) return { issues }
    const [id, token] = [randomUUID(), newPersonalToken()]
    await tx
      .insertInto('personal_tokens')
      .values({
        id,
        person: person.id,
        name,
        token_digest: tokenDigest(token),
        may,
        made_at: at,
        ends_on: endsOn,
        used_on: null,
      })
      .execute()
    await sendLater(tx, noticeMail({ ...person, email: person.email ?? '' }, 'token-made', at), at)
    await told(tx, { actor, at, act: 'make-token', id: person.id })
    return { id, token }
  })

/** Ends one token of a person; false when they have no such token. */
export const endToken = (
  db: Db,
  { actor, at, id }: { actor: Actor; at: Date; id: string },
): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('personal_tokens')
      .where('person', '=', actor.person ?? '')
      .where('id', '=', id)
      .executeTakeFirst()
    if (numDeletedRows > 0) await told(tx, { actor, at, act: 'end-token', id: actor.person ?? '' })
    return numDeletedRows > 0
  })

/** Ends all tokens of a person: when they are shut out or erased, or want it. */
export async function endTokens(tx: Tx, person: string): Promise<void> {
  await tx.deleteFrom('personal_tokens').where('person', '=', person).execute()
}

/** Notes the day on which a token was used, and no more than the day. */
export async function markUsed(db: Db, id: string, day: string): Promise<void> {
  await db.updateTable('personal_tokens').set({ used_on: day }).where('id', '=', id).execute()
}

/** Forgets tokens some time after their end, when their owners have seen that they are over. */
export async function forgetEndedTokens(db: Db, before: string): Promise<void> {
  await db.deleteFrom('personal_tokens').where('ends_on', '<', before).execute()
}

const endIssues = (endsOn: string, today: string): Issue[] =>
  endsOn >= today && endsOn <= latestEnd(today)
    ? []
    : [{ field: 'ends', key: 'form.value.wrong', rule: 'rule.token-end' }]

async function tooManyIssues(tx: Tx, person: string, at: Date): Promise<Issue[]> {
  const held = await tx
    .selectFrom('personal_tokens')
    .select('id')
    .where('person', '=', person)
    .where('ends_on', '>=', dayOf(at))
    .execute()
  return held.length < mostTokens
    ? []
    : [{ field: '', key: 'tokens.too-many', values: { count: mostTokens } }]
}
