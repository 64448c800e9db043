import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { tableParts, type Parts } from '#platform/content-digests.ts'
import type { Db } from '#platform/database/tables.ts'
import { takeTurn } from '#platform/database/turns.ts'
import { latestFacts, record } from '#platform/history.ts'
import { languageCodes } from '#platform/languages.ts'
import { sha256OfBytes } from '#platform/sha256.ts'

const referenceFolder = path.resolve(import.meta.dirname, '../../../../reference')
const subject = { kind: 'terms', id: 'all' }
const act = 'translation.load-terms'

const termsFile = z.object({
  version: z.string(),
  terms: z.array(
    z.object({
      id: z.string(),
      action_lines: z.array(z.string()),
      terms: z.partialRecord(z.enum(languageCodes), z.array(z.string()).min(1)),
    }),
  ),
})

/** Loads the terms that are shipped with the platform, when their file has changed since the last time. */
export async function loadTerms(
  db: Db,
  { folder = referenceFolder, actor, at }: { folder?: string; actor: string; at: Date },
): Promise<{ changed: boolean }> {
  const bytes = fs.readFileSync(path.join(folder, 'terms.json'))
  const checksum = sha256OfBytes(bytes)
  if (await isLoaded(db, checksum)) return { changed: false }
  const { terms, version } = termsFile.parse(JSON.parse(bytes.toString('utf8')))
  return db.transaction().execute(async (tx) => {
    await takeTurn(tx, act)
    if (await isLoaded(tx, checksum)) return { changed: false }
    await tx.deleteFrom('terms').execute()
    await tx
      .insertInto('terms')
      .values(
        terms.map(({ id, action_lines, terms: words }, sort) => ({
          id,
          sort,
          action_lines,
          words: JSON.stringify(words),
        })),
      )
      .execute()
    const facts = { checksum, version, terms: terms.length }
    await record(tx, { act, subject, actor, facts, parts: await termParts(tx) }, at)
    return { changed: true }
  })
}

const isLoaded = async (db: Db, checksum: string) =>
  (await latestFacts(db, act, subject))?.checksum === checksum

export const termParts = (db: Db): Promise<Parts> => tableParts(db, 'terms', ['id'])
