import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/tables.ts'
import { record } from '#platform/history.ts'
import { holdTexts, removeTexts } from '#platform/texts/texts.ts'
import type { ActivityState } from '../activity.ts'
import '../calls/tables.ts'

/**
 * Takes the invented entries away with all that hangs on them; the history keeps its lines. What people have entered stays:
 * without an organization or a call that was invented, and for itself again where it had been merged into an invented entry.
 */
export const clearDemoActivities = (
  db: Db,
  { actor, at }: { actor: string; at: Date },
): Promise<{ activities: number }> =>
  db.transaction().execute(async (tx) => {
    const gone = await tx
      .selectFrom('activities')
      .select('id')
      .where('is_example', '=', true)
      .orderBy('id')
      .forUpdate()
      .execute()
    const calls = await heldCalls(tx)
    const texts = [
      ...gone.map(({ id }) => ({ kind: 'activity', id })),
      ...calls.map(({ id }) => ({ kind: 'call', id })),
    ]
    if (texts.length > 0) await holdTexts(tx, texts)
    const freed = [
      ...(await freeMerged(tx, at)),
      ...(await freeFromOrganizations(tx, at)),
      ...(await freeFromCalls(tx, at)),
    ]
    await tx.deleteFrom('activities').where('is_example', '=', true).execute()
    await tx.deleteFrom('calls').where('is_example', '=', true).execute()
    const lines = [
      ...freed.map(({ id, from, to }) => ({ id, states: from === to ? undefined : { from, to } })),
      ...gone.map(({ id }) => ({ id, states: undefined })),
    ]
    for (const { id, states } of lines) {
      const subject = { kind: 'activity', id }
      await record(tx, { act: 'activities.clear-example', subject, actor, states }, at)
    }
    for (const { id } of calls)
      await record(tx, { act: 'activities.clear-example', subject: { kind: 'call', id }, actor }, at)
    if (texts.length > 0) await removeTexts(tx, texts, actor, at)
    return { activities: gone.length }
  })

const heldCalls = (tx: Tx): Promise<{ id: string }[]> =>
  tx.selectFrom('calls').select('id').where('is_example', '=', true).orderBy('id').forUpdate().execute()

type Freed = { id: string; from: ActivityState; to: ActivityState }

/** Those that had been merged into an invented entry: what was public is kept for the record, the rest are drafts again. */
async function freeMerged(tx: Tx, at: Date): Promise<Freed[]> {
  const found = await sql<Freed>`
    update activities a set state = case when a.published is null then 'draft' else 'archived' end,
      merged_into = null, confirm_on = null, archive_on = null, revision = a.revision + 1, updated_at = ${at}
    from activities e where e.id = a.merged_into and e.is_example and not a.is_example
    returning a.id, 'merged' as from, a.state as to`.execute(tx)
  return found.rows
}

/** Those of invented organizations; what waits for its first publication has to be sent again, for one that exists. */
async function freeFromOrganizations(tx: Tx, at: Date): Promise<Freed[]> {
  const isExample = (column: string) =>
    sql`${sql.ref(column)} in (select id from organizations where is_example)`
  const isBack = sql`b.state = 'submitted' and ${isExample('b.organization')}`
  const found = await sql<Freed>`
    update activities a set
      state = case when ${isBack} then 'draft' else b.state end,
      submitted_at = case when ${isBack} then null else b.submitted_at end,
      organization = case when ${isExample('b.organization')} then null else b.organization end,
      published_organization =
        case when ${isExample('b.published_organization')} then null else b.published_organization end,
      approved_by = null, approved_at = null, revision = b.revision + 1, updated_at = ${at}
    from activities b
    where b.id = a.id and not b.is_example
      and (${isExample('b.organization')} or ${isExample('b.published_organization')}
        or exists (select from activity_revisions r where r.activity = b.id and ${isExample('r.organization')}))
    returning a.id, b.state as from, a.state as to`.execute(tx)
  await sql`
    update activity_revisions r set organization = null
    from activities a where a.id = r.activity and not a.is_example and ${isExample('r.organization')}`.execute(
    tx,
  )
  return found.rows
}

/** Those that answer an invented call answer none. */
async function freeFromCalls(tx: Tx, at: Date): Promise<Freed[]> {
  const found = await sql<Freed>`
    update activities a set call = null, revision = a.revision + 1, updated_at = ${at}
    from calls c where c.id = a.call and c.is_example and not a.is_example
    returning a.id, a.state as from, a.state as to`.execute(tx)
  return found.rows
}
