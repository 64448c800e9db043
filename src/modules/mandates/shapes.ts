import { z } from 'zod'
import { inLanguage, languageCodes, type Translated } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import type { Visit } from '#platform/web/visit.ts'
import { cadences, dutyStates, occurrenceStates } from './duty.ts'
import type { DueDate, DutyRow, Party } from './duty.ts'
import type { Occasion, RevisionRef, RevisionStatus } from './instrument.ts'

/** What a shape needs to know of the visit: whose words to choose. */
export type Reader = Pick<Visit, 'language' | 't'>

/** A text in the best language there is for the reader, with that language. */
export const saidShape = z.object({ text: z.string(), language: z.enum(languageCodes) })
export type Said = z.infer<typeof saidShape>

export const said = (reader: Reader, text: Translated): Said | null => inLanguage(text, reader.language)

/** A text that is never missing: its id stands in where nobody has named it. */
export const saidOr = (reader: Reader, text: Translated, id: string): Said =>
  said(reader, text) ?? { text: id, language: 'en' }

/** A code and its label in the language of the address. */
export const codedShape = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  z.object({ code: z.enum(codes), label: z.string() })

const revisionStatuses = ['in-force', 'superseded', 'unknown'] as const

export const statusShape = codedShape(revisionStatuses)

const statusKeys = {
  'in-force': 'status.in-force',
  superseded: 'status.superseded',
  unknown: 'status.unknown',
} satisfies Record<RevisionStatus, MessageKey>

export const coded = <Code extends string>(
  { t }: Reader,
  code: Code,
  keys: Record<Code, MessageKey>,
): { code: Code; label: string } => ({ code, label: t(keys[code]) })

export const statusOf = (reader: Reader, status: RevisionStatus) => coded(reader, status, statusKeys)

export const revisionRefShape = z.object({
  id: z.string(),
  instrument: z.string(),
  name: saidShape,
  title: saidShape.nullable(),
  status: statusShape,
  year: z.number().int().nullable(),
})

export const revisionRef = (reader: Reader, revision: RevisionRef): z.infer<typeof revisionRefShape> => ({
  id: revision.id,
  instrument: revision.instrument,
  name: saidOr(reader, revision.name, revision.id),
  title: said(reader, revision.title),
  status: statusOf(reader, revision.status),
  year: revision.year,
})

/** A body of the register, or somebody whom the text prints and nobody has an id for (then `id` is null). */
export const partyShape = z.object({
  id: z.string().nullable(),
  acronym: z.string().nullable(),
  name: saidShape.nullable(),
})

export const party = (reader: Reader, { id, acronym, name }: Party): z.infer<typeof partyShape> => ({
  id,
  acronym,
  name: said(reader, name),
})

export const occasionShape = z.object({
  id: z.string(),
  body: z.string(),
  name: saidOr.length === 3 ? saidShape : saidShape,
  place: z.string().nullable(),
  starts: z.iso.date(),
  ends: z.iso.date(),
  verified: z.boolean(),
})

export const occasion = (reader: Reader, { id, body, name, place, starts, ends, verified }: Occasion) => ({
  id,
  body,
  name: saidOr(reader, name, id),
  place,
  starts,
  ends,
  verified,
})

const cadenceKeys = {
  once: 'cadence.once',
  annual: 'cadence.annual',
  biennial: 'cadence.biennial',
  'four-yearly': 'cadence.four-yearly',
  regular: 'cadence.regular',
  ongoing: 'cadence.ongoing',
  'on request': 'cadence.on-request',
  'each session': 'cadence.each-session',
  other: 'cadence.other',
} as const

export const cadenceShape = z.object({
  value: codedShape(cadences).nullable(),
  basis: codedShape(['explicit', 'implied']),
})

export { cadenceKeys, dutyStates, occurrenceStates }
export type { DueDate, DutyRow }
