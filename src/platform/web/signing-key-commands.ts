import { randomBytes } from 'node:crypto'
import type { Db } from '../database/tables.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    signing_keys: { name: string; key: Uint8Array }
  }
}

const keys = new WeakMap<Db, Map<string, Promise<Uint8Array>>>()

/** A random key of the installation, made when it is first needed; the same in every process. */
export function signingKey(db: Db, name: string): Promise<Uint8Array> {
  const known = keys.get(db) ?? new Map<string, Promise<Uint8Array>>()
  keys.set(db, known)
  const key = known.get(name) ?? readKey(db, name)
  known.set(name, key)
  // A failed question must not be remembered as an answer.
  key.catch(() => known.delete(name))
  return key
}

async function readKey(db: Db, name: string): Promise<Uint8Array> {
  await db
    .insertInto('signing_keys')
    .values({ name, key: randomBytes(32) })
    .onConflict((on) => on.column('name').doNothing())
    .execute()
  const { key } = await db
    .selectFrom('signing_keys')
    .select('key')
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return key
}
