import { z } from 'zod'
import { visibilities, type Visibility } from '#platform/access/visibility.ts'
import { languageCodes } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import { strengthKeys } from '../duties/duty-shape.ts'
import {
  coded,
  codedShape,
  party,
  partyShape,
  revisionRef,
  revisionRefShape,
  said,
  saidShape,
  type Reader,
} from '../shapes.ts'
import type { Age } from './ages.ts'
import { contestStates, evidenceKinds, strengths, type ContestState, type EvidenceKind } from './evidence.ts'
import type { By, Contest, EvidenceDetail, EvidenceRevision, EvidenceRow } from './evidence-row.ts'

/** In whose name, with the person only when they agreed to be named. No name means the secretariat. */
export const byShape = z.object({
  id: z.string().nullable(),
  name: saidShape.nullable(),
  person: z.string().nullable(),
})

export const byRecord = (reader: Pick<Reader, 'language'>, { scope, name, personName }: By) => ({
  id: scope,
  name: name && said(reader, name),
  person: personName,
})

const datedShape = byShape.extend({ on: z.iso.date() })

/** A piece of evidence: what it is, what it shows, for which due dates, how strong and how old it is. */
export const evidenceShape = z.object({
  id: z.string(),
  duty: z.object({
    id: z.string(),
    revision: revisionRefShape,
    address: z.string(),
    label: z.string().nullable(),
    addressees: z.array(partyShape),
    paraphrase: saidShape.nullable(),
  }),
  kind: codedShape(evidenceKinds),
  shows: saidShape.nullable(),
  originalLanguage: z.enum(languageCodes),
  happenedOn: z.iso.date(),
  /** Due dates that it is for: occasions, years, or 'unknown'. */
  dueDates: z.array(z.string()),
  strength: codedShape(strengths),
  age: codedShape(['fresh', 'ageing', 'old']),
  record: z
    .object({ kind: z.string(), id: z.string(), name: saidShape.nullable(), path: z.string() })
    .nullable(),
  url: z.string().nullable(),
  title: z.string().nullable(),
  seenOn: z.iso.date().nullable(),
  file: z
    .object({ checksum: z.string(), name: z.string(), type: z.string(), size: z.int(), path: z.string() })
    .nullable(),
  linked: datedShape,
  verified: datedShape.nullable(),
  visibility: codedShape(visibilities),
  revision: z.int(),
  changedAt: z.string(),
  /** Invented, of an invented duty. */
  example: z.boolean(),
})

export type EvidenceRecord = z.infer<typeof evidenceShape>

export const evidenceRecord = (reader: Reader, row: EvidenceRow): EvidenceRecord => ({
  id: row.id,
  duty: {
    id: row.duty.id,
    revision: revisionRef(reader, row.duty.revision),
    address: row.duty.address,
    label: row.duty.label,
    addressees: row.duty.addressees.map((one) => party(reader, one)),
    paraphrase: said(reader, row.duty.paraphrase),
  },
  kind: coded(reader, row.kind, evidenceKindKeys),
  shows: said(reader, row.shows, row.unchecked),
  originalLanguage: row.original,
  happenedOn: row.happenedOn,
  dueDates: row.occurrences,
  strength: coded(reader, row.strength, strengthKeys),
  age: coded(reader, row.age, ageKeys),
  record: row.record && { ...row.record, name: said(reader, row.record.name) },
  url: row.url,
  title: row.title,
  seenOn: row.seenOn,
  file: row.file && { ...row.file, path: `/evidence/${row.id}/file` },
  linked: { ...byRecord(reader, row.linked), on: row.linked.on },
  verified: row.verified && { ...byRecord(reader, row.verified), on: row.verified.on },
  visibility: coded(reader, row.visibility, visibilityKeys),
  revision: row.revision,
  changedAt: row.changedAt,
  example: row.isExample,
})

const contestShape = z.object({
  id: z.string(),
  state: codedShape(contestStates),
  reason: saidShape,
  raised: datedShape,
  answer: saidShape.nullable(),
  answered: datedShape.nullable(),
  withdrawnOn: z.iso.date().nullable(),
  withdrawnBecause: z.string().nullable(),
})

const revisionShape = z.object({
  revision: z.int(),
  changedAt: z.string(),
  changed: byShape,
  reason: z.string().nullable(),
  shows: saidShape.nullable(),
  happenedOn: z.iso.date(),
  dueDates: z.array(z.string()),
  url: z.string().nullable(),
  title: z.string().nullable(),
  seenOn: z.iso.date().nullable(),
  file: z.string().nullable(),
})

export type ContestRecord = z.infer<typeof contestShape>
export type EvidenceRevisionRecord = z.infer<typeof revisionShape>

/** With all that happened to it. */
export const evidenceDetailShape = evidenceShape.extend({
  language: z.enum(languageCodes),
  contests: z.array(contestShape),
  earlier: z.array(revisionShape),
})

export type EvidenceDetailRecord = z.infer<typeof evidenceDetailShape>

export const evidenceDetailRecord = (reader: Reader, detail: EvidenceDetail): EvidenceDetailRecord => ({
  ...evidenceRecord(reader, detail),
  language: reader.language,
  contests: detail.contests.map((one) => contestRecord(reader, one)),
  earlier: detail.revisions.map((one) => earlierRecord(reader, one)),
})

const contestRecord = (reader: Reader, one: Contest): ContestRecord => ({
  id: one.id,
  state: coded(reader, one.state, contestKeys),
  reason: { text: one.reason, language: one.reasonLanguage },
  raised: { ...byRecord(reader, one.raised), on: one.raised.on },
  answer:
    one.answer === null || one.answerLanguage === null
      ? null
      : { text: one.answer, language: one.answerLanguage },
  answered: one.answered && { ...byRecord(reader, one.answered), on: one.answered.on },
  withdrawnOn: one.withdrawnOn,
  withdrawnBecause: one.withdrawnBecause,
})

const earlierRecord = (reader: Reader, one: EvidenceRevision): EvidenceRevisionRecord => ({
  revision: one.revision,
  changedAt: one.changedAt,
  changed: byRecord(reader, one.changed),
  reason: one.reason,
  shows: said(reader, one.shows),
  happenedOn: one.happenedOn,
  dueDates: one.occurrences,
  url: one.url,
  title: one.title,
  seenOn: one.seenOn,
  file: one.fileName,
})

export const evidenceKindKeys = {
  record: 'evidence.kind.record',
  address: 'evidence.kind.address',
  file: 'evidence.kind.file',
} satisfies Record<EvidenceKind, MessageKey>

export const ageKeys = {
  fresh: 'evidence.age.fresh',
  ageing: 'status.ageing',
  old: 'status.old',
} satisfies Record<Age, MessageKey>

const contestKeys = {
  open: 'state.contest.open',
  answered: 'state.contest.answered',
  withdrawn: 'state.contest.withdrawn',
} satisfies Record<ContestState, MessageKey>

export const visibilityKeys = {
  public: 'evidence.visibility.public',
  'signed-in': 'evidence.visibility.signed-in',
  membership: 'evidence.visibility.membership',
  'member-states': 'evidence.visibility.member-states',
  secretariat: 'evidence.visibility.secretariat',
} satisfies Record<Visibility, MessageKey>
