import type { ProvisionPair } from '../comparison/comparison.ts'
import type { Grounds } from './fact-queries.ts'
import { linksOf } from './duty-links.ts'
import { originsOf, pairsOf } from './pair-choices.ts'
import type { DutyLink, Pair, PairingState, SideDigests } from './succession.ts'

/** A pair as it is kept. */
export type KeptPair = Pair & {
  kind: ProvisionPair['kind']
  state: PairingState
  decidedBy: string | null
  decidedAt: Date | null
  beforeDigests: SideDigests
  afterDigests: SideDigests
}

export type KeptLink = DutyLink & { state: PairingState }

/** Where each later provision comes from, by the words alone. */
const proposedOrigins = ({ comparison }: Grounds): Map<string, string[]> =>
  originsOf(
    comparison.pairs.map(({ before, after }) => ({
      before: before?.address ?? null,
      after: after?.address ?? null,
    })),
  )

/**
 * The pairs after the texts may have changed. What somebody decided stays as long as neither side was touched; for the rest
 * the proposal is taken, as far as it claims nothing that was decided otherwise.
 */
export function pairsAfterCorrection(grounds: Grounds, kept: KeptPair[]): KeptPair[] {
  const decided = kept.filter((pair) => pair.decidedBy !== null && !isTouched(grounds, pair))
  const settled = new Set(decided.flatMap(({ after }) => after ?? []))
  const claimed = new Set(decided.flatMap(({ before }) => before ?? []))
  const origins = new Map(
    [...proposedOrigins(grounds)].map(([after, befores]) => [
      after,
      befores.filter((before) => !claimed.has(before)),
    ]),
  )
  const stays = originsOf(decided)
  for (const after of settled) origins.set(after, stays.get(after) ?? [])
  const known = new Map(decided.map((pair) => [nameOf(pair), pair]))
  const wasDecided = kept.some(({ decidedBy }) => decidedBy !== null)
  return pairsOf(grounds.sides, origins).map(
    (pair) =>
      known.get(nameOf(pair)) ?? freshPair(grounds, pair, { state: wasDecided ? 'reopened' : 'proposed' }),
  )
}

/** A pair whose side is gone, whose words were corrected in a language that it was decided in, or whose duties are others. */
export function isTouched({ digests }: Grounds, pair: KeptPair): boolean {
  return (
    isSideTouched(digests.before, pair.before, pair.beforeDigests) ||
    isSideTouched(digests.after, pair.after, pair.afterDigests)
  )
}

function isSideTouched(now: Map<string, SideDigests>, address: string | null, then: SideDigests): boolean {
  if (address === null) return false
  const digests = now.get(address)
  return (
    digests === undefined ||
    Object.entries(digests).some(([name, digest]) => (then[name] ?? digest) !== digest)
  )
}

export const nameOf = ({ before, after }: Pair): string => JSON.stringify([before, after])

type Decision = { state: PairingState; by?: string; at?: Date }

export function freshPair(grounds: Grounds, pair: Pair, { state, by, at }: Decision): KeptPair {
  const side = (which: 'before' | 'after') => grounds.digests[which].get(pair[which] ?? '') ?? {}
  const [beforeDigests, afterDigests] = [side('before'), side('after')]
  return {
    ...pair,
    kind: kindOf(pair, beforeDigests, afterDigests),
    state,
    decidedBy: by ?? null,
    decidedAt: at ?? null,
    beforeDigests,
    afterDigests,
  }
}

/** Kept when the words are the same in every language that both have: official words, or, where they share none, ours. */
function kindOf({ before, after }: Pair, old: SideDigests, fresh: SideDigests): KeptPair['kind'] {
  if (before === null) return 'new'
  if (after === null) return 'dropped'
  const sharing = (source: string) =>
    Object.keys(old).filter((name) => name.startsWith(source) && name in fresh)
  const official = sharing('official-')
  const shared = official.length > 0 ? official : sharing('own-')
  const isSame = shared.length > 0 && shared.every((name) => old[name] === fresh[name])
  if (!isSame) return 'changed'
  return before === after ? 'kept' : 'renumbered'
}

/**
 * What becomes of the duties by some pairs. A link of a pair that is not confirmed is only proposed, or, when it was confirmed
 * before, reopened: then it goes on being followed until somebody decides anew.
 */
export function linksAfter(grounds: Grounds, pairs: KeptPair[], held: KeptLink[]): KeptLink[] {
  const confirmed = { before: confirmedSides(pairs, 'before'), after: confirmedSides(pairs, 'after') }
  const addressOf = new Map(
    [...grounds.duties.before, ...grounds.duties.after].map(({ id, address }) => [id, address]),
  )
  const stood = new Set(held.filter(({ state }) => state !== 'proposed').map(nameOf))
  return linksOf(pairs, grounds.duties.before, grounds.duties.after).map((link): KeptLink => {
    const isSettled =
      (link.before === null || confirmed.before.has(addressOf.get(link.before) ?? '')) &&
      (link.after === null || confirmed.after.has(addressOf.get(link.after) ?? ''))
    return { ...link, state: isSettled ? 'confirmed' : stood.has(nameOf(link)) ? 'reopened' : 'proposed' }
  })
}

function confirmedSides(pairs: KeptPair[], side: 'before' | 'after'): Set<string> {
  const open = new Set(pairs.filter(({ state }) => state !== 'confirmed').map((pair) => pair[side]))
  return new Set(pairs.flatMap((pair) => pair[side] ?? []).filter((address) => !open.has(address)))
}
