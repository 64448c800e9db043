import { randomUUID } from 'node:crypto'
import type { Db } from '../../database/tables.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    search_snapshots: {
      name: string
      part: number
      seq: number
      made_by: string
      made_at: Date
      bytes: Uint8Array
    }
  }
}

export type Snapshot = { seq: number; bytes: Uint8Array }

const partBytes = 8 * 1024 * 1024

/** Keeps an index as bytes, in parts that no single answer of the database is too large for; the one before goes. */
export async function keepSnapshot(
  db: Db,
  { seq, bytes, madeBy, at }: Snapshot & { madeBy: string; at: Date },
): Promise<void> {
  const name = randomUUID()
  await db.transaction().execute(async (tx) => {
    for (let part = 0; part * partBytes < bytes.length; part += 1) {
      const some = bytes.subarray(part * partBytes, (part + 1) * partBytes)
      await tx
        .insertInto('search_snapshots')
        .values({ name, part, seq, made_by: madeBy, made_at: at, bytes: some })
        .execute()
    }
    await tx.deleteFrom('search_snapshots').where('name', '<>', name).execute()
  })
}

/** The snapshot that a program of the same kind has kept; null when there is none. */
export async function keptSnapshot(db: Db, madeBy: string): Promise<Snapshot | null> {
  const parts = await db
    .selectFrom('search_snapshots')
    .select(['name', 'part', 'seq'])
    .where('made_by', '=', madeBy)
    .orderBy('made_at', 'desc')
    .orderBy('part')
    .execute()
  const [first] = parts
  if (first === undefined) return null
  const bytes: Uint8Array[] = []
  for (const { name, part } of parts.filter((one) => one.name === first.name)) {
    const read = await db
      .selectFrom('search_snapshots')
      .select('bytes')
      .where('name', '=', name)
      .where('part', '=', part)
      .executeTakeFirst()
    // Another process has just kept a newer one.
    if (read === undefined) return null
    bytes.push(read.bytes)
  }
  return { seq: first.seq, bytes: Buffer.concat(bytes) }
}
