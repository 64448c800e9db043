import { z } from 'zod'
import { codedShape, saidShape } from '#platform/web/shapes.ts'
import type { MessageKey } from '#platform/messages.ts'
import { reuseStates, type ReuseState } from './reuse.ts'

const reportRef = z.object({
  id: z.string(),
  title: z.string(),
  symbol: z.string().nullable(),
  version: z.int(),
})

/** A paragraph that was taken from another report which the reader sees. */
export const reusedShape = z.object({
  section: z.string(),
  sectionName: saidShape,
  /** Where it stands now; null where nothing like it is there any more. */
  paragraph: z.int().nullable(),
  state: codedShape(reuseStates),
  /** Where it was taken from, and whether it still stands there as it was. */
  from: reportRef.extend({
    section: z.string(),
    sectionName: saidShape,
    paragraph: z.int(),
    isAsItWas: z.boolean(),
  }),
})

export type ReusedRecord = z.infer<typeof reusedShape>

/** A report that has taken a paragraph from this one. */
export const usedAgainShape = z.object({
  section: z.string(),
  paragraph: z.int(),
  in: reportRef.extend({ section: z.string(), sectionName: saidShape }),
})

export type UsedAgainRecord = z.infer<typeof usedAgainShape>

export const reuseStateKeys = {
  same: 'reports.proof.reuse.same',
  changed: 'reports.proof.reuse.changed',
  gone: 'reports.proof.reuse.gone',
} as const satisfies Record<ReuseState, MessageKey>
