import { randomUUID } from 'node:crypto'
import { record } from '#platform/history.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { personParts } from '../people/person-parts-queries.ts'
import { personByEmail, smallEmail, type Person } from './person-queries.ts'
import './tables.ts'

export type NewPerson = { name: string; email: string; language: LanguageCode }

/** An account whose address nobody has proven yet; null when there is one with this address already. */
export async function insertPerson(
  tx: Tx,
  { name, email, language }: NewPerson,
  at: Date,
): Promise<Person | null> {
  await tx
    .insertInto('people')
    .values({
      id: randomUUID(),
      name,
      email: smallEmail(email),
      email_verified: false,
      language,
      second_factor: false,
      created_at: at,
      updated_at: at,
      erased_at: null,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute()
  return personByEmail(tx, email)
}

/** While nobody has proven the address, whoever signs up last says what the person is called. */
export async function renamePerson(tx: Tx, person: string, is: NewPerson, at: Date): Promise<void> {
  const { name, language } = is
  await tx.updateTable('people').set({ name, language, updated_at: at }).where('id', '=', person).execute()
}

/** The address is proven: from here on the person can act. Passwords that were set before the proof are another matter. */
export async function confirmPerson(tx: Tx, person: string, at: Date): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('people')
    .set({ email_verified: true, updated_at: at })
    .where('id', '=', person)
    .where('email_verified', '=', false)
    .executeTakeFirst()
  if (numUpdatedRows > 0) await recordArrival(tx, person, at)
}

export async function recordArrival(tx: Tx, person: string, at: Date): Promise<void> {
  const subject = { kind: 'person', id: person }
  const parts = await personParts(tx, person)
  await record(tx, { act: 'accounts.join', subject, actor: person, parts }, at)
}

export async function setPassword(tx: Tx, person: string, password: string, at: Date): Promise<void> {
  await tx
    .insertInto('credentials')
    .values({
      id: randomUUID(),
      person,
      provider: 'credential',
      subject: person,
      password,
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) =>
      conflict.columns(['provider', 'subject']).doUpdateSet({ password, updated_at: at }),
    )
    .execute()
}

/** Whoever set it has not proven the address, and whoever has did not set it. */
export async function dropUnprovenAccess(db: Db, person: string): Promise<void> {
  const isUnproven = await db
    .selectFrom('people')
    .select('id')
    .where('id', '=', person)
    .where('email_verified', '=', false)
    .executeTakeFirst()
  if (!isUnproven) return
  await db
    .deleteFrom('credentials')
    .where('person', '=', person)
    .where('provider', '=', 'credential')
    .execute()
  await db.deleteFrom('sessions').where('person', '=', person).execute()
}

/** Sign-ups that nobody has confirmed in time leave nothing behind. */
export async function forgetUnconfirmed(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('people').where('email_verified', '=', false).where('created_at', '<', before).execute()
}
