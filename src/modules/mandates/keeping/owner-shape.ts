import { z } from 'zod'
import { codedShape, coded, said, saidShape, type Reader } from '../shapes.ts'
import { ownerKinds, type OwnerColumns } from './owner.ts'

/** Who answers for a duty. People are named only when they agreed; else by the body or organization for which they answer. */
export const ownerShape = z.object({
  id: z.string(),
  kind: codedShape(ownerKinds),
  /** Of the body or organization, or of a person who agreed to be named. */
  owner: z.string().nullable(),
  acronym: z.string().nullable(),
  name: saidShape.nullable(),
  /** 'body:…' or 'organization:…', with its name. */
  onBehalfOf: z.object({ id: z.string(), name: saidShape.nullable() }).nullable(),
  since: z.iso.date(),
  until: z.iso.date().nullable(),
  /** Why it was given back. */
  reason: z.string().nullable(),
})

export type OwnerRecord = z.infer<typeof ownerShape>

export const ownerRecord = (reader: Pick<Reader, 'language' | 't'>, row: OwnerColumns): OwnerRecord => ({
  id: row.id,
  kind: coded(reader, row.kind, ownerKindKeys),
  owner: row.owner,
  acronym: row.acronym,
  name:
    row.personName === null
      ? row.name && said(reader, row.name)
      : { text: row.personName, language: reader.language },
  onBehalfOf:
    row.onBehalfOf === null
      ? null
      : { id: row.onBehalfOf, name: row.behalfName && said(reader, row.behalfName) },
  since: row.takenAt.slice(0, 10),
  until: row.givenBackAt?.slice(0, 10) ?? null,
  reason: row.reason,
})

const ownerKindKeys = {
  body: 'keeping.owner.body',
  organization: 'keeping.owner.organization',
  person: 'keeping.owner.person',
} as const
