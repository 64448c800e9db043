import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { permit } from '#platform/access/rights.ts'
import type { Tx } from '#platform/database/tables.ts'
import { record } from '#platform/history.ts'
import { dayOf } from '#platform/ui/format.ts'
import { activityRights } from '../activity-rights.ts'
import { confirmDays, monthsUntilArchived } from '../dates.ts'
import { isOfExample } from '../entry/example-queries.ts'
import { finish, wantsToStop, type Running } from './dry-run-commands.ts'
import type { ActivityImport, ImportMode, RowOutcome } from './import.ts'

/** A server does two things at once; where there is one connection alone they take turns. */
const partsAtOnce = 2

/**
 * Enters the good rows of a dry run, a part in each transaction: every entry is whole or not there, and after a fall the rest
 * is entered from where it stopped. Rows whose entry somebody has changed since are left as they are.
 */
export async function enterRows(running: Running, run: ActivityImport): Promise<void> {
  const { db, actor, at } = running
  permit(activityRights, run.mode === 'published' ? 'import-published' : 'import', actor, { state: 'draft' })
  const ends = await Promise.allSettled(Array.from({ length: partsAtOnce }, () => enterOnAndOn(running, run)))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  const isDone = ends.every((end) => end.status === 'fulfilled' && end.value === 'done')
  if (isDone) return void (await finish(db, run.id, at, { state: 'entered' }))
  if (await wantsToStop(db, run.id)) await finish(db, run.id, at, { state: 'cancelled' })
}

async function enterOnAndOn(
  { db, actor, at, isStopping }: Running,
  run: ActivityImport,
): Promise<'done' | 'stopped'> {
  for (let isMore = true; isMore;) {
    if (isStopping() || (await wantsToStop(db, run.id))) return 'stopped'
    isMore = await db.transaction().execute((tx) => enterPart(tx, run, { actor, at }))
  }
  return 'done'
}

/** Enters the first part that nobody else is entering just now. Resolves to whether there was one. */
async function enterPart(
  tx: Tx,
  run: ActivityImport,
  { actor, at }: { actor: Actor; at: Date },
): Promise<boolean> {
  const part = await tx
    .selectFrom('activity_import_parts')
    .select(['first', 'last'])
    .where('import', '=', run.id)
    .where('is_done', '=', false)
    .orderBy('first')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (part === undefined) return false
  const { first, last } = part
  const outcomes = await outcomesOf(tx, run, part)
  const entered = outcomes.has('new') ? await insertNew(tx, run, actor, at, part) : 0
  const changed = outcomes.has('changed') ? await updateChanged(tx, run, at, part) : 0
  await tx
    .updateTable('activity_import_parts')
    .set({ is_done: true })
    .where('import', '=', run.id)
    .where('first', '=', first)
    .execute()
  await tx
    .updateTable('activity_imports')
    .set((is) => ({ rows_done: is('rows_done', '+', last - first + 1) }))
    .where('id', '=', run.id)
    .execute()
  if (entered + changed > 0) {
    const subject = { kind: 'activity-import', id: run.id }
    const facts = { entered, changed, from: first, to: last }
    await record(tx, { act: 'activities.import', subject, actor: actor.id, facts }, at)
  }
  return true
}

type Part = { first: number; last: number }

async function outcomesOf(tx: Tx, run: ActivityImport, { first, last }: Part): Promise<Set<RowOutcome>> {
  const rows = await tx
    .selectFrom('activity_import_rows')
    .select('outcome')
    .distinct()
    .where('import', '=', run.id)
    .where('place', '>=', first)
    .where('place', '<=', last)
    .execute()
  return new Set(rows.map(({ outcome }) => outcome))
}

/** The rows of a part, as `r`. */
const ofPart = (run: ActivityImport, { first, last }: Part) =>
  sql`r.import = ${run.id} and r.place between ${first} and ${last}`

/** The state that the rows end in, with what goes with it. */
const ends: Record<ImportMode, { state: string; isPublic: boolean; isSent: boolean }> = {
  draft: { state: 'draft', isPublic: false, isSent: false },
  submitted: { state: 'submitted', isPublic: false, isSent: true },
  published: { state: 'published', isPublic: true, isSent: false },
}

