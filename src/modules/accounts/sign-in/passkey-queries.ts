import type { Db } from '#platform/database/tables.ts'
import './tables.ts'

export type Passkey = {
  id: string
  name: string
  since: Date
  used: Date | null
  credentialId: string
  transports: string[]
}

export async function passkeysOf(db: Db, person: string): Promise<Passkey[]> {
  const rows = await db
    .selectFrom('passkeys')
    .select(['id', 'name', 'created_at', 'used_at', 'credential_id', 'transports'])
    .where('person', '=', person)
    .orderBy('created_at')
    .orderBy('id')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    since: row.created_at,
    used: row.used_at,
    credentialId: row.credential_id,
    transports: row.transports,
  }))
}

export type StoredPasskey = {
  id: string
  person: string
  credentialId: string
  publicKey: Uint8Array<ArrayBuffer>
  counter: number
}

/** The passkey that calls itself so, of somebody who may sign in. */
export async function passkeyByCredential(db: Db, credentialId: string): Promise<StoredPasskey | null> {
  const row = await db
    .selectFrom('passkeys')
    .innerJoin('people', 'people.id', 'passkeys.person')
    .select(['passkeys.id', 'passkeys.person', 'passkeys.public_key', 'passkeys.counter'])
    .where('passkeys.credential_id', '=', credentialId)
    .where('people.erased_at', 'is', null)
    .where('people.email_verified', '=', true)
    .executeTakeFirst()
  if (!row) return null
  const { id, person, public_key, counter } = row
  return { id, person, credentialId, publicKey: new Uint8Array(public_key), counter }
}
