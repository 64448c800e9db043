import { createHash } from 'node:crypto'
import type { Db, Tx } from '../../database/tables.ts'
import { Refusal } from '../../errors.ts'

declare module '../../database/tables.ts' {
  interface Tables {
    api_answers: {
      person: string
      key_digest: string
      request_digest: string
      answered_at: Date
      /** Null only inside of the transaction that is still at work. */
      status: number | null
      location: string | null
      etag: string | null
      body: string | null
    }
  }
}

/** A request that its sender has given a key of its own, so that it can be sent again when the answer was lost. */
export type Keyed = { person: string; key: string; request: string; at: Date }

export type Kept = { status: number; location: string | null; etag: string | null; body: string }

const hoursKept = 24

/**
 * Does something once for a key: in the same transaction the answer is kept, so that there is never one without the
 * other. Whoever sends the same at the same moment waits for the first, and gets its answer.
 */
export async function onceFor(
  tx: Tx,
  keyed: Keyed,
  act: () => Promise<Kept>,
): Promise<Kept & { isKept: boolean }> {
  const own = { person: keyed.person, key_digest: digest(keyed.key) }
  const request_digest = digest(keyed.request)
  const begun = await tx
    .insertInto('api_answers')
    .values({ ...own, request_digest, answered_at: keyed.at })
    .onConflict((conflict) =>
      conflict
        .columns(['person', 'key_digest'])
        .doUpdateSet({ request_digest, answered_at: keyed.at })
        .where('api_answers.answered_at', '<=', oldest(keyed.at)),
    )
    .returning('person')
    .executeTakeFirst()
  if (!begun) return keptAnswer(tx, own, request_digest)
  const answer = await act()
  await tx
    .updateTable('api_answers')
    .set(answer)
    .where('person', '=', own.person)
    .where('key_digest', '=', own.key_digest)
    .execute()
  return { ...answer, isKept: false }
}

async function keptAnswer(
  tx: Tx,
  { person, key_digest }: { person: string; key_digest: string },
  request: string,
): Promise<Kept & { isKept: true }> {
  const { request_digest, status, location, etag, body } = await tx
    .selectFrom('api_answers')
    .select(['request_digest', 'status', 'location', 'etag', 'body'])
    .where('person', '=', person)
    .where('key_digest', '=', key_digest)
    .executeTakeFirstOrThrow()
  if (request_digest !== request)
    throw new Refusal(422, 'api.key.other', [{ field: 'Idempotency-Key', key: 'api.key.other' }])
  return { status: status ?? 200, location, etag, body: body ?? '', isKept: true }
}

/** Forgets answers that nobody can ask for any more. */
export async function forgetOldAnswers(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('api_answers').where('answered_at', '<=', oldest(now)).execute()
}

export async function forgetAnswersOf(tx: Tx, person: string): Promise<void> {
  await tx.deleteFrom('api_answers').where('person', '=', person).execute()
}

/** Which answers are kept for a person; for whoever looks at what is held about them. */
export const answersKeptFor = (db: Db, person: string) =>
  db
    .selectFrom('api_answers')
    .select(['answered_at', 'status', 'location'])
    .where('person', '=', person)
    .orderBy('answered_at')
    .execute()

const oldest = (at: Date) => new Date(at.getTime() - hoursKept * 3_600_000)

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url')
