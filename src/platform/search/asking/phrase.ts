import { languageCodes } from '#platform/languages.ts'
import { wordSpace, wordSpaces } from '../segment/spaces.ts'
import type { AskedWords } from './asked-words.ts'
import type { Clause } from './plan.ts'

/** Words that must stand one after the other in a text of one language. Stop words leave a gap in which any word may stand. */
export type Pattern = { space: number; terms: { texts: readonly string[]; offset: number }[] }

export type Phrase = { patterns: Pattern[]; clauses: Clause[] }

/** A phrase in each language in which something is left of it, and its words that every such text must have. */
export function phraseOf(words: AskedWords): Phrase {
  const patterns = languageCodes
    .map((language) => ({ space: wordSpace(language), terms: termsIn(words, language) }))
    .filter(({ terms }) => terms.length > 0)
  const isEverywhere = (texts: readonly string[], offset: number) =>
    patterns.every(({ terms }) => terms.some((term) => term.texts[0] === texts[0] && term.offset === offset))
  const clauses = (patterns[0]?.terms ?? [])
    .filter(({ texts, offset }) => isEverywhere(texts, offset))
    .map(({ texts, offset }): Clause => {
      const ways = wordSpaces.flatMap((space) =>
        texts.map((text) => ({
          by: isCharacter(text) ? ('beginning' as const) : ('term' as const),
          space,
          text,
          quality: 100,
        })),
      )
      return { ways, concepts: [], part: 0, first: offset, end: offset + 1, isWord: false }
    })
  return { patterns, clauses }
}

const isCharacter = (text: string) => /^\p{Script=Han}$/u.test(text)

/** In Arabic the first word of a phrase may have particles written on it in the text. */
function withParticles(word: string): readonly string[] {
  if (!/^\p{Script=Arabic}/u.test(word)) return [word]
  const definite = word.startsWith('ال') ? [`لل${word.slice(2)}`] : [`ل${word}`]
  const prefixed = [word, ...definite, ...['ب', 'ك'].map((particle) => particle + word)]
  return [...prefixed, ...['و', 'ف'].flatMap((particle) => prefixed.map((one) => particle + one))]
}

function termsIn(words: AskedWords, language: (typeof languageCodes)[number]): Pattern['terms'] {
  const all = words.in(language).words
  return all.flatMap(({ form, chunk }, offset) => {
    if (!form.isHan)
      return form.isStop
        ? []
        : [{ texts: offset === 0 ? withParticles(form.surface) : [form.surface], offset }]
    const next = all[offset + 1]
    if (next?.chunk === chunk) return [{ texts: [form.surface + next.form.surface], offset }]
    // The last character of a run is in the pair before it; one alone is in a pair with whatever follows it in the text.
    return all.length === 1 ? [{ texts: [form.surface], offset }] : []
  })
}
