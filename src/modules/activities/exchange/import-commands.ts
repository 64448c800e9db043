import { randomUUID } from 'node:crypto'
import { actorOf } from '#modules/accounts/index.ts'
import { operator, type Actor } from '#platform/access/actor.ts'
import { permit } from '#platform/access/rights.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { notFound, Refusal, type Issue } from '#platform/errors.ts'
import { keepFile, piecesOfFile } from '#platform/files/file-commands.ts'
import type { HeldFile } from '#platform/files/held-file.ts'
import { record } from '#platform/history.ts'
import { askForJob } from '#platform/jobs/asked-for.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { Translate } from '#platform/messages.ts'
import type { ModuleJob } from '#platform/module.ts'
import { matchColumns } from '#platform/sheets/match-columns.ts'
import { outlineOfFile } from '#platform/sheets/read-sheet.ts'
import { UnreadableSheet } from '#platform/sheets/sheet.ts'
import { columnsIn } from '#platform/sheets/table-read.ts'
import { dayOf } from '#platform/ui/format.ts'
import type { By } from '../activity-commands.ts'
import { activityRights } from '../activity-rights.ts'
import type { Licence } from '../activity.ts'
import { activityCodes } from '../codes-queries.ts'
import { activityTable } from './activity-table.ts'
import { dryRun, forgetRows } from './dry-run-commands.ts'
import { enterRows } from './entering-commands.ts'
import { asImport, importById, organizationCodes, waitingImport } from './import-queries.ts'
import type { ActivityImport, ImportMode } from './import.ts'

export type NewImport = By & {
  file: HeldFile
  mode: ImportMode
  language: LanguageCode
  organization: string | null
  licence: Licence
  translate: Record<LanguageCode, Translate>
}

type Translators = Record<LanguageCode, Translate>

/** Keeps a file and finds out what its columns are; the dry run begins when all that it needs is known. */
export async function startImport(db: Db, asked: NewImport): Promise<{ issues: Issue[] } | { id: string }> {
  const { actor, at, file, mode } = asked
  permit(activityRights, mode === 'published' ? 'import-published' : 'import', actor, { state: 'draft' })
  const id = randomUUID()
  const checksum = await db.transaction().execute((tx) => bringFile(tx, asked, id))
  const found = await columnsOf(db, asked, checksum)
  if ('issues' in found) return found
  const { columns } = found
  await db
    .insertInto('activity_imports')
    .values({
      id,
      person: actor.id,
      state: 'matching',
      file_name: file.name,
      checksum,
      mode,
      language: asked.language,
      organization: asked.organization,
      licence: asked.licence,
      columns: JSON.stringify(columns),
      created_at: at,
      changed_at: at,
    })
    .execute()
  return { id }
}

/** The file stays, also when it turns out to be no table, so the history tells of it. */
async function bringFile(tx: Tx, { actor, at, file }: NewImport, id: string): Promise<string> {
  const checksum = await keepFile(tx, file, at)
  const subject = { kind: 'activity-import', id }
  await record(tx, { act: 'activities.bring-file', subject, actor: actor.id }, at)
  return checksum
}

async function columnsOf(
  db: Db,
  { at, file, translate }: NewImport,
  checksum: string,
): Promise<{ issues: Issue[] } | { columns: Record<string, string | null> }> {
  try {
    const outline = await outlineOfFile(piecesOfFile(db, checksum), file.name)
    const table = activityTable(await activityCodes(db, dayOf(at)), await organizationCodes(db))
    const matches = matchColumns(outline.columns, columnsIn(table, translate))
    return { columns: Object.fromEntries(matches.map(({ header, column }) => [header, column])) }
  } catch (error) {
    // What a person can put right in the file is told to them; anything else is a bug.
    if (!(error instanceof UnreadableSheet)) throw error
    return { issues: [{ field: 'file', key: error.key, values: error.values }] }
  }
}

/** Says what the columns are, and has the dry run begin. */
export const checkImport = (
  db: Db,
  { actor, at, id, columns }: By & { id: string; columns: Record<string, string | null> },
): Promise<void> =>
  step(db, { actor, id }, ['matching', 'checked', 'cancelled', 'failed'], async (tx, run) => {
    await forgetRows(tx, id)
    await tx
      .updateTable('activity_imports')
      .set({
        state: 'checking',
        columns: JSON.stringify({ ...run.columns, ...columns }),
        problem: null,
        is_stopping: false,
        changed_at: at,
      })
      .where('id', '=', id)
      .execute()
  })

/** Has the good rows of the dry run entered. */
export const enterImport = (db: Db, { actor, at, id }: By & { id: string }): Promise<void> =>
  step(db, { actor, id }, ['checked'], async (tx, run) => {
    permit(activityRights, run.mode === 'published' ? 'import-published' : 'import', actor, {
      state: 'draft',
    })
    await tx
      .updateTable('activity_imports')
      .set({ state: 'entering', changed_at: at })
      .where('id', '=', id)
      .execute()
  })

/** Ends what runs, after the rows that are being entered just now. */
export const stopImport = (db: Db, { actor, id }: Pick<By, 'actor'> & { id: string }): Promise<void> =>
  step(db, { actor, id }, ['checking', 'entering'], async (tx) => {
    await tx.updateTable('activity_imports').set({ is_stopping: true }).where('id', '=', id).execute()
  })

async function step(
  db: Db,
  { actor, id }: { actor: Actor; id: string },
  from: readonly ActivityImport['state'][],
  act: (tx: Tx, run: ActivityImport) => Promise<void>,
): Promise<void> {
  if ((await importById(db, actor, id)) === null) throw notFound()
  await db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('activity_imports')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (!from.includes(row.state)) throw new Refusal(409, 'activities.import.not-now')
    await act(tx, asImport(row))
  })
  askForJob(importJob.name)
}

/** Does what waits: dry runs and imports, one after the other, in the name of whoever asked for them. */
export const importJob: ModuleJob = {
  name: 'activities.import',
  cron: '* * * * *',
  at: 'one',
  run: async ({ db, translate, now, isStopping }) => runImports(db, translate, now, isStopping),
}

export async function runImports(
  db: Db,
  translate: Translators,
  now: () => Date,
  isStopping: () => boolean = () => false,
): Promise<void> {
  for (let run = await waitingImport(db); run !== null && !isStopping(); run = await waitingImport(db)) {
    const at = now()
    const actor = run.person === operator.id ? operator : await actorOf(db, run.person, at)
    // Whoever asked for it has gone meanwhile.
    if (actor === null) return void (await abandon(db, run.id, at))
    const parts = { db, actor, at, translate, isStopping }
    await (run.state === 'checking' ? dryRun(parts, run) : enterRows(parts, run))
    if (run.state === 'checking') await settleStopped(db, run.id, at)
  }
}

const abandon = (db: Db, id: string, at: Date) =>
  db.updateTable('activity_imports').set({ state: 'failed', changed_at: at }).where('id', '=', id).execute()

/** A dry run that somebody stopped leaves nothing behind. */
const settleStopped = (db: Db, id: string, at: Date) =>
  db
    .updateTable('activity_imports')
    .set({ state: 'cancelled', is_stopping: false, changed_at: at })
    .where('id', '=', id)
    .where('state', '=', 'checking')
    .where('is_stopping', '=', true)
    .execute()
