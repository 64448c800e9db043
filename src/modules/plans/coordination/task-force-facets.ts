import { inLanguage } from '#platform/languages.ts'
import type { Facet } from '#platform/web/site.ts'
import { bodyWord, stateKeys, type PlanReader } from '../plan-names.ts'

/** How the values of a filter are called, and in which order they stand when not by how many there are. */
export type FacetWords = {
  word: (value: string) => string
  order?: 'count' | 'code' | 'lines'
  most?: number
}

/** Made once: `localeCompare` makes one for every pair that it compares. */
const inOrder = new Intl.Collator('en', { numeric: true })

/** Counted values as the pages and the JSON show them. */
export const wordedFacet = (
  { visit, codes }: PlanReader,
  name: string,
  counts: ReadonlyMap<string, number>,
  { word, order = 'count', most = mostValues }: FacetWords,
): Facet => {
  const asked = visit.query.get(name)
  const all = asked && !counts.has(asked) ? [...counts, [asked, 0] as const] : [...counts]
  const lines = [...codes['action-lines'].keys()]
  const rank = ([value, count]: readonly [string, number]) =>
    order === 'lines' ? lines.indexOf(value) : order === 'count' ? -count : 0
  return {
    name,
    values: all
      .toSorted((a, b) => rank(a) - rank(b) || inOrder.compare(a[0], b[0]))
      .filter(([value], place) => place < most || value === asked)
      .map(([value, count]) => ({ value, label: word(value), count, chosen: asked === value })),
  }
}

const mostValues = 100

/** Of provisions and duties there are hundreds: those beyond are found by the search, and their pages lead here. */
export const mostRecords = 20

/** The values that `wordedFacet` shows of so many, and the one that is asked for. */
export const commonest = (counts: ReadonlyMap<string, number>, asked: string | null): string[] => [
  ...[...counts]
    .toSorted((a, b) => b[1] - a[1] || inOrder.compare(a[0], b[0]))
    .slice(0, mostRecords)
    .map(([value]) => value),
  ...(asked === null ? [] : [asked]),
]

export const lineWord =
  ({ visit, codes }: PlanReader) =>
  (value: string): string => {
    const node = codes['action-lines'].get(value)
    return node === undefined ? value : `${value} · ${node.short[visit.language] ?? value}`
  }

export const unitWord =
  (reader: PlanReader) =>
  (value: string): string =>
    bodyWord(reader, value)

export const codeWord =
  ({ visit, codes }: PlanReader, tree: 'sdgs' | 'countries' | 'country-groups' | 'itu-regions') =>
  (value: string): string => {
    const node = codes[tree].get(value)
    const label = node && inLanguage(node.label, visit.language)?.text
    if (label === undefined) return value
    return tree === 'sdgs' ? `${value} · ${label}` : label
  }

export const planStateWord =
  ({ visit }: PlanReader) =>
  (value: string): string =>
    visit.t(stateKeys[value as keyof typeof stateKeys])
