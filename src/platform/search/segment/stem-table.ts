import { dictionaryWriter, type Dictionary } from './dictionary.ts'
import { numberWriter } from './postings.ts'

/** Which words are forms of the same stem. Words may have several: without its accents a word can be two. */
export type StemTable = {
  dictionary: Dictionary
  /** The words of each stem: where they begin, and their places in the dictionary of words. */
  starts: Uint32Array
  terms: Uint32Array
  /** The same the other way round: words in their order, each with a stem. */
  byTerm: Uint32Array
  stemOf: Uint32Array
}

export type StemWriter = {
  /** Stems must come in their order, each with different words. */
  add: (space: number, units: ArrayLike<number>, terms: Iterable<number>) => void
  done: () => StemTable
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
    done() {
      starts.push(terms.length())
      const all = terms.done()
      return {
        dictionary: dictionary.done(),
        starts: starts.done(),
        terms: all,
        ...reversed(all, stems.done()),
      }
    },
  }
}

/** Sorted by counting, since there may be a million. */
function reversed(terms: Uint32Array, stems: Uint32Array): Pick<StemTable, 'byTerm' | 'stemOf'> {
  let most = 0
  for (let at = 0; at < terms.length; at++) most = Math.max(most, terms[at]! + 1)
  const next = new Uint32Array(most + 1)
  for (let at = 0; at < terms.length; at++) next[terms[at]! + 1]!++
  for (let term = 0; term < most; term++) next[term + 1]! += next[term]!
  const byTerm = new Uint32Array(terms.length)
  const stemOf = new Uint32Array(terms.length)
  for (let at = 0; at < terms.length; at++) {
    const place = next[terms[at]!]!++
    byTerm[place] = terms[at]!
    stemOf[place] = stems[at]!
  }
  return { byTerm, stemOf }
}

/** The stems of a word, by its place in the dictionary of words. */
export function stemsOfTerm({ byTerm, stemOf }: StemTable, term: number): Uint32Array {
  let low = 0
  let high = byTerm.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (byTerm[middle]! < term) low = middle + 1
    else high = middle
  }
  let end = low
  while (byTerm[end] === term) end++
  return stemOf.subarray(low, end)
}
