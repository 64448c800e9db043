import type { Db } from './database/tables.ts'

/** With the quarter of a second for which an answer is sent again without a look (`sent-again.ts`), a second. */
const stillGoodMilliseconds = 750

/**
 * Tells when what the public may see has changed: the number of the last line of history.
 * Asked for about once a second, so that a thousand readers cost one question.
 */
export function contentVersion(db: Db, now = () => performance.now()): () => Promise<string> {
  let asked: { at: number; answer: Promise<string> } | null = null
  return () => {
    if (asked && now() - asked.at < stillGoodMilliseconds) return asked.answer
    const answer = lastLine(db)
    asked = { at: now(), answer }
    // A failed question must not be remembered as an answer.
    answer.catch(() => (asked = null))
    return answer
  }
}

/** The hash of the last line of history: another after every change. */
export async function lastLine(db: Db): Promise<string> {
  const last = await db
    .selectFrom('history')
    .select('hash')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.hash ?? 'empty'
}

/** When the content last changed; the beginning of time when nothing was ever written. */
export async function lastChange(db: Db): Promise<Date> {
  const last = await db.selectFrom('history').select('at').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return last?.at ?? new Date(0)
}
