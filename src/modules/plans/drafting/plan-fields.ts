import { z } from 'zod'
import { languageCodes } from '#platform/languages.ts'
import { rule } from '#platform/web/problem.ts'
import { planFieldLetters, planFields, type PlanField } from '../plan.ts'

/** A day of the calendar, near enough to be meant. */
export const day = z.string().refine(isDay, rule('rule.date'))

export const lines = z.string().max(10_000, rule('rule.long-text'))

const code = z.string().max(80, rule('rule.code'))

/** What plans are of and when. */
export const headerFields = {
  'action-line': code.optional(),
  lead: code,
  facilitators: lines.optional(),
  'starts-on': day,
  'ends-on': day,
}

export const planWordFields = {
  title: z.string().max(planFieldLetters.title, rule('rule.title')),
  vision: z.string().max(planFieldLetters.vision, rule('rule.text-5000')).optional(),
  context: z.string().max(planFieldLetters.context, rule('rule.text-20000')).optional(),
  risks: z.string().max(planFieldLetters.risks, rule('rule.long-text')).optional(),
}

export const newPlanFields = z.strictObject({
  type: code,
  language: z.enum(languageCodes),
  ...headerFields,
  ...planWordFields,
})

export const planWordsOf = (
  typed: Partial<Record<PlanField, string | undefined>>,
): Record<PlanField, string> =>
  Object.fromEntries(planFields.map((field) => [field, typed[field]?.trim() ?? ''])) as Record<
    PlanField,
    string
  >

export const linesOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/[\n;؛；]/)
    .map((line) => line.trim())
    .filter(Boolean)

function isDay(text: string): boolean {
  const at = /^(?:20|21)\d\d-\d\d-\d\d$/.test(text) ? new Date(text) : null
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
