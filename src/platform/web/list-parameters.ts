import { z } from 'zod'
import { rule } from './problem.ts'

/** Parameters that several lists share. The rule is what a reader is told when a value does not fit. */
export const code = z.string().regex(/^[\w.-]{1,80}$/, rule('rule.code'))
export const yearText = z.string().regex(/^\d{4}$/, rule('rule.year'))
export const limitText = z.string().regex(/^([1-9]\d?|1\d\d|200)$/, rule('rule.limit'))
export const cursorText = z.string().max(400, rule('rule.cursor'))
