import { z } from 'zod'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import { dutyRecord, dutyShape, goalTags, tags } from '../duties/duty-shape.ts'
import { addressName, eachLanguage, type SectionHeads } from './provision-names.ts'
import type { CitationTarget, CitedBy, OfficialUnit, ProvisionDetail } from './provision.ts'
import {
  coded,
  codedShape,
  originOf,
  originShape,
  revisionRef,
  revisionRefShape,
  said,
  saidShape,
  tagShape,
  type Reader,
} from '../shapes.ts'

/** A text that a provision cites, and what has become of it since. */
export const citationShape = z.object({
  /** Address of the provision that cites. */
  address: z.string(),
  name: z.string(),
  asWritten: z.string(),
  paragraphs: z.array(z.string()),
  explicit: z.boolean(),
  target: z.string().nullable(),
  instrument: z.string().nullable(),
  revision: revisionRefShape.nullable(),
  latest: revisionRefShape.nullable(),
})

export type CitationRecord = z.infer<typeof citationShape>

export const citationRecord = (reader: Reader, cite: CitationTarget, name: string): CitationRecord => ({
  address: cite.address,
  name,
  asWritten: cite.asWritten,
  paragraphs: cite.paragraphs,
  explicit: cite.explicit,
  target: cite.target,
  instrument: cite.instrument,
  revision: cite.revision === null ? null : revisionRef(reader, cite.revision),
  latest: cite.latest === null ? null : revisionRef(reader, cite.latest),
})

export const citedByShape = z.object({
  revision: revisionRefShape,
  address: z.string(),
  /** The citing provision in words: 'considering e viii'. */
  name: z.string(),
  asWritten: z.string(),
  target: z.string().nullable(),
})

export type CitedByRecord = z.infer<typeof citedByShape>

export const citedByRecord = (reader: Reader, heads: SectionHeads, one: CitedBy): CitedByRecord => ({
  revision: revisionRef(reader, one.revision),
  address: one.address,
  name: addressName(reader, heads, one.revision.id, one.address),
  asWritten: one.asWritten,
  target: one.target,
})

/** The official wording of a provision in one language. */
const officialShape = z.object({
  language: z.enum(languageCodes),
  label: z.string().nullable(),
  text: z.string(),
  closing: z.string(),
  footnotes: z.array(z.string()),
  confidence: z.number().min(0).max(1),
})

export type OfficialRecord = z.infer<typeof officialShape>

export const provisionShape = z.object({
  id: z.string(),
  address: z.string(),
  name: z.string(),
  label: z.string().nullable(),
  parent: z.string().nullable(),
  depth: z.int().nonnegative(),
  kind: codedShape(['preamble', 'operative']),
  chapeau: z.boolean(),
  paraphrase: saidShape.nullable(),
  /** The platform's own words in every language that has them. */
  paraphrases: z.array(saidShape),
  /** The official words in every language that was imported. */
  official: z.array(officialShape),
  actionLines: z.array(tagShape),
  sdg: z.boolean(),
  sdgOnlyInName: z.boolean(),
  goals: z.array(tagShape),
  footnotes: z.array(z.string()),
  duties: z.array(dutyShape),
  cites: z.array(citationShape),
  refersTo: z.array(
    z.object({ address: z.string(), name: z.string(), asWritten: z.string(), doubtful: z.boolean() }),
  ),
  referredToBy: z.array(z.object({ address: z.string(), name: z.string() })),
  origin: originShape,
  confidence: z.number().min(0).max(1).nullable(),
  confirmed: z.boolean(),
})

export type ProvisionRecord = z.infer<typeof provisionShape>

/** `nameOf` names the provisions of the same revision. */
export function provisionRecord(
  reader: Reader,
  provision: ProvisionDetail,
  nameOf: (address: string) => string,
): ProvisionRecord {
  const name = nameOf(provision.address)
  return {
    id: provision.id,
    address: provision.address,
    name,
    label: provision.label,
    parent: provision.parent,
    depth: provision.depth,
    kind: coded(reader, provision.kind, kindKeys),
    chapeau: provision.chapeau,
    paraphrase: said(reader, provision.paraphrase),
    paraphrases: eachLanguage(provision.paraphrase),
    official: officialRecords(provision.official),
    actionLines: tags(reader, provision.actionLines),
    sdg: provision.sdg,
    sdgOnlyInName: provision.sdgOnlyInName,
    goals: goalTags(reader, provision.goals),
    footnotes: provision.footnotes,
    duties: provision.duties.map((duty) => dutyRecord(reader, duty)),
    cites: provision.cites.map((cite) => citationRecord(reader, cite, name)),
    refersTo: provision.refersTo.map((one) => ({
      address: one.address,
      name: nameOf(one.address),
      asWritten: one.asWritten,
      doubtful: one.doubtful,
    })),
    referredToBy: provision.referredToBy.map((address) => ({ address, name: nameOf(address) })),
    origin: originOf(reader, provision.origin),
    confidence: provision.confidence,
    confirmed: provision.confirmed,
  }
}

export const kindKeys = { preamble: 'provisions.preamble', operative: 'provisions.operative' } as const

const officialRecords = (official: Partial<Record<LanguageCode, OfficialUnit>>): OfficialRecord[] =>
  languageCodes.flatMap((language) => {
    const unit = official[language]
    if (unit === undefined) return []
    const { label, text, closing, footnotes, confidence } = unit
    return [{ language, label, text, closing, footnotes, confidence }]
  })

/** The official words for a reader: in the page's language, else in another that was imported. */
export const officialFor = (language: LanguageCode, official: OfficialRecord[]): OfficialRecord | null =>
  official.find((one) => one.language === language) ??
  official.find((one) => one.language === 'en') ??
  official[0] ??
  null
