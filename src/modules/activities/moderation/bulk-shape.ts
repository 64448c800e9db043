import { z } from 'zod'
import { stateWord } from '#platform/access/words.ts'
import { issueSentence } from '#platform/errors.ts'
import { languageCodes } from '#platform/languages.ts'
import { codedShape } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityStates, type Activity } from '../activity.ts'
import { activityPaths } from '../paths.ts'
import { effects, obstacles, type Verdict } from './verdict.ts'

/** One entry of a step with many: what will become of it, or what became of it. */
export const bulkShape = z.object({
  id: z.string(),
  title: z.string(),
  language: z.enum(languageCodes),
  state: codedShape(activityStates),
  revision: z.int(),
  effect: codedShape(effects).nullable(),
  obstacle: codedShape(obstacles).nullable(),
  /** What is missing, worded. */
  missing: z.array(z.string()),
  path: z.string(),
})

export type BulkRecord = z.infer<typeof bulkShape>

/** `words`: what will be done and what was done are said differently. */
export function bulkRecord(
  { t }: Pick<Visit, 't'>,
  activity: Activity,
  verdict: Verdict,
  words: 'preview' | 'outcome',
): BulkRecord {
  const { id, content, language, state, revision } = activity
  const hinder = 'obstacle' in verdict ? verdict : null
  return {
    id,
    title: content.title,
    language,
    state: { code: state, label: stateWord(t, 'activity', state) },
    revision,
    effect:
      'effect' in verdict
        ? { code: verdict.effect, label: t(`moderation.${words}.${verdict.effect}`) }
        : null,
    obstacle: hinder && { code: hinder.obstacle, label: t(`moderation.obstacle.${hinder.obstacle}`) },
    missing: (hinder?.issues ?? []).map(
      (issue) =>
        `${t(`activities.field.${issue.field}` as 'activities.field.title')}: ${issueSentence(t, issue)}`,
    ),
    path: activityPaths.moderated(id),
  }
}
