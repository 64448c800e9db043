import { inLanguage, isLanguageCode, languageCodes, languages } from '#platform/languages.ts'
import type { SearchAnswer, ValueCount } from '#platform/search/search-document.ts'
import type { Facet } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { ages, ageOfMonth, type Age } from '../published/age.ts'
import { ageKeys, progressKeys, reachKeys } from '../published/activity-shape.ts'
import type { Progress, Reach } from '../content.ts'
import { countedFilters, type ActivityFilters, type CountedFilter } from './activity-query.ts'
import { nameOfValue, type FindingNames } from './finding-name-queries.ts'

/** Codes whose number people know: their order is that of the codes, and the code stands before the name. */
const coded = new Set<string>(['action-line', 'sdg', 'gdc'])

const mostValues = 300

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
    const values = [...missing.map((value) => ({ value, count: 0 })), ...mostCounted(counted)]
      .slice(0, mostValues)
      .map(({ value, count }) => ({
        value,
        label: labelOf(visit, names, name, value),
        count,
        chosen: chosen.has(value),
      }))
    return { name, values: values.toSorted(orderOf(name, visit)) }
  })

const mostCounted = (counted: readonly ValueCount[]): readonly ValueCount[] =>
  counted.length <= mostValues ? counted : counted.toSorted((one, other) => other.count - one.count)

type FacetValue = Facet['values'][number]

/** Values that have an order of their own stand in it; of the others the most frequent come first. */
function orderOf(name: string, { t }: Pick<Visit, 't'>): (one: FacetValue, other: FacetValue) => number {
  const own = ownOrders[name]
  if (own !== undefined) return (one, other) => own.indexOf(one.value) - own.indexOf(other.value)
  if (coded.has(name)) return (one, other) => byNumber.compare(one.value, other.value)
  if (name === 'year') return (one, other) => byNumber.compare(other.value, one.value)
  const { compare } = new Intl.Collator(t.language.locale)
  return (one, other) => other.count - one.count || compare(one.label, other.label)
}

/** Puts C10 behind C2. */
const byNumber = new Intl.Collator('en', { numeric: true })

const ownOrders: Record<string, readonly string[]> = {
  age: ages,
  status: Object.keys(progressKeys),
  reach: Object.keys(reachKeys),
  language: languageCodes,
}

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

export function labelOf(
  { t, language }: Pick<Visit, 't' | 'language'>,
  names: FindingNames,
  name: string,
  value: string,
): string {
  const said = inLanguage(nameOfValue(names, name, value) ?? {}, language)?.text
  if (said !== undefined) return coded.has(name) ? `${value} · ${said}` : said
  if (name === 'status') return t(progressKeys[value as Progress])
  if (name === 'reach') return t(reachKeys[value as Reach])
  if (name === 'age') return t(ageKeys[value as Age])
  if (name === 'state') return t(`state.activity.${value as 'published'}`)
  if (name === 'language' && isLanguageCode(value)) return languages[value].endonym
  return value
}
