import type { Insertable, Selectable } from 'kysely'
import type { Db, Tables, Tx } from '../database/tables.ts'
import type { Outcome } from './smtp.ts'
import type { MailFailure } from './tables.ts'

type Row = Selectable<Tables['outbox']>

/** A mail that this process has taken and must settle. */
export type ClaimedMail = Pick<
  Row,
  'id' | 'address' | 'name' | 'language' | 'kind' | 'secret' | 'attempts' | 'until'
> & { content: NonNullable<Row['content']> }

/** Adds a mail, unless its address has been told the same before. */
export async function keepMail(tx: Tx, mail: Insertable<Tables['outbox']>): Promise<void> {
  await tx
    .insertInto('outbox')
    .values(mail)
    .onConflict((conflict) => conflict.columns(['address', 'once']).doNothing())
    .execute()
}

// Longer than any conversation with a mail server may last, see `smtp.ts`.
const sendingMinutes = 10

/**
 * Takes the mail that is due longest. This is committed before the mail server is spoken to, so that a process that is
 * killed in the middle leaves the mail marked, and nobody sends it a second time.
 */
export async function claimMail(db: Db, now: Date): Promise<ClaimedMail | null> {
  const claimed = await db
    .updateTable('outbox')
    .set((is) => ({
      state: 'sending',
      attempts: is('attempts', '+', 1),
      due_at: null,
      sending_until: later(now, sendingMinutes),
      changed_at: now,
    }))
    .where('id', '=', (is) =>
      is
        .selectFrom('outbox')
        .select('id')
        .where('state', '=', 'waiting')
        .where('due_at', '<=', now)
        .orderBy('due_at')
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'address', 'name', 'language', 'kind', 'secret', 'attempts', 'until', 'content'])
    .executeTakeFirst()
  if (!claimed?.content) return null
  return { ...claimed, content: claimed.content }
}

/** Pauses in minutes after the first, second … failed try; with the last one two days have passed. */
const pauses = [1, 5, 15, 60, 180, 360, 720, 1440]

/** Writes down what became of a mail. A mail that somebody else has meanwhile given up is left alone. */
export async function settleMail(db: Db, mail: ClaimedMail, told: Outcome, now: Date): Promise<void> {
  await settle(db, mail, settlementOf(mail, told, now), now)
}

/** A mail that cannot be written, or is of no use any more, is dead without a word to the mail server. */
export async function giveUpMail(
  db: Db,
  mail: ClaimedMail,
  failure: MailFailure,
  answer: string | null,
  now: Date,
): Promise<void> {
  await settle(db, mail, { state: 'dead', failure, answer: answer && shortened(answer) }, now)
}

type Settlement = Pick<Row, 'state' | 'answer'> & Partial<Pick<Row, 'failure' | 'due_at'>>

function settlementOf({ attempts }: ClaimedMail, { outcome, answer }: Outcome, now: Date): Settlement {
  const said = shortened(answer)
  if (outcome === 'sent') return { state: 'sent', answer: said }
  if (outcome !== 'again') return { state: 'dead', failure: outcome, answer: said }
  const pause = pauses[attempts - 1]
  if (pause === undefined) return { state: 'dead', failure: 'exhausted', answer: said }
  return { state: 'waiting', answer: said, due_at: later(now, pause) }
}

async function settle(db: Db, mail: ClaimedMail, settlement: Settlement, now: Date) {
  await db
    .updateTable('outbox')
    .set({
      failure: null,
      due_at: null,
      ...settlement,
      sending_until: null,
      changed_at: now,
      // A one-time link is nobody's business once it has gone out.
      ...(mail.secret && settlement.state === 'sent' ? { content: null } : {}),
    })
    .where('id', '=', mail.id)
    .where('state', '=', 'sending')
    .where('attempts', '=', mail.attempts)
    .execute()
}

/** What the mail server said, without line breaks and not at any length. */
const shortened = (answer: string): string =>
  answer
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 300)

/** What a process was sending when it died may have arrived: nobody knows, so it is not sent again by itself. */
export async function giveUpInterrupted(db: Db, now: Date, which: 'overdue' | 'all'): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ state: 'dead', failure: 'uncertain', sending_until: null, changed_at: now })
    .where('state', '=', 'sending')
    .$if(which === 'overdue', (query) => query.where('sending_until', '<', now))
    .execute()
}

/** Without a mail server what is due is kept for an operator to look at. */
export async function keepDue(db: Db, now: Date): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ state: 'kept', due_at: null, changed_at: now })
    .where('state', '=', 'waiting')
    .where('due_at', '<=', now)
    .execute()
}

const days = 24 * 60
const contentDays = 7
const unsettledDays = 30
const rowDays = 400

/**
 * Personal data goes: what a mail said a week after it was sent or dropped; what nobody cared for after a month;
 * that there was a mail after a year and a month, which is as long as its address is not told the same again.
 */
export async function forgetMails(db: Db, now: Date): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ content: null })
    .where('state', 'in', ['sent', 'dropped'])
    .where('content', 'is not', null)
    .where('changed_at', '<', later(now, -contentDays * days))
    .execute()
  await db
    .updateTable('outbox')
    .set({ state: 'dropped', failure: null, content: null, changed_at: now })
    .where('state', 'in', ['dead', 'kept'])
    .where('changed_at', '<', later(now, -unsettledDays * days))
    .execute()
  await db
    .deleteFrom('outbox')
    .where('state', 'in', ['sent', 'dropped'])
    .where('changed_at', '<', later(now, -rowDays * days))
    .execute()
}

/** For the erasure of a person: no mail to them stays, sent or not. */
export async function forgetMailsOf(tx: Tx, person: string, address: string): Promise<void> {
  await tx
    .deleteFrom('outbox')
    .where((is) => is.or([is('person', '=', person), is('address', '=', address)]))
    .execute()
}

const later = (moment: Date, minutes: number) => new Date(moment.getTime() + minutes * 60_000)
