import type { Updateable } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tables, Tx } from '#platform/database/tables.ts'
import { notFound } from '#platform/errors.ts'
import { record, type Change } from '#platform/history.ts'
import { dayOf } from '#platform/ui/format.ts'
import { Stale } from '#platform/web/form-resource.ts'
import { asActivity } from './activity-row.ts'
import { workOn } from './activity-queries.ts'
import type { Activity } from './activity.ts'
import { confirmDays } from './dates.ts'

export type By = { actor: Actor; at: Date }

/** Holds an entry, so that whoever comes second sees what the first has done; what one may not see is not there. */
export async function lockActivity(
  tx: Tx,
  { actor }: Pick<By, 'actor'>,
  id: string,
  revision?: number,
): Promise<Activity> {
  const row = await tx
    .selectFrom('activities')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row || (await workOn(tx, actor, id)) === null) throw notFound()
  if (revision !== undefined && row.revision !== revision) throw new Stale()
  return asActivity(row)
}

/** Changes the row of a held entry and writes the line of history. */
export async function change(
  tx: Tx,
  activity: Activity,
  columns: Updateable<Tables['activities']>,
  line: Noted,
): Promise<void> {
  const to = columns.state ?? activity.state
  await tx
    .updateTable('activities')
    .set({ ...columns, revision: activity.revision + 1, updated_at: line.at })
    .where('id', '=', activity.id)
    .execute()
  await note(tx, activity.id, line, to === activity.state ? undefined : { from: activity.state, to })
}

type Noted = By & { act: string; reason?: string | null; facts?: Record<string, string | number> }

/** One line of history about an entry. */
export const note = (tx: Tx, id: string, noted: Noted, states?: Change['states']): Promise<void> =>
  record(tx, noteOf(id, noted, states), noted.at)

/** What such a line says. Its facts say nothing of the content, which not everybody may see. */
export const noteOf = (
  id: string,
  { actor, act, reason, facts }: Noted,
  states?: Change['states'],
): Change => ({
  act: `activities.${act}`,
  subject: { kind: 'activity', id },
  actor: actor.id,
  states,
  reason: reason ?? undefined,
  facts,
})

/** The columns of an entry whose work becomes what the public reads. */
export function publication(activity: Activity, at: Date): Updateable<Tables['activities']> {
  const { confirmOn, archiveOn } = confirmDays(dayOf(at), activity.content)
  return {
    published: JSON.stringify(activity.content),
    published_revision: (activity.publishedRevision ?? 0) + 1,
    published_organization: activity.organization,
    published_language: activity.language,
    first_published_at: activity.firstPublishedAt ?? at,
    changed_at: at,
    confirmed_at: at,
    confirm_on: confirmOn,
    archive_on: archiveOn,
    returned: null,
    approved_by: null,
    approved_at: null,
  }
}

/** Keeps the revision that the public has read until now, before another takes its place. */
export async function keepRevision(tx: Tx, activity: Activity, at: Date): Promise<void> {
  if (activity.published === null || activity.publishedRevision === null) return
  await tx
    .insertInto('activity_revisions')
    .values({
      activity: activity.id,
      number: activity.publishedRevision,
      content: JSON.stringify(activity.published),
      organization: activity.publishedOrganization,
      language: activity.publishedLanguage ?? activity.language,
      published_at: activity.changedAt ?? at,
      replaced_at: at,
    })
    .execute()
}
