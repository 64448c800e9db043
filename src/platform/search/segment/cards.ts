import type { SearchDocument } from '../search-document.ts'
import { packTexts, textAt, type PackedTexts } from './packed-texts.ts'

/**
 * The cards of documents. What stands behind the first line of a card is the same in many, such as whose they are: it is kept
 * once, by its number, with the line break before it; 0 is nothing.
 */
export type Cards = PackedTexts & { ends: PackedTexts; endOf: Uint32Array }

export function packCards(documents: readonly Pick<SearchDocument, 'card'>[]): Cards {
  const ends = endWriter()
  const lengths = documents.map(({ card }) => `${card}\n`.indexOf('\n'))
  return {
    ...packTexts(documents.map(({ card }, place) => card.slice(0, lengths[place]))),
    endOf: Uint32Array.from(documents, ({ card }, place) => ends.number(card.slice(lengths[place]))),
    ends: ends.done(),
  }
}

export const cardAt = (cards: Cards, place: number): string =>
  textAt(cards, place) + textAt(cards.ends, cards.endOf[place]!)

/** Numbers the ends of cards as they are met. */
export function endWriter(): { number: (end: string) => number; done: () => PackedTexts } {
  const numbers = new Map([['', 0]])
  return {
    number: (end) => {
      const known = numbers.get(end) ?? numbers.size
      numbers.set(end, known)
      return known
    },
    done: () => packTexts([...numbers.keys()]),
  }
}
