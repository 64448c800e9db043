import type { Duty, Resolution, Section, Unit } from '#parser/resolution.ts'
import type { SetAside, Warning } from '#parser/source.ts'

/** A line or paragraph of the file as it was read, before anything was made of it. */
export type SourceBlock = { at: string; text: string }

/**
 * A text as people review it: what the parser suggests, flat and in reading order, each part with an id that lasts through
 * all edits. Addresses are not in it: they follow from labels and places (`addressesOf`).
 */
export type ReviewedText = {
  head: Omit<Resolution, 'sections' | 'footnotes' | 'duties' | 'setAside' | 'warnings'>
  sections: ReviewedSection[]
  units: ReviewedUnit[]
  duties: ReviewedDuty[]
  footnotes: ReviewedFootnote[]
  setAside: ReviewedAside[]
  warnings: ReviewedWarning[]
}

export type ReviewedSection = {
  /** Unique in the text and never changed. */
  key: string
  /** What the addresses of its units begin with. */
  prefix: string
  /** How many paragraphs without a label are counted before its first. */
  offset: number
  heading: string
  kind: Section['kind']
  act: string | null
  addressees: string[]
  at: string
  place: number
}

export type ReviewedUnit = {
  id: string
  section: string
  depth: number
  label: string | null
  /** The label in the form that is the same in all languages; null without a label. */
  name: string | null
  text: string
  closing: string
  footnotes: string[]
  confidence: number
  at: string
  /** The block of the source in which it begins. */
  place: number
  /** Number of the last decision about it or its duties, 0 for none: two people who edit one unit at once are told. */
  touched: number
  /** Whether a person has said that it is right, or has put it right. */
  checked: boolean
}

/** References are held by the id of the unit that is meant, so that they survive a new label. */
export type ReviewedDuty = Omit<Duty, 'path'> & { id: string; unit: string; touched: number }

export type ReviewedFootnote = { mark: string; text: string; at: string | null }

export type ReviewedAside = SetAside & { id: string; place: number }

export type ReviewedWarning = Warning & { unit: string | null }

/** What the parser read, as the start of a review; `blocks` is the source that it was read from. */
export function asReviewed(resolution: Resolution, blocks: readonly SourceBlock[] = []): ReviewedText {
  const { sections, footnotes, duties, setAside, warnings, ...head } = resolution
  const places = placesOf(blocks)
  const placeAt = (at: string, otherwise: number) => places.get(at) ?? otherwise
  const ids = new Map<string, string>()
  const units: ReviewedUnit[] = []
  for (const section of sections) {
    const start = placeAt(section.at, units.at(-1)?.place ?? 0)
    for (const [unit, depth] of section.units.flatMap((one) => withDepths(one, 0))) {
      const id = `u${units.length + 1}`
      ids.set(unit.path, id)
      units.push(
        asUnit(unit, {
          id,
          depth,
          section: section.key,
          place: placeAt(unit.at, units.at(-1)?.place ?? start),
        }),
      )
    }
  }
  const idOf = (path: string) => ids.get(path) ?? path
  return {
    head,
    sections: sections.map((section) => asSection(section, placeAt(section.at, 0))),
    units,
    duties: duties.map((duty, index) => asDuty(duty, `d${index + 1}`, idOf)),
    footnotes: footnotes.map(({ mark, text, at }) => ({ mark, text, at: at === null ? null : idOf(at) })),
    setAside: setAside.map((aside, index) => ({
      ...aside,
      id: `x${index + 1}`,
      place: placeAt(aside.at, 0),
    })),
    warnings: warnings.map((warning) => ({ ...warning, unit: unitOf(warning, units, ids) })),
  }
}

/** A duty as the parser gives it, tied to the unit that it was read from. */
export function asDuty(duty: Duty, id: string, idOf: (path: string) => string): ReviewedDuty {
  const { path, ...rest } = duty
  return { ...rest, refersTo: duty.refersTo.map(idOf), id, unit: idOf(path), touched: 0 }
}

function placesOf(blocks: readonly SourceBlock[]): Map<string, number> {
  const places = new Map<string, number>()
  for (const [place, { at }] of blocks.entries()) if (!places.has(at)) places.set(at, place)
  return places
}

const withDepths = (unit: Unit, depth: number): [Unit, number][] => [
  [unit, depth],
  ...unit.children.flatMap((child) => withDepths(child, depth + 1)),
]

const asUnit = (
  { path, label, text, closing, footnotes, confidence, at }: Unit,
  where: Pick<ReviewedUnit, 'id' | 'depth' | 'section' | 'place'>,
): ReviewedUnit => ({
  ...where,
  label,
  name: label === null ? null : lastStep(path),
  text,
  closing,
  footnotes,
  confidence,
  at,
  touched: 0,
  checked: false,
})

/** 'resolves/6/i~2' is named 'i': a second of the same name is counted anew by `addressesOf`. */
const lastStep = (path: string) => (path.split('/').at(-1) ?? '').replace(/~\d+$/, '')

function asSection(
  { key, heading, kind, act, addressees, at, units }: Section,
  place: number,
): ReviewedSection {
  const first = units[0]?.path
  const prefix = first === undefined ? key.replace(/~\d+$/, '') : first.slice(0, first.lastIndexOf('/'))
  const firstPlain = units.find(({ label }) => label === null)
  const counted = /^p(\d+)$/.exec(firstPlain === undefined ? '' : lastStep(firstPlain.path))?.[1]
  const offset = counted === undefined ? 0 : Number(counted) - 1
  return { key, prefix, offset, heading, kind, act, addressees, at, place }
}

/** The parser says of some warnings which unit they are about, of others where in the file. */
function unitOf({ at, values }: Warning, units: ReviewedUnit[], ids: Map<string, string>): string | null {
  const path = values?.['path']
  const named = typeof path === 'string' ? ids.get(path) : ids.get(at)
  return named ?? units.find((unit) => unit.at === at)?.id ?? null
}
