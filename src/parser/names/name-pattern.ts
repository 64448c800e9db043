import type { LanguageCode } from '../language-code.ts'
import { plainText } from './fold.ts'

/**
 * A pattern that finds a name as sentences print it: declined in Russian, with article or prefixed particle in Arabic,
 * over any white space. It is meant for text that `plain` has folded.
 */
export function namePattern(name: string, language: LanguageCode): string {
  const words = plainText(name).trim().split(/\s+/)
  if (language === 'zh') return bounded(words.map(escaped).join('\\s*'), words, language)
  if (language === 'ar') return words.map((word, index) => arabicWord(word, index === 0)).join('\\s+')
  const pattern = words.map((word) => (language === 'ru' ? russianWord(word) : escaped(word))).join('\\s+')
  return bounded(pattern, words, language)
}

/** Names of one word and acronyms are names only with their capitals: 'Council', 'ITU', but not 'council'. */
export const isCaseSensitive = (name: string): boolean => !name.trim().includes(' ')

/** A piece of the longest word that every printed form of the name contains, in lower case. */
export function keyOf(name: string, language: LanguageCode): string {
  const folded = plainText(name).toLowerCase().replaceAll('\\d', ' ')
  const words = language === 'zh' ? [folded.trim()] : folded.split(/[\s-]+/)
  const longest = words.toSorted((a, b) => b.length - a.length)[0] ?? ''
  if (language === 'ru')
    return longest.length < 4 ? longest : longest.replace(/ся$/u, '').replace(russianEnding, '')
  if (language === 'ar') return longest.replace(/^ال/u, '').replace(/(?:ون|ين)$/u, '')
  return longest
}

export const escaped = (text: string): string =>
  text.replace(/[.*+?^${}()|[\]]/g, '\\$&').replaceAll('\\\\d', '\\d')

function bounded(pattern: string, words: string[], language: LanguageCode): string {
  if (language !== 'zh') return `(?<![\\p{L}\\p{N}]|\\p{L}[-/&])${pattern}(?![\\p{L}\\p{N}]|[-/&]\\p{L})`
  const first = words[0] ?? ''
  const last = words.at(-1) ?? ''
  const before = /^[A-Za-z0-9]/.test(first) ? '(?<![A-Za-z0-9]|[A-Za-z][-/&])' : ''
  const after = /[A-Za-z0-9]$/.test(last) ? '(?![A-Za-z0-9]|[-/&][A-Za-z])' : ''
  return `${before}${pattern}${after}`
}

const russianEnding =
  /(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|ией|иях|ей|ой|ом|ем|ым|им|ых|их|ам|ям|ах|ях|ов|ев|ью|ия|ии|ию|ий|ый|ая|яя|ое|ее|ые|ие|ую|юю|а|е|и|о|у|ы|э|ю|я|ь|й)$/u
const anyRussianEnding =
  '(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|ией|иях|ей|ой|ом|ем|ым|им|ых|их|ам|ям|ах|ях|ов|ев|ью|ия|ии|ию|ий|ый|ая|яя|ое|ее|ые|ие|ую|юю|[аеиоуыэюяьй])?'

function russianWord(word: string): string {
  if (!/^[а-я-]{4,}$/iu.test(word) || word === word.toUpperCase()) return escaped(word)
  return word
    .split('-')
    .map((part) => (part.length < 4 ? escaped(part) : declined(part)))
    .join('\\s*[-–]\\s*')
}

function declined(word: string): string {
  // Participles keep their '-ся': развивающиеся, развивающимся.
  const reflexive = word.length > 7 && word.endsWith('ся')
  const stem = (reflexive ? word.slice(0, -2) : word).replace(russianEnding, '')
  return `${stem}${anyRussianEnding}${reflexive ? 'ся' : ''}`
}

/** The article may be missing or swallowed by the particle li-: الأمين, أمين, للأمين, بالأمين, والأمين. */
function arabicWord(word: string, first: boolean): string {
  if (!/^\p{Script=Arabic}+$/u.test(word)) return `(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`
  const bare = word.replace(/^ال/u, '')
  const hasArticle = bare !== word
  const prefix = hasArticle ? '(?:[وف]?(?:[بك]?ال|لل))' : '[وف]?[بلك]?'
  const ends = first ? '(?<![\\p{L}\\p{N}])' : ''
  // Sound plurals change their ending with the case: المنتسبون, المنتسبين.
  const cased = escaped(bare).replace(/(?<=\p{L}{3})(?:ون|ين)$/u, '(?:ون|ين)')
  return `${ends}${prefix}${cased}(?![\\p{L}\\p{N}])`
}
