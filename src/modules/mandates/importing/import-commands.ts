import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { sha256OfBytes } from '#platform/sha256.ts'
import type { Origin } from '../instruments/instrument.ts'
import { storeUnreviewed } from '../review/draft-commands.ts'
import { importedBefore } from './imported-queries.ts'
import { lockImports, type ImportOutcome } from './store-commands.ts'

export type { ImportOutcome } from './store-commands.ts'

export type ImportRequest = {
  bytes: Uint8Array
  name: string
  language?: LanguageCode
  actor: string
  at: Date
  /** 'demo' for the invented example world. */
  origin?: Exclude<Origin, 'register'>
}

/**
 * Stores a resolution's file with its text, paired with the register: the parser's suggestions are taken as they are, and nobody
 * has confirmed them. All of it or nothing; the same file twice changes nothing.
 */
export async function importResolution(db: Db, request: ImportRequest): Promise<ImportOutcome> {
  const checksum = sha256OfBytes(request.bytes)
  const known = await importedBefore(db, checksum, request.language)
  if (known) return known
  // The parser is read only here: in a site that serves, files are read in a thread of their own.
  const { readFile } = await import('../review/read-file.ts')
  const file = await readFile(request)
  return db.transaction().execute(async (tx) => {
    await lockImports(tx)
    const meanwhile = await importedBefore(tx, checksum, file.resolution.language)
    return meanwhile ?? (await storeUnreviewed(tx, { ...request, checksum, file }))
  })
}
