import { z } from 'zod'
import { isDay } from '#modules/mandates/index.ts'
import { rule } from '#platform/web/problem.ts'

/** Fields that several forms of plans share. */
export const dayField = z.string().refine(isDay, rule('rule.date'))

export const reasonField = z.string().max(2000, rule('rule.reason'))

/** A whole number between two others. */
export const wholeField = (least: number, most: number) =>
  z
    .string()
    .refine(
      (text) => /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most,
      rule('rule.whole-number'),
    )
