import { z } from 'zod'
import { languageCodes } from '#platform/languages.ts'
import { instrumentLabel } from './instrument-label.ts'
import type { RevisionLink } from './instrument.ts'
import { headingOf, provisionName, stepsByAddress, type SectionHeads } from './provision-names.ts'
import {
  citationRecord,
  citationShape,
  citedByRecord,
  citedByShape,
  kindKeys,
  provisionRecord,
  provisionShape,
} from './provision-shape.ts'
import type { RevisionDetail, SectionDetail } from './provision.ts'
import {
  coded,
  codedShape,
  named,
  originOf,
  originShape,
  party,
  partyShape,
  said,
  saidShape,
  statusOf,
  statusShape,
  type Reader,
} from '../shapes.ts'

/** One revision of an instrument in its chain. */
export const revisionLinkShape = z.object({
  id: z.string(),
  name: saidShape,
  mark: z.string().nullable(),
  place: z.string().nullable(),
  year: z.int().nullable(),
  status: statusShape,
  supersededBy: z.string().nullable(),
  supersededIn: z.int().nullable(),
  /** False when place and year were not checked against a paper of the conference. */
  verified: z.boolean(),
  supersessionVerified: z.boolean().nullable(),
  hasProvisions: z.boolean(),
  /** Whether there is a page of what it changed. */
  hasChanges: z.boolean(),
  /** Languages whose official text was imported. */
  texts: z.array(z.enum(languageCodes)),
})

export type RevisionLinkRecord = z.infer<typeof revisionLinkShape>

export const revisionLink = (
  reader: Pick<Reader, 'language' | 't'>,
  link: RevisionLink,
): RevisionLinkRecord => ({
  id: link.id,
  name: named(reader, link.name, link.id),
  mark: link.mark,
  place: link.place,
  year: link.year,
  status: statusOf(reader, link.status),
  supersededBy: link.supersededBy,
  supersededIn: link.supersededIn,
  verified: link.verified,
  supersessionVerified: link.supersessionVerified,
  hasProvisions: link.hasProvisions,
  hasChanges: link.hasChanges,
  texts: link.texts,
})

export const sectionHeadShape = z.object({
  key: z.string(),
  act: z.string().nullable(),
  kind: codedShape(['preamble', 'operative']),
  heading: saidShape.extend({ official: z.boolean() }),
  addressees: z.array(partyShape),
})

export type SectionHeadRecord = z.infer<typeof sectionHeadShape>

export const sectionHead = (
  reader: Reader,
  section: Omit<SectionDetail, 'provisions'>,
): SectionHeadRecord => ({
  key: section.key,
  act: section.act,
  kind: coded(reader, section.kind, kindKeys),
  heading: headingOf(reader, section),
  addressees: section.addressees.map((id) =>
    party(reader, reader.bodies.get(id) ?? { id: null, acronym: null, name: { en: id } }),
  ),
})

const footnoteShape = z.object({
  mark: z.string(),
  address: z.string().nullable(),
  /** The words of the note, where its text was imported. */
  text: saidShape.nullable(),
})

const importedTextShape = z.object({
  language: z.enum(languageCodes),
  version: z.int().positive(),
  title: z.string().nullable(),
  importedAt: z.iso.datetime(),
  source: z.object({ name: z.string(), size: z.int().nonnegative(), checksum: z.string() }),
  formula: z.string().nullable(),
  warnings: z.array(z.object({ code: z.string(), at: z.string() })),
})

