/** A paragraph of a text as it is written, marks and all, between empty lines. */
export type Paragraph = { place: number; text: string; start: number }

/** Line ends as they come from a browser and as they are kept are the same to all that follows. */
export const withoutReturns = (text: string): string => text.replaceAll(/\r\n?/g, '\n')

export const paragraphsOf = (text: string): Paragraph[] =>
  [...withoutReturns(text).matchAll(/\S(?:[^\n]|\n(?![^\S\n]*(?:\n|$)))*/g)].map((match, place) => ({
    place,
    text: match[0].trimEnd(),
    start: match.index,
  }))

/**
 * The text with one paragraph replaced, or null when it does not stand there any more. Of several that are the same, the one that
 * is nearest to where it stood. An empty wording takes it out.
 */
export function replacedIn(
  text: string,
  { place, before, after }: { place: number; before: string; after: string },
): string | null {
  const plain = withoutReturns(text)
  const [nearest] = paragraphsOf(plain)
    .filter((paragraph) => paragraph.text === before)
    .toSorted((one, other) => Math.abs(one.place - place) - Math.abs(other.place - place))
  if (nearest === undefined) return null
  const head = plain.slice(0, nearest.start)
  const tail = plain.slice(nearest.start + before.length)
  return after === ''
    ? `${head.trimEnd()}${head.trim() === '' ? tail.trimStart() : tail}`.trimEnd()
    : head + after + tail
}

/** Where words that somebody quoted stand now: as they were, in a paragraph that keeps most of them, or nowhere. */
export type Standing = 'there' | 'changed' | 'gone'

/** So many of the quoted words must be left in a paragraph for it to be the one that was meant. */
const leastShare = 0.6

export type QuotePlace = { standing: Standing; place: number | null }

/** Finds quoted words again in a text, whatever has become of the marks and the lines around them. */
export function placeOfQuote(quote: string, paragraphs: readonly Paragraph[]): QuotePlace {
  const wanted = plainWords(quote)
  if (wanted === '') return { standing: 'gone', place: null }
  const exact = paragraphs.find(({ text }) => plainWords(text).includes(wanted))
  if (exact !== undefined) return { standing: 'there', place: exact.place }
  const words = wordsOf(wanted)
  const [best] = paragraphs
    .map(({ place, text }) => ({ place, share: shareOf(words, wordsOf(plainWords(text))) }))
    .toSorted((one, other) => other.share - one.share)
  return best !== undefined && best.share >= leastShare
    ? { standing: 'changed', place: best.place }
    : { standing: 'gone', place: null }
}

/** A text without marks, footnotes and double spaces, in small letters. */
export const plainWords = (text: string): string =>
  withoutReturns(text)
    .replaceAll(/\[\[[^[\]\s]+\]\]/g, '')
    .replaceAll(/\[([^[\]\n]+)\]\(https?:\/\/[^\s()]+\)/g, '$1')
    .replaceAll(/^(?:## |[-•]\s+|\d{1,3}[.)]\s+)/gm, '')
    .replaceAll(/\*+/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[.,;:。，、；])/g, '')
    .trim()
    .toLowerCase()

/** Words, and each Chinese character. */
const wordsOf = (text: string): string[] =>
  text.match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu) ?? []

function shareOf(wanted: readonly string[], there: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of there) left.set(word, (left.get(word) ?? 0) + 1)
  let found = 0
  for (const word of wanted) {
    const count = left.get(word) ?? 0
    if (count > 0) found += 1
    left.set(word, count - 1)
  }
  return wanted.length === 0 ? 0 : found / wanted.length
}
