import { termNumber, termText } from '../segment/dictionary.ts'
import { isAlive, type Part } from '../answering/part.ts'
import type { Segment } from '../segment/segment.ts'
import { stemsOfTerm } from '../segment/stem-table.ts'
import { wordSpaces } from '../segment/spaces.ts'

/** What the words of a query are compared with: the dictionaries of all segments as one. */
export type Lexicon = {
  /** In how many documents a term stands, those that are no more among them. */
  frequency: (space: number, text: string) => number
  /** The stems of a word as it is written in the texts, with its accents, even if it is asked for without. */
  stemsOf: (space: number, surface: string) => string[]
  /** Whether a word stands in a document that is still there. */
  isHeld: (text: string) => boolean
  segments: readonly Segment[]
}

export function lexiconOf(parts: readonly Part[]): Lexicon {
  const segments = parts.map(({ segment }) => segment)
  return {
    segments,
    frequency(space, text) {
      let sum = 0
      for (const { dictionary, postings } of segments) {
        const term = termNumber(dictionary, space, text)
        if (term >= 0) sum += postings.counts[term]!
      }
      return sum
    },
    stemsOf(space, surface) {
      const found = new Set<string>()
      for (const { dictionary, stems } of segments) {
        const term = termNumber(dictionary, space, surface)
        if (term < 0) continue
        for (const stem of stemsOfTerm(stems, term)) found.add(termText(stems.dictionary, stem))
      }
      return [...found]
    },
    isHeld: (text) =>
      parts.some((part) =>
        wordSpaces.some((space) => {
          const term = termNumber(part.segment.dictionary, space, text)
          return term >= 0 && isAlive(part, term)
        }),
      ),
  }
}
