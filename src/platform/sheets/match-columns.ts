import type { Translated } from '../languages.ts'
import { editDistance, mostWrong } from './edit-distance.ts'
import { folded } from './folded.ts'

export type NamedColumn = { name: string; labels: Translated; aliases?: readonly string[] }

export type ColumnMatch = {
  /** As it stands in the file. */
  header: string
  column: string | null
  by: 'hand' | 'name' | 'label' | 'alias' | null
  /** What it may mean when it has not been matched, the likeliest first. */
  candidates: string[]
}

/**
 * Finds what each column of a file means: what a person has said (null: leave it out), the name, the label in any language, or
 * an alias. Each column is taken once, by the header that fits best; what fits two is left to people.
 */
export function matchColumns(
  headers: readonly string[],
  columns: readonly NamedColumn[],
  byHand: Readonly<Record<string, string | null>> = {},
): ColumnMatch[] {
  const matches = headers.map((header): ColumnMatch => ({ header, column: null, by: null, candidates: [] }))
  const taken = new Set<string>()
  const match = (one: ColumnMatch, column: string, by: ColumnMatch['by']) => {
    taken.add(column)
    Object.assign(one, { column, by })
  }
  const said = (one: ColumnMatch) => (Object.hasOwn(byHand, one.header) ? byHand[one.header] : undefined)
  for (const one of matches) {
    const column = said(one)
    const isOpen = columns.some(({ name }) => name === column && !taken.has(name))
    if (column && isOpen) match(one, column, 'hand')
  }
  const open = matches.filter((one) => said(one) === undefined)
  for (const { by, wordsOf } of ways) {
    for (const one of open.filter(({ column }) => column === null)) {
      const [first, second] = columns.filter(
        (column) => !taken.has(column.name) && wordsOf(column).some((word) => isAlike(word, one.header)),
      )
      if (first && !second) match(one, first.name, by)
    }
  }
  for (const one of open) if (one.column === null) one.candidates = candidatesFor(one.header, columns)
  return matches
}

const ways: { by: 'name' | 'label' | 'alias'; wordsOf: (column: NamedColumn) => readonly string[] }[] = [
  { by: 'name', wordsOf: ({ name }) => [name] },
  { by: 'label', wordsOf: ({ labels }) => Object.values(labels) },
  { by: 'alias', wordsOf: ({ aliases }) => aliases ?? [] },
]

/** Signs alone fold to nothing, and are compared as they are. */
const isAlike = (word: string, header: string): boolean =>
  word === header || (folded(word) !== '' && folded(word) === folded(header))

const mostCandidates = 3

function candidatesFor(header: string, columns: readonly NamedColumn[]): string[] {
  const wanted = folded(header)
  const most = mostWrong(wanted)
  return columns
    .map((column) => {
      const words = ways.flatMap(({ wordsOf }) => wordsOf(column)).map(folded)
      return {
        name: column.name,
        distance: Math.min(...words.map((word) => editDistance(wanted, word, most))),
      }
    })
    .filter(({ distance }) => distance <= most)
    .sort((one, other) => one.distance - other.distance)
    .slice(0, mostCandidates)
    .map(({ name }) => name)
}
