/**
 * The values of one facet. Equal sets of values are kept once: a document has the number of its set, so that a hundred
 * thousand documents are counted by sets first and by values after.
 */
export type FacetColumn = {
  name: string
  values: string[]
  /** The set of each document. */
  sets: Uint16Array | Uint32Array
  /** The values of each set: where they begin, and their numbers. */
  starts: Uint32Array
  numbers: Uint32Array
}

export type FacetWriter = {
  /** The number of a set of values. */
  setOf: (values: readonly string[]) => number
  done: (sets: Uint32Array) => FacetColumn
}

export function facetWriter(name: string): FacetWriter {
  const values: string[] = []
  const numberOf = new Map<string, number>()
  const setNumber = new Map<string, number>()
  const starts = [0]
  const numbers: number[] = []
  return {
    setOf(asked) {
      const wanted = new Set(asked.map(valueNumber))
      const sorted = [...wanted].toSorted((a, b) => a - b)
      const key = sorted.join(' ')
      const known = setNumber.get(key)
      if (known !== undefined) return known
      for (const number of sorted) numbers.push(number)
      starts.push(numbers.length)
      setNumber.set(key, starts.length - 2)
      return starts.length - 2
    },
    done: (sets) => ({
      name,
      values,
      sets: starts.length - 1 <= 65_536 ? Uint16Array.from(sets) : sets,
      starts: Uint32Array.from(starts),
      numbers: Uint32Array.from(numbers),
    }),
  }

  function valueNumber(value: string): number {
    let number = numberOf.get(value)
    if (number === undefined) {
      number = values.length
      values.push(value)
      numberOf.set(value, number)
    }
    return number
  }
}

export const valuesOfSet = ({ values, starts, numbers }: FacetColumn, set: number): string[] =>
  Array.from(numbers.subarray(starts[set], starts[set + 1]), (number) => values[number]!)
