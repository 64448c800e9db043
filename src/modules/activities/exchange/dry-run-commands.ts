import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { may } from '#platform/access/rights.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'
import { storedFile } from '#platform/files/file-commands.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { Translate } from '#platform/messages.ts'
import { readAhead } from '#platform/read-ahead.ts'
import { matchColumns } from '#platform/sheets/match-columns.ts'
import { rowsOfFile } from '#platform/sheets/read-sheet.ts'
import { UnreadableSheet } from '#platform/sheets/sheet.ts'
import { columnsIn, rowReader, type RowReader } from '#platform/sheets/table-read.ts'
import { dayOf } from '#platform/ui/format.ts'
import { asActivity } from '../activity-row.ts'
import { activityRights } from '../activity-rights.ts'
import { asThing, newActivityId, type Activity } from '../activity.ts'
import { callCodes } from '../calls/call-code-queries.ts'
import { activityCodes, type ActivityCodes } from '../codes-queries.ts'
import { issuesOfCodes } from '../entry/content-checks.ts'
import { missingFor } from '../uses.ts'
import { activityTable, type ActivityDraft } from './activity-table.ts'
import { contentAfter } from './content-after.ts'
import { organizationCodes } from './import-queries.ts'
import type { ActivityImport, ImportRow } from './import.ts'

export type Running = {
  db: Db
  actor: Actor
  at: Date
  translate: Record<LanguageCode, Translate>
  isStopping: () => boolean
}

const rowsAtOnce = 500
const longestTitle = 200

/** Reads the whole file and keeps what would become of each row; nothing is entered. */
export async function dryRun(parts: Running, run: ActivityImport): Promise<void> {
  const { db, at, translate } = parts
  await db.deleteFrom('activity_import_rows').where('import', '=', run.id).execute()
  const calls = await callCodes(db)
  const codes: Valid = {
    ...(await activityCodes(db, dayOf(at))),
    openCalls: calls.open.map(({ code }) => code),
  }
  const table = activityTable(codes, await organizationCodes(db), calls.known)
  const file = await storedFile(db, run.checksum)
  if (file === null) return
  const matches = matchColumns(Object.keys(run.columns), columnsIn(table, translate), run.columns)
  const read = rowReader(table, matches, translate)
  const seen: Seen = { keys: new Set(), place: 0 }
  try {
    // While some rows are being put down, the next are read.
    for await (const rows of readAhead(someAtOnce(rowsOfFile(file.bytes, run.fileName), read))) {
      await stage(parts, run, codes, rows, seen)
      if (parts.isStopping() || (await wantsToStop(db, run.id))) return
    }
    await finish(db, run.id, at, { state: 'checked' })
  } catch (error) {
    // What a person can put right in the file is told to them; anything else is a bug.
    if (!(error instanceof UnreadableSheet)) throw error
    const problem: Issue = { field: 'file', key: error.key, values: error.values }
    await finish(db, run.id, at, { state: 'failed', problem: JSON.stringify(problem) })
  }
}

/** All that a row may name. */
type Valid = ActivityCodes & { openCalls: readonly string[] }

type Read = { number: number; draft: ActivityDraft; issues: Issue[] }

