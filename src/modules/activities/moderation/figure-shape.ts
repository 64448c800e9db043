import { z } from 'zod'
import { stateWord } from '#platform/access/words.ts'
import { languages, type LanguageCode } from '#platform/languages.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ActivityCodes } from '../codes-queries.ts'
import { codeLabel } from '../entry/choices.ts'
import { activityPaths } from '../paths.ts'
import type { ModeratorFigure, WaitingFigure, WeekFigure } from './figure-queries.ts'
import { personName } from './work-shape.ts'

export const figureGroups = ['all', 'state', 'language', 'region', 'week', 'moderator'] as const

const count = z.int().nonnegative().nullable()
const days = z.number().nonnegative().nullable()

/** One line of the workload: what waits now by a code, what happened in a week, what somebody has decided. */
export const figureShape = z.object({
  by: z.enum(figureGroups),
  value: z.string(),
  label: z.string(),
  waiting: count,
  oldestDays: days,
  medianDays: days,
  received: count,
  published: count,
  returned: count,
  approved: count,
  /** The list that it counts, without the language; null where there is none. */
  path: z.string().nullable(),
})

export type FigureRecord = z.infer<typeof figureShape>

const nothing = {
  waiting: null,
  oldestDays: null,
  medianDays: null,
  received: null,
  published: null,
  returned: null,
  approved: null,
  path: null,
}

export const waitingRecord = (visit: Visit, codes: ActivityCodes, figure: WaitingFigure): FigureRecord => ({
  ...nothing,
  by: figure.by,
  value: figure.value,
  label: waitingLabel(visit, codes, figure),
  waiting: figure.waiting,
  oldestDays: figure.oldestDays === null ? null : Math.floor(figure.oldestDays),
  medianDays: tenths(figure.medianDays),
  path: pathOf(figure),
})

function waitingLabel(visit: Visit, codes: ActivityCodes, { by, value }: WaitingFigure): string {
  const { t } = visit
  if (by === 'all') return t('moderation.figures.all')
  if (by === 'state') return stateWord(t, 'activity', value)
  if (by === 'language') return languages[value as LanguageCode].endonym
  const node = codes['itu-regions'].get(value)
  return node === undefined ? t('moderation.figures.no-region') : codeLabel(visit, node)
}

const pathOf = ({ by, value }: WaitingFigure): string | null => {
  if (by === 'all') return activityPaths.moderation
  return value === '' ? null : `${activityPaths.moderation}?${by}=${value}`
}

export const weekRecord = ({ week, medianDays, ...counts }: WeekFigure): FigureRecord => ({
  ...nothing,
  ...counts,
  by: 'week',
  value: week,
  label: week,
  medianDays: tenths(medianDays),
})

export const moderatorRecord = (
  visit: Visit,
  { id, name, medianDays, ...counts }: ModeratorFigure,
): FigureRecord => ({
  ...nothing,
  ...counts,
  by: 'moderator',
  value: id,
  label: personName(visit, id, name),
  medianDays: tenths(medianDays),
})

const tenths = (value: number | null): number | null => (value === null ? null : Math.round(value * 10) / 10)
