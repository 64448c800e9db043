import type { Duty, Resolution, Unit } from '#parser/resolution.ts'
import type { ReviewedDuty, ReviewedText, ReviewedUnit } from './reviewed-text.ts'
import { addressesOf, childrenOf } from './unit-addresses.ts'

/** A reviewed text in the form of the parser, with its present addresses: what is stored. */
export function asResolution(text: ReviewedText): Resolution {
  const { head, sections, units, footnotes, setAside, warnings } = text
  const addresses = addressesOf(text)
  const pathOf = (id: string) => addresses.get(id) ?? id
  const bySection = Map.groupBy(units, ({ section }) => section)
  return {
    ...head,
    sections: sections.map(({ prefix: _, offset: _offset, place: _place, ...section }) => {
      const own = bySection.get(section.key) ?? []
      const roots = own.flatMap(({ depth }, index) => (depth === 0 ? [index] : []))
      return { ...section, units: roots.map((index) => asUnit(index, own, pathOf)) }
    }),
    footnotes: footnotes.map((note) => ({ ...note, at: note.at === null ? null : pathOf(note.at) })),
    duties: inOrder(text).map((duty) => asPathed(duty, pathOf)),
    setAside: setAside.map(({ reason, text: words, at }) => ({ reason, text: words, at })),
    warnings: warnings.map(({ unit: _, ...warning }) => warning),
  }
}

/** The duties in the order of the units that they stand in: their numbers within a provision come from it. */
export function inOrder({ units, duties }: Pick<ReviewedText, 'units' | 'duties'>): ReviewedDuty[] {
  const byUnit = Map.groupBy(duties, ({ unit }) => unit)
  return units.flatMap(({ id }) => byUnit.get(id) ?? [])
}

function asUnit(index: number, units: ReviewedUnit[], pathOf: (id: string) => string): Unit {
  const { id, label, text, closing, footnotes, confidence, at } = units[index] as ReviewedUnit
  const children = childrenOf(index, units).map((child) => asUnit(child, units, pathOf))
  return { label, path: pathOf(id), text, children, closing, footnotes, confidence, at }
}

function asPathed(
  { id: _, unit, touched: _touched, ...duty }: ReviewedDuty,
  pathOf: (id: string) => string,
): Duty {
  return { ...duty, path: pathOf(unit), refersTo: duty.refersTo.map(pathOf) }
}
