import { sha256 } from '#platform/sha256.ts'
import type { Counted, FrozenPart } from './edition.ts'

/** Which records in which revision: what the digest is taken over. */
export const revisionsOf = (counted: Counted): [string, number][] =>
  counted.map(([id, revision]) => [id, revision])

/** What an edition keeps of the records behind a part, so that a change of any of them shows. */
export const recordsKept = (counted: Counted): FrozenPart['records'] => ({
  count: counted.length,
  digest: sha256(revisionsOf(counted)),
  ...(counted.some(([, , stood]) => stood !== undefined)
    ? { stood: sha256(counted.map(([, , stood]) => stood ?? '')) }
    : {}),
})

/** Whether the records are those that were counted; a report of format 1 does not know what they counted for. */
export function areThese(counted: Counted, { digest, stood }: FrozenPart['records']): boolean {
  const found = recordsKept(counted)
  return found.digest === digest && (stood === undefined || found.stood === stood)
}
