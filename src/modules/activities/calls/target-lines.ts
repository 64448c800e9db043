import type { Issue } from '#platform/errors.ts'
import type { Translated } from '#platform/languages.ts'
import type { ActivityCodes } from '../codes-queries.ts'
import { mostExpected, mostTargets, type Target, type TargetKind } from './call.ts'

/** What lines may name besides the codes of countries and regions. */
export type NamedOrganization = { id: string; name: Translated; acronym: string | null }

export type TargetLine = { line: number; words: string[]; expected: number }

/**
 * The lines of a pasted list: a code, an id or a name, and how many entries are expected, one when nothing is said; with
 * tabs or semicolons between them, as they come out of a spreadsheet. Whatever else stands in a line is for people.
 */
export const targetLines = (text: string): TargetLine[] =>
  text
    .split(/\r\n?|\n/)
    .map((line, place) => ({ line: place + 1, cells: line.split(/[\t;]/).map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map(({ line, cells }) => {
      const words = cells.filter((cell) => cell !== '' && !isCount.test(cell))
      const count = cells.findLast((cell) => isCount.test(cell))
      return { line, words, expected: count === undefined ? 1 : Number(count) }
    })

const isCount = /^\d{1,9}$/

type Known = { codes: ActivityCodes; organizations: readonly NamedOrganization[] }

/** What each line means; a line that names nothing, too many of the same, or no good number is an issue. */
export function readTargets(
  lines: readonly TargetLine[],
  known: Known,
): { issues: Issue[] } | { targets: Target[] } {
  const find = finder(known)
  const read = lines.map((line) => ({
    line,
    target: line.words.map(find).find((one) => one !== null) ?? null,
  }))
  const wrong = read.flatMap(({ line, target }) => issuesOfLine(line, target))
  const targets = read.flatMap(({ line, target }) =>
    target === null ? [] : [{ ...target, expected: line.expected }],
  )
  const twice = twiceNamed(targets)
  const issues: Issue[] = [
    ...wrong.slice(0, mostIssues),
    ...(twice.length === 0
      ? []
      : [{ field: 'list', key: 'calls.targets.twice' as const, values: { names: twice.join(', ') } }]),
    ...(targets.length > mostTargets
      ? [{ field: 'list', key: 'calls.targets.too-many' as const, values: { most: mostTargets } }]
      : []),
  ]
  return issues.length > 0 ? { issues } : { targets }
}

const mostIssues = 10

function issuesOfLine({ line, words, expected }: TargetLine, target: object | null): Issue[] {
  if (target === null)
    return [{ field: 'list', key: 'calls.targets.unknown', values: { line, words: words.join('; ') } }]
  return expected >= 1 && expected <= mostExpected
    ? []
    : [{ field: 'list', key: 'calls.targets.count', values: { line, most: mostExpected } }]
}

const twiceNamed = (targets: readonly Target[]): string[] =>
  [...Map.groupBy(targets, ({ kind, code }) => `${kind} ${code}`)].flatMap(([, same]) =>
    same.length > 1 ? [same[0]?.code ?? ''] : [],
  )

type Found = { kind: TargetKind; code: string }

/** Codes and ids come before names, regions before countries, countries before organizations. */
function finder({ codes, organizations }: Known): (words: string) => Found | null {
  const byWords = new Map<string, Found>()
  const add = (kind: TargetKind, code: string, words: readonly (string | null | undefined)[]) => {
    for (const one of words) {
      const key = folded(one ?? '')
      if (key !== '' && !byWords.has(key)) byWords.set(key, { kind, code })
    }
  }
  const regions = [...codes['itu-regions'].values()]
  const countries = [...codes.countries.values()]
  for (const { code } of regions) add('region', code, [code])
  for (const { code } of countries) add('country', code, [code])
  for (const { id } of organizations) add('organization', id, [id])
  for (const { code, label, short } of regions)
    add('region', code, [...Object.values(label), ...Object.values(short)])
  for (const { code, label, short } of countries)
    add('country', code, [...Object.values(label), ...Object.values(short)])
  for (const { id, name, acronym } of organizations)
    add('organization', id, [...Object.values(name), acronym])
  return (words) => byWords.get(folded(words)) ?? null
}

const folded = (words: string): string => words.normalize('NFKC').trim().toLowerCase()
