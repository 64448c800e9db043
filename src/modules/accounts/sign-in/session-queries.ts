import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { tokenDigest } from './tokens.ts'
import './tables.ts'

/** Who is signed in, and through which session. */
export type SignedIn = {
  person: { id: string; name: string; email: string; language: LanguageCode; hasSecondFactor: boolean }
  session: { id: string; since: Date }
}

export type Session = {
  id: string
  since: Date
  seen: Date
  address: string | null
  userAgent: string | null
}

/** A session that nobody uses ends after so many days, whatever its end. */
const idleDays = 4

/** One question to the database for each request of somebody who is signed in. */
export async function signedInBy(
  db: Db,
  token: string,
  now: Date,
): Promise<(SignedIn & { seen: Date }) | null> {
  const row = await openSessions(db, now)
    .where('sessions.token_digest', '=', tokenDigest(token))
    .executeTakeFirst()
  return row ? signedInOf(row) : null
}

/** The same for a session that is known already. */
export async function signedInAs(
  db: Db,
  person: string,
  session: string,
  now: Date,
): Promise<SignedIn | null> {
  const row = await openSessions(db, now)
    .where('sessions.id', '=', session)
    .where('people.id', '=', person)
    .executeTakeFirst()
  return row ? signedInOf(row) : null
}

const openSessions = (db: Db, now: Date) =>
  db
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.person')
    .select(['people.id', 'people.name', 'people.email', 'people.language', 'people.second_factor'])
    .select(['sessions.id as session', 'sessions.created_at', 'sessions.seen_at'])
    .where('sessions.expires_at', '>', now)
    .where('sessions.seen_at', '>', new Date(now.getTime() - idleDays * 86_400_000))
    .where('people.email_verified', '=', true)
    .where('people.disabled_at', 'is', null)
    .where('people.erased_at', 'is', null)

type Row = Awaited<ReturnType<ReturnType<typeof openSessions>['executeTakeFirstOrThrow']>>

const signedInOf = (row: Row) => ({
  person: {
    id: row.id,
    name: row.name,
    email: row.email ?? '',
    language: row.language,
    hasSecondFactor: row.second_factor,
  },
  session: { id: row.session, since: row.created_at },
  seen: row.seen_at,
})

/** Where a person is signed in, last used first. */
export async function sessionsOf(db: Db, person: string, now: Date): Promise<Session[]> {
  const rows = await db
    .selectFrom('sessions')
    .select(['id', 'created_at', 'seen_at', 'ip_address', 'user_agent'])
    .where('person', '=', person)
    .where('expires_at', '>', now)
    .where('seen_at', '>', new Date(now.getTime() - idleDays * 86_400_000))
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    since: row.created_at,
    seen: row.seen_at,
    address: row.ip_address || null,
    userAgent: row.user_agent || null,
  }))
}
