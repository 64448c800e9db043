import type { Issue } from '#platform/errors.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ItemCode } from './item.ts'
import { organizationsOf } from './party-queries.ts'
import { planReader } from './reader-queries.ts'

type Named = {
  bodies?: readonly (string | null)[]
  organizations?: readonly string[]
  lines?: readonly (string | null)[]
  codes?: readonly ItemCode[]
}

/** What a program names that is no body, no organization or no code of its tree. */
export async function unknownIn(
  visit: Visit,
  { bodies = [], organizations = [], lines = [], codes = [] }: Named,
): Promise<Issue[]> {
  const reader = await planReader(visit)
  const known = await organizationsOf(visit, organizations)
  const missing = [
    ...bodies.filter((id) => id !== null && !reader.names.bodies.has(id)),
    ...organizations.filter((id) => !known.has(id)),
  ]
  const wrong = [
    ...lines.filter((line) => line !== null && !reader.codes['action-lines'].has(line)),
    ...codes.filter(({ tree, code }) => !reader.codes[tree].has(code)).map(({ code }) => code),
  ]
  return [
    ...missing.map((name): Issue => ({
      field: 'parties',
      key: 'plans.unknown-name',
      values: { name: name ?? '' },
    })),
    ...wrong.map((code): Issue => ({
      field: 'codes',
      key: 'plans.unknown-code',
      values: { code: code ?? '' },
    })),
  ]
}
