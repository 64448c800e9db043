import { z } from 'zod'
import { actorWords } from '#platform/past/timeline.ts'
import { languageCodes } from '#platform/languages.ts'
import { codedShape, named, saidShape, tagShape } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { stateWord } from '#platform/access/words.ts'
import type { CallTitles } from '../calls/call-queries.ts'
import { saidOf } from '../calls/call-shape.ts'
import type { ActivityCodes } from '../codes-queries.ts'
import { activityPaths } from '../paths.ts'
import { tagOf } from '../published/activity-shape.ts'
import { isWaiting, workStates, type WorkRow } from './work.ts'

/** An entry in the work list of the secretariat. */
export const workShape = z.object({
  id: z.string(),
  title: z.string(),
  language: z.enum(languageCodes),
  state: codedShape(workStates),
  /** Whether it waits for a decision, and since when; else since when it has been as it is. */
  isWaiting: z.boolean(),
  since: z.iso.datetime(),
  days: z.int(),
  organization: z.object({ id: z.string(), name: saidShape }).nullable(),
  region: tagShape.nullable(),
  country: tagShape.nullable(),
  actionLines: z.array(tagShape),
  /** Who of the secretariat looks after it. */
  moderator: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Whether the first of two pairs of eyes has approved it. */
  isApproved: z.boolean(),
  call: z.object({ id: z.string(), title: saidShape }).nullable(),
  revision: z.int(),
  path: z.string(),
  example: z.boolean(),
})

export type WorkRecord = z.infer<typeof workShape>

export const workRecord = (
  visit: Visit,
  codes: ActivityCodes,
  calls: CallTitles,
  row: WorkRow,
): WorkRecord => ({
  id: row.id,
  title: row.title,
  language: row.language,
  state: { code: row.state, label: stateWord(visit.t, 'activity', row.state) },
  isWaiting: isWaiting(row.state),
  since: row.since.toISOString(),
  days: daysBetween(row.since, visit.now),
  organization:
    row.organization === null
      ? null
      : { id: row.organization, name: named(visit, row.organizationName ?? {}, row.organization) },
  region: row.region === null ? null : tagOf(visit, codes, ['itu-regions'], row.region),
  country: row.country === null ? null : tagOf(visit, codes, ['countries'], row.country),
  actionLines: row.lines.map((code) => tagOf(visit, codes, ['action-lines'], code)),
  moderator:
    row.moderator === null
      ? null
      : { id: row.moderator, name: personName(visit, row.moderator, row.moderatorName) },
  isApproved: row.isApproved,
  call: row.call === null ? null : calledBy(calls, row.call),
  revision: row.revision,
  path: activityPaths.moderated(row.id),
  example: row.isExample,
})

/** The call that an entry names. */
export const calledBy = (calls: CallTitles, id: string) => ({ id, title: saidOf(calls.get(id) ?? id, 'en') })

export const daysBetween = (from: Date, to: Date): number =>
  Math.max(0, Math.floor((to.getTime() - from.getTime()) / 86_400_000))

/** Of whoever has had their data erased nothing is left but that they were there. */
export const personName = ({ t }: Pick<Visit, 't'>, id: string, name: string | null): string =>
  actorWords(t, id, name === null ? null : name === '' ? { kind: 'erased' } : { kind: 'name', name })
