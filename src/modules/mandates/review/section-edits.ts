import { parseHeading } from '#parser/grammar/headings.ts'
import type { ReviewedSection, ReviewedText, ReviewedUnit } from './reviewed-text.ts'
import { endOf } from './unit-addresses.ts'
import { renamed, withoutDuties, wordsOf, type Edited } from './unit-edits.ts'

type Kind = ReviewedSection['kind']

/** A unit that is the heading of what follows it, down to the next heading. */
export function openSection(
  text: ReviewedText,
  { unit: id, to }: { unit: string; to: Kind },
  seq: number,
): Edited {
  const index = text.units.findIndex((one) => one.id === id)
  const unit = text.units[index]
  if (!unit || unit.closing !== '' || isInsideSentence(text.units, index)) return null
  const section = sectionOf(text, unit, to)
  const isAfter = (one: ReviewedUnit, place: number) => place > index && one.section === unit.section
  const units = settled(
    text.units
      .map((one, place) =>
        isAfter(one, place) ? { ...one, section: section.key, touched: seq, checked: false } : one,
      )
      .filter((one) => one.id !== id),
  )
  const place = text.sections.findIndex(({ key }) => key === unit.section)
  const sections = text.sections.toSpliced(place + 1, 0, section)
  const marked = text.footnotes.map((one) => (one.at === id ? { ...one, at: section.key } : one))
  return withoutDuties({ ...text, sections, units, footnotes: marked }, id)
}

function sectionOf(text: ReviewedText, unit: ReviewedUnit, to: Kind): ReviewedSection {
  const heading = wordsOf(text, unit)
  const read = parseHeading(heading, text.head.language, to)
  const act = read?.act ?? null
  const slugs = read?.addressees.map(({ slug }) => slug) ?? []
  const wanted = slugs.includes(null) || act === null ? (act ?? 'section') : [act, ...slugs].join('-')
  const taken = new Set(text.sections.flatMap(({ key, prefix }) => [key, prefix]))
  const key = freeKey(wanted, taken)
  const addressees = read?.addressees.map(({ printed }) => printed) ?? []
  return { key, prefix: key, offset: 0, heading, kind: to, act, addressees, at: unit.at, place: unit.place }
}

function freeKey(wanted: string, taken: Set<string>): string {
  if (!taken.has(wanted)) return wanted
  for (let count = 2; ; count += 1) if (!taken.has(`${wanted}-${count}`)) return `${wanted}-${count}`
}

/** A list that is followed by the end of its sentence cannot be cut in two by a heading. */
function isInsideSentence(units: ReviewedUnit[], index: number): boolean {
  const unit = units[index]
  return units.some(
    (one, place) =>
      place < index && one.section === unit?.section && one.closing !== '' && endOf(place, units) > index,
  )
}

/** A heading that is none: it is the first unit of what it stood above, and goes with it to the section before. */
export function joinSection(text: ReviewedText, { section: key }: { section: string }, seq: number): Edited {
  const place = text.sections.findIndex((one) => one.key === key)
  const section = text.sections[place]
  const before = text.sections[place - 1]
  if (!section || !before) return null
  const id = `u-${seq}`
  const first: ReviewedUnit[] =
    section.heading === '' ? [] : [asUnit(section, { id, section: before.key, seq })]
  const moved = text.units
    .filter((one) => one.section === key)
    .map((one) => ({ ...one, section: before.key, touched: seq, checked: false }))
  const others = text.units.filter((one) => one.section !== key)
  const above = new Set(text.sections.slice(0, place).map((one) => one.key))
  const at = others.findLastIndex((one) => above.has(one.section)) + 1
  const joined = {
    ...text,
    sections: text.sections.filter((one) => one.key !== key),
    units: others.toSpliced(at, 0, ...first, ...moved),
  }
  return renamed(joined, key, first.length > 0 ? id : before.key)
}

export const turnSection = (
  text: ReviewedText,
  { section: key, to }: { section: string; to: Kind },
  seq: number,
): Edited => {
  const section = text.sections.find((one) => one.key === key)
  if (!section || section.kind === to) return null
  const own = new Set(text.units.filter((one) => one.section === key).map(({ id }) => id))
  return {
    ...text,
    sections: text.sections.map((one) => (one.key === key ? { ...one, kind: to } : one)),
    units: text.units.map((one) => (own.has(one.id) ? { ...one, touched: seq, checked: false } : one)),
    // A preamble obliges nobody, whoever said so before.
    duties: to === 'preamble' ? text.duties.filter(({ unit }) => !own.has(unit)) : text.duties,
  }
}

const asUnit = (
  { heading, at, place }: ReviewedSection,
  { id, section, seq }: { id: string; section: string; seq: number },
): ReviewedUnit => ({
  id,
  section,
  depth: 0,
  label: null,
  name: null,
  text: heading,
  closing: '',
  footnotes: [],
  confidence: 1,
  at,
  place,
  touched: seq,
  checked: false,
})

/** No unit stands deeper than one step below the one before it. */
export function settled(units: ReviewedUnit[]): ReviewedUnit[] {
  let before: ReviewedUnit | null = null
  return units.map((unit): ReviewedUnit => {
    const most: number = before?.section === unit.section ? before.depth + 1 : 0
    before = unit.depth > most ? { ...unit, depth: most } : unit
    return before
  })
}
