import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Tx } from '../database/tables.ts'
import { Refusal } from '../errors.ts'
import { sha256OfBytes } from '../sha256.ts'
import type { HeldFile } from './held-file.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    stored_files: {
      checksum: string
      name: string
      type: string
      size: number
      bytes: Uint8Array
      stored_at: Date
    }
    held_files: HeldFile & { holder: string; bytes: Uint8Array; held_until: Date }
  }
}

export type Upload = { name: string; type: string; bytes: Uint8Array }

const hoursHeld = 24
/** What one person may have waiting in open forms at most. */
const holdLimitBytes = 100 * 1024 * 1024

/** Keeps a file that came with a form until the form is accepted, or for a day. */
export async function holdFile(db: Db, holder: string, upload: Upload, at: Date): Promise<HeldFile> {
  await db.deleteFrom('held_files').where('held_until', '<', at).execute()
  const waiting = await db
    .selectFrom('held_files')
    .select((is) => is.fn.sum<number | null>('size').as('bytes'))
    .where('holder', '=', holder)
    .executeTakeFirstOrThrow()
  if ((waiting.bytes ?? 0) + upload.bytes.length > holdLimitBytes) throw new Refusal(413, 'error.sent.large')
  const held: HeldFile = {
    id: randomUUID(),
    name: upload.name,
    type: upload.type,
    size: upload.bytes.length,
    checksum: sha256OfBytes(upload.bytes),
  }
  const heldUntil = new Date(at.getTime() + hoursHeld * 3_600_000)
  await db
    .insertInto('held_files')
    .values({ ...held, holder, bytes: upload.bytes, held_until: heldUntil })
    .execute()
  return held
}

/** A file that the same holder sent before; null when it is somebody else's or its day is over. */
export async function heldFile(db: Db, holder: string, id: string, at: Date): Promise<HeldFile | null> {
  const found = await db
    .selectFrom('held_files')
    .select(['id', 'name', 'type', 'size', 'checksum'])
    .where('id', '=', id)
    .where('holder', '=', holder)
    .where('held_until', '>=', at)
    .executeTakeFirst()
  return found ?? null
}

export async function heldBytes(db: Db, held: HeldFile): Promise<Uint8Array> {
  const { bytes } = await db
    .selectFrom('held_files')
    .select('bytes')
    .where('id', '=', held.id)
    .executeTakeFirstOrThrow()
  return bytes
}

/**
 * Moves a held file to those that stay, in the transaction that accepts its form. The same bytes are stored once, and never leave the database:
 * on the way out and in again they would stand in memory four times.
 */
export async function keepFile(
  tx: Tx,
  { id, name, type, size, checksum }: HeldFile,
  at: Date,
): Promise<string> {
  await sql`
    insert into stored_files (checksum, name, type, size, bytes, stored_at)
    select ${checksum}, ${name}, ${type}, ${size}::integer, bytes, ${at}::timestamptz from held_files where id = ${id}
    on conflict (checksum) do nothing`.execute(tx)
  await tx.deleteFrom('held_files').where('id', '=', id).returning('id').executeTakeFirstOrThrow()
  return checksum
}

/** A kept file with its bytes; whether somebody may see it is decided where it belongs to. */
export async function storedFile(
  db: Db,
  checksum: string,
): Promise<{ bytes: Uint8Array; name: string; type: string } | null> {
  const found = await db
    .selectFrom('stored_files')
    .select(['bytes', 'name', 'type'])
    .where('checksum', '=', checksum)
    .executeTakeFirst()
  return found ?? null
}

const pieceBytes = 256 * 1024

/** The bytes of a kept file as they are asked for, so that a large one is never held whole; none when there is no such file. */
export async function* piecesOfFile(db: Db, checksum: string): AsyncGenerator<Uint8Array> {
  for (let from = 1; ; from += pieceBytes) {
    // As the driver asks for bytes, they come as digits: half as long again, and ten times as long to read.
    const found = await sql<{ piece: string }>`
      select encode(substring(bytes from ${from}::int for ${pieceBytes}::int), 'base64') as piece
      from stored_files where checksum = ${checksum}`.execute(db)
    const piece = Buffer.from(found.rows[0]?.piece ?? '', 'base64')
    if (piece.length > 0) yield piece
    if (piece.length < pieceBytes) return
  }
}

/** Takes kept files away. Only whoever knows that nothing refers to them any more may call it; the database holds that too. */
export async function dropFiles(tx: Tx, checksums: readonly string[]): Promise<void> {
  if (checksums.length > 0) await tx.deleteFrom('stored_files').where('checksum', 'in', checksums).execute()
}
