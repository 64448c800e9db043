import type { SearchAnswer, ValueCount } from '#platform/search/search-document.ts'
import type { Facet } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { ages, ageOfMonth, type Age } from '../published/age.ts'
import { countedFilters, type ActivityFilters, type CountedFilter } from './activity-query.ts'
import type { FindingNames } from './finding-name-queries.ts'
import { hasOwnOrder, valueWords, type ValueWords } from './value-words.ts'

/** Counts for every value of every filter, worded for the reader; what is chosen is marked. */
export const activityFacets = (
  visit: Pick<Visit, 'language' | 't' | 'now'>,
  names: FindingNames,
  asked: ActivityFilters,
  facets: SearchAnswer['facets'],
  wanted: readonly CountedFilter[] = countedFilters,
): Facet[] =>
  wanted.map((name) => {
    const chosen = new Set(asked[name]?.split(',') ?? [])
    const counted = name === 'age' ? agesOf(facets['confirmed'] ?? [], visit.now) : (facets[name] ?? [])
    const missing = [...chosen].filter((value) => !counted.some((one) => one.value === value))
    const words = valueWords(visit, names, name)
    const values = [...missing.map((value) => ({ value, count: 0 })), ...counted]
      .map(({ value, count }) => ({ value, count, words: words(value) }))
      .sort(hasOwnOrder(name) ? inOwnOrder : mostFirst)
      .map(({ value, count, words }) => ({ value, label: words.label, count, chosen: chosen.has(value) }))
    return { name, values }
  })

type Counted = { value: string; count: number; words: ValueWords }

/** Values that have an order of their own stand in it; of the others the most frequent come first. */
const inOwnOrder = (one: Counted, other: Counted): number => one.words.place - other.words.place
const mostFirst = (one: Counted, other: Counted): number =>
  other.count - one.count || one.words.place - other.words.place

/** The search counts by month; readers ask by age. */
function agesOf(months: readonly ValueCount[], now: Date): ValueCount[] {
  const sums = new Map<Age, number>()
  for (const { value, count } of months) {
    const age = ageOfMonth(value, now)
    sums.set(age, (sums.get(age) ?? 0) + count)
  }
  return ages.flatMap((age) => {
    const count = sums.get(age)
    return count === undefined ? [] : [{ value: age, count }]
  })
}
