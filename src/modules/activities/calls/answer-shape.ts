import { z } from 'zod'
import { isLanguageCode } from '#platform/languages.ts'
import type { TextRead } from '#platform/texts/texts.ts'
import { coded, codedShape, named, saidShape, tagShape } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ActivityCodes } from '../codes-queries.ts'
import { tagOf } from '../published/activity-shape.ts'
import type { AnswerRow } from './answer-queries.ts'
import { saidOf } from './call-shape.ts'
import { timings, type Timing } from './call.ts'

/** A published entry that answers a call. */
export const answerShape = z.object({
  id: z.string(),
  title: saidShape,
  organization: z.object({ id: z.string(), name: saidShape }).nullable(),
  region: tagShape.nullable(),
  cameAt: z.iso.datetime(),
  timing: codedShape(timings),
})

export type AnswerRecord = z.infer<typeof answerShape>

export const answerRecord = (
  visit: Visit,
  codes: ActivityCodes,
  row: AnswerRow,
  title: TextRead | undefined,
): AnswerRecord => {
  const language = isLanguageCode(row.language) ? row.language : 'en'
  return {
    id: row.id,
    title: title === undefined ? { text: row.title, language } : saidOf(title, language),
    organization:
      row.organization === null
        ? null
        : { id: row.organization, name: named(visit, row.organizationName ?? {}, row.organization) },
    region: row.region === '' ? null : tagOf(visit, codes, ['itu-regions'], row.region),
    cameAt: row.at.toISOString(),
    timing: coded(visit, row.timing, timingKeys),
  }
}

export const timingKeys = {
  'in-time': 'calls.in-time',
  late: 'calls.late',
} as const satisfies Record<Timing, string>
