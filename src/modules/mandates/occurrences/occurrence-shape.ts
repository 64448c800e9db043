import { z } from 'zod'
import type { OccurrenceRow } from '../duties/duty.ts'
import { cadenceRecord, cadenceShape, dueDateRecord, dueDateShape, tags } from '../duties/duty-shape.ts'
import {
  party,
  partyShape,
  revisionRef,
  revisionRefShape,
  said,
  saidShape,
  tagShape,
  type Reader,
} from '../shapes.ts'

/** One due date of one duty, with enough of the duty to understand it alone. */
export const occurrenceShape = dueDateShape.extend({
  id: z.string(),
  duty: z.object({
    id: z.string(),
    revision: revisionRefShape,
    address: z.string(),
    label: z.string().nullable(),
    addressees: z.array(partyShape),
    recipients: z.array(partyShape),
    via: z.array(partyShape),
    verb: saidShape.nullable(),
    deliverable: saidShape.nullable(),
    cadence: cadenceShape,
    paraphrase: saidShape.nullable(),
    actionLines: z.array(tagShape),
    sdg: z.boolean(),
  }),
})

export type OccurrenceRecord = z.infer<typeof occurrenceShape>

export const occurrenceRecord = (reader: Reader, row: OccurrenceRow): OccurrenceRecord => ({
  ...dueDateRecord(reader, row),
  id: row.id,
  duty: {
    id: row.duty.id,
    revision: revisionRef(reader, row.duty.revision),
    address: row.duty.address,
    label: row.duty.label,
    addressees: row.duty.addressees.map((one) => party(reader, one)),
    recipients: row.duty.recipients.map((one) => party(reader, one)),
    via: row.duty.via.map((one) => party(reader, one)),
    verb: said(reader, row.duty.verb, row.duty.unchecked.verb),
    deliverable: said(reader, row.duty.deliverable, row.duty.unchecked.deliverable),
    cadence: cadenceRecord(reader, row.duty.cadence),
    paraphrase: said(reader, row.duty.paraphrase),
    actionLines: tags(reader, row.duty.actionLines),
    sdg: row.duty.sdg,
  },
})
