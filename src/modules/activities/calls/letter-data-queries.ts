import type { Db } from '#platform/database/tables.ts'
import './tables.ts'

/** The letters of calls that somebody got. */
export const lettersTo = (db: Db, person: string) =>
  db
    .selectFrom('call_letters')
    .select(['call', 'language', 'sent_at', 'reminded_at'])
    .where('person', '=', person)
    .orderBy('sent_at')
    .orderBy('call')
    .execute()
