import { z } from 'zod'
import { isDay } from '#modules/mandates/index.ts'
import { languageCodes } from '#platform/languages.ts'
import { rule } from '#platform/web/problem.ts'
import { answerOfCode } from './answer.ts'
import type { ReportHeader } from './report-commands.ts'
import { reportFieldLetters, type ReportField } from './report.ts'

/** A day of the calendar. */
export const day = z.string().refine(isDay, rule('rule.date'))

const code = z.string().max(80, rule('rule.code'))

export const symbolText = z.string().regex(/^(?=.*\S)[^\p{Cc}]{1,60}$/u, rule('rule.symbol'))

const wordFields = {
  title: z.string().max(reportFieldLetters.title, rule('rule.title')),
  action: z.string().max(reportFieldLetters.action, rule('rule.text-1000')).optional(),
  summary: z.string().max(reportFieldLetters.summary, rule('rule.text-5000')).optional(),
  meeting: z.string().max(reportFieldLetters.meeting, rule('rule.text-300')).optional(),
}

const periodFields = { 'starts-on': day, 'ends-on': day, 'due-on': day }

export const newReportFields = z.strictObject({
  template: code,
  language: z.enum(languageCodes),
  ...periodFields,
  ...wordFields,
})

export const reportWordFields = z.strictObject(wordFields)

export const headerFields = z.strictObject({
  ...periodFields,
  'agenda-item': symbolText.or(z.literal('')).optional(),
  /** Due dates as '<duty>@<due date>'. */
  answers: z.array(z.string().max(300, rule('rule.code'))).optional(),
})

export const reasonText = z.string().max(5000, rule('rule.text-5000'))
export const decisionText = z.string().max(200, rule('rule.short-text'))

export const headerOf = (typed: z.infer<typeof headerFields>): ReportHeader => ({
  startsOn: typed['starts-on'],
  endsOn: typed['ends-on'],
  dueOn: typed['due-on'],
  agendaItem: typed['agenda-item'] || null,
  answers: (typed.answers ?? []).map(answerOfCode),
})

export const wordsOf = (typed: z.infer<typeof reportWordFields>): Record<ReportField, string> => ({
  title: typed.title.trim(),
  action: typed.action?.trim() ?? '',
  summary: typed.summary?.trim() ?? '',
  meeting: typed.meeting?.trim() ?? '',
})
