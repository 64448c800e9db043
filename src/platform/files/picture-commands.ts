import type { Db, Tx } from '../database/tables.ts'
import { sha256OfBytes } from '../sha256.ts'
import { holdFile, keepFile, storedFile } from './file-commands.ts'
import type { HeldFile } from './held-file.ts'
import { pictureType, type Picture, type PictureFault } from './picture.ts'
import { redrawApart } from './redraw-apart.ts'

type PictureRow = {
  checksum: string
  width: number
  height: number
  small_checksum: string
  small_width: number
  small_height: number
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    pictures: PictureRow
    held_pictures: Pick<PictureRow, 'width' | 'height' | 'small_width' | 'small_height'> & {
      id: string
      small_bytes: Uint8Array | null
    }
  }
}

/** Draws a picture anew, apart from the site, and holds the result like a file. Never inside a transaction: it takes seconds. */
export async function holdPicture(
  db: Db,
  holder: string,
  sent: { name: string; bytes: Uint8Array },
  at: Date,
): Promise<HeldFile | { fault: PictureFault }> {
  const redrawn = await redrawApart(sent.bytes)
  if ('fault' in redrawn) return redrawn
  const { large, small } = redrawn
  const name = sent.name.replace(/(?:\.[a-z0-9]{1,5})?$/i, '.webp')
  return db.transaction().execute(async (tx) => {
    const held = await holdFile(tx, holder, { name, type: pictureType, bytes: large.bytes }, at)
    await tx
      .insertInto('held_pictures')
      .values({
        id: held.id,
        width: large.width,
        height: large.height,
        small_width: (small ?? large).width,
        small_height: (small ?? large).height,
        small_bytes: small?.bytes ?? null,
      })
      .execute()
    return held
  })
}

/** Moves a held picture to those that stay, in the transaction that accepts its form. The same picture is stored once. */
export async function keepPicture(tx: Tx, held: HeldFile, at: Date): Promise<Picture> {
  const { row, small } = await heldRow(tx, held)
  await keepFile(tx, held, at)
  if (small !== null) await keepSmall(tx, held, { checksum: row.small_checksum, bytes: small }, at)
  await tx
    .insertInto('pictures')
    .values(row)
    .onConflict((on) => on.column('checksum').doNothing())
    .execute()
  return pictureOf(row)
}

async function keepSmall(
  tx: Tx,
  { name }: HeldFile,
  { checksum, bytes }: { checksum: string; bytes: Uint8Array },
  at: Date,
): Promise<void> {
  await tx
    .insertInto('stored_files')
    .values({ checksum, name, type: pictureType, size: bytes.length, bytes, stored_at: at })
    .onConflict((on) => on.column('checksum').doNothing())
    .execute()
}

/** What a held picture is once it is kept: for whoever words a change before the transaction that makes it. */
export const heldPicture = async (db: Db, held: HeldFile): Promise<Picture> =>
  pictureOf((await heldRow(db, held)).row)

async function heldRow(
  db: Db,
  { id, checksum }: HeldFile,
): Promise<{ row: PictureRow; small: Uint8Array | null }> {
  const { width, height, small_width, small_height, small_bytes } = await db
    .selectFrom('held_pictures')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const small_checksum = small_bytes === null ? checksum : sha256OfBytes(small_bytes)
  return {
    row: { checksum, width, height, small_checksum, small_width, small_height },
    small: small_bytes,
  }
}

/** The bytes of a kept picture in one of its sizes; null for any other file. Who may see it is decided where it belongs to. */
export async function pictureBytes(db: Db, checksum: string): Promise<Uint8Array | null> {
  if (!(await isPictureStored(db, checksum))) return null
  return (await storedFile(db, checksum))?.bytes ?? null
}

async function isPictureStored(db: Db, checksum: string): Promise<boolean> {
  const found = await db
    .selectFrom('pictures')
    .select('checksum')
    .where((is) => is.or([is('checksum', '=', checksum), is('small_checksum', '=', checksum)]))
    .executeTakeFirst()
  return found !== undefined
}

/** The bytes of the small size of a picture that the same holder sent before; null when it is somebody else's or its day is over. */
export async function heldPictureBytes(
  db: Db,
  holder: string,
  id: string,
  at: Date,
): Promise<Uint8Array | null> {
  const found = await db
    .selectFrom('held_files')
    .innerJoin('held_pictures', 'held_pictures.id', 'held_files.id')
    .select(['held_pictures.small_bytes', 'held_files.bytes'])
    .where('held_files.id', '=', id)
    .where('held_files.holder', '=', holder)
    .where('held_files.held_until', '>=', at)
    .executeTakeFirst()
  return found?.small_bytes ?? found?.bytes ?? null
}

const pictureOf = (row: PictureRow): Picture => ({
  checksum: row.checksum,
  width: row.width,
  height: row.height,
  small: { checksum: row.small_checksum, width: row.small_width, height: row.small_height },
})
