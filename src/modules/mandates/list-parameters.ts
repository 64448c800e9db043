import { z } from 'zod'

/** Parameters that several lists share. The rule is what a reader is told when a value does not fit. */
export const code = z.string().regex(/^[\w.-]{1,80}$/, 'letters, digits, dots and hyphens')
export const yearText = z.string().regex(/^\d{4}$/, 'a year of four digits')
export const limitText = z.string().regex(/^([1-9]\d?|1\d\d|200)$/, 'a whole number from 1 to 200')
export const cursorText = z.string().max(400, 'the value of "next" that this list gave')
