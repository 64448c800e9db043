import { z } from 'zod'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { workOn } from '../activity-queries.ts'
import type { Activity } from '../activity.ts'
import { codesFor } from '../finding/finding-name-queries.ts'
import { contactOf } from '../entry/contact-commands.ts'
import { entryRecord, entryShape, type EntryRecord } from '../entry/entry-shape.ts'
import { activityPaths } from '../paths.ts'
import { activityRecord, activityShape } from '../published/activity-shape.ts'
import { publishedActivity } from '../published/published-queries.ts'

/** What the public reads, and for its keepers the entry as it is being worked on. What was never published has only that. */
export const apiRecordShape = activityShape.partial().extend({ id: z.string(), entry: entryShape.optional() })

export const recordApi = (site: Site): void =>
  site.api.read({
    path: activityPaths.activity(':activity'),
    name: 'api-activity',
    summary:
      'A published activity. With a token of its keepers or the secretariat also the entry as it is being worked on, and its revision as ETag.',
    query: z.strictObject({}),
    shape: apiRecordShape,
    read: async (visit, _query, { activity: id = '' }) => {
      const [published, entry] = [await publishedRecord(visit, id), await ownEntry(visit, id)]
      if (published === null && entry === null) return null
      if (entry === null) return { body: { ...published, id } }
      return { body: { ...published, id, entry }, revision: entry.revision }
    },
  })

async function publishedRecord(visit: Visit, id: string) {
  const found = await publishedActivity(visit.db, id, visit.language)
  return found === null ? null : activityRecord(visit, await codesFor(visit), found)
}

async function ownEntry(visit: Visit, id: string): Promise<EntryRecord | null> {
  if (visit.actor.person === null) return null
  const activity = await workOn(visit.db, visit.actor, id)
  return activity === null ? null : entryOf(visit, activity)
}

export const entryOf = async (visit: Visit, activity: Activity): Promise<EntryRecord> =>
  entryRecord(visit, { activity, contact: await contactOf(visit.db, activity.id) })
