import { z } from 'zod'
import { inLanguage, languageCodes } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import { setAsideWords, warningSentence } from '#parser/sentences.ts'
import { cadences } from '../duties/duty.ts'
import { basisKeys, cadenceKeys } from '../duties/duty-shape.ts'
import { coded, codedShape, revisionRefShape, type Reader } from '../shapes.ts'
import { doubtfulUnits, progressOf } from './doubt.ts'
import { importStates, type Import } from './import.ts'
import type {
  ReviewedDuty,
  ReviewedSection,
  ReviewedText,
  ReviewedUnit,
  SourceBlock,
} from './reviewed-text.ts'
import { addressesOf } from './unit-addresses.ts'

const forces = ['decides', 'instructs', 'requests', 'invites', 'courtesy', 'statement'] as const

export const forceKeys = {
  decides: 'review.force.decides',
  instructs: 'review.force.instructs',
  requests: 'review.force.requests',
  invites: 'review.force.invites',
  courtesy: 'review.force.courtesy',
  statement: 'review.force.statement',
} as const satisfies Record<(typeof forces)[number], MessageKey>

const kindKeys = { preamble: 'provisions.preamble', operative: 'provisions.operative' } as const

const importKindKeys = { file: 'review.kind.file', correction: 'review.kind.correction' } as const

export const importStateKeys = {
  draft: 'state.import.draft',
  confirmed: 'state.import.confirmed',
  abandoned: 'state.import.abandoned',
} as const

const partySide = z.array(z.object({ id: z.string().nullable(), name: z.string() }))

const reviewedDutyShape = z.object({
  id: z.string(),
  unit: z.string(),
  addressees: partySide,
  recipients: partySide,
  via: partySide,
  verb: z.string().nullable(),
  deliverable: z.string().nullable(),
  cadence: codedShape(cadences).nullable(),
  basis: codedShape(['explicit', 'implied']),
  deadline: z.string().nullable(),
  deadlineYear: z.int().nullable(),
  force: codedShape(forces),
  confidence: z.number(),
  byPeople: z.boolean(),
})

const reviewedUnitShape = z.object({
  id: z.string(),
  address: z.string(),
  section: z.string(),
  depth: z.int(),
  label: z.string().nullable(),
  text: z.string(),
  closing: z.string(),
  footnotes: z.array(z.string()),
  confidence: z.number(),
  isSure: z.boolean(),
  checked: z.boolean(),
  touched: z.int(),
  at: z.string(),
  source: z.array(z.object({ at: z.string(), text: z.string() })),
  duties: z.array(reviewedDutyShape),
  warnings: z.array(z.string()),
})

const reviewedSectionShape = z.object({
  key: z.string(),
  heading: z.string(),
  kind: codedShape(['preamble', 'operative']),
  units: z.int(),
})

export const importShape = z.object({
  id: z.string(),
  kind: codedShape(['file', 'correction']),
  state: codedShape(importStates),
  fileName: z.string(),
  /** SHA-256 of the file. */
  checksum: z.string(),
  language: z.enum(languageCodes),
  title: z.string().nullable(),
  revision: z.string().nullable(),
  textVersion: z.int().nullable(),
  openedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
})

export const reviewShape = importShape.extend({
  version: z.int(),
  number: z.string().nullable(),
  body: z.string().nullable(),
  place: z.string().nullable(),
  year: z.int().nullable(),
  recognized: z.object({
    kind: z.enum(['revision', 'new-revision', 'new-instrument']),
    revision: revisionRefShape.nullable(),
    instrument: z.string().nullable(),
    texts: z.array(z.enum(languageCodes)),
    describedBy: z.enum(['register', 'parser', 'demo']).nullable(),
  }),
  progress: z.object({ units: z.int(), checked: z.int(), doubtful: z.int(), sure: z.int() }),
  warnings: z.array(z.object({ sentence: z.string(), at: z.string(), unit: z.string().nullable() })),
  sections: z.array(reviewedSectionShape),
  units: z.array(reviewedUnitShape),
  /** The unit after which the next part begins; null on the last. */
  next: z.string().nullable(),
  asides: z.array(z.object({ id: z.string(), reason: z.string(), text: z.string(), at: z.string() })),
  footnotes: z.array(z.object({ mark: z.string(), text: z.string() })),
  may: z.object({ review: z.boolean(), confirm: z.boolean(), abandon: z.boolean() }),
})

export type ImportRecord = z.infer<typeof importShape>
export type ReviewRecord = z.infer<typeof reviewShape>
export type UnitRecord = z.infer<typeof reviewedUnitShape>
export type ReviewedDutyRecord = z.infer<typeof reviewedDutyShape>
export type SectionRecord = z.infer<typeof reviewedSectionShape>

