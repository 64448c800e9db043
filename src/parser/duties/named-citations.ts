import { lastConferenceAt, placeSlug } from '../names/conferences.ts'
import { namedInstruments, outcomesOfConferences, russianPlaces } from '../names/instruments.ts'
import type { CitationContext, PlacedCitation } from './citation-context.ts'

/** Instruments cited by their names ('the Tunis Agenda') or by a description. `taken` are stretches already read. */
export function namedCitations(
  text: string,
  context: CitationContext,
  taken: PlacedCitation[],
): PlacedCitation[] {
  const found: PlacedCitation[] = []
  const add = (start: number, length: number, instrument: string, explicit: boolean): void => {
    const clash = (one: PlacedCitation): boolean => one.start < start + length && start < one.end
    if (taken.some(clash) || found.some(clash)) return
    found.push({ start, end: start + length, instrument, explicit, paragraphs: [] })
  }
  for (const named of namedInstruments) {
    if (named.only !== undefined && named.only !== context.house.organization) continue
    for (const match of text.matchAll(named.pattern)) {
      const printed = match[0].trimEnd()
      if (printed !== '') add(match.index, printed.length, named.id, named.explicit)
    }
  }
  for (const { kind, pattern } of outcomesOfConferences) {
    for (const match of text.matchAll(pattern)) {
      const id = outcome(kind, match.groups ?? {})
      if (id !== null) add(match.index, match[0].length, id, true)
    }
  }
  return found
}

function outcome(kind: string, groups: Record<string, string | undefined>): string | null {
  const { place, placeFr, placeEs, placeZh, placeAr, placeRu, year } = groups
  const printed = place ?? placeFr ?? placeEs ?? placeZh ?? placeAr
  const slug = placeRu === undefined ? placeSlug(printed ?? '') : (russianPlaces[placeRu] ?? null)
  if (slug === null) return null
  const conference = lastConferenceAt('wtdc', slug)
  if (conference === undefined) return null
  return `wtdc-${slug}-${kind}-${year ?? conference.year}`
}
