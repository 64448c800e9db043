import { z } from 'zod'
import { may, permit } from '#platform/access/rights.ts'
import type { Outcome } from '#platform/web/form-resource.ts'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityRights } from '../activity-rights.ts'
import { asThing } from '../activity.ts'
import { likelyDuplicates } from '../likeness/likely-queries.ts'
import { likelyRecord, type LikelyRecord } from '../likeness/likely-shape.ts'
import { activityPaths } from '../paths.ts'
import { archiveEntry, confirmEntry, discardEntry, recallEntry, sendEntry } from './entry-commands.ts'
import { entryRecord } from './entry-shape.ts'
import { entrySubject } from './entry-routes.ts'
import { stepPage } from './pages/step-page.ts'
import type { EntrySubject } from './sections/section.ts'
import { stepsOffered, type OfferedStep } from './steps.ts'

const fields = z.strictObject({ reason: z.string().max(2000, rule('rule.long-text')).optional() })

/** Sending, taking back, confirming, archiving and discarding an entry. */
export function stepRoutes(site: Site): void {
  for (const offered of stepsOffered) {
    site.form({
      path: activityPaths.step(':entry', offered.name),
      name: `entry-step-${offered.name}`,
      summary: summaries[offered.name],
      right: `activity.${offered.steps[0]}`,
      fields,
      read: async (visit, parameters) => {
        const subject = await entrySubject(visit, parameters)
        if (subject !== null) permitOne(visit, subject, offered.steps)
        return subject
      },
      page: async (visit, subject, entered) =>
        stepPage(visit, offered.name, entryRecord(visit, subject), {
          entered,
          duplicates: offered.name === 'send' ? await likelyTo(visit, subject) : [],
        }),
      act: async (visit, { activity }, { fields: { reason = null }, version }) => {
        const by = { actor: visit.actor, at: visit.now, id: activity.id, revision: Number(version ?? 0) }
        return (await acts[offered.name](visit, { ...by, reason })) ?? done(offered.name, activity.id)
      },
    })
  }
}

const summaries: Record<OfferedStep, string> = {
  send: 'Sends a new entry, or the update of a published one, to the secretariat.',
  recall: 'Takes an entry back that waits for the secretariat.',
  confirm: 'Says that a published entry still holds.',
  archive: 'Puts a published entry among those that are kept for the record.',
  discard: 'Throws a draft away.',
}

type By = Parameters<typeof archiveEntry>[1]

const acts: Record<OfferedStep, (visit: Visit, by: By) => Promise<Outcome | void>> = {
  send: async ({ db }, by) => {
    const sent = await sendEntry(db, by)
    return 'issues' in sent ? sent : undefined
  },
  recall: ({ db }, by) => recallEntry(db, by),
  confirm: ({ db }, by) => confirmEntry(db, by),
  archive: ({ db }, by) => archiveEntry(db, by),
  discard: ({ db }, by) => discardEntry(db, by),
}

/** Shown before it is sent, so that nobody enters twice what is there. */
const likelyTo = async (visit: Visit, { activity, codes }: EntrySubject): Promise<LikelyRecord[]> =>
  (await likelyDuplicates(visit, activity)).map((one) => likelyRecord(visit, codes, one))

const done = (name: OfferedStep, id: string): Outcome => ({
  to: name === 'discard' ? activityPaths.myEntries : activityPaths.entry(id),
  done: `activities.done.${name}`,
})

/** The first of the steps that is open now; refused for the first when none is. */
function permitOne(
  { actor }: Visit,
  { activity }: EntrySubject,
  steps: readonly (keyof typeof activityRights.actions)[],
) {
  const thing = asThing(activity)
  if (steps.some((step) => may(activityRights, step, actor, thing))) return
  const [first] = steps
  if (first !== undefined) permit(activityRights, first, actor, thing)
}
