import { z } from 'zod'
import { languageCodes } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import { textStates, type TextRead } from '#platform/texts/texts.ts'
import type { PeriodState } from './period.ts'
import type { Rating, ReportState } from './report.ts'
import type { Mark } from './roll-up.ts'
import type { Standing } from './standing.ts'

/** A text as a reader of one language gets it, with what must be said of it. */
export const textShape = z.object({
  text: z.string(),
  language: z.enum(languageCodes),
  state: z.enum(textStates),
  original: z.enum(languageCodes),
  isFallback: z.boolean(),
})

/** An empty field has no text. */
export const textOf = (read: TextRead | undefined): z.infer<typeof textShape> | null =>
  read === undefined || read.text === '' ? null : read

export const standingKeys = {
  'not-due': 'progress.standing.not-due',
  due: 'progress.standing.due',
  missing: 'progress.standing.missing',
  submitted: 'progress.standing.submitted',
  late: 'progress.standing.late',
  returned: 'progress.standing.returned',
  accepted: 'progress.standing.accepted',
} as const satisfies Record<Standing, MessageKey>

export const ratingKeys = {
  'not-started': 'progress.rating.not-started',
  'on-track': 'progress.rating.on-track',
  'at-risk': 'progress.rating.at-risk',
  'off-track': 'progress.rating.off-track',
  done: 'progress.rating.done',
} as const satisfies Record<Rating, MessageKey>

export const markKeys = {
  ...ratingKeys,
  missing: 'progress.mark.missing',
  waiting: 'progress.mark.waiting',
  'not-asked': 'progress.mark.not-asked',
} as const satisfies Record<Mark, MessageKey>

export const periodStateKeys = {
  coming: 'state.plan-period.coming',
  open: 'state.plan-period.open',
  locked: 'state.plan-period.locked',
} as const satisfies Record<PeriodState, MessageKey>

export const reportStateKeys = {
  draft: 'state.plan-report.draft',
  submitted: 'state.plan-report.submitted',
  returned: 'state.plan-report.returned',
  accepted: 'state.plan-report.accepted',
} as const satisfies Record<ReportState, MessageKey>
