import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import './tables.ts'

/** Somebody who has or begins to have an account. */
export type Person = {
  id: string
  name: string
  email: string
  isConfirmed: boolean
  language: LanguageCode
  hasSecondFactor: boolean
  /** scrypt; null for who signs in otherwise. */
  password: string | null
}

/** Addresses differ by letter case on paper only. */
export const smallEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase()

export const personByEmail = (db: Db, email: string): Promise<Person | null> =>
  onePerson(db, 'people.email', smallEmail(email))

export const personById = (db: Db, id: string): Promise<Person | null> => onePerson(db, 'people.id', id)

async function onePerson(
  db: Db,
  column: 'people.email' | 'people.id',
  value: string,
): Promise<Person | null> {
  const row = await db
    .selectFrom('people')
    .leftJoin('credentials', (join) =>
      join.onRef('credentials.person', '=', 'people.id').on('credentials.provider', '=', 'credential'),
    )
    .select(['people.id', 'people.name', 'people.email', 'people.email_verified', 'people.language'])
    .select(['people.second_factor', 'credentials.password'])
    .where(column, '=', value)
    .where('people.erased_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    name: row.name,
    email: row.email ?? '',
    isConfirmed: row.email_verified,
    language: row.language,
    hasSecondFactor: row.second_factor,
    password: row.password,
  }
}

/** Names of the providers through which a person can sign in. */
export async function providersOf(db: Db, person: string): Promise<string[]> {
  const rows = await db
    .selectFrom('credentials')
    .select('provider')
    .where('person', '=', person)
    .where('provider', '!=', 'credential')
    .orderBy('provider')
    .execute()
  return rows.map(({ provider }) => provider)
}
