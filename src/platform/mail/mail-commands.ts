import { permit } from '../access/rights.ts'
import type { Actor } from '../access/actor.ts'
import type { Db, Tx } from '../database/tables.ts'
import { notFound, Refusal } from '../errors.ts'
import { record } from '../history.ts'
import { mailRights, mostSentAtOnce } from './mail-rights.ts'
import { isMailId } from './outbox-queries.ts'

type Call = { actor: Actor; at: Date; id: string }

/** An operator has a mail sent that was given up or kept. What of it may have arrived is theirs to judge. */
export async function sendMailAgain(db: Db, call: Call): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { state, until } = await lockedMail(tx, call.id)
    permit(mailRights, 'send-again', call.actor, { state })
    if (until !== null && until < call.at) throw new Refusal(409, 'mail.expired')
    await tx.updateTable('outbox').set(dueAnew(call.at)).where('id', '=', call.id).execute()
    await note(tx, 'mail.send-again', call, { from: state, to: 'waiting' })
  })
}

/** Once there is a mail server: what was kept for want of one goes out, the oldest first. What has expired stays. */
export async function sendKeptMails(db: Db, { actor, at }: Omit<Call, 'id'>): Promise<void> {
  permit(mailRights, 'send-again', actor, { state: 'kept' })
  await db.transaction().execute(async (tx) => {
    const mails = await tx
      .selectFrom('outbox')
      .select('id')
      .where('state', '=', 'kept')
      .where((is) => is.or([is('until', 'is', null), is('until', '>=', at)]))
      .orderBy('created_at')
      .orderBy('id')
      .limit(mostSentAtOnce)
      .forUpdate()
      .execute()
    if (mails.length === 0) return
    const ids = mails.map(({ id }) => id)
    await tx.updateTable('outbox').set(dueAnew(at)).where('id', 'in', ids).execute()
    for (const id of ids)
      await note(tx, 'mail.send-again', { actor, at, id }, { from: 'kept', to: 'waiting' })
  })
}

const dueAnew = (at: Date) =>
  ({ state: 'waiting', failure: null, attempts: 0, due_at: at, changed_at: at }) as const

/** An operator has a mail not sent, or not looked at any more. */
export async function dropMail(db: Db, call: Call): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { state, secret } = await lockedMail(tx, call.id)
    permit(mailRights, 'drop', call.actor, { state })
    const erased = secret ? { content: null } : {}
    await tx
      .updateTable('outbox')
      .set({ state: 'dropped', failure: null, due_at: null, changed_at: call.at, ...erased })
      .where('id', '=', call.id)
      .execute()
    await note(tx, 'mail.drop', call, { from: state, to: 'dropped' })
  })
}

async function lockedMail(tx: Tx, id: string) {
  if (!isMailId(id)) throw notFound()
  const mail = await tx
    .selectFrom('outbox')
    .select(['state', 'secret', 'until'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!mail) throw notFound()
  return mail
}

const note = (tx: Tx, act: string, { actor, at, id }: Call, states: { from: string; to: string }) =>
  record(tx, { act, subject: { kind: 'mail', id }, actor: actor.id, states }, at)
