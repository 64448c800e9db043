import { z } from 'zod'
import type { MessageKey } from '#platform/messages.ts'
import {
  cadences,
  dutyStates,
  occurrenceStates,
  type Cadence,
  type Certainty,
  type DueDate,
  type DutyRow,
  type DutyState,
  type OccurrenceState,
  type Precision,
} from './duty.ts'
import { strengths, type Strength } from '../evidence/evidence.ts'
import { ownerRecord, ownerShape } from '../keeping/owner-shape.ts'
import {
  coded,
  codedShape,
  occasion,
  occasionShape,
  originOf,
  originShape,
  party,
  partyShape,
  revisionRef,
  revisionRefShape,
  said,
  saidShape,
  tagShape,
  type Reader,
} from '../shapes.ts'

export const cadenceKeys = {
  once: 'cadence.once',
  annual: 'cadence.annual',
  biennial: 'cadence.biennial',
  'four-yearly': 'cadence.four-yearly',
  regular: 'cadence.regular',
  ongoing: 'cadence.ongoing',
  'on request': 'cadence.on-request',
  'each session': 'cadence.each-session',
  other: 'cadence.other',
} satisfies Record<Cadence, MessageKey>

export const basisKeys = { explicit: 'status.explicit', implied: 'status.implied' } as const

export const stateKeys = {
  overdue: 'status.overdue',
  due: 'status.due',
  'under-way': 'status.under-way',
  delivered: 'status.delivered',
  considered: 'status.considered',
  'no-information': 'status.no-information',
  upcoming: 'status.upcoming',
  'date-unknown': 'status.date-unknown',
  continuing: 'status.continuing',
} satisfies Record<DutyState | OccurrenceState, MessageKey>

export const strengthKeys = {
  reported: 'status.reported',
  documented: 'status.documented',
  verified: 'status.verified',
  contested: 'status.contested',
  withdrawn: 'status.withdrawn',
} satisfies Record<Strength, MessageKey>

const precisionKeys = {
  year: 'precision.year',
  occasion: 'precision.occasion',
  day: 'precision.day',
  unknown: 'precision.unknown',
} satisfies Record<Precision, MessageKey>

const certaintyKeys = { stated: 'certainty.stated', presumed: 'status.presumed' } satisfies Record<
  Certainty,
  MessageKey
>

/** One due date: a year, the days of a conference, a day, or honestly unknown. */
export const dueDateShape = z.object({
  year: z.int().nullable(),
  starts: z.iso.date().nullable(),
  ends: z.iso.date().nullable(),
  precision: codedShape(['year', 'occasion', 'day', 'unknown']),
  occasion: occasionShape.nullable(),
  certainty: codedShape(['stated', 'presumed']),
  state: codedShape(occurrenceStates),
  /** Names the due date among those of its duty: an occasion, a year, or 'unknown'. */
  key: z.string(),
})

export type DueDateRecord = z.infer<typeof dueDateShape>

export const dueDateRecord = (reader: Pick<Reader, 'language' | 't'>, due: DueDate): DueDateRecord => ({
  year: due.year,
  starts: due.starts,
  ends: due.ends,
  precision: coded(reader, due.precision, precisionKeys),
  occasion: due.occasion === null ? null : occasion(reader, due.occasion),
  certainty: coded(reader, due.certainty, certaintyKeys),
  state: coded(reader, due.state, stateKeys),
  key: due.key,
})

export const cadenceShape = z.object({
  value: codedShape(cadences).nullable(),
  basis: codedShape(['explicit', 'implied']),
})

export const cadenceRecord = (reader: Pick<Reader, 't'>, { value, basis }: DutyRow['cadence']) => ({
  value: value === null ? null : coded(reader, value, cadenceKeys),
  basis: coded(reader, basis, basisKeys),
})

const deadlineShape = z.object({
  text: saidShape.nullable(),
  date: z.iso.date().nullable(),
  year: z.int().nullable(),
  occasion: occasionShape.nullable(),
})

/** Who was told to do what, for whom, through whom, how often and by when. */
export const dutyShape = z.object({
  id: z.string(),
  revision: revisionRefShape,
  address: z.string(),
  label: z.string().nullable(),
  obligation: z.boolean(),
  addressees: z.array(partyShape),
  verb: saidShape.nullable(),
  deliverable: saidShape.nullable(),
  recipients: z.array(partyShape),
  via: z.array(partyShape),
  modality: z.string().nullable(),
  cadence: cadenceShape,
  deadline: deadlineShape.nullable(),
  actionLines: z.array(tagShape),
  sdg: z.boolean(),
  sdgOnlyInName: z.boolean(),
  goals: z.array(tagShape),
  paraphrase: saidShape.nullable(),
  state: codedShape(dutyStates),
  occurrences: z.record(z.enum(occurrenceStates), z.int().nonnegative()),
  next: dueDateShape.nullable(),
  /** Who answers for it now. */
  owners: z.array(ownerShape),
  lastEvidence: z.object({ happenedOn: z.iso.date(), strength: codedShape(strengths) }).nullable(),
  origin: originShape,
  confidence: z.number().min(0).max(1).nullable(),
  confirmed: z.boolean(),
})

export type DutyRecord = z.infer<typeof dutyShape>

export const dutyRecord = (reader: Reader, duty: DutyRow): DutyRecord => ({
  id: duty.id,
  revision: revisionRef(reader, duty.revision),
  address: duty.address,
  label: duty.label,
  obligation: duty.obligation,
  addressees: duty.addressees.map((one) => party(reader, one)),
  verb: said(reader, duty.verb, duty.unchecked.verb),
  deliverable: said(reader, duty.deliverable, duty.unchecked.deliverable),
  recipients: duty.recipients.map((one) => party(reader, one)),
  via: duty.via.map((one) => party(reader, one)),
  modality: duty.modality,
  cadence: cadenceRecord(reader, duty.cadence),
  deadline: duty.deadline === null ? null : deadlineRecord(reader, duty.deadline),
  actionLines: tags(reader, duty.actionLines),
  sdg: duty.sdg,
  sdgOnlyInName: duty.sdgOnlyInName,
  goals: goalTags(reader, duty.goals),
  paraphrase: said(reader, duty.paraphrase),
  state: coded(reader, duty.state, stateKeys),
  occurrences: duty.occurrences,
  next: duty.next === null ? null : dueDateRecord(reader, duty.next),
  owners: duty.owners.map((owner) => ownerRecord(reader, owner)),
  lastEvidence:
    duty.lastEvidence === null
      ? null
      : {
          happenedOn: duty.lastEvidence.happenedOn,
          strength: coded(reader, duty.lastEvidence.strength, strengthKeys),
        },
  origin: originOf(reader, duty.origin),
  confidence: duty.confidence,
  confirmed: duty.confirmed,
})

const deadlineRecord = (reader: Reader, deadline: NonNullable<DutyRow['deadline']>) => ({
  text: said(reader, deadline.text, deadline.unchecked),
  date: deadline.date,
  year: deadline.year,
  occasion: deadline.occasion === null ? null : occasion(reader, deadline.occasion),
})

export const tags = (reader: Reader, codes: string[]): z.infer<typeof tagShape>[] =>
  codes.map((code) => ({ code, label: said(reader, reader.actionLines.get(code) ?? {}) }))

export const goalTags = (reader: Reader, goals: number[]): z.infer<typeof tagShape>[] =>
  goals.map((goal) => ({ code: String(goal), label: said(reader, reader.goals.get(goal) ?? {}) }))
