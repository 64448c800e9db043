import { randomBytes } from 'node:crypto'
import type { Db } from '../database/tables.ts'
import { remembered } from '../remembered.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    signing_keys: { name: string; key: Uint8Array }
  }
}

const keys = remembered<Uint8Array>(100)

/** A random key of the installation, made when it is first needed; the same in every process. */
export const signingKey = (db: Db, name: string): Promise<Uint8Array> =>
  keys(db, name, () => readKey(db, name))

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
