import { sql } from 'kysely'
import { has, type Actor } from '#platform/access/actor.ts'
import { seenByAll, seenByRoles } from '#platform/past/seen-queries.ts'
import type { SubjectKind, SubjectName } from '#platform/past/subject.ts'
import type { Visit } from '#platform/web/visit.ts'
import { workSeenBy } from './activity-queries.ts'
import { importPaths } from './exchange/import.ts'
import { activityPaths } from './paths.ts'

/** How the history tells of activities: to the public from the line on that published them. */
export const activitySubjects: readonly SubjectKind[] = [
  {
    kind: 'activity',
    noun: 'activity',
    seenBy: (actor) => sql`exists (
      select from activities a where a.id = h.subject_id and ((${workSeenBy(actor)} and ${tellsOfNotes(actor)})
        or (a.published is not null and h.at >= a.first_published_at
          and h.act in ('activities.publish', 'activities.publish-update', 'activities.ask', 'activities.confirm',
            'activities.archive', 'activities.merge'))))`,
    named: activityNames,
  },
  {
    kind: 'activity-import',
    noun: 'activity-import',
    seenBy: (actor) =>
      has(actor, 'secretariat') || has(actor, 'administrator')
        ? sql`true`
        : sql`h.actor = ${actor.person ?? ''}`,
    named: async ({ t }, ids) =>
      new Map(ids.map((id) => [id, { label: t('noun.activity-import'), path: importPaths.one(id) }])),
  },
  {
    kind: 'activity-downloads',
    noun: 'activity-downloads',
    seenBy: seenByAll,
    named: async ({ t }, ids) =>
      new Map(
        ids.map((day) => [
          day,
          { label: t('activities.open.files-of', { day }), path: activityPaths.downloads },
        ]),
      ),
  },
  {
    kind: 'activity-settings',
    noun: 'activity-settings',
    seenBy: seenByRoles('secretariat', 'administrator'),
    named: async ({ t }, ids) =>
      new Map(ids.map((id) => [id, { label: t('noun.activity-settings'), path: activityPaths.moderation }])),
  },
]

/** That the secretariat has noted something for itself is told to nobody else. */
const tellsOfNotes = (actor: Actor) =>
  has(actor, 'secretariat') || has(actor, 'administrator') ? sql`true` : sql`h.act <> 'activities.note'`

async function activityNames(
  { db, actor }: Visit,
  ids: readonly string[],
): Promise<Map<string, SubjectName>> {
  const found = await sql<{ id: string; work: string | null; published: string | null }>`
    select a.id, a.published->>'title' as published,
      case when ${workSeenBy(actor)} then a.content->>'title' end as work
    from activities a where a.id = any(${ids}::text[])`.execute(db)
  return new Map(
    found.rows.flatMap(({ id, work, published }): [string, SubjectName][] => {
      if (published !== null) return [[id, { label: published, path: activityPaths.activity(id) }]]
      return work === null ? [] : [[id, { label: work || id, path: activityPaths.entry(id) }]]
    }),
  )
}
