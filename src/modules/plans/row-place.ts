import { z } from 'zod'
import { rule } from '#platform/web/problem.ts'

/** From which row on a page shows a long plan. The data and the files of the plan hold all of them. */
export const rowPlace = z.string().regex(/^\d{1,4}$/, rule('rule.whole-number'))
