import type { Selectable } from 'kysely'
import { has, type Actor } from '#platform/access/actor.ts'
import type { Db, Tables } from '#platform/database/tables.ts'
import type { Code } from '#platform/sheets/nearest-code.ts'
import type { ActivityImport, ImportRow, RowOutcome } from './import.ts'
import './tables.ts'

/** An import is seen by whoever sent the file, and by the secretariat. */
const seenBy = (actor: Actor) =>
  has(actor, 'secretariat') || has(actor, 'administrator') ? null : (actor.person ?? '')

export async function importById(db: Db, actor: Actor, id: string): Promise<ActivityImport | null> {
  const person = seenBy(actor)
  let query = db.selectFrom('activity_imports').selectAll().where('id', '=', id)
  if (person !== null) query = query.where('person', '=', person)
  const row = await query.executeTakeFirst()
  return row ? asImport(row) : null
}

const mostListed = 100

export async function importsSeenBy(db: Db, actor: Actor): Promise<ActivityImport[]> {
  const person = seenBy(actor)
  let query = db.selectFrom('activity_imports').selectAll().orderBy('created_at', 'desc').limit(mostListed)
  if (person !== null) query = query.where('person', '=', person)
  return (await query.execute()).map(asImport)
}

/** Those that wait for the job, the oldest first. */
export async function waitingImport(db: Db): Promise<ActivityImport | null> {
  const row = await db
    .selectFrom('activity_imports')
    .selectAll()
    .where('state', 'in', ['checking', 'entering'])
    .orderBy('changed_at')
    .limit(1)
    .executeTakeFirst()
  return row ? asImport(row) : null
}

export const asImport = (row: Selectable<Tables['activity_imports']>): ActivityImport => ({
  id: row.id,
  person: row.person,
  state: row.state,
  fileName: row.file_name,
  checksum: row.checksum,
  mode: row.mode,
  language: row.language,
  organization: row.organization,
  licence: row.licence,
  columns: row.columns,
  rowsSeen: row.rows_seen,
  rowsDone: row.rows_done,
  isStopping: row.is_stopping,
  problem: row.problem,
  createdAt: row.created_at,
})

/** How many rows had which outcome. */
export async function outcomeCounts(db: Db, id: string): Promise<Partial<Record<RowOutcome, number>>> {
  const rows = await db
    .selectFrom('activity_import_rows')
    .select(({ fn }) => ['outcome', fn.countAll<number>().as('count')])
    .where('import', '=', id)
    .groupBy('outcome')
    .execute()
  return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]))
}

/** Rows of an import in the order of the file, some at a time. */
export async function importRows(
  db: Db,
  id: string,
  { after = 0, limit, outcome }: { after?: number; limit: number; outcome?: RowOutcome },
): Promise<ImportRow[]> {
  let query = db
    .selectFrom('activity_import_rows')
    .selectAll()
    .where('import', '=', id)
    .where('place', '>', after)
    .orderBy('place')
    .limit(limit)
  if (outcome !== undefined) query = query.where('outcome', '=', outcome)
  const rows = await query.execute()
  return rows.map((row) => ({
    number: row.number,
    place: row.place,
    outcome: row.outcome,
    activity: row.activity,
    revision: row.revision,
    organization: row.organization,
    call: row.call,
    language: row.language,
    externalKey: row.external_key,
    licence: row.licence,
    content: row.content,
    issues: row.issues,
    title: row.title,
  }))
}

/** Organizations that a file may name, by their ids and names. */
export async function organizationCodes(db: Db): Promise<Code[]> {
  const rows = await db
    .selectFrom('organizations')
    .select(['id', 'name'])
    .where('state', '=', 'approved')
    .execute()
  return rows.map(({ id, name }) => ({ code: id, labels: name }))
}
