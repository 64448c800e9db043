import { z } from 'zod'
import { rule } from './problem.ts'

/** Parameters that several lists share. The rule is what a reader is told when a value does not fit. */
export const code = z.string().regex(/^[\w.-]{1,80}$/, rule('rule.code'))
export const yearText = z.string().regex(/^\d{4}$/, rule('rule.year'))
export const limitText = z.string().regex(/^([1-9]\d?|1\d\d|200)$/, rule('rule.limit'))
/** One value or several with commas between them: any of them will do. */
export const severalCodes = z
  .string()
  .regex(/^[\p{L}\p{N} ._-]{1,120}(?:,[\p{L}\p{N} ._-]{1,120}){0,39}$/u, rule('rule.codes'))
export const severalOf = (known: readonly string[]) =>
  z
    .string()
    .refine((text) => text.split(',').every((one) => known.includes(one)), {
      error: rule('rule.codes'),
      params: { validValues: known },
    })
    .meta({ examples: [...known] })
export const searchWords = z.string().max(300, rule('rule.search-words'))
export const searchOrders = ['relevance', 'newest', 'oldest', 'title'] as const
export const searchOrder = z.enum(searchOrders)
export const cursorText = z.string().max(400, rule('rule.cursor'))