async function* someAtOnce(
  rows: ReturnType<typeof rowsOfFile>,
  read: RowReader<ActivityDraft>,
): AsyncGenerator<Read[]> {
  let some: Read[] = []
  for await (const row of rows) {
    some.push({ number: row.number, ...read(row) })
    if (some.length < rowsAtOnce) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

type Seen = { keys: Set<string>; place: number }

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

/** Keeps some rows with what would become of them, and counts them as seen. */
async function stage(
  parts: Running,
  run: ActivityImport,
  codes: Valid,
  read: Read[],
  seen: Seen,
): Promise<void> {
  const known = await knownEntries(parts.db, run, read)
  const rows = read.map((one) => staged(parts, run, codes, one, known, seen))
  await parts.db.transaction().execute(async (tx) => {
    await sql`
      insert into activity_import_rows (import, number, place, outcome, activity, revision, organization, language,
        external_key, licence, content, issues, title, call)
      select ${run.id}, r.number, r.place, r.outcome, r.activity, r.revision, r.organization, r.language,
        r."externalKey", r.licence, r.content, r.issues, r.title, r.call
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (number int, place int, outcome text, activity text,
        revision int, organization text, language text, "externalKey" text, licence text, content jsonb, issues jsonb,
        title text, call text)`.execute(tx)
    await tx
      .updateTable('activity_imports')
      .set((is) => ({ rows_seen: is('rows_seen', '+', rows.length) }))
      .where('id', '=', run.id)
      .execute()
  })
}

/** Entries that rows name by their id, or by organization and key. */
async function knownEntries(db: Db, run: ActivityImport, read: Read[]): Promise<Map<string, Activity>> {
  const ids = read.flatMap(({ draft }) => draft.id ?? [])
  const keyed = read.flatMap(({ draft }) =>
    draft.externalKey ? [[organizationOf(run, draft), draft.externalKey]] : [],
  )
  if (ids.length + keyed.length === 0) return new Map()
  const found = await db
    .selectFrom('activities')
    .selectAll()
    .where((is) =>
      is.or([
        is('id', 'in', ids.length > 0 ? ids : ['']),
        sql<boolean>`(organization, external_key) in (
          select * from unnest(${keyed.map(([organization]) => organization ?? null)}::text[], ${keyed.map(([, key]) => key ?? '')}::text[]))`,
      ]),
    )
    .where('state', '<>', 'discarded')
    .execute()
  // A key that a merged entry had may have been given anew: the entry that has it now comes last and counts.
  const mergedFirst = found.map(asActivity).toSorted((one) => (one.state === 'merged' ? -1 : 1))
  return new Map(
    mergedFirst.flatMap((activity): [string, Activity][] => [
      [activity.id, activity],
      [keyOf(activity.organization, activity.externalKey ?? ''), activity],
    ]),
  )
}

const keyOf = (organization: string | null, key: string): string => JSON.stringify([organization, key])

const organizationOf = (run: ActivityImport, draft: ActivityDraft): string | null =>
  draft.organization ?? run.organization

/** What would become of one row. */
function staged(
  { actor }: Running,
  run: ActivityImport,
  codes: Valid,
  { number, draft, issues }: Read,
  known: Map<string, Activity>,
  seen: Seen,
): ImportRow {
  seen.place += 1
  const organization = organizationOf(run, draft)
  const before = draft.id
    ? known.get(draft.id)
    : draft.externalKey
      ? known.get(keyOf(organization, draft.externalKey))
      : undefined
  const language = draft.language ?? before?.language ?? run.language
  const content = contentAfter(before?.content, draft)
  const row: ImportRow = {
    number,
    place: seen.place,
    outcome: 'new',
    activity: before?.id ?? newActivityId(),
    revision: before?.revision ?? null,
    organization: draft.organization ?? before?.organization ?? run.organization,
    call: draft.call ?? before?.call ?? null,
    language,
    externalKey: draft.externalKey ?? before?.externalKey ?? null,
    licence: draft.licence ?? before?.licence ?? run.licence,
    content,
    issues: null,
    title: content.title.slice(0, longestTitle).toWellFormed(),
  }
  // The one that stays is not written over with the text of its double; it can be changed by its own id or key.
  if (before?.mergedInto && may(activityRights, 'see-work', actor, asThing(before)))
    return { ...row, outcome: 'merged', activity: before.mergedInto }
  const wrong = [
    ...issues,
    ...issuesOfRow({ actor, run, codes, draft, before, row, content }),
    ...twice(row, seen),
  ]
  if (wrong.length > 0)
    return { ...row, outcome: 'wrong', activity: before?.id ?? null, content: null, issues: wrong }
  if (before === undefined) return row
  return { ...row, outcome: isSame(before, row) ? 'unchanged' : 'changed' }
}

type RowChecked = {
  actor: Actor
  run: ActivityImport
  codes: Valid
  draft: ActivityDraft
  before: Activity | undefined
  row: ImportRow
  content: NonNullable<ImportRow['content']>
}

function issuesOfRow({ actor, run, codes, draft, before, row, content }: RowChecked): Issue[] {
  const { language, organization } = row
  if (draft.id && before === undefined)
    return [{ field: 'id', key: 'activities.import.no-such', values: { id: draft.id } }]
  if (before && !may(activityRights, 'edit', actor, asThing(before)))
    return [{ field: before.id === draft.id ? 'id' : 'external_key', key: 'activities.import.not-yours' }]
  const wrong = [...closedCall(draft, before, codes), ...issuesOfCodes(codes, { content, language })]
  if (wrong.length > 0 || run.mode === 'draft')
    return content.title.trim() === '' && wrong.length === 0
      ? [{ field: 'title', key: 'activities.missing' }]
      : wrong
  return missingFor('stocktaking', { organization, language, content, hasContact: false })
}

/** An entry keeps the call that it answers already; another one has to be open. */
function closedCall({ call }: ActivityDraft, before: Activity | undefined, { openCalls }: Valid): Issue[] {
  if (!call || call === before?.call || openCalls.includes(call)) return []
  const [nearest] = openCalls
  return nearest === undefined
    ? [{ field: 'call', key: 'activities.import.call-closed', values: { call } }]
    : [{ field: 'call', key: 'activities.import.call-closed-near', values: { call, nearest } }]
}

/** The same key, or the same entry, twice in one file. */
function twice({ externalKey, organization, activity }: ImportRow, seen: Seen): Issue[] {
  const names = [...(externalKey ? [keyOf(organization, externalKey)] : []), activity ?? '']
  const isTwice = names.some((name) => seen.keys.has(name))
  for (const name of names) seen.keys.add(name)
  return isTwice ? [{ field: 'external_key', key: 'activities.import.twice' }] : []
}

const isSame = (before: Activity, row: ImportRow): boolean =>
  before.organization === row.organization &&
  before.call === row.call &&
  before.language === row.language &&
  before.licence === row.licence &&
  before.externalKey === row.externalKey &&
  sorted(before.content) === sorted(row.content)

/** JSON of the database comes with its names in another order. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )
