// Controls, what turns the direction of a line around, what is no character, marks of byte order and of invisible tags.
const unprintable =
  // oxlint-disable-next-line no-control-regex -- these are what is taken out.
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\p{Cs}\p{Noncharacter_Code_Point}\u{e0000}-\u{e0fff}]/gu
const spacing = /[\t\n\v\f\r\u0085\u2028\u2029]+/g

/** What a printed line can hold of a text from outside. */
export const cleanText = (text: string): string => text.replace(spacing, ' ').replace(unprintable, '')

/**
 * The same, with places at which a word may be broken that would run over the edge. The groups of a number stay together: between
 * Arabic words a plain space would print them in the wrong order.
 */
export const printedText = (text: string): string =>
  cleanText(text)
    .replace(/(?<=\d) (?=\d)/g, '\u00a0')
    .split(' ')
    .map((word) => (word.length > longWord ? broken(word) : word))
    .join(' ')

/** An address, which may be broken between its parts. */
export const printedAddress = (address: string): string =>
  printedText(address.replace(/[/?&=#._-]+(?=[^/?&=#._-])/g, `$&${mayBreak}`))

const mayBreak = '\u200b'
const longWord = 40
const piece = 20

// A Chinese sentence has no spaces and breaks by itself.
const broken = (word: string): string =>
  word
    .split(mayBreak)
    .map((part) => (/[\u2e80-\u9fff\uff00-\uffef]/.test(part) ? part : pieces(part).join(mayBreak)))
    .join(mayBreak)

const pieces = (text: string): string[] => {
  const signs = [...text]
  if (signs.length <= longWord) return [text]
  return Array.from({ length: Math.ceil(signs.length / piece) }, (_, place) =>
    signs.slice(place * piece, (place + 1) * piece).join(''),
  )
}
