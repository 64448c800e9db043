import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import type { SearchDocument } from '#platform/search/search-document.ts'
import type { ThesaurusFile } from '#platform/search/thesaurus/thesaurus.ts'

/** Chance that can be had again: the same seed gives the same numbers. */
export function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The words of each language, the commonest first, as often as natural words are (Zipf). */
export type Vocabulary = Record<LanguageCode, readonly string[]>

const invented = 20_000

/** Terms of the thesaurus among invented words with the letters and endings of the language. */
export function vocabularyOf(file: ThesaurusFile, chance: () => number): Vocabulary {
  return Object.fromEntries(
    languageCodes.map((language) => {
      const terms = file.concepts.flatMap(({ terms }) => {
        const { preferred, alternatives } = terms[language]
        return [preferred, ...alternatives]
      })
      const words = Array.from({ length: invented }, () => inventedWord(language, chance))
      // Every tenth word or so is a term, the first among the commonest.
      for (const [place, term] of terms.entries())
        words.splice(Math.floor(place * 10 * chance()) + 3, 0, term)
      return [language, words]
    }),
  ) as unknown as Vocabulary
}

const letters: Record<Exclude<LanguageCode, 'zh'>, [string, string, readonly string[]]> = {
  ar: ['بتجحدرسعفقكلمن', 'اوي', ['', 'ات', 'ين', 'ة']],
  en: ['bcdfglmnprst', 'aeiou', ['', 's', 'ing', 'ed', 'ation', 'ly']],
  fr: ['bcdfglmnprst', 'aeéiou', ['', 's', 'ment', 'tion', 'és']],
  ru: ['бвгдклмнпрст', 'аеиоуы', ['', 'а', 'ов', 'ами', 'ого', 'ение']],
  es: ['bcdfglmnprst', 'aeioú', ['', 's', 'ción', 'ado', 'mente']],
}

export function inventedWord(language: LanguageCode, chance: () => number): string {
  if (language === 'zh') {
    const character = () => String.fromCodePoint(0x4e00 + Math.floor(chance() ** 2 * 1500))
    return character() + character()
  }
  const [consonants, vowels, endings] = letters[language]
  const one = (of: string | readonly string[]) => of[Math.floor(chance() * of.length)]!
  const syllables = 1 + Math.floor(chance() * 3)
  return (
    Array.from({ length: syllables }, () => one(consonants) + one(vowels)).join('') +
    one(consonants) +
    one(endings)
  )
}

/** A word as often as its place in the vocabulary lets expect. */
export const usualWord = (words: readonly string[], chance: () => number): string =>
  words[Math.min(words.length - 1, Math.floor(words.length ** chance()) - 1)]!

const shares: [LanguageCode, number][] = [
  ['en', 0.4],
  ['fr', 0.58],
  ['es', 0.72],
  ['ar', 0.82],
  ['ru', 0.91],
  ['zh', 1],
]

/** As many entries of each language as one may expect of the world. */
export const languageByChance = (share: number): LanguageCode => shares.find(([, upTo]) => share < upTo)![0]

/** So many words, those of terms counted one by one. */
export function inventedText(
  vocabulary: readonly string[],
  language: LanguageCode,
  count: number,
  chance: () => number,
): string {
  const words: string[] = []
  for (let length = 0; length < count;) {
    const word = usualWord(vocabulary, chance)
    words.push(word)
    length += language === 'zh' ? word.length / 2 : word.split(' ').length
  }
  return words.join(language === 'zh' ? '' : ' ')
}

/** A document of about 80 words with the facets of an activity. */
export function inventedDocument(
  number: number,
  vocabulary: Vocabulary,
  chance: () => number,
): SearchDocument {
  const original = languageByChance(chance())
  const words = (count: number) => inventedText(vocabulary[original], original, count, chance)
  const country = () => `c${Math.floor(200 * chance() ** 2)}`
  const some = (prefix: string, of: number, most: number) =>
    Array.from(
      { length: 1 + Math.floor(chance() * most) },
      () => `${prefix}${Math.floor(of * chance() ** 1.5)}`,
    )
  const year = 2004 + Math.floor(22 * Math.sqrt(chance()))
  const title = words(7)
  const countries = Array.from({ length: chance() < 0.8 ? 1 : 1 + Math.floor(chance() * 6) }, country)
  return {
    key: `activity:${number.toString(36).padStart(6, '0')}`,
    kind: ['activity', 'activity', 'activity', 'provision', 'instrument'][Math.floor(chance() * 5)]!,
    original,
    texts: [{ language: original, title, body: words(73) }],
    codes: number % 50 === 0 ? [`A/RES/${number % 80}/${number}`] : [],
    facets: {
      'action-line': some('C', 18, 4),
      sdg: some('', 17, 4),
      gdc: some('O', 5, 2),
      country: countries,
      region: [...new Set(countries.map((one) => `r${Number(one.slice(1)) % 7}`))],
      group: chance() < 0.3 ? [['ldc', 'lldc', 'sids'][Math.floor(chance() * 3)]!] : [],
      organization: [`org-${Math.floor(3000 * chance() ** 2)}`],
      stakeholder: some('s', 9, 2),
      type: some('t', 15, 1),
      year: [String(year)],
      status: [chance() < 0.9 ? 'published' : chance() < 0.5 ? 'archived' : 'confirm-due'],
      language: [original],
      age: [['fresh', 'year', 'two', 'older'][Math.floor(chance() * 4)]!],
    },
    date: Date.UTC(year, Math.floor(chance() * 12), 1 + Math.floor(chance() * 28)),
    card: JSON.stringify({ title, year, countries, organization: 'x'.repeat(300) }),
  }
}
