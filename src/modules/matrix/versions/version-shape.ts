import { z } from 'zod'
import { languageCodes, type Translated } from '#platform/languages.ts'
import type { TextRead } from '#platform/texts/texts.ts'
import { said, saidShape } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { cellShape, cellTags } from '../cell-shape.ts'
import type { CellCodes } from '../links/cell-codes-queries.ts'
import { agencyRecord, agencyShape } from '../links/link-shape.ts'
import {
  changeKinds,
  type ChangeKind,
  type FrozenLink,
  type LinkChange,
  type MatrixVersion,
} from './version.ts'

export const versionShape = z.object({
  number: z.int().positive(),
  datedOn: z.iso.date(),
  publishedAt: z.iso.datetime(),
  /** '2017' for the version that came with the platform. */
  source: z.enum(['2017']).nullable(),
  note: saidShape.nullable(),
  links: z.int().nonnegative(),
})

export type VersionRecord = z.infer<typeof versionShape>

/** A link as it stood in a version. */
export const frozenShape = z.object({
  id: z.string(),
  ...cellShape,
  agency: agencyShape.nullable(),
  rationale: saidShape.nullable(),
  originalLanguage: z.enum(languageCodes),
  validFrom: z.iso.date(),
  validUntil: z.iso.date().nullable(),
  revision: z.int(),
})

export type FrozenRow = z.infer<typeof frozenShape>

export const changeShape = z.object({
  id: z.string(),
  kinds: z.array(z.object({ code: z.enum(changeKinds), label: z.string() })),
  before: frozenShape.nullable(),
  after: frozenShape.nullable(),
})

export type ChangeRow = z.infer<typeof changeShape>

export const versionRecord = (version: MatrixVersion, note: TextRead | undefined): VersionRecord => ({
  number: version.number,
  datedOn: version.datedOn,
  publishedAt: version.publishedAt.toISOString(),
  source: version.source,
  note: note === undefined ? null : { text: note.text, language: note.language },
  links: version.links,
})

export type FrozenWords = { codes: CellCodes; agencies: ReadonlyMap<string, Translated> }

export const frozenRow = (visit: Visit, { codes, agencies }: FrozenWords, link: FrozenLink): FrozenRow => ({
  id: link.id,
  ...cellTags(visit, codes, link),
  agency: agencyRecord(visit, agencies, link.agency),
  rationale: said(visit, link.rationale),
  originalLanguage: link.language,
  validFrom: link.validFrom,
  validUntil: link.validUntil,
  revision: link.revision,
})

export const changeRow = (
  visit: Visit,
  words: FrozenWords,
  { kinds, before, after }: LinkChange,
): ChangeRow => ({
  id: (after ?? before)?.id ?? '',
  kinds: kinds.map((code) => ({ code, label: visit.t(changeKeys[code]) })),
  before: before && frozenRow(visit, words, before),
  after: after && frozenRow(visit, words, after),
})

const changeKeys = {
  added: 'matrix.change.added',
  withdrawn: 'matrix.change.withdrawn',
  reworded: 'matrix.change.reworded',
  validity: 'matrix.change.validity',
  agency: 'matrix.change.agency',
} as const satisfies Record<ChangeKind, string>