async function insertNew(tx: Tx, run: ActivityImport, actor: Actor, at: Date, part: Part): Promise<number> {
  const { state, isPublic, isSent } = ends[run.mode]
  const entered = await sql`
    insert into activities (id, state, organization, contributor, language, external_key, content, published,
      published_revision, published_organization, published_language, revision, created_at, updated_at, submitted_at,
      first_published_at, changed_at, confirmed_at, confirm_on, archive_on, licence, import, call, is_example)
    select r.activity, ${state}, r.organization, ${actor.id}, r.language, r.external_key, r.content,
      case when ${isPublic} then r.content end, case when ${isPublic} then 1 end,
      case when ${isPublic} then r.organization end, case when ${isPublic} then r.language end,
      1, ${at}, ${at}, case when ${isSent} then ${at}::timestamptz end,
      case when ${isPublic} then ${at}::timestamptz end, case when ${isPublic} then ${at}::timestamptz end,
      case when ${isPublic} then ${at}::timestamptz end,
      case when ${isPublic} then d.confirm_on end, case when ${isPublic} then ${archiveDay} end,
      r.licence, ${run.id}, ${callOfRow}, ${isOfExample(actor)}
    from activity_import_rows r, ${confirmDay(at)}
    where ${ofPart(run, part)} and r.outcome = 'new'
    on conflict do nothing`.execute(tx)
  return Number(entered.numAffectedRows ?? 0)
}

/** Null when the call has gone since the rows were looked at. */
const callOfRow = sql`(select c.id from calls c where c.id = r.call)`

/**
 * The rule of `confirmDays`, for many rows at once: a year from now, or the end if it comes first; never for what is
 * completed. `entering.test.ts` holds the two together. What a row says is taken out of it once.
 */
const confirmDay = (at: Date) => sql`
  lateral (select r.content->>'status' as status, r.content->>'end' as "end" offset 0) said,
  lateral (select case length(said."end")
    when 4 then (said."end" || '-12-31')::date
    when 7 then ((said."end" || '-01')::date + interval '1 month' - interval '1 day')::date
    when 10 then said."end"::date end as ends offset 0) e,
  lateral (select case
    when said.status = 'completed' then null
    when e.ends between ${dayOf(at)}::date and ${inAYear(at)}::date then e.ends
    else ${inAYear(at)}::date end as confirm_on offset 0) d`

const archiveDay = sql`(d.confirm_on + make_interval(months => ${monthsUntilArchived}))::date`

const inAYear = (at: Date): string =>
  confirmDays(dayOf(at), { status: null, end: null }).confirmOn ?? dayOf(at)

/** Only entries that are as the dry run saw them. What is public changes at once when the secretariat imports so. */
async function updateChanged(tx: Tx, run: ActivityImport, at: Date, part: Part): Promise<number> {
  const isPublic = run.mode === 'published'
  const held = await sql<{ id: string; place: number; isPublic: boolean }>`
    select a.id, r.place, a.published is not null as "isPublic"
    from activity_import_rows r join activities a on a.id = r.activity and a.revision = r.revision
    where ${ofPart(run, part)} and r.outcome = 'changed'
      and a.state in ('draft', 'returned', 'published', 'confirm-due', 'archived')
    order by a.id for update of a`.execute(tx)
  const ids = held.rows.map(({ id }) => id)
  await sql`
    update activity_import_rows r set outcome = 'too-late' where ${ofPart(run, part)}
      and r.outcome = 'changed' and r.place <> all(${held.rows.map(({ place }) => place)}::int[])`.execute(tx)
  if (ids.length === 0) return 0
  if (isPublic) await keepRevisions(tx, ids, at)
  await sql`
    update activities a set content = r.content, organization = r.organization, language = r.language,
      external_key = r.external_key, licence = r.licence, call = ${callOfRow}, revision = a.revision + 1, updated_at = ${at}, import = ${run.id},
      ${isPublic ? publication(at) : sql`state = ${sentState(run.mode)}, submitted_at = ${run.mode === 'submitted' ? sql`${at}::timestamptz` : sql`a.submitted_at`}`}
    from activity_import_rows r, ${confirmDay(at)}
    where ${ofPart(run, part)} and r.activity = a.id and a.id = any(${ids}::text[])`.execute(tx)
  return ids.length
}

/** What was public waits as an update; what was not is sent as new. */
const sentState = (mode: ImportMode) =>
  mode === 'submitted'
    ? sql`case when a.published is null then 'submitted' else 'update-pending' end`
    : sql`a.state`

const publication = (at: Date) => sql`
  state = 'published', published = r.content, published_revision = coalesce(a.published_revision, 0) + 1,
  published_organization = r.organization, published_language = r.language,
  first_published_at = coalesce(a.first_published_at, ${at}), changed_at = ${at}, confirmed_at = ${at},
  confirm_on = d.confirm_on, archive_on = ${archiveDay}, returned = null, submitted_at = null,
  approved_by = null, approved_at = null`

const keepRevisions = (tx: Tx, ids: string[], at: Date) =>
  sql`
    insert into activity_revisions (activity, number, content, organization, language, published_at, replaced_at)
    select id, published_revision, published, published_organization, published_language, changed_at, ${at}
    from activities where id = any(${ids}::text[]) and published is not null`.execute(tx)