export const revisionShape = revisionLinkShape.extend({
  language: z.enum(languageCodes),
  instrument: z.string(),
  /** The instrument without a revision: 'Resolution 140'. */
  instrumentLabel: z.string(),
  number: z.string().nullable(),
  confidence: z.enum(['high', 'medium', 'low']),
  body: partyShape,
  title: saidShape.nullable(),
  adoptedOn: z.iso.date().nullable(),
  citationForms: z.array(z.string()),
  origin: originShape,
  chain: z.array(revisionLinkShape),
  imported: z.array(importedTextShape),
  counts: z.object({ provisions: z.int(), operative: z.int(), duties: z.int() }),
  sections: z.array(sectionHeadShape.extend({ provisions: z.array(provisionShape) })),
  footnotes: z.array(footnoteShape),
  cites: z.array(citationShape),
  citedBy: z.array(citedByShape),
})

export type RevisionRecord = z.infer<typeof revisionShape>

export function revisionRecord(
  reader: Reader,
  heads: SectionHeads,
  revision: RevisionDetail,
): RevisionRecord {
  const names = provisionNames(reader, revision.sections)
  const nameOf = (address: string) => names.get(address) ?? address
  const provisions = revision.sections.flatMap((section) => section.provisions)
  return {
    ...revisionLink(reader, revision),
    language: reader.language,
    instrument: revision.instrument.id,
    instrumentLabel: instrumentLabel(
      reader,
      revision.instrument,
      revision.chain.at(-1)?.name ?? revision.name,
    ),
    number: revision.instrument.number,
    confidence: revision.instrument.confidence,
    body: party(reader, revision.body),
    title: said(reader, revision.title),
    adoptedOn: revision.adoptedOn,
    citationForms: revision.citationForms,
    origin: originOf(reader, revision.origin),
    chain: revision.chain.map((link) => revisionLink(reader, link)),
    imported: importedTexts(revision),
    counts: {
      provisions: provisions.length,
      operative: provisions.filter(({ kind }) => kind === 'operative').length,
      duties: provisions.flatMap(({ duties }) => duties).filter(({ obligation }) => obligation).length,
    },
    sections: revision.sections.map((section) => ({
      ...sectionHead(reader, section),
      provisions: section.provisions.map((provision) => provisionRecord(reader, provision, nameOf)),
    })),
    footnotes: footnotes(reader, revision),
    cites: revision.cites.map((cite) => citationRecord(reader, cite, nameOf(cite.address))),
    citedBy: revision.citedBy.map((one) => citedByRecord(reader, heads, one)),
  }
}

/** 'resolves 6 i)' for every address. */
function provisionNames(reader: Reader, sections: SectionDetail[]): Map<string, string> {
  return new Map(
    sections.flatMap((section) =>
      [...stepsByAddress(section.provisions)].map(
        ([address, steps]) => [address, provisionName(reader, section, steps)] as const,
      ),
    ),
  )
}

const importedTexts = ({ officialTexts }: RevisionDetail): z.infer<typeof importedTextShape>[] =>
  officialTexts.map(({ language, version, title, importedAt, source, frontMatter, warnings }) => ({
    language,
    version,
    title,
    importedAt: new Date(importedAt).toISOString(),
    source: { name: source.name, size: source.size, checksum: source.checksum },
    formula: frontMatter.find(({ kind }) => kind === 'formula')?.text ?? null,
    warnings: warnings.map(({ code, at }) => ({ code, at })),
  }))

function footnotes(reader: Reader, { footnotes: marks, officialTexts }: RevisionDetail) {
  const known = marks.map(({ mark, address }) => ({ mark, address }))
  const printed = officialTexts.flatMap(({ footnotes: notes }) => notes)
  const more = printed.filter(({ mark }) => !known.some((one) => one.mark === mark))
  const all = [...known, ...more.map(({ mark, at }) => ({ mark, address: at }))]
  const once = all.filter(({ mark }, index) => all.findIndex((one) => one.mark === mark) === index)
  return once.map(({ mark, address }) => {
    const words = officialTexts.flatMap(({ language, footnotes: notes }) => {
      const found = notes.find((note) => note.mark === mark)
      return found ? [[language, found.text] as const] : []
    })
    return { mark, address, text: said(reader, Object.fromEntries(words)) }
  })
}
