import { draftStates, openReportStates, type ReportState } from '../report.ts'
import type { SectionState } from '../sections/section.ts'

/** Clearing by four bodies needs a week at least; with six weeks they have enough, however early a recipient wants its papers. */
const clearanceDays = { least: 7, most: 42 } as const

/** When a section is due, from what the secretariat said of it, the day of its report, and the notice that its recipient asks for. */
export type Due = { ownDueOn: string | null; reportDueOn: string; noticeDays: number }

/**
 * The day by which a section must be handed in: its own, else as many days before the report is due as its recipient wants
 * papers before a meeting, within the bounds of what clearing needs. Days as year-month-day.
 */
export function sectionDueOn({ ownDueOn, reportDueOn, noticeDays }: Due): string {
  if (ownDueOn !== null) return ownDueOn
  const days = Math.min(clearanceDays.most, Math.max(clearanceDays.least, noticeDays))
  return dayBefore(reportDueOn, days)
}

export const dayBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10)

/** A section is late when its day has passed and its unit has not handed it in. */
export const isSectionLate = (
  { state, dueOn }: { state: SectionState; dueOn: string },
  report: { state: ReportState },
  today: string,
): boolean =>
  (openReportStates as readonly ReportState[]).includes(report.state) &&
  (state === 'asked' || state === 'returned') &&
  dueOn < today

const undelivered: readonly ReportState[] = [...draftStates, 'frozen']

/** A report is late when its day has passed and it has not been delivered. */
export const isReportLate = (
  { state, dueOn }: { state: ReportState; dueOn: string },
  today: string,
): boolean => undelivered.includes(state) && dueOn < today
