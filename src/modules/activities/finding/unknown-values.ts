import { badRequest } from '#platform/errors.ts'
import { codeFilters, type ActivityFilters } from './activity-query.ts'
import { nameOfValue, treeOfFilter, type FindingNames } from './finding-name-queries.ts'

const mostNamed = 300

/** Refuses codes that stand for nothing, naming those that do. */
export function refuseUnknownValues(names: FindingNames, asked: ActivityFilters): void {
  const isKnown = (name: string, code: string) =>
    name === 'year' ? /^\d{4}$/.test(code) : nameOfValue(names, name, code) !== undefined
  const unknown = codeFilters.filter((name) => asked[name]?.split(',').some((code) => !isKnown(name, code)))
  if (unknown.length === 0) return
  throw badRequest(
    unknown.map((field) => ({
      field,
      key: 'error.parameter.value' as const,
      values: { field },
      validValues: validValues(names, field).slice(0, mostNamed),
    })),
  )
}

function validValues({ codes }: FindingNames, filter: string): string[] {
  const tree = treeOfFilter[filter as keyof typeof treeOfFilter]
  return tree === undefined ? [] : [...codes[tree].keys()]
}
