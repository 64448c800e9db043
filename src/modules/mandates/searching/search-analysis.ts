import type { LanguageCode } from '#platform/languages.ts'
import { folded } from '#platform/search/analysis/folding.ts'

/** How the database is to analyse the words of a language; 'simple' where the program itself does it. */
export const searchConfig: Record<LanguageCode, 'simple' | 'english' | 'french' | 'russian' | 'spanish'> = {
  ar: 'simple',
  zh: 'simple',
  en: 'english',
  fr: 'french',
  ru: 'russian',
  es: 'spanish',
}

/** A text as it is given to the database: letters folded, Chinese in pairs, Arabic without vowel signs and prefixes. */
export function analysed(text: string, language: LanguageCode): string {
  const words = wordsOf(text).flatMap(({ word }) => formsOf(word, language))
  return words.join(' ')
}

export type Word = { word: string; from: number; to: number }

const han = /\p{Script=Han}/u
const wordPattern = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu

/** Runs of letters and digits, folded, with their places in the text; a run of Chinese characters is one. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(wordPattern)].map((match) => ({
    word: folded(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }))
}

/** What a word is stored as. */
function formsOf(word: string, language: LanguageCode): string[] {
  if (han.test(word)) return [...singles(word), ...pairs(word)]
  if (language === 'ar' && /\p{Script=Arabic}/u.test(word)) return arabicForms(word)
  return [word]
}

const singles = (word: string) => [...new Set(word)]

const pairs = (word: string): string[] => {
  const characters = Array.from(word)
  return characters.slice(1).map((character, place) => `${characters[place]}${character}`)
}

const particles = /^[وف]?(?:[بكل]?ال|لل|[بكل])?/

/** A word as written, and without the article and the particles that Arabic writes in front of it. */
export function arabicForms(word: string): string[] {
  const prefix = particles.exec(word)?.[0] ?? ''
  const bare = word.slice(prefix.length)
  const withoutArticle = word.replace(/^[وف]?(?:[بك]?ال|لل)/, '')
  return [...new Set([word, withoutArticle, bare])].filter(
    (form) => form === word || Array.from(form).length >= 3,
  )
}

/** The languages in which a query could be meant, by its letters. */
export function languagesOf(query: string): LanguageCode[] {
  const found: LanguageCode[] = []
  if (han.test(query)) found.push('zh')
  if (/\p{Script=Arabic}/u.test(query)) found.push('ar')
  if (/\p{Script=Cyrillic}/u.test(query)) found.push('ru')
  if (/\p{Script=Latin}/u.test(query)) found.push('en', 'fr', 'es', 'zh', 'ar', 'ru')
  return found.length > 0 ? [...new Set(found)] : ['ar', 'zh', 'en', 'fr', 'ru', 'es']
}

/** A query for `to_tsquery`: every word must be there, as it is or at the beginning of one. Null when it has no words. */
export function queryFor(query: string, language: LanguageCode): string | null {
  const words = wordsOf(query)
    .slice(0, mostWords)
    .map(({ word }) => oneWord(word, language))
  return words.length === 0 ? null : words.join(' & ')
}

const mostWords = 12

function oneWord(word: string, language: LanguageCode): string {
  if (han.test(word)) {
    const wanted = Array.from(word).length === 1 ? [word] : pairs(word)
    return `(${wanted.map(quoted).join(' & ')})`
  }
  if (language === 'ar' && /\p{Script=Arabic}/u.test(word)) {
    return `(${arabicForms(word)
      .map((form) => `${quoted(form)}:*`)
      .join(' | ')})`
  }
  return word.length < 4 || /^\d+$/.test(word) ? quoted(word) : `${quoted(word)}:*`
}

const quoted = (word: string) => `'${word.replaceAll("'", "''").replaceAll('\\', '')}'`

/** No database stores the character 0, and nobody means the other control characters. */
export const askable = (query: string): string => query.replaceAll(/\p{Cc}/gu, ' ').trim()

/** The query as a code or number that is looked up as it stands: 'C7', '9.c', '140', 'A/RES/70/125', 'resolves 6 i'. */
export const askedCode = (query: string): string => codeOf(query.replaceAll(/^[\s«"“(]+|[\s»"”).?!]+$/g, ''))

/** Codes are compared without case; a Cyrillic or Arabic-Indic look-alike counts as the letter or digit that it is meant for. */
export const codeOf = (text: string): string =>
  folded(text).replaceAll('с', 'c').replaceAll(/\s+/g, ' ').trim()
