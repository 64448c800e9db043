import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import { dayOf } from '#platform/ui/format.ts'
import { rule } from '#platform/web/problem.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { workOn } from '../activity-queries.ts'
import { activityRights } from '../activity-rights.ts'
import { asThing, returnReasons, type Activity } from '../activity.ts'
import { callTitles } from '../calls/call-queries.ts'
import { activityCodes } from '../codes-queries.ts'
import { likelyDuplicates } from '../likeness/likely-queries.ts'
import { activityPaths } from '../paths.ts'
import { publishEntry, returnEntry, takeCare } from './decision-commands.ts'
import { moderatedEntry } from './moderated-queries.ts'
import { moderatedRecord, moderatedShape, type ModeratedRecord } from './moderated-shape.ts'
import { addNote } from './note-commands.ts'
import { carePage, notePage, publishPage, returnPage } from './pages/decision-pages.ts'
import { moderatedPage } from './pages/moderated-page.ts'

/** One entry before the secretariat, and what is decided on it. */
export function moderatedRoutes(site: Site): void {
  site.record({
    path: activityPaths.moderated(':entry'),
    name: 'moderated-entry',
    summary:
      'An entry as the secretariat looks at it: what was entered beside what the public reads, who entered it, earlier returns, notes.',
    query: z.strictObject({}),
    read: (visit, parameters) => readFor(visit, parameters, 'moderate'),
    shape: moderatedShape,
    page: moderatedPage,
  })
  for (const step of ['publish', 'publish-update'] as const) publishRoute(site, step)
  for (const step of ['return', 'return-update'] as const) returnRoute(site, step)
}

/** What is noted about an entry and who looks after it: the secretariat's own. */
export function careRoutes(site: Site): void {
  site.form({
    path: activityPaths.notes(':entry'),
    name: 'moderation-note',
    summary: 'Notes something about an entry that only the secretariat reads.',
    right: 'activity.moderate',
    fields: z.strictObject({ words: z.string(rule('rule.required')).max(5000, rule('rule.long-text')) }),
    read: (visit, parameters) => activityFor(visit, parameters, 'moderate'),
    page: notePage,
    act: async ({ db, actor, now: at }, { id }, { fields: { words } }) => {
      const added = await addNote(db, { actor, at, id, words })
      return 'issues' in added ? added : { to: activityPaths.moderated(id), done: 'moderation.done.noted' }
    },
  })
  site.form({
    path: activityPaths.care(':entry'),
    name: 'moderation-care',
    summary: 'Takes an entry into one’s care, or gives it back to all of the secretariat.',
    right: 'activity.moderate',
    fields: z.strictObject({ care: z.enum(['take', 'leave']) }),
    read: (visit, parameters) => activityFor(visit, parameters, 'moderate'),
    page: carePage,
    act: async ({ db, actor, now: at }, { id }, { fields: { care } }) => {
      await takeCare(db, { actor, at, id, moderator: care === 'take' ? actor.id : null })
      return {
        to: activityPaths.moderated(id),
        done: care === 'take' ? 'moderation.done.taken' : 'moderation.done.left',
      }
    },
  })
}

const publishRoute = (site: Site, step: 'publish' | 'publish-update'): void =>
  site.form({
    path: activityPaths.moderationStep(':entry', step),
    name: `moderation-${step}`,
    summary:
      'Publishes what waits, or approves it as the first of two where two pairs of eyes are asked for.',
    right: `activity.${step}`,
    fields: z.strictObject({}),
    read: (visit, parameters) => readFor(visit, parameters, step),
    page: publishPage,
    act: async ({ db, actor, now: at }, { id }, { version }) => {
      const decided = await publishEntry(db, { actor, at, id, revision: Number(version ?? 0) })
      if ('issues' in decided) return decided
      return { to: activityPaths.moderated(id), done: `moderation.done.${decided.state}` }
    },
  })

const returnRoute = (site: Site, step: 'return' | 'return-update'): void =>
  site.form({
    path: activityPaths.moderationStep(':entry', step),
    name: `moderation-${step}`,
    summary: 'Sends an entry back to whoever wrote it, with reasons as codes and words.',
    right: `activity.${step}`,
    fields: z.strictObject({
      reasons: z.array(z.enum(returnReasons)).default([]),
      words: z.string().max(2000, rule('rule.long-text')).optional(),
    }),
    read: (visit, parameters) => readFor(visit, parameters, step),
    page: returnPage,
    act: async ({ db, actor, now: at }, { id }, { fields: { reasons, words = '' }, version }) => {
      const sent = await returnEntry(db, { actor, at, id, revision: Number(version ?? 0), reasons, words })
      return 'issues' in sent ? sent : { to: activityPaths.moderated(id), done: 'moderation.done.returned' }
    },
  })

type Asked = 'moderate' | 'merge' | 'publish' | 'publish-update' | 'return' | 'return-update'

/** The entry of an address for whoever may do that with it; for those who may not see the work on it, there is none. */
export async function activityFor(
  { db, actor }: Visit,
  { entry = '' }: PathParameters,
  right: Asked,
): Promise<Activity | null> {
  const activity = await workOn(db, actor, entry)
  if (activity !== null) permit(activityRights, right, actor, asThing(activity))
  return activity
}

async function readFor(
  visit: Visit,
  parameters: PathParameters,
  right: Asked,
): Promise<ModeratedRecord | null> {
  const activity = await activityFor(visit, parameters, right)
  if (activity === null) return null
  const today = dayOf(visit.now)
  const entry = await moderatedEntry(visit.db, visit.actor, activity.id, today)
  if (entry === null) return null
  const duplicates = await likelyDuplicates(visit, activity)
  const named = activity.call === null ? [] : [activity.call]
  const calls = await callTitles(visit.db, visit.actor, named, visit.language)
  return moderatedRecord(visit, await activityCodes(visit.db, today), { ...entry, duplicates, calls })
}
