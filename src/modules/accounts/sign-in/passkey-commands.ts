import { randomUUID } from 'node:crypto'
import type { Db, Tx } from '#platform/database/tables.ts'
import './tables.ts'

const minutesToAnswer = 5

/** Keeps what a passkey is asked to sign. `person`: who adds one; null when somebody signs in. */
export async function keepChallenge(
  db: Db,
  challenge: string,
  person: string | null,
  now: Date,
): Promise<string> {
  const id = randomUUID()
  const expires_at = new Date(now.getTime() + minutesToAnswer * 60_000)
  await db.insertInto('passkey_challenges').values({ id, challenge, person, expires_at }).execute()
  return id
}

/** Takes a challenge out: it is answered once, by whom it was made for. */
export async function spendChallenge(
  db: Db,
  id: string,
  person: string | null,
  now: Date,
): Promise<string | null> {
  const spent = await db
    .deleteFrom('passkey_challenges')
    .where('id', '=', id)
    .where('person', person === null ? 'is' : '=', person)
    .where('expires_at', '>', now)
    .returning('challenge')
    .executeTakeFirst()
  return spent?.challenge ?? null
}

export type NewPasskey = {
  person: string
  name: string
  credentialId: string
  publicKey: Uint8Array
  counter: number
  transports: string[]
  isSynced: boolean
}

/** False when the passkey is known already, of whomever. */
export async function insertPasskey(tx: Tx, passkey: NewPasskey, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('passkeys')
    .values({
      id: randomUUID(),
      person: passkey.person,
      name: passkey.name,
      credential_id: passkey.credentialId,
      public_key: Buffer.from(passkey.publicKey),
      counter: passkey.counter,
      transports: passkey.transports,
      is_synced: passkey.isSynced,
      created_at: now,
      used_at: null,
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Notes a use. False when the passkey has signed as often before: then somebody has a copy of it. */
export async function countUse(db: Db, id: string, counter: number, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('passkeys')
    .set({ counter, used_at: now })
    .where('id', '=', id)
    .where((eb) =>
      eb.or([eb('counter', '<', counter), eb.and([eb('counter', '=', 0), eb.val(counter === 0)])]),
    )
    .executeTakeFirst()
  return numUpdatedRows > 0
}

export async function deletePasskey(tx: Tx, person: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('passkeys')
    .where('person', '=', person)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0
}
