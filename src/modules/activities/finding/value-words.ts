import { inLanguage, isLanguageCode, languageCodes, languages } from '#platform/languages.ts'
import type { Visit } from '#platform/web/visit.ts'
import { publicStates } from '../activity.ts'
import type { Progress, Reach } from '../content.ts'
import { ageKeys, progressKeys, reachKeys } from '../published/activity-shape.ts'
import { ages, type Age } from '../published/age.ts'
import { nameOfValue, treeOfFilter, type FindingNames } from './finding-name-queries.ts'

/** What a value of a filter is called, and its place among all values of that filter in the reader's language. */
export type ValueWords = {
  value: string
  label: string
  place: number
  /** Its count as JSON, up to the number. */
  written: Uint8Array
}

export type WordsOfFilter = {
  of: (value: string) => ValueWords
  /** The values of the search in the order of their places. */
  inOrder: (values: readonly string[]) => InOrder
}

/** Value by value its words, and its number in the search: apart, since of thousands of values a few are looked at. */
type InOrder = { words: readonly ValueWords[]; numbers: Uint32Array }

type Reader = Pick<Visit, 't' | 'language'>

/** Codes whose number people know: their order is that of the codes, and the code stands before the name. */
const coded = new Set<string>(['action-line', 'sdg', 'gdc'])

/** The values that data do not name. */
const listed: Record<string, readonly string[]> = {
  age: ages,
  status: Object.keys(progressKeys),
  reach: Object.keys(reachKeys),
  language: languageCodes,
  state: publicStates,
}

/** Filters whose values do not stand by how often they are counted. */
export const hasOwnOrder = (filter: string): boolean =>
  coded.has(filter) || filter === 'year' || (filter in listed && filter !== 'state')

const wordsOf = new WeakMap<FindingNames, Map<string, WordsOfFilter>>()

/** How a reader's language calls and orders the values of a filter; as long as the names stand, it is worked out once. */
export function valueWords(reader: Reader, names: FindingNames, filter: string): WordsOfFilter {
  const known = wordsOf.get(names) ?? new Map<string, WordsOfFilter>()
  wordsOf.set(names, known)
  const key = `${reader.language} ${filter}`
  const words = known.get(key) ?? wordsOfFilter(filter, inPlaces(reader, names, filter))
  known.set(key, words)
  return words
}

function wordsOfFilter(filter: string, words: ReadonlyMap<string, ValueWords>): WordsOfFilter {
  const of = (value: string) =>
    words.get(value) ?? worded(value, value, filter === 'year' ? -Number(value) : last)
  let ordered: { values: readonly string[]; count: number; inOrder: InOrder } | null = null
  const inOrder = (values: readonly string[]) => {
    // Values are only ever added.
    if (ordered?.values !== values || ordered.count !== values.length)
      ordered = { values, count: values.length, inOrder: inOrderOfPlaces(values, of) }
    return ordered.inOrder
  }
  return { of, inOrder }
}

function inOrderOfPlaces(values: readonly string[], of: WordsOfFilter['of']): InOrder {
  const numbered = values
    .map((value, number) => ({ number, words: of(value) }))
    .sort(({ words: one }, { words: other }) => one.place - other.place || (one.value < other.value ? -1 : 1))
  return {
    words: numbered.map(({ words }) => words),
    numbers: Uint32Array.from(numbered, ({ number }) => number),
  }
}

const last = Number.MAX_SAFE_INTEGER

const worded = (value: string, label: string, place: number): ValueWords => ({
  value,
  label,
  place,
  written: Buffer.from(`{"value":${JSON.stringify(value)},"label":${JSON.stringify(label)},"count":`),
})

function inPlaces(reader: Reader, names: FindingNames, filter: string): ReadonlyMap<string, ValueWords> {
  const values = valuesOf(names, filter)
  const labels = values.map((value) => ({ value, label: labelOf(reader, names, filter, value) }))
  if (!(filter in listed)) {
    const byName = new Intl.Collator(reader.t.language.locale)
    labels.sort((one, other) =>
      coded.has(filter) ? byNumber.compare(one.value, other.value) : byName.compare(one.label, other.label),
    )
  }
  return new Map(labels.map(({ value, label }, place) => [value, worded(value, label, place)]))
}

/** Puts C10 behind C2. */
const byNumber = new Intl.Collator('en', { numeric: true })

function valuesOf({ codes, organizations }: FindingNames, filter: string): readonly string[] {
  if (filter === 'organization') return [...organizations.keys()]
  const tree = treeOfFilter[filter as keyof typeof treeOfFilter]
  return tree === undefined ? (listed[filter] ?? []) : [...codes[tree].keys()]
}

export function labelOf({ t, language }: Reader, names: FindingNames, filter: string, value: string): string {
  const said = inLanguage(nameOfValue(names, filter, value) ?? {}, language)?.text
  if (said !== undefined) return coded.has(filter) ? `${value} · ${said}` : said
  if (filter === 'status') return t(progressKeys[value as Progress])
  if (filter === 'reach') return t(reachKeys[value as Reach])
  if (filter === 'age') return t(ageKeys[value as Age])
  if (filter === 'state') return t(`state.activity.${value as 'published'}`)
  if (filter === 'language' && isLanguageCode(value)) return languages[value].endonym
  return value
}
