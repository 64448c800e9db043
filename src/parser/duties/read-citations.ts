import { withoutParticles } from '../names/arabic-particles.ts'
import { plain } from '../names/fold.ts'
import type { Citation } from '../resolution.ts'
import type { CitationContext, PlacedCitation } from './citation-context.ts'
import { namedCitations } from './named-citations.ts'
import { numberedCitations } from './numbered-citations.ts'
import { attachParagraphs } from './paragraph-references.ts'

/** The instruments that a text cites, one entry for each, in the order in which they are named. */
export function readCitations(text: string, context: CitationContext): Citation[] {
  const folded = plain(text)
  const numbered = numberedCitations(folded, context)
  const placed = [...numbered, ...namedCitations(folded.text, context, numbered)].toSorted(
    (a, b) => a.start - b.start,
  )
  const printed = (from: number, to: number): string =>
    withoutParticles(folded.printed(from, to), context.language)
  attachParagraphs(folded.text, printed, placed, context)
  return merged(placed).map(({ start, end, instrument, explicit, paragraphs }) => {
    const asWritten = withoutParticles(folded.printed(start, end), context.language)
    return paragraphs.length === 0
      ? { asWritten, instrument, explicit }
      : { asWritten, instrument, paragraphs, explicit }
  })
}

/** An instrument named twice is one citation; the explicit form is the one kept. */
function merged(placed: PlacedCitation[]): PlacedCitation[] {
  const kept: PlacedCitation[] = []
  for (const one of placed) {
    const same =
      one.instrument === null ? undefined : kept.find((other) => other.instrument === one.instrument)
    if (same === undefined) kept.push(one)
    else {
      same.paragraphs.push(...one.paragraphs)
      if (!same.explicit && one.explicit)
        Object.assign(same, { start: one.start, end: one.end, explicit: true })
    }
  }
  return kept
}
