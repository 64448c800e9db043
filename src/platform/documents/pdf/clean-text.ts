import { languages, type LanguageCode } from '../../languages.ts'

// Controls, what turns the direction of a line around, what is no character, marks of byte order and of invisible tags.
const unprintable =
  // oxlint-disable-next-line no-control-regex -- these are what is taken out.
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\p{Cs}\p{Noncharacter_Code_Point}\u{e0000}-\u{e0fff}]/gu
const spacing = /[\t\n\v\f\r\u0085\u2028\u2029]+/g

/** What a printed line can hold of a text from outside. */
export const cleanText = (text: string): string => text.replace(spacing, ' ').replace(unprintable, '')

/** What a text goes through on its way to the page. */
export type Printed = (text: string) => string

/** For texts that stand in this language, or should: one that runs the other way as a whole keeps its own order and its full stop. */
export function printedIn(language: LanguageCode): Printed {
  const [own, other, opening] =
    languages[language].direction === 'rtl'
      ? [rightToLeft, leftToRight, '\u2066']
      : [leftToRight, rightToLeft, '\u2067']
  return (text) => {
    const printed = printedText(text)
    if (own.test(printed) || !other.test(printed)) return printed
    return printed.replace(/\S(?:.*\S)?/su, (words) => `${opening}${words}\u2069`)
  }
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u
const leftToRight = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}]/u

/**
 * The same, with places at which a word may be broken that would run over the edge. The groups of a number stay together: between
 * Arabic words a plain space would print them in the wrong order. A short number stays with the word behind it: '7 juillet', '3 vi'.
 */
const printedText = (text: string): string =>
  cleanText(text)
    .replace(/(?<=\d) (?=\d)/g, '\u00a0')
    .replace(/(?<=(?<![\p{L}\d.,:/-])\d{1,2}(?:er)?) (?=\p{Ll})/gu, '\u00a0')
    .split(' ')
    .map((word) => (word.length > longWord ? broken(word) : word))
    .join(' ')

/**
 * An address as its site, which stays in one piece, and its path. A path is broken after a slash, a hyphen or a question mark
 * without any mark that would go along when it is copied; only a step without end needs one.
 */
export function printedAddress(address: string): { site?: string; text: string } {
  const [site = ''] = /^https?:\/\/[^/?#]*\/?/i.exec(cleanText(address)) ?? []
  if (site === '' || site.length > longWord) return { text: printedText(address) }
  return { site, text: inSteps(cleanText(address).slice(site.length)) }
}

const mayBreak = '\u200b'
const longWord = 40
const piece = 20

// A Chinese sentence has no spaces and breaks by itself.
const broken = (word: string): string => (/[\u2e80-\u9fff\uff00-\uffef]/.test(word) ? word : inSteps(word))

/** What is broken before a letter after a slash, a hyphen or a question mark by itself needs no mark, unless a step has no end. */
const inSteps = (word: string): string =>
  word
    .split(/(?<=[/?-])(?=\p{Letter})/u)
    .map((step) => pieces(step).join(mayBreak))
    .join('')

const pieces = (text: string): string[] => {
  const signs = [...text]
  if (signs.length <= longWord) return [text]
  return Array.from({ length: Math.ceil(signs.length / piece) }, (_, place) =>
    signs.slice(place * piece, (place + 1) * piece).join(''),
  )
}
