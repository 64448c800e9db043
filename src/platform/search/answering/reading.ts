import { analysedWords } from '../asking/asked-words.ts'
import { corrected, correctionOf } from '../asking/correction.ts'
import { hanCorrection } from '../asking/han-correction.ts'
import { lexiconOf, type Lexicon } from '../asking/lexicon.ts'
import { planOf, type Clause, type Plan } from '../asking/plan.ts'
import { askedParts } from '../asking/query-syntax.ts'
import { canBegin } from '../asking/word-clauses.ts'
import type { Correction, SearchRequest } from '../search-document.ts'
import { termsBeginning } from '../segment/dictionary.ts'
import { wordSpaces } from '../segment/spaces.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { isAlive, type Part } from './part.ts'
import { isMet, type PartTerms } from './part-terms.ts'
import { termsInParts } from './weighing.ts'

type Searched = { parts: readonly Part[]; thesaurus: Thesaurus }

/**
 * The plan of a query, and the terms of each segment that meet its clauses. A word that stands nowhere is taken for the beginning of
 * one, or else for the nearest that does.
 */
export function readQuery(
  { parts, thesaurus }: Searched,
  request: SearchRequest,
): { plan: Plan; terms: PartTerms[][]; corrections: Correction[] } {
  const lexicon = lexiconOf(parts)
  const asked = askedParts(request.words)
  const plan = planOf(asked, request, thesaurus, lexicon)
  const terms = termsInParts(parts, plan.clauses)
  const { begun, replaced } = mended(parts, plan, terms, request, lexicon)
  if (begun.size + replaced.size === 0) return { plan, terms, corrections: [] }
  const corrections = [...begun].map((word): Correction => ({ asked: word, used: word, by: 'beginning' }))
  const better = asked.map((part, place) => {
    const own = replaced.get(place)
    if (!own) return part
    const fixed = corrected(analysedWords(part.text), own)
    corrections.push(...fixed.corrections)
    return { ...part, text: fixed.text }
  })
  const mendedPlan = planOf(better, { ...request, begun }, thesaurus, lexicon)
  return { plan: mendedPlan, terms: termsInParts(parts, mendedPlan.clauses), corrections }
}

/** Words that must be beginnings, and for each part of a query the words by place with what was probably meant. */
type Mended = { begun: Set<string>; replaced: Map<number, Map<number, string>> }

function mended(
  parts: readonly Part[],
  plan: Plan,
  terms: readonly PartTerms[][],
  { language }: SearchRequest,
  lexicon: Lexicon,
): Mended {
  const unmet = plan.clauses.filter((_, place) => !parts.some((part, at) => isMet(part, terms[at]![place]!)))
  const begun = new Set<string>()
  const replaced: Mended['replaced'] = new Map()
  for (const clause of unmet) {
    const words = analysedWords(plan.parts[clause.part]!.text)
    const { surface } = words.places[clause.first]!.form
    if (clause.isWord && canBegin(surface) && isBeginning(parts, surface)) {
      begun.add(surface)
      continue
    }
    const used = clause.isWord ? correctionOf(surface, language, lexicon) : null
    if (used !== null) replacedIn(replaced, clause.part).set(clause.first, used)
  }
  for (const [part, own] of Map.groupBy(unmet.filter(isHan(plan)), (clause) => clause.part)) {
    const words = analysedWords(plan.parts[part]!.text)
    const ofLength = (length: number) =>
      own.filter(({ first, end }) => end - first === length).map(({ first }) => first)
    const mend = hanCorrection(words, { characters: ofLength(1), pairs: ofLength(2) }, lexicon)
    if (mend !== null) replacedIn(replaced, part).set(mend.place, mend.used)
  }
  return { begun, replaced }
}

function replacedIn(replaced: Mended['replaced'], part: number): Map<number, string> {
  const own = replaced.get(part) ?? new Map<number, string>()
  replaced.set(part, own)
  return own
}

const isBeginning = (parts: readonly Part[], text: string): boolean =>
  parts.some((part) =>
    wordSpaces.some((space) => {
      const [from, to] = termsBeginning(part.segment.dictionary, space, text)
      for (let term = from; term < to; term++) if (isAlive(part, term)) return true
      return false
    }),
  )

/** Chinese characters outside of quotes. */
const isHan =
  ({ parts }: Plan) =>
  ({ isWord, part, ways }: Clause): boolean =>
    !isWord && parts[part]!.kind === 'words' && /^\p{Script=Han}{1,2}$/u.test(ways[0]?.text ?? '')
