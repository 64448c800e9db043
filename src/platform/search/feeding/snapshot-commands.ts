import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { zstdCompress, zstdDecompress } from 'node:zlib'
import type { Db } from '../../database/tables.ts'
import { inParts } from '../../files/in-parts.ts'
import { readAhead } from '../../read-ahead.ts'

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

const packed = promisify(zstdCompress)
const decompressed = promisify(zstdDecompress)

/** How much of an index stands in a part before it is packed: what one answer of the database brings is a small share of it all. */
const partBytes = 4 * 1024 * 1024

type Kept = { seq: number; madeBy: string; at: Date; pieces: AsyncIterable<Uint8Array> }

/** Keeps the bytes of an index in packed parts; the one before goes. Never holds more than a part beside the index itself. */
export async function keepSnapshot(db: Db, { seq, madeBy, at, pieces }: Kept): Promise<void> {
  const name = randomUUID()
  await db.transaction().execute(async (tx) => {
    let part = 0
    for await (const bytes of inParts(pieces, partBytes)) {
      const row = { name, part, seq, made_by: madeBy, made_at: at, bytes: await packed(bytes) }
      await tx.insertInto('search_snapshots').values(row).execute()
      part += 1
    }
    await tx.deleteFrom('search_snapshots').where('name', '<>', name).execute()
  })
}

/** The snapshot that a program of the same kind has kept, up to which line of history it went; null when there is none. */
export async function keptSnapshot(
  db: Db,
  madeBy: string,
): Promise<{ seq: number; bytes: Uint8Array } | null> {
  const parts = await db
    .selectFrom('search_snapshots')
    .select(['name', 'part', 'seq'])
    .where('made_by', '=', madeBy)
    .orderBy('made_at', 'desc')
    .orderBy('part', 'desc')
    .execute()
  const [last] = parts
  if (last === undefined) return null
  let bytes: Buffer | null = null
  // The last one first: it tells how long the whole is, so that there is room for it once, where all threads read it.
  for await (const { part, row } of readAhead(partsFrom(db, last))) {
    // Another process has just kept a newer one.
    if (row === undefined) return null
    const some = await unpacked(row.bytes)
    bytes ??= Buffer.from(new SharedArrayBuffer(last.part * partBytes + some.length))
    bytes.set(some, part * partBytes)
    // Its memory goes back now: until the next tidying there would be dozens of them.
    some.buffer.transfer(0)
  }
  return bytes && { seq: last.seq, bytes }
}

async function* partsFrom(db: Db, last: { name: string; part: number }) {
  for (let { name, part } = last; part >= 0; part -= 1) {
    const row = await db
      .selectFrom('search_snapshots')
      .select('bytes')
      .where('name', '=', name)
      .where('part', '=', part)
      .executeTakeFirst()
    yield { part, row }
  }
}

/** In one go, with a byte of room that stays free and so tells the end; else it would come in hundreds of small pieces. */
const unpacked = (bytes: Uint8Array) => decompressed(bytes, { chunkSize: partBytes + 1 })
