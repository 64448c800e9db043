import { z } from 'zod'
import { dayOf } from '#platform/ui/format.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { workOn } from '../activity-queries.ts'
import type { Activity } from '../activity.ts'
import { activityCodes } from '../codes-queries.ts'
import { likelyDuplicates } from '../likeness/likely-queries.ts'
import { likelyRecord } from '../likeness/likely-shape.ts'
import { activityPaths } from '../paths.ts'
import { entryTexts } from './entry-texts.ts'
import { joinedParts } from './joined-content.ts'
import { mergeEntry } from './merge-commands.ts'
import { activityFor } from './moderated-routes.ts'
import { organizationNames } from './moderated-queries.ts'
import { mergerPage, type Beside } from './pages/merger-page.ts'

/** Where the secretariat puts one entry into another that is about the same activity. */
export const mergeRoutes = (site: Site): void =>
  site.form({
    path: activityPaths.merger(':entry'),
    name: 'merge-entry',
    summary:
      'Merges an entry into another: its address, revisions and history stay, and lead to the one that stays.',
    right: 'activity.merge',
    fields: z.strictObject({
      into: z.string(rule('rule.required')).max(200, rule('rule.short-text')),
      joined: z.array(z.enum(joinedParts)).default([]),
      reason: z.string().max(2000, rule('rule.long-text')).optional(),
    }),
    read: (visit, parameters) => activityFor(visit, parameters, 'merge'),
    page: async (visit, activity, entered) => {
      const into = intoOf(visit, entered)
      const codes = await activityCodes(visit.db, dayOf(visit.now))
      const duplicates = await likelyDuplicates(visit, activity)
      return mergerPage(visit, {
        activity,
        into,
        likely: duplicates.map((one) => likelyRecord(visit, codes, one)),
        beside: await besideOf(visit, activity, into),
        entered,
      })
    },
    act: async ({ db, actor, now: at }, { id }, { fields: { into, joined, reason = null }, version }) => {
      const revision = Number(version ?? 0)
      const merged = await mergeEntry(db, { actor, at, id, into: idIn(into), revision, joined, reason })
      return 'issues' in merged
        ? merged
        : { to: activityPaths.moderated(merged.id), done: 'moderation.done.merged' }
    },
  })

const intoOf = ({ query }: Visit, { values }: Entered): string => {
  const typed = values['into']
  return idIn(typeof typed === 'string' ? typed : (query.get('into') ?? ''))
}

/** The whole address may be pasted; its last part is the id. */
const idIn = (text: string): string =>
  text
    .trim()
    .replace(/[?#].*$/, '')
    .replace(/\.json$/, '')
    .split('/')
    .findLast(Boolean) ?? ''

/** Both as they are being worked on, field by field; null without another one. */
async function besideOf(visit: Visit, activity: Activity, into: string): Promise<Beside | null> {
  const staying = into === '' || into === activity.id ? null : await workOn(visit.db, visit.actor, into)
  if (staying === null) return null
  const codes = await activityCodes(visit.db, dayOf(visit.now))
  const names = await organizationNames(visit.db, [activity.organization, staying.organization])
  const textsOf = ({ content, organization }: Activity) =>
    entryTexts(visit, codes, content, names.get(organization ?? '') ?? null)
  const there = textsOf(staying)
  const fields = textsOf(activity).map(({ field, text, isProse }, place) => ({
    field,
    isProse,
    merged: text,
    staying: there[place]?.text ?? '',
  }))
  return { staying, fields: fields.filter(({ merged, staying: other }) => merged !== '' || other !== '') }
}
