import { z } from 'zod'
import { languageCodes } from '#platform/languages.ts'
import { coded, codedShape } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { purposeKeys } from '../plan-names.ts'
import { purposes } from '../plan.ts'
import type { PlanType } from './plan-type.ts'

const inSix = z.record(z.enum(languageCodes), z.string())

/** A type with its levels; words in all six languages, since plans are written in any of them. */
export const typeShape = z.object({
  id: z.string(),
  purpose: codedShape(purposes),
  name: inSix,
  about: inSix,
  offered: z.boolean(),
  source: z.string(),
  levels: z.array(
    z.object({
      code: z.string(),
      parent: z.string().nullable(),
      one: inSix,
      many: inSix,
      scheduled: z.boolean(),
      resourced: z.boolean(),
      measured: z.boolean(),
    }),
  ),
})

export type TypeRecord = z.infer<typeof typeShape>

export const typeRecord = (visit: Pick<Visit, 't'>, type: PlanType): TypeRecord => ({
  ...type,
  purpose: coded(visit, type.purpose, purposeKeys),
})
