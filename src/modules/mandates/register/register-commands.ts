import type { Insertable } from 'kysely'
import { sql } from 'kysely'
import { loadBodies } from '#modules/accounts/index.ts'
import { loadFrameworks } from '#modules/frameworks/index.ts'
import { keptParts, partsAfter } from '#platform/content-digests.ts'
import type { Db, Tables, Tx } from '#platform/database/tables.ts'
import { takeTurn } from '#platform/database/turns.ts'
import { latestFacts, record } from '#platform/history.ts'
import { holdBundle } from '#platform/texts/texts.ts'
import { importedParts, registerParts } from './content-queries.ts'
import { projectFolder, readRegister, registerChecksum, type RegisterFiles } from './register-files.ts'
import * as rows from './register-rows.ts'
import { indexRegister } from '../searching/search-commands.ts'
import { proposeSuccessions } from '../succession/proposal-commands.ts'
import { pairTextsAgain } from '../importing/text-commands.ts'
import { keepWording, wordingBundle } from '../wording/wording-commands.ts'

export type RegisterLoad = {
  changed: boolean
  instruments: number
  revisions: number
  provisions: number
  duties: number
}

const subject = { kind: 'register', id: 'all' }
const act = 'mandates.load-register'

/**
 * Loads the register and the reference data that are shipped with the platform, in one transaction, when their files changed
 * since the last time. Imported texts stay, and are paired with the new provisions.
 */
export async function loadRegister(
  db: Db,
  { folder = projectFolder, actor, at }: { folder?: string; actor: string; at: Date },
): Promise<RegisterLoad> {
  const checksum = registerChecksum(folder)
  if (await isLoaded(db, checksum)) return { ...(await counts(db)), changed: false }
  return db.transaction().execute(async (tx) => {
    await takeTurn(tx, act)
    if (await isLoaded(tx, checksum)) return { ...(await counts(tx)), changed: false }
    const files = readRegister(folder)
    await loadFrameworks(tx, files.reference, actor, at)
    await loadBodies(tx, files.bodies, actor, at)
    const taken = await takenOver(tx, files)
    await clearRegister(tx, files)
    await addRegister(tx, files)
    const counted = await counts(tx)
    const change = { act, subject, actor, facts: { checksum, ...counted }, parts: await registerParts(tx) }
    await record(tx, change, at)
    await noteTexts(tx, taken, actor, at)
    await proposeSuccessions(tx, { actor, at })
    await indexRegister(tx)
    return { ...counted, changed: true }
  })
}

async function isLoaded(db: Db, checksum: string): Promise<boolean> {
  const last = await latestFacts(db, act, subject)
  return last?.checksum === checksum
}

async function counts(db: Db): Promise<Omit<RegisterLoad, 'changed'>> {
  const found = await sql<Omit<RegisterLoad, 'changed'>>`
    select
      (select count(*) from instruments where origin = 'register') as instruments,
      (select count(*) from revisions where origin = 'register') as revisions,
      (select count(*) from provisions where origin = 'register') as provisions,
      (select count(*) from duties where origin = 'register') as duties`.execute(db)
  return found.rows[0] ?? { instruments: 0, revisions: 0, provisions: 0, duties: 0 }
}

/** Revisions with imported texts that the register describes now: what the parser alone said of them gives way. */
async function takenOver(tx: Tx, files: RegisterFiles) {
  const ids = files.revisions.map(({ revision }) => revision)
  const found = await tx
    .selectFrom('revision_texts')
    .select('revision')
    .distinct()
    .where('revision', 'in', ids)
    .execute()
  return Promise.all(
    found.map(async ({ revision }) => ({ revision, before: await importedParts(tx, revision) })),
  )
}

/** Everything of the register goes, but for instruments and revisions, on which imported texts stand. */
async function clearRegister(tx: Tx, files: RegisterFiles) {
  const described = files.revisions.map(({ revision }) => revision)
  for (const table of [
    'citations',
    'provision_references',
    'footnote_marks',
    'duties',
    'provisions',
    'sections',
  ] as const) {
    await tx
      .deleteFrom(table)
      .where((is) => is.or([is('origin', '=', 'register'), is('revision', 'in', described)]))
      .execute()
  }
  const kept = rows.revisionRows(files).map(({ id }) => id)
  await tx
    .deleteFrom('revisions')
    .where('origin', '=', 'register')
    .where('id', 'not in', kept)
    .where('id', 'not in', tx.selectFrom('revision_texts').select('revision'))
    .execute()
  await tx
    .deleteFrom('instruments')
    .where('origin', '=', 'register')
    .where('id', 'not in', tx.selectFrom('revisions').select('instrument'))
    .execute()
}

async function addRegister(tx: Tx, files: RegisterFiles) {
  await upsert(tx, 'instruments', rows.instrumentRows(files))
  await upsert(tx, 'occasions', rows.occasionRows(files))
  await upsert(tx, 'revisions', rows.revisionRows(files))
  await tx.deleteFrom('evidence_ages').execute()
  await add(tx, 'evidence_ages', rows.ageRows(files))
  for (const entry of files.revisions) {
    await add(tx, 'sections', rows.sectionRows(entry))
    await add(tx, 'provisions', rows.provisionRows(files, entry))
    await add(tx, 'duties', rows.dutyRows(files, entry))
    await add(tx, 'duty_parties', rows.partyRows(entry))
    await add(tx, 'occurrences', rows.occurrenceRows(files, entry))
    await add(tx, 'citations', rows.citationRows(entry))
    await add(tx, 'provision_references', rows.referenceRows(entry))
    await add(tx, 'footnote_marks', rows.footnoteRows(entry))
  }
}

async function add<Name extends keyof Tables>(tx: Tx, table: Name, values: Insertable<Tables[Name]>[]) {
  if (values.length > 0) await tx.insertInto(table).values(values).execute()
}

async function upsert<Name extends 'instruments' | 'occasions' | 'revisions'>(
  tx: Tx,
  table: Name,
  values: Insertable<Tables[Name]>[],
) {
  const columns = Object.keys(values[0] ?? {})
  const excluded = sql.join(
    columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`),
  )
  await sql`${tx.insertInto(table).values(values)} on conflict (id) do update set ${excluded}`.execute(tx)
}

/** Pairs the imported texts with the new provisions; where that, or what gave way, changed them, the history says so. */
async function noteTexts(tx: Tx, taken: Awaited<ReturnType<typeof takenOver>>, actor: string, at: Date) {
  for (const { revision } of taken) await holdBundle(tx, wordingBundle(revision))
  for (const { revision, before } of taken) {
    await pairTextsAgain(tx, revision)
    const after = await importedParts(tx, revision)
    const subjectOfText = { kind: 'imported-revision', id: revision }
    const parts = partsAfter(await keptParts(tx, subjectOfText), before, after)
    await record(tx, { act: 'mandates.pair-again', subject: subjectOfText, actor, parts }, at)
    await keepWording(tx, revision, { actor, at })
  }
}
