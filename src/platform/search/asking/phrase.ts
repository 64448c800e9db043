import { languageCodes } from '#platform/languages.ts'
import { wordSpace, wordSpaces } from '../segment/spaces.ts'
import type { AskedWords } from './asked-words.ts'
import type { Clause } from './plan.ts'

/** Words that must stand one after the other in a text of one language. Stop words leave a gap in which any word may stand. */
export type Pattern = { space: number; terms: { text: string; offset: number }[] }

export type Phrase = { patterns: Pattern[]; clauses: Clause[] }

/** A phrase in each language in which something is left of it, and its words that every such text must have. */
export function phraseOf(words: AskedWords): Phrase {
  const patterns = languageCodes
    .map((language) => ({ space: wordSpace(language), terms: termsIn(words, language) }))
    .filter(({ terms }) => terms.length > 0)
  const isEverywhere = (text: string, offset: number) =>
    patterns.every(({ terms }) => terms.some((term) => term.text === text && term.offset === offset))
  const clauses = (patterns[0]?.terms ?? [])
    .filter(({ text, offset }) => isEverywhere(text, offset))
    .map(({ text, offset }): Clause => {
      const ways = wordSpaces.map((space) => ({
        by: isCharacter(text) ? ('beginning' as const) : ('term' as const),
        space,
        text,
        quality: 100,
      }))
      return { ways, concepts: [], part: 0, first: offset, end: offset + 1, isWord: false }
    })
  return { patterns, clauses }
}

const isCharacter = (text: string) => /^\p{Script=Han}$/u.test(text)

function termsIn(words: AskedWords, language: (typeof languageCodes)[number]): Pattern['terms'] {
  const all = words.in[language].words
  return all.flatMap(({ form, chunk }, offset) => {
    if (!form.isHan) return form.isStop ? [] : [{ text: form.surface, offset }]
    const next = all[offset + 1]
    if (next?.chunk === chunk) return [{ text: form.surface + next.form.surface, offset }]
    // The last character of a run is in the pair before it; one alone is in a pair with whatever follows it in the text.
    return all.length === 1 ? [{ text: form.surface, offset }] : []
  })
}
