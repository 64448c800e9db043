import type { Clause, Way } from '../asking/plan.ts'
import { languageCodes } from '#platform/languages.ts'
import { termNumber, termsBeginning, termText } from '../segment/dictionary.ts'
import type { Segment } from '../segment/segment.ts'
import { conceptSpace } from '../segment/spaces.ts'
import { isNear } from '../thesaurus/concept-finder.ts'
import { isAlive, type Part } from './part.ts'

/** The terms of one segment that meet a clause, each with how near it is; those of concepts apart. */
export type PartTerms = {
  direct: Map<number, number>
  widened: Map<number, number>
  postings: number
  widenedPostings: number
}

export function partTerms({ segment }: Part, { ways, concepts }: Clause): PartTerms {
  const direct = new Map<number, number>()
  for (const way of ways) {
    for (const term of termsOf(segment, way)) {
      const quality = qualityOf(segment, way, term)
      if ((direct.get(term) ?? 0) < quality) direct.set(term, quality)
    }
  }
  const widened = new Map<number, number>()
  for (const { id, quality } of concepts) {
    for (const language of languageCodes) {
      const term = termNumber(segment.dictionary, conceptSpace(language), id)
      if (term >= 0 && (widened.get(term) ?? 0) < quality) widened.set(term, quality)
    }
  }
  return { direct, widened, postings: sum(segment, direct), widenedPostings: sum(segment, widened) }
}

const qualityOf = ({ dictionary }: Segment, { quality, like }: Way, term: number): number =>
  like === undefined || isNear(termText(dictionary, term), like) ? quality : quality / 8

const sum = ({ postings }: Segment, terms: ReadonlyMap<number, number>) =>
  [...terms.keys()].reduce((total, term) => total + postings.counts[term]!, 0)

function termsOf(segment: Segment, { by, space, text }: Way): number[] {
  if (by === 'stem') return stemTerms(segment, space, text)
  if (by === 'beginning') return commonest(segment, termsBeginning(segment.dictionary, space, text), text)
  const term = termNumber(segment.dictionary, space, text)
  return term < 0 ? [] : [term]
}

function stemTerms({ stems }: Segment, space: number, text: string): number[] {
  const stem = termNumber(stems.dictionary, space, text)
  if (stem < 0) return []
  return Array.from(stems.terms.subarray(stems.starts[stem], stems.starts[stem + 1]))
}

const mostBeginnings = 64
const mostOfCharacter = 1024

/** Of very many words that begin so those that stand in most documents; of a Chinese character nearly all. */
function commonest({ postings }: Segment, [from, to]: [number, number], text: string): number[] {
  const terms = Array.from({ length: to - from }, (_, place) => from + place)
  const most = /\p{Script=Han}/u.test(text) ? mostOfCharacter : mostBeginnings
  if (terms.length <= most) return terms
  return terms.sort((a, b) => postings.counts[b]! - postings.counts[a]! || a - b).slice(0, most)
}

/** Whether any document that is still there meets a clause. */
export const isMet = (part: Part, { direct, widened }: PartTerms): boolean =>
  [direct, widened].some((terms) => terms.keys().some((term) => isAlive(part, term)))
