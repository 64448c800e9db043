import { z } from 'zod'
import type { BodyRef } from '#modules/accounts/index.ts'
import type { Translated } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import { coded, codedShape, named, said, saidShape } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { Party } from './duties/duty.ts'
import type { Occasion, Origin, RevisionRef, RevisionStatus } from './instruments/instrument.ts'

/** Whose language a record is worded in, and the names that codes stand for. Made by `readerOf`. */
export type Reader = Pick<Visit, 'language' | 't'> & {
  bodies: Map<string, BodyRef>
  actionLines: Map<string, Translated>
  goals: Map<number, Translated>
}

export { coded, codedShape, named, said, saidShape, tagShape, type Said } from '#platform/web/shapes.ts'

export const originShape = codedShape(['register', 'parser', 'demo'])

export const originOf = (reader: Pick<Reader, 't'>, origin: Origin) => coded(reader, origin, originKeys)

const originKeys = {
  register: 'origin.register',
  parser: 'origin.parser',
  demo: 'origin.demo',
} satisfies Record<Origin, MessageKey>

export const statusShape = codedShape(['in-force', 'superseded', 'unknown'])

export const statusOf = (reader: Pick<Reader, 't'>, status: RevisionStatus) =>
  coded(reader, status, statusKeys)

const statusKeys = {
  'in-force': 'status.in-force',
  superseded: 'status.superseded',
  unknown: 'status.unknown',
} satisfies Record<RevisionStatus, MessageKey>

export const revisionRefShape = z.object({
  id: z.string(),
  instrument: z.string(),
  name: saidShape,
  title: saidShape.nullable(),
  status: statusShape,
  year: z.int().nullable(),
})

export type RevisionRefRecord = z.infer<typeof revisionRefShape>

export const revisionRef = (
  reader: Pick<Reader, 'language' | 't'>,
  revision: RevisionRef,
): RevisionRefRecord => ({
  id: revision.id,
  instrument: revision.instrument,
  name: named(reader, revision.name, revision.id),
  title: said(reader, revision.title),
  status: statusOf(reader, revision.status),
  year: revision.year,
})

/** A body, or somebody whom the text prints and who has no id (then `id` is null). */
export const partyShape = z.object({
  id: z.string().nullable(),
  acronym: z.string().nullable(),
  name: saidShape.nullable(),
})

export type PartyRecord = z.infer<typeof partyShape>

export const party = (reader: Pick<Reader, 'language'>, { id, acronym, name }: Party): PartyRecord => ({
  id,
  acronym,
  name: said(reader, name),
})

export const occasionShape = z.object({
  id: z.string(),
  body: z.string(),
  name: saidShape,
  place: z.string().nullable(),
  starts: z.iso.date(),
  ends: z.iso.date(),
  verified: z.boolean(),
})

export const occasion = (
  reader: Pick<Reader, 'language'>,
  held: Occasion,
): z.infer<typeof occasionShape> => ({
  id: held.id,
  body: held.body,
  name: named(reader, held.name, held.id),
  place: held.place,
  starts: held.starts,
  ends: held.ends,
  verified: held.verified,
})
