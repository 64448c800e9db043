import { badRequest, type Issue } from '#platform/errors.ts'
import { codeFilters, type ActivityFilters, type CodeFilter } from './activity-query.ts'
import { nameOfValue, treeOfFilter, type FindingNames } from './finding-name-queries.ts'

const mostNamed = 300

/** Refuses codes that stand for nothing, naming those that do. */
export function refuseUnknownValues(names: FindingNames, asked: ActivityFilters): void {
  const isKnown = (name: string, code: string) =>
    name === 'year' ? /^\d{4}$/.test(code) : nameOfValue(names, name, code) !== undefined
  const unknown = codeFilters.filter((name) => asked[name]?.split(',').some((code) => !isKnown(name, code)))
  if (unknown.length === 0) return
  throw badRequest(
    unknown.map((field): Issue =>
      field === 'year'
        ? { field, key: 'error.parameter.malformed', values: { field }, rule: 'rule.year' }
        : {
            field,
            key: 'error.parameter.value',
            values: { field },
            validValues: validValues(names, field).slice(0, mostNamed),
          },
    ),
  )
}

const validValues = (
  { codes, organizations }: FindingNames,
  filter: Exclude<CodeFilter, 'year'>,
): string[] =>
  filter === 'organization' ? [...organizations.keys()] : [...codes[treeOfFilter[filter]].keys()]
