import { z } from 'zod'
import type { ReviewedDuty } from './reviewed-text.ts'

/** What people decide about a duty; a field that is missing stays as it is. */
export const dutyFields = z.strictObject({
  addressees: z.array(z.string()),
  addresseeIds: z.array(z.string()),
  verb: z.string().nullable(),
  deliverable: z.string().nullable(),
  recipients: z.array(z.string()),
  recipientIds: z.array(z.string()),
  via: z.array(z.string()),
  viaIds: z.array(z.string()),
  cadence: z.strictObject({
    value: z
      .enum([
        'once',
        'annual',
        'biennial',
        'four-yearly',
        'regular',
        'ongoing',
        'on request',
        'each session',
        'other',
      ])
      .nullable(),
    basis: z.enum(['explicit', 'implied']),
  }),
  deadline: z.string().nullable(),
  deadlineYear: z.int().nullable(),
  force: z.enum(['decides', 'instructs', 'requests', 'invites', 'courtesy', 'statement']),
})

export type DutyFields = z.infer<typeof dutyFields>

/** What the head of the text says; by it the text is recognized. */
export const headFields = z.strictObject({
  title: z.string().nullable(),
  number: z.string().nullable(),
  body: z.string().nullable(),
  place: z.string().nullable(),
  year: z.int().nullable(),
  revision: z.string().nullable(),
})

const kind = z.enum(['preamble', 'operative'])
const unit = z.string()

/** One thing that a person says of a text under review. Stored as it is, so names are never changed. */
const editShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('check'), units: z.array(unit) }),
  z.strictObject({ kind: z.literal('relabel'), unit, label: z.string().nullable() }),
  /** `at`: offsets in the text at which a new unit begins; `below`: as a list under the first part. */
  z.strictObject({
    kind: z.literal('split'),
    unit,
    at: z.array(z.int().positive()).min(1),
    below: z.boolean(),
  }),
  /** With the unit before it. */
  z.strictObject({ kind: z.literal('merge'), unit }),
  z.strictObject({ kind: z.literal('indent'), unit }),
  z.strictObject({ kind: z.literal('outdent'), unit }),
  /** The unit is the end of the sentence above its list; and the way back. */
  z.strictObject({ kind: z.literal('close'), unit }),
  z.strictObject({ kind: z.literal('release'), unit }),
  z.strictObject({ kind: z.literal('note'), unit, mark: z.string().min(1), of: unit.nullable() }),
  z.strictObject({ kind: z.literal('set-aside'), unit }),
  z.strictObject({ kind: z.literal('put-back'), aside: z.string(), after: unit }),
  z.strictObject({ kind: z.literal('open-section'), unit, to: kind }),
  z.strictObject({ kind: z.literal('join-section'), section: z.string() }),
  z.strictObject({ kind: z.literal('turn-section'), section: z.string(), to: kind }),
  z.strictObject({ kind: z.literal('set-head'), head: headFields }),
  z.strictObject({ kind: z.literal('set-duty'), duty: z.string(), set: dutyFields.partial() }),
  z.strictObject({ kind: z.literal('add-duty'), unit, set: dutyFields }),
  z.strictObject({ kind: z.literal('drop-duty'), duty: z.string() }),
])

export type Edit = z.infer<typeof editShape>

/**
 * An edit with its number in the order of the review. Where an edit moves the borders of units, `reread` holds what the parser
 * reads of the duties in them now, so that the decisions give the same text whenever they are applied.
 */
export type Decision = { seq: number; edit: Edit; reread?: Record<string, ReviewedDuty[]> }

/** Edits after which the parser is asked again for the duties of the units concerned. */
export const movesBorders = ({ kind: one }: Edit): boolean =>
  [
    'split',
    'merge',
    'indent',
    'outdent',
    'close',
    'release',
    'put-back',
    'open-section',
    'join-section',
    'turn-section',
  ].includes(one)