export const importRecord = (reader: Pick<Reader, 't'>, one: Import): ImportRecord => ({
  id: one.id,
  kind: coded(reader, one.kind, importKindKeys),
  state: coded(reader, one.state, importStateKeys),
  fileName: one.fileName,
  checksum: one.source,
  language: one.language,
  title: one.title,
  revision: one.revision,
  textVersion: one.version,
  openedAt: one.openedAt.toISOString(),
  changedAt: one.changedAt.toISOString(),
})

/** What of a review depends on the text alone, for a part of its units. */
export function textRecord(
  reader: Reader,
  text: ReviewedText,
  part: { units: ReviewedUnit[]; blocks: (SourceBlock & { place: number })[] },
): Pick<ReviewRecord, 'progress' | 'warnings' | 'sections' | 'units' | 'asides' | 'footnotes'> {
  const addresses = addressesOf(text)
  const duties = Map.groupBy(text.duties, ({ unit }) => unit)
  const warnings = text.warnings.map(({ code, values, at, unit }) => ({
    sentence: warningSentence({ code, values }, reader.language),
    at,
    unit,
  }))
  const sources = sourcesOf(text.units, part)
  const doubts = doubtfulUnits(text)
  return {
    progress: progressOf(text),
    warnings,
    sections: text.sections.map((section) => sectionRecord(reader, text, section)),
    units: part.units.map((unit) => ({
      ...unitPart(unit),
      address: addresses.get(unit.id) ?? unit.id,
      isSure: !doubts.has(unit.id),
      source: sources.get(unit.id) ?? [],
      duties: (duties.get(unit.id) ?? []).map((duty) => reviewedDutyRecord(reader, duty)),
      warnings: warnings.filter((one) => one.unit === unit.id).map(({ sentence }) => sentence),
    })),
    asides: text.setAside
      .filter(({ text: words }) => words.trim() !== '')
      .map(({ id, reason, text: words, at }) => ({
        id,
        reason: setAsideWords(reason, reader.language),
        text: words,
        at,
      })),
    footnotes: text.footnotes.map(({ mark, text: words }) => ({ mark, text: words })),
  }
}

const unitPart = ({ name: _, place: _place, ...unit }: ReviewedUnit) => unit

export const sectionRecord = (
  reader: Pick<Reader, 't'>,
  { units }: ReviewedText,
  { key, heading, kind }: ReviewedSection,
): SectionRecord => ({
  key,
  heading,
  kind: coded(reader, kind, kindKeys),
  units: units.filter(({ section }) => section === key).length,
})

function reviewedDutyRecord(reader: Reader, duty: ReviewedDuty): ReviewedDutyRecord {
  const { id, unit, verb, deliverable, deadline, deadlineYear, confidence, touched } = duty
  return {
    id,
    unit,
    addressees: sideOf(reader, duty.addresseeIds, duty.addressees),
    recipients: sideOf(reader, duty.recipientIds, duty.recipients),
    via: sideOf(reader, duty.viaIds, duty.via),
    verb,
    deliverable,
    cadence: duty.cadence.value === null ? null : coded(reader, duty.cadence.value, cadenceKeys),
    basis: coded(reader, duty.cadence.basis, basisKeys),
    deadline,
    deadlineYear,
    force: coded(reader, duty.force ?? 'statement', forceKeys),
    confidence,
    byPeople: touched > 0,
  }
}

/** Bodies of ours by their names; where none is meant for certain, the names as they are printed. */
function sideOf(reader: Reader, ids: readonly string[] = [], printed: readonly string[]) {
  if (ids.length === 0) return printed.map((name) => ({ id: null, name }))
  return [...new Set(ids)].map((id) => {
    const body = reader.bodies.get(id)
    const name = body === undefined ? null : inLanguage(body.name, reader.language)
    return { id, name: name?.text ?? body?.acronym ?? id }
  })
}

/** The lines of the source for each unit of a part: from where it begins to where the next one begins. */
function sourcesOf(
  all: ReviewedUnit[],
  { units, blocks }: { units: ReviewedUnit[]; blocks: (SourceBlock & { place: number })[] },
): Map<string, SourceBlock[]> {
  const starts = [...new Set(all.map(({ place }) => place))].sort((a, b) => a - b)
  const sources = new Map<string, SourceBlock[]>()
  const shown = new Set<number>()
  for (const { id, place } of units) {
    // Parts of one line that was divided share its source: it is shown once.
    if (shown.has(place)) continue
    shown.add(place)
    const next = starts[starts.indexOf(place) + 1] ?? Infinity
    const own = blocks.filter((block) => block.place >= place && block.place < next)
    sources.set(
      id,
      own.map(({ at, text }) => ({ at, text })),
    )
  }
  return sources
}
