import type { Correction, SearchAnswer } from './search-document.ts'

/** How the words of a query were taken: what means the same in other languages, and what was mended. */
export type WordsTaken = {
  widenedBy: { asked: string; concept: string; terms: string[] }[]
  corrected: Correction[]
}

export const wordsTaken = ({ widenedBy, corrected }: SearchAnswer): WordsTaken => ({
  widenedBy: widenedBy.map(({ asked, concept, terms }) => ({
    asked,
    concept,
    terms: Object.values(terms).flatMap(([first]) => first ?? []),
  })),
  corrected,
})
