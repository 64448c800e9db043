import { z } from 'zod'
import { partShape } from '../parts/part-shape.ts'
import { becomings } from './difference.ts'

const listedShape = z.object({
  id: z.string(),
  title: z.string(),
  path: z.string().nullable(),
  revision: z.int(),
})

const changedShape = z.object({
  id: z.string(),
  title: z.string(),
  path: z.string().nullable(),
  became: z.enum(becomings),
  /** Of one that counts for something else now. */
  moved: z.object({ from: z.string(), to: z.string() }).optional(),
})

/** A live part of a report: what it says, the records behind it, and what has become of them since it was frozen. */
export const comparedPartShape = z.object({
  report: z.object({
    id: z.string(),
    title: z.string(),
    symbol: z.string().nullable(),
    version: z.int(),
    /** Who reports. */
    lead: z.string(),
    /** SHA-256 over all that the frozen report says. */
    digest: z.string().nullable(),
  }),
  frozenOn: z.iso.date().nullable(),
  part: partShape,
  /** How many would be counted now. */
  now: z.int(),
  /** How many records are behind it: of a matrix also the entries that show its links. */
  behind: z.int(),
  /** At most five hundred of them. */
  records: z.array(listedShape),
  changes: z.array(changedShape),
  /** How many records have changed in each way. */
  became: z.record(z.enum(becomings), z.int()),
})

export type ComparedPart = z.infer<typeof comparedPartShape>
