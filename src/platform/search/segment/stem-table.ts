import { dictionaryWriter, type Dictionary } from './dictionary.ts'
import { numberWriter } from './postings.ts'

/** Which words are forms of the same stem. Words may have several: without its accents a word can be two. */
export type StemTable = {
  dictionary: Dictionary
  /** The words of each stem, and the stems of each word: where they begin, and their places in the dictionary. */
  starts: Uint32Array
  terms: Uint32Array
  termStarts: Uint32Array
  termStems: Uint32Array
}

export type StemWriter = {
  /** Stems must come in their order, each with different words. */
  add: (space: number, units: ArrayLike<number>, terms: Iterable<number>) => void
  done: (termCount: number) => StemTable
}

export function stemWriter(): StemWriter {
  const dictionary = dictionaryWriter()
  const starts = numberWriter()
  const terms = numberWriter()
  const stems = numberWriter()
  return {
    add(space, units, of) {
      starts.push(terms.length())
      const stem = dictionary.add(space, units)
      for (const term of [...of].sort((a, b) => a - b)) {
        terms.push(term)
        stems.push(stem)
      }
    },
    done(termCount) {
      starts.push(terms.length())
      const all = terms.done()
      const table = { dictionary: dictionary.done(), starts: starts.done(), terms: all }
      return { ...table, ...reversed(all, stems.done(), termCount) }
    },
  }
}

function reversed(terms: Uint32Array, stems: Uint32Array, termCount: number) {
  const termStarts = new Uint32Array(termCount + 1)
  for (let at = 0; at < terms.length; at++) termStarts[terms[at]! + 1]!++
  for (let term = 0; term < termCount; term++) termStarts[term + 1]! += termStarts[term]!
  const termStems = new Uint32Array(terms.length)
  const next = termStarts.slice()
  for (let at = 0; at < terms.length; at++) termStems[next[terms[at]!]!++] = stems[at]!
  return { termStarts, termStems }
}
