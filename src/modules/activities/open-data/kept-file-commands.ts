import { createHash } from 'node:crypto'
import type { Db } from '#platform/database/tables.ts'
import { inParts } from '#platform/files/in-parts.ts'
import type { Form } from './download.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    download_parts: { build: string; form: Form; part: number; bytes: Uint8Array }
  }
}

/** All parts but the last are so long, so that a place in a file is found by counting. */
export const partBytes = 1024 * 1024

export type KeptFile = { sha256: string; size: number }

/** Keeps a file as it is made, part by part; each part is a transaction, for a long one would hold up everybody else. */
export async function keepFile(
  db: Db,
  { build, form }: { build: string; form: Form },
  content: AsyncIterable<Uint8Array>,
): Promise<KeptFile> {
  const hash = createHash('sha256')
  let size = 0
  let part = 0
  for await (const bytes of inParts(content, partBytes)) {
    hash.update(bytes)
    size += bytes.length
    await db.insertInto('download_parts').values({ build, form, part, bytes }).execute()
    part += 1
  }
  return { sha256: hash.digest('hex'), size }
}

/** The bytes of a kept file from one place to before another, read as they are wanted. */
export async function* keptBytes(
  db: Db,
  { build, form }: { build: string; form: Form },
  from = 0,
  to = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<Uint8Array> {
  for (let part = Math.floor(from / partBytes); part * partBytes < to; part += 1) {
    const row = await db
      .selectFrom('download_parts')
      .select('bytes')
      .where('build', '=', build)
      .where('form', '=', form)
      .where('part', '=', part)
      .executeTakeFirst()
    if (row === undefined) return
    const start = part * partBytes
    yield row.bytes.subarray(Math.max(0, from - start), Math.min(row.bytes.length, to - start))
  }
}

/** Takes away what belongs to none of these: files whose days are over, and those that were never finished. */
export const dropFilesBut = async (db: Db, builds: readonly string[]): Promise<void> => {
  await db
    .deleteFrom('download_parts')
    .where('build', 'not in', ['', ...builds])
    .execute()
}
