import { dictionaryWriter, unitsOf, type Dictionary } from './dictionary.ts'

/** Which words are forms of the same stem. Words may have several: without its accents a word can be two. */
export type StemTable = {
  dictionary: Dictionary
  /** The words of each stem, and the stems of each word: where they begin, and their places in the dictionary. */
  starts: Uint32Array
  terms: Uint32Array
  termStarts: Uint32Array
  termStems: Uint32Array
}

export type StemPair = { space: number; stem: string; term: number }

/** Pairs must be there once. */
export function stemTable(pairs: readonly StemPair[], termCount: number): StemTable {
  const sorted = pairs
    .map((pair) => ({ ...pair, name: String.fromCharCode(pair.space) + pair.stem }))
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.term - b.term))
  const writer = dictionaryWriter()
  const starts: number[] = []
  const stemOfPair = new Uint32Array(sorted.length)
  let name: string | null = null
  for (const [place, pair] of sorted.entries()) {
    if (pair.name !== name) {
      writer.add(pair.space, unitsOf(pair.stem))
      starts.push(place)
      name = pair.name
    }
    stemOfPair[place] = starts.length - 1
  }
  const terms = Uint32Array.from(sorted, ({ term }) => term)
  return {
    dictionary: writer.done(),
    starts: Uint32Array.from([...starts, sorted.length]),
    terms,
    ...reversed(terms, stemOfPair, termCount),
  }
}

function reversed(terms: Uint32Array, stems: Uint32Array, termCount: number) {
  const termStarts = new Uint32Array(termCount + 1)
  for (const term of terms) termStarts[term + 1]!++
  for (let term = 0; term < termCount; term++) termStarts[term + 1]! += termStarts[term]!
  const termStems = new Uint32Array(terms.length)
  const next = termStarts.slice()
  for (const [place, term] of terms.entries()) termStems[next[term]!++] = stems[place]!
  return { termStarts, termStems }
}
