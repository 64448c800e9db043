import { sql } from 'kysely'
import { adopterNamed, allBodies, type Body } from '#modules/accounts/index.ts'
import { parseResolution } from '#parser/parse-resolution.ts'
import type { Resolution } from '#parser/resolution.ts'
import { keptParts, partsAfter } from '#platform/content-digests.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { record } from '#platform/history.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { sha256OfBytes } from '#platform/sha256.ts'
import { importedParts } from '../register/content-queries.ts'
import { textDifferences } from './difference-queries.ts'
import type { Origin } from '../instruments/instrument.ts'
import { knownRevisions } from './known-queries.ts'
import { describeRevision, makeRevision } from './parsed-commands.ts'
import { recognize } from './recognition.ts'
import { indexRevision } from '../searching/search-commands.ts'
import { pairText, storeText } from './text-commands.ts'
import type { Difference } from './text.ts'

export type ImportRequest = {
  bytes: Uint8Array
  name: string
  language?: LanguageCode
  actor: string
  at: Date
  /** 'demo' for the invented example world. */
  origin?: Exclude<Origin, 'register'>
}

export type ImportOutcome = {
  /** unchanged: this very file is here; added: a text of a known revision; new: nobody had described the revision. */
  kind: 'unchanged' | 'added' | 'new'
  revision: string
  instrument: string
  language: LanguageCode
  version: number
  provisions: number
  duties: number
  /** Where the text and what is known of the revision do not agree. */
  differences: Difference[]
  warnings: { code: string; at: string }[]
}

// Any constant, the same in every process: two imports at once could both create the same revision.
const importLock = 7_140_078

/** Stores a resolution's file with its text, paired with the register. All of it or nothing; the same file twice changes nothing. */
export async function importResolution(db: Db, request: ImportRequest): Promise<ImportOutcome> {
  const checksum = sha256OfBytes(request.bytes)
  const known = await importedBefore(db, checksum, request.language)
  if (known) return known
  const { name, language } = request
  const text = await parseResolution(request.bytes, { name, ...(language ? { language } : {}) })
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(importLock)})`.execute(tx)
    const meanwhile = await importedBefore(tx, checksum, text.language)
    return meanwhile ?? (await add(tx, request, checksum, text))
  })
}

async function add(
  tx: Tx,
  request: ImportRequest,
  checksum: string,
  text: Resolution,
): Promise<ImportOutcome> {
  const { actor, at, origin = 'parser' } = request
  const bodies = await allBodies(tx)
  const adopter = adopterOf(text, bodies)
  const found = recognize(text, adopter, await knownRevisions(tx, origin))
  const revision =
    found.kind === 'revision' ? found.revision : await makeRevision(tx, text, adopter, found, origin)
  const subject = { kind: 'imported-revision', id: revision }
  // A revision that was made just now had no content before.
  const before = found.kind === 'revision' ? await importedParts(tx, revision) : {}

  const version = await storeText(tx, { revision, checksum, text, request, origin })
  const isDescribed = await describeRevision(tx, { revision, text, adopter, bodies, origin })
  await pairText(tx, revision, text.language, version)
  await indexRevision(tx, revision)

  const outcome = await outcomeOf(tx, { revision, text, version, isDescribed })
  const change = {
    act: 'mandates.import',
    subject,
    actor,
    facts: {
      checksum,
      file: request.name,
      language: text.language,
      version,
      differences: outcome.differences.length,
    },
    parts: partsAfter(await keptParts(tx, subject), before, await importedParts(tx, revision)),
  }
  await record(tx, change, at)
  return outcome
}

/** The organ is printed; a symbol of the United Nations in the head of the page also tells it. */
function adopterOf(text: Resolution, bodies: Body[]): string | null {
  const named = text.body === null ? null : adopterNamed(text.body, bodies)
  if (named !== null) return named
  const head = text.frontMatter.map(({ text: line }) => line).join('\n')
  if (/\bA\/RES\/\d/.test(head)) return 'unga'
  return /\bE\/RES\/\d/.test(head) ? 'ecosoc' : null
}

async function outcomeOf(
  tx: Tx,
  {
    revision,
    text,
    version,
    isDescribed,
  }: { revision: string; text: Resolution; version: number; isDescribed: boolean },
): Promise<ImportOutcome> {
  const { instrument } = await tx
    .selectFrom('revisions')
    .select('instrument')
    .where('id', '=', revision)
    .executeTakeFirstOrThrow()
  const units = await tx
    .selectFrom('text_units')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('revision', '=', revision)
    .where('language', '=', text.language)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return {
    kind: isDescribed ? 'new' : 'added',
    revision,
    instrument,
    language: text.language,
    version,
    provisions: units.count,
    duties: text.duties.length,
    differences: await textDifferences(tx, revision, text.language),
    warnings: text.warnings.map(({ code, at }) => ({ code, at })),
  }
}

/** The same bytes in the same language, as they were imported. */
async function importedBefore(
  db: Db,
  checksum: string,
  language?: LanguageCode,
): Promise<ImportOutcome | null> {
  let query = db
    .selectFrom('revision_texts as t')
    .innerJoin('revisions as r', 'r.id', 't.revision')
    .select(['t.revision', 't.language', 't.version', 't.duties', 't.warnings', 'r.instrument'])
    .select((is) =>
      is
        .selectFrom('text_units as u')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('u.revision', '=', 't.revision')
        .whereRef('u.language', '=', 't.language')
        .whereRef('u.version', '=', 't.version')
        .as('provisions'),
    )
    .where('t.source', '=', checksum)
    .orderBy('t.version', 'desc')
  if (language) query = query.where('t.language', '=', language)
  const found = await query.executeTakeFirst()
  if (!found) return null
  const { duties, warnings, provisions, ...text } = found
  return {
    ...text,
    kind: 'unchanged',
    provisions: provisions ?? 0,
    duties: duties.length,
    differences: await textDifferences(db, text.revision, text.language),
    warnings,
  }
}
