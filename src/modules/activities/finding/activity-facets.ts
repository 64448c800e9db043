import type { FacetCounts, SearchAnswer } from '#platform/search/search-document.ts'
import type { ByteWriter } from '#platform/web/byte-writer.ts'
import type { Facet, FacetValue } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { ages, ageOfMonth } from '../published/age.ts'
import { countedFilters, mostValues, type ActivityFilters, type CountedFilter } from './activity-query.ts'
import type { FindingNames } from './finding-name-queries.ts'
import { hasOwnOrder, valueWords, type ValueWords } from './value-words.ts'

/** What a reader has asked for, and what was counted of it. */
export type CountedActivities = {
  asked: ActivityFilters
  counts: SearchAnswer['counts']
  wanted?: readonly CountedFilter[]
  /** Of these filters so many values at most, those that count most. */
  most?: Readonly<Record<string, number>>
}

type Reader = Pick<Visit, 'language' | 't' | 'now'>

/** Counts for every value of every filter, worded for the reader when they are looked at; what is chosen is marked. */
export const activityFacets = (
  reader: Reader,
  names: FindingNames,
  { wanted = countedFilters, ...counted }: CountedActivities,
): Facet[] =>
  wanted.map((name) => {
    const values = (most?: Readonly<Record<string, number>>) =>
      countedValues(reader, names, name, { ...counted, ...(most && { most }) }).map(worded)
    let all: FacetValue[] | undefined
    return {
      name,
      get values() {
        return (all ??= values())
      },
      first: (most) => values({ [name]: most }),
    }
  })

const worded = ({ words: { value, label }, count, chosen }: CountedValue): FacetValue => ({
  value,
  label,
  count,
  chosen,
})

/** The same as JSON, from pieces that are kept: an answer has hundreds of values. `nameOf`: what a filter is called there. */
export function writeFacets(
  to: ByteWriter,
  reader: Reader,
  names: FindingNames,
  {
    wanted = countedFilters,
    nameOf,
    ...counted
  }: CountedActivities & { nameOf: (filter: CountedFilter) => string },
): void {
  for (const [place, name] of wanted.entries()) {
    to.text(`${place === 0 ? '[' : ','}{"name":${JSON.stringify(nameOf(name))},"values":[`)
    for (const [rank, { words, count, chosen }] of countedValues(reader, names, name, counted).entries()) {
      if (rank > 0) to.bytes(comma)
      to.bytes(words.written)
      to.count(count)
      to.bytes(chosen ? isChosen : isNotChosen)
    }
    to.text(']}')
  }
  to.text(wanted.length === 0 ? '[]' : ']')
}

const comma = Buffer.from(',')
const isChosen = Buffer.from(',"chosen":true}')
const isNotChosen = Buffer.from(',"chosen":false}')

type CountedValue = { words: ValueWords; count: number; chosen: boolean }

/** Values that have an order of their own stand in it; of the others the most frequent come first. */
function countedValues(
  reader: Reader,
  names: FindingNames,
  name: CountedFilter,
  { asked, counts, most = mostValues }: Omit<CountedActivities, 'wanted'>,
): CountedValue[] {
  const chosen = new Set(asked[name]?.split(','))
  const words = valueWords(reader, names, name)
  const { values, counts: counted } = name === 'age' ? agesOf(counts('confirmed'), reader.now) : counts(name)
  const isByCount = !hasOwnOrder(name)
  const inOrder = words.inOrder(values)
  const least = isByCount ? leastCounted(counted, most[name] ?? Infinity) : 1
  const found: CountedValue[] = []
  for (let place = 0; place < values.length; place++) {
    const count = counted[inOrder.numbers[place]!] ?? 0
    if (count < least && chosen.size === 0) continue
    const own = inOrder.words[place]!
    const isChosen = chosen.has(own.value)
    if (count >= least || isChosen) found.push({ words: own, count, chosen: isChosen })
  }
  const missing = [...chosen].filter((value) => !found.some((one) => one.words.value === value))
  found.push(...missing.map((value) => ({ words: words.of(value), count: 0, chosen: true })))
  if (isByCount) return mostFirst(found, most[name] ?? Infinity)
  return missing.length === 0 ? found : found.sort((one, other) => one.words.place - other.words.place)
}

const tallied = 1024

/** A count that at least so many values have, but not many more. */
function leastCounted(counts: Uint32Array, most: number): number {
  if (counts.length <= most) return 1
  const tally = new Uint32Array(tallied)
  for (let number = 0; number < counts.length; number++) tally[Math.min(counts[number]!, tallied - 1)]!++
  let left = most
  for (let count = tallied - 1; count > 1; count--) {
    left -= tally[count]!
    if (left <= 0) return count
  }
  return 1
}

/** Of equals the earlier one first. Count and place are one number for each, which is sorted many times faster than by comparing. */
function mostFirst(values: readonly CountedValue[], most: number): CountedValue[] {
  const places = values.length
  const inOrder = new Float64Array(places)
  for (let place = 0; place < places; place++) inOrder[place] = place - values[place]!.count * places
  inOrder.sort()
  const sorted = Array.from(inOrder, (key) => values[((key % places) + places) % places]!)
  return places <= most ? sorted : sorted.filter((value, rank) => rank < most || value.chosen)
}

/** The search counts by month; readers ask by age. */
function agesOf({ values, counts }: FacetCounts, now: Date): FacetCounts {
  const sums = new Uint32Array(ages.length)
  for (let month = 0; month < counts.length; month++) {
    if (counts[month]! > 0) sums[ages.indexOf(ageOfMonth(values[month]!, now))]! += counts[month]!
  }
  return { values: ages, counts: sums }
}
