import type { SearchAnswer, SearchRequest, ValueCount } from '../search-document.ts'
import type { BareAnswer } from './answer.ts'
import type { Counts } from './counting.ts'
import type { FacetRegister } from './facet-register.ts'

/** An answer with what it says of facets; values that were met since it was counted count nothing. */
export function withFacets(
  register: FacetRegister,
  request: SearchRequest,
  { counts, ...answer }: BareAnswer,
): SearchAnswer {
  let facets: SearchAnswer['facets'] | null = null
  return {
    ...answer,
    get facets() {
      facets ??= Object.fromEntries(
        facetNames(register, request).map((name) => [name, valueCounts(register, counts, name, request)]),
      )
      return facets
    },
    counts: (name) => ({ values: register.values(name), counts: counts.get(name) ?? nothing }),
  }
}

const nothing = new Uint32Array(0)

/** A filter is counted even if nothing has its facet. */
export const facetNames = (register: FacetRegister, { facets, filters }: SearchRequest) =>
  facets === 'all' ? [...new Set([...register.names(), ...Object.keys(filters)])].sort() : facets

function valueCounts(
  register: FacetRegister,
  counts: Counts,
  name: string,
  request: SearchRequest,
): ValueCount[] {
  const counted = counts.get(name) ?? nothing
  const values = register.values(name)
  const asked = new Set(Object.hasOwn(request.filters, name) ? request.filters[name] : [])
  const met = register
    .inOrder(name)
    .filter((number) => (counted[number] ?? 0) > 0 || asked.has(values[number]!))
  const known = mostCounted(met, counted, request.mostValues?.[name] ?? met.length)
    .filter((number) => !asked.has(values[number]!))
    .map((number) => ({ value: values[number]!, count: counted[number] ?? 0 }))
  if (asked.size === 0) return known
  const wanted = [...asked].map((value) => {
    const number = register.numberOf(name, value)
    return { value, count: number === undefined ? 0 : (counted[number] ?? 0) }
  })
  return [...known, ...wanted].sort((a, b) => (a.value < b.value ? -1 : 1))
}

/** Those that count most, in the order in which they came; of equal ones the first. */
function mostCounted(numbers: readonly number[], counted: Uint32Array, most: number): readonly number[] {
  if (numbers.length <= most) return numbers
  const inOrder = new Uint32Array(numbers.length)
  for (let place = 0; place < numbers.length; place++) inOrder[place] = counted[numbers[place]!]!
  const least = inOrder.sort()[numbers.length - most]!
  let equal = most - (numbers.length - 1 - inOrder.lastIndexOf(least))
  return numbers.filter((number) => {
    const count = counted[number] ?? 0
    return count === least ? equal-- > 0 : count > least
  })
}
