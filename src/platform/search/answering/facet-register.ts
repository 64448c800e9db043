/** The values of all facets that were ever met, each with a number, so that counts of several segments can be added. */
export type FacetRegister = {
  number: (facet: string, value: string) => number
  names: () => string[]
  values: (facet: string) => readonly string[]
  numberOf: (facet: string, value: string) => number | undefined
  /** The numbers in the order of their values. */
  inOrder: (facet: string) => readonly number[]
  /** All values, for another register in which they have the same numbers. */
  known: () => KnownValues
}

/** The values of each facet in the order of their numbers. */
export type KnownValues = Readonly<Record<string, readonly string[]>>

export function facetRegister(known: KnownValues = {}): FacetRegister {
  const facets = new Map<string, { values: string[]; numbers: Map<string, number>; order: number[] | null }>()
  const register: FacetRegister = {
    number(name, value) {
      let facet = facets.get(name)
      if (!facet) facets.set(name, (facet = { values: [], numbers: new Map(), order: null }))
      let number = facet.numbers.get(value)
      if (number === undefined) {
        number = facet.values.push(value) - 1
        facet.numbers.set(value, number)
        facet.order = null
      }
      return number
    },
    names: () => [...facets.keys()].sort(),
    values: (name) => facets.get(name)?.values ?? [],
    numberOf: (name, value) => facets.get(name)?.numbers.get(value),
    inOrder(name) {
      const facet = facets.get(name)
      if (!facet) return []
      const { values } = facet
      facet.order ??= values
        .map((_, number) => number)
        .sort((a, b) => (values[a]! < values[b]! ? -1 : values[a]! > values[b]! ? 1 : 0))
      return facet.order
    },
    known: () => Object.fromEntries(Array.from(facets, ([name, { values }]) => [name, values])),
  }
  for (const [name, values] of Object.entries(known)) for (const value of values) register.number(name, value)
  return register
}
