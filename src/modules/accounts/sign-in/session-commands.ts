import type { Db } from '#platform/database/tables.ts'
import { tokenDigest } from './tokens.ts'
import './tables.ts'

/** Notes that a session is in use. */
export async function markSeen(db: Db, session: string, now: Date): Promise<void> {
  await db.updateTable('sessions').set({ seen_at: now }).where('id', '=', session).execute()
}

/** Ends one session of a person; false when they have no such session. */
export async function endSession(db: Db, person: string, session: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('sessions')
    .where('person', '=', person)
    .where('id', '=', session)
    .executeTakeFirst()
  return numDeletedRows > 0
}

/** Ends all sessions of a person but the one that `except` names. */
export async function endSessions(db: Db, person: string, except: string | null): Promise<void> {
  let ending = db.deleteFrom('sessions').where('person', '=', person)
  if (except !== null) ending = ending.where('id', '!=', except)
  await ending.execute()
}

export async function endSessionOf(db: Db, token: string): Promise<void> {
  await db.deleteFrom('sessions').where('token_digest', '=', tokenDigest(token)).execute()
}

/** Forgets what is over: sessions, links and steps that nobody can use any more. Safe at any time. */
export async function forgetOver(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('sessions').where('expires_at', '<', now).execute()
  await db.deleteFrom('verifications').where('expires_at', '<', now).execute()
  await db.deleteFrom('passkey_challenges').where('expires_at', '<', now).execute()
  await db.deleteFrom('mail_links').where('expires_at', '<', now).execute()
  await db.deleteFrom('spent_codes').where('until', '<', now).execute()
}
