import fs from 'node:fs'
import path from 'node:path'
import type { Db, Tx } from '#platform/database/tables.ts'
import { record } from '#platform/history.ts'
import { holdBundle } from '#platform/texts/texts.ts'
import { importedParts } from '../register/content-queries.ts'
import { importResolution, type ImportOutcome } from './import-commands.ts'
import { confirmDemoPairings } from '../succession/demo-pairing-commands.ts'
import { withdrawPairings } from '../succession/proposal-commands.ts'
import { clearKeeping, loadDemoKeeping } from '../keeping/demo-keeping-commands.ts'
import { projectFolder } from '../register/register-files.ts'
import { keepWording, wordingBundle } from '../wording/wording-commands.ts'

/** Loads the invented example world: every file of `demo/`, read and stored like any other resolution. */
export async function loadDemo(
  db: Db,
  { folder = path.join(projectFolder, 'demo'), actor, at }: { folder?: string; actor: string; at: Date },
): Promise<ImportOutcome[]> {
  const outcomes: ImportOutcome[] = []
  for (const name of demoFiles(folder)) {
    const bytes = fs.readFileSync(path.join(folder, name))
    outcomes.push(await importResolution(db, { bytes, name, actor, at, origin: 'demo' }))
  }
  await loadDemoKeeping(db, at)
  await confirmDemoPairings(db, at)
  return outcomes
}

/** English comes first: permanent ids are made of the first text of a revision. */
const demoFiles = (folder: string) => {
  const key = (name: string) => name.replace(/-en\.txt$/, '-')
  const names = fs.readdirSync(folder).filter((name) => name.endsWith('.txt'))
  return names.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** Takes everything of the example world away; the history keeps its lines and says that it is gone. */
export async function clearDemo(
  db: Db,
  { actor, at }: { actor: string; at: Date },
): Promise<{ revisions: number }> {
  return db.transaction().execute(async (tx) => {
    const found = await tx
      .selectFrom('revisions')
      .select('id')
      .where('origin', '=', 'demo')
      .orderBy('id')
      .execute()
    await withdrawPairings(
      tx,
      found.map(({ id }) => id),
      { actor, at },
    )
    await clearKeeping(tx, await demoDuties(tx), { actor, at })
    for (const { id } of found) await holdBundle(tx, wordingBundle(id))
    await removeRows(tx)
    for (const { id } of found) {
      const subject = { kind: 'imported-revision', id }
      const change = { act: 'mandates.clear-demo', subject, actor, parts: await importedParts(tx, id) }
      await record(tx, change, at)
      await keepWording(tx, id, { actor, at })
    }
    return { revisions: found.length }
  })
}

const demoDuties = async (tx: Tx): Promise<string[]> =>
  (await tx.selectFrom('duties').select('id').where('origin', '=', 'demo').orderBy('id').execute()).map(
    ({ id }) => id,
  )

const ofRevision = [
  'search_rows',
  'text_units',
  'revision_texts',
  'citations',
  'provision_references',
  'footnote_marks',
  'duties',
  'provisions',
  'sections',
] as const

async function removeRows(tx: Tx) {
  await tx.deleteFrom('imports').where('origin', '=', 'demo').execute()
  const revisions = tx.selectFrom('revisions').select('id').where('origin', '=', 'demo')
  for (const table of ofRevision) await tx.deleteFrom(table).where('revision', 'in', revisions).execute()
  await tx.deleteFrom('revisions').where('origin', '=', 'demo').execute()
  await tx.deleteFrom('instruments').where('origin', '=', 'demo').execute()
  const used = tx.selectFrom('revision_texts').select('source')
  await tx.deleteFrom('source_files').where('checksum', 'not in', used).execute()
}
