import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'
import { piecesOfFile } from '#platform/files/file-commands.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { Translate } from '#platform/messages.ts'
import { readAhead } from '#platform/read-ahead.ts'
import { matchColumns } from '#platform/sheets/match-columns.ts'
import { rowsOfFile } from '#platform/sheets/read-sheet.ts'
import { UnreadableSheet, type SheetRow } from '#platform/sheets/sheet.ts'
import { columnsIn, rowReader, type RowReader } from '#platform/sheets/table-read.ts'
import { dayOf } from '#platform/ui/format.ts'
import { callCodes } from '../calls/call-code-queries.ts'
import { activityCodes } from '../codes-queries.ts'
import { activityTable, type ActivityDraft } from './activity-table.ts'
import { organizationCodes } from './import-queries.ts'
import type { ActivityImport, ImportRow } from './import.ts'
import { knownEntries } from './known-entry-queries.ts'
import { rowOutcome, type Looking, type ReadRow } from './row-outcome.ts'

export type Running = {
  db: Db
  actor: Actor
  at: Date
  translate: Record<LanguageCode, Translate>
  isStopping: () => boolean
}

/** Of the rows that are put down together, and entered together. */
const rowsAtOnce = 500

/** Reads the whole file and keeps what would become of each row; nothing is entered. */
export async function dryRun(
  { db, actor, at, translate, isStopping }: Running,
  run: ActivityImport,
): Promise<void> {
  await forgetRows(db, run.id)
  const calls = await callCodes(db)
  const codes = await activityCodes(db, dayOf(at))
  const table = activityTable(codes, await organizationCodes(db), calls.known)
  const matches = matchColumns(Object.keys(run.columns), columnsIn(table, translate), run.columns)
  const looking: Looking = {
    actor,
    run,
    codes,
    openCalls: calls.open.map(({ code }) => code),
    seen: { keys: new Set(), place: 0 },
  }
  const rows = rowsOfFile(readAhead(piecesOfFile(db, run.checksum)), run.fileName)
  try {
    // While some rows are being put down, the next are read and looked at.
    for await (const some of readAhead(lookedAt(db, looking, rows, rowReader(table, matches, translate)))) {
      const wantsMore = await putDown(db, run.id, some)
      if (isStopping() || !wantsMore) return
    }
    await finish(db, run.id, at, { state: 'checked' })
  } catch (error) {
    // What a person can put right in the file is told to them; anything else is a bug.
    if (!(error instanceof UnreadableSheet)) throw error
    const problem: Issue = { field: 'file', key: error.key, values: error.values }
    await finish(db, run.id, at, { state: 'failed', problem: JSON.stringify(problem) })
  }
}

/** What an earlier look left, also one that was broken off. */
export async function forgetRows(db: Db, id: string): Promise<void> {
  await db.deleteFrom('activity_import_rows').where('import', '=', id).execute()
  await db.deleteFrom('activity_import_parts').where('import', '=', id).execute()
  await db.updateTable('activity_imports').set({ rows_seen: 0, rows_done: 0 }).where('id', '=', id).execute()
}

async function* lookedAt(
  db: Db,
  looking: Looking,
  rows: AsyncIterable<SheetRow>,
  read: RowReader<ActivityDraft>,
): AsyncGenerator<ImportRow[]> {
  for await (const some of someAtOnce(rows, read)) {
    const known = await knownEntries(db, looking.run, some)
    yield some.map((row) => rowOutcome(looking, row, known))
  }
}

async function* someAtOnce(
  rows: AsyncIterable<SheetRow>,
  read: RowReader<ActivityDraft>,
): AsyncGenerator<ReadRow[]> {
  let some: ReadRow[] = []
  for await (const row of rows) {
    some.push({ number: row.number, ...read(row) })
    if (some.length < rowsAtOnce) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

export async function wantsToStop(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('activity_imports')
    .select('is_stopping')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.is_stopping ?? true
}

export const finish = (
  db: Db,
  id: string,
  at: Date,
  end: { state: 'checked' | 'entered' | 'cancelled' | 'failed'; problem?: string },
) =>
  db
    .updateTable('activity_imports')
    .set({ ...end, is_stopping: false, changed_at: at })
    .where('id', '=', id)
    .execute()

/** Keeps some rows as a part of the import, and counts them as seen. Resolves to whether more are wanted. */
export async function putDown(db: Db, id: string, rows: readonly ImportRow[]): Promise<boolean> {
  const found = await sql<{ is_stopping: boolean }>`
    with put as (
      insert into activity_import_rows (import, number, place, outcome, activity, revision, organization, language,
        external_key, licence, content, issues, title, call)
      select ${id}, r.number, r.place, r.outcome, r.activity, r.revision, r.organization, r.language,
        r."externalKey", r.licence, r.content, r.issues, r.title, r.call
      from json_to_recordset(${JSON.stringify(rows)}::json) as r (number int, place int, outcome text, activity text,
        revision int, organization text, language text, "externalKey" text, licence text, content jsonb, issues jsonb,
        title text, call text)
      returning place
    ), part as (
      insert into activity_import_parts (import, first, last) select ${id}, min(place), max(place) from put
    )
    update activity_imports set rows_seen = rows_seen + ${rows.length}::int where id = ${id}
    returning is_stopping`.execute(db)
  return found.rows[0]?.is_stopping === false
}
