import { permit } from '#platform/access/rights.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import { sendLater } from '#platform/mail/outbox.ts'
import type { ModuleJob } from '#platform/module.ts'
import type { By } from '../activity-commands.ts'
import { isReminderDue } from './call-days.ts'
import { withWords, type CallWords } from './call-queries.ts'
import { callRights } from './call-rights.ts'
import { callThing, type Call } from './call.ts'
import { changeCall, lockCall } from './held-call-commands.ts'
import { letterMail, reminderMail } from './letter-mails.ts'
import { recipientsOf, unansweredRecipients, type Recipient } from './target-queries.ts'
import './tables.ts'

/** Sends the letter to everybody of the target list who has not got it, each in their own language. */
export const sendLetter = (
  db: Db,
  { actor, at, id, revision }: By & { id: string; revision?: number },
): Promise<{ sent: number }> =>
  db.transaction().execute(async (tx) => {
    const call = await lockCall(tx, { actor }, id, revision)
    permit(callRights, 'write', actor, callThing(call))
    const waiting = (await recipientsOf(tx, call, at)).filter(({ sentAt }) => sentAt === null)
    if (waiting.length === 0) return { sent: 0 }
    for (const { person, language } of waiting)
      await tx
        .insertInto('call_letters')
        .values({ call: id, person, language, sent_at: at, reminded_at: null })
        .execute()
    await changeCall(tx, call, {}, { actor, at, act: 'write-call', facts: { count: waiting.length } })
    const words = await wordsByLanguage(tx, call, waiting)
    for (const to of waiting) await sendLater(tx, letterMail(call, words(to), to), at)
    return { sent: waiting.length }
  })

/** What happens by rule, and by nobody's decision. */
const rule: Actor = {
  person: null,
  // What the history calls the platform itself.
  id: 'jobs',
  name: null,
  standings: [{ role: 'secretariat', scope: null }],
}

/** Every day: reminds those who got a letter and have not answered, some days before the cut-off. */
export const callReminderJob: ModuleJob = {
  name: 'activities.call-reminders',
  cron: '40 6 * * *',
  at: 'one',
  run: async ({ db, now, isStopping }) => {
    for (const id of await openCalls(db)) if (!isStopping()) await remindOf(db, id, now())
  },
}

const openCalls = async (db: Db): Promise<string[]> =>
  (await db.selectFrom('calls').select('id').where('state', '=', 'open').orderBy('id').execute()).map(
    ({ id }) => id,
  )

/** Reminds of one call, if its day has come; resolves to how many were reminded. */
export const remindOf = (db: Db, id: string, at: Date): Promise<number> =>
  db.transaction().execute(async (tx) => {
    const call = await lockCall(tx, { actor: rule }, id)
    if (!isReminderDue(call, at)) return 0
    const late = await unansweredRecipients(tx, call, at)
    for (const { person } of late)
      await tx
        .updateTable('call_letters')
        .set({ reminded_at: at })
        .where('call', '=', id)
        .where('person', '=', person)
        .execute()
    const facts = { count: late.length }
    await changeCall(tx, call, { reminded_at: at }, { actor: rule, at, act: 'remind-call', facts })
    const words = await wordsByLanguage(tx, call, late)
    for (const to of late) await sendLater(tx, reminderMail(call, words(to), to), at)
    return late.length
  })

/** The words of a call for each language that somebody reads: a question each, however many they are. */
async function wordsByLanguage(
  tx: Tx,
  call: Call,
  readers: readonly Recipient[],
): Promise<(reader: Recipient) => CallWords> {
  const read = new Map<LanguageCode, CallWords>()
  for (const language of languageCodes.filter((code) => readers.some((one) => one.language === code))) {
    const [found] = await withWords(tx, [call], language)
    if (found !== undefined) read.set(language, found.words)
  }
  return ({ language }) => read.get(language) ?? { title: undefined, letter: undefined }
}
