import type { Issue } from '#platform/errors.ts'
import { nearestCode } from '#platform/sheets/nearest-code.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ItemCode, Party } from './item.ts'
import { organizationsOf } from './party-queries.ts'
import { planReader } from './reader-queries.ts'

type NamedParty = Pick<Party, 'kind' | 'party'> & { field: string }

type NamedCode = ItemCode & { field: string }

/** What a program names, each with its field. */
export type Named = { parties: readonly NamedParty[]; codes: readonly NamedCode[] }

/** What of it is no body, no organization or no code of its tree. */
export async function unknownIn(visit: Visit, { parties, codes }: Named): Promise<Issue[]> {
  const { names, codes: known } = await planReader(visit)
  const organizations = parties.filter(({ kind }) => kind === 'organization')
  const found = await organizationsOf(
    visit,
    organizations.map(({ party }) => party),
  )
  return [
    ...parties
      .filter(({ kind, party }) => !(kind === 'body' ? names.bodies : found).has(party))
      .map(({ field, party }): Issue => ({ field, key: 'plans.unknown-name', values: { name: party } })),
    ...codes
      .filter(({ tree, code }) => !known[tree].has(code))
      .map(({ field, tree, code }): Issue => {
        const nearest = nearestCode(
          code,
          [...known[tree].values()].map((node) => ({ code: node.code, labels: node.label })),
        )
        return nearest === null
          ? { field, key: 'plans.unknown-code', values: { code } }
          : { field, key: 'plans.unknown-code.nearest', values: { code, nearest } }
      }),
  ]
}

/** A body that is named alone, if one is. */
export const bodyNamed = (field: string, party: string | null): NamedParty[] =>
  party === null ? [] : [{ field, kind: 'body', party }]
