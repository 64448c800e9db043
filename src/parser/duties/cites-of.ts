import type { Draft } from '../grammar/read-units.ts'
import type { Citation, Unit } from '../resolution.ts'
import type { CitationContext } from './citation-context.ts'
import { houseOf } from './house-of.ts'
import { readCitations } from './read-citations.ts'

/** What each unit cites, by its path; footnotes count as a description of the unit that refers to them. */
export function citesOf(draft: Draft): Map<string, Citation[]> {
  const context: CitationContext = {
    language: draft.language,
    house: houseOf(draft),
    place: draft.place,
    year: draft.year,
  }
  const units = draft.sections.flatMap((section) => section.units.flatMap(withChildren))
  const first = units.flatMap((unit) => readCitations(`${unit.text} ${unit.closing}`, context))
  const settled = { ...context, known: fuller(first) }
  return new Map(units.map((unit) => [unit.path, citesOfUnit(unit, draft, settled)]))
}

const withChildren = (unit: Unit): Unit[] => [unit, ...unit.children.flatMap(withChildren)]

function citesOfUnit(unit: Unit, draft: Draft, context: CitationContext): Citation[] {
  const own = readCitations(unit.closing === '' ? unit.text : `${unit.text} ${unit.closing}`, context)
  const notes = draft.footnotes.filter((note) => unit.footnotes.includes(note.mark))
  const noted = notes
    .flatMap((note) => readCitations(note.text, context))
    .map((cite) => ({ ...cite, explicit: false }))
  const fresh = noted.filter(
    (cite) => cite.instrument !== null && !own.some((other) => other.instrument === cite.instrument),
  )
  return [...own, ...fresh]
}

/** 'Council Resolution 1336' without a year is the one that the text names with its year elsewhere, if there is only one. */
function fuller(citations: Citation[]): Map<string, string> {
  const byFamily = new Map<string, Set<string>>()
  for (const { instrument } of citations) {
    const family = /^((?:council|pp|wtsa|wtdc|ra|wrc)-(?:decision-)?\d+)-.+$/.exec(instrument ?? '')?.[1]
    if (family === undefined || instrument === null) continue
    byFamily.set(family, (byFamily.get(family) ?? new Set()).add(instrument))
  }
  return new Map(
    [...byFamily].filter(([, ids]) => ids.size === 1).map(([family, ids]) => [family, [...ids][0] ?? family]),
  )
}
