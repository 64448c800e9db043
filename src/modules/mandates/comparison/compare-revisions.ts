import type { Comparable, Comparison, PairKind, ProvisionPair } from './comparison.ts'
import { partnersOf } from './partners.ts'
import { heldIn, profileOf, similarity, weightsOf, type Profile } from './similarity.ts'
import { wordDifference } from '#platform/word-difference.ts'

// Found by trying: below it, two clauses share only what every clause of a resolution shares.
const leastAlike = 0.34
const leastHeld = 0.65
const leastWordsHeld = 4
// In longer texts nobody reads the hints.
const mostParts = 100_000

/**
 * Pairs the provisions of two revisions by what they say, whatever their numbers: all pairs together are as alike as can be.
 * Only where two are equally alike does the number, and the section, decide.
 */
export function compareRevisions(before: Comparable[], after: Comparable[]): Comparison {
  const sides = {
    before: before.map((provision) => ({ provision, profile: profileOf(provision.text) })),
    after: after.map((provision) => ({ provision, profile: profileOf(provision.text) })),
  }
  const weights = weightsOf([...sides.before, ...sides.after].map(({ profile }) => profile))
  const alike = (i: number, j: number) =>
    likeness(before[i]!, after[j]!, sides.before[i]!.profile, sides.after[j]!.profile, weights)
  const worth = (i: number, j: number) => {
    const score = alike(i, j)
    return score < leastAlike ? 0 : score + nearness(before[i]!, after[j]!)
  }
  const partner = partnersOf(sides.before, sides.after, worth)
  const origin = new Map(partner.flatMap((j, i) => (j === -1 ? [] : [[j, i] as const])))

  const pairs = after.map((one, j): ProvisionPair => {
    const i = origin.get(j)
    return i === undefined ? alone('new', null, one) : pairOf(before[i]!, one, alike(i, j))
  })
  const dropped = before.filter((_, i) => partner[i] === -1).map((one) => alone('dropped', one, null))
  const all = inOrder(before, pairs, dropped)
  markParts(
    all,
    new Map([...sides.before, ...sides.after].map(({ provision, profile }) => [provision, profile] as const)),
    weights,
  )
  return { pairs: all, counts: countsOf(all), score: overall(all, before.length + after.length) }
}

/** Without words on both sides only the address can tell. */
function likeness(
  one: Comparable,
  other: Comparable,
  a: Profile,
  b: Profile,
  weights: Map<string, number>,
): number {
  if (a.length === 0 && b.length === 0) return one.address === other.address ? 1 : 0
  return similarity(a, b, weights)
}

/** Too little to overrule the words, enough to decide between equals. */
const nearness = (one: Comparable, other: Comparable) =>
  (one.address === other.address ? 0.04 : 0) + (one.section === other.section ? 0.02 : 0)

function pairOf(before: Comparable, after: Comparable, score: number): ProvisionPair {
  const renumbered = before.address !== after.address
  const kind = score < 1 ? 'changed' : renumbered ? 'renumbered' : 'kept'
  const segments = kind === 'changed' ? wordDifference(before.text, after.text) : []
  return { kind, before, after, score: Math.round(score * 1000) / 1000, renumbered, segments, alsoLike: [] }
}

const alone = (
  kind: 'new' | 'dropped',
  before: Comparable | null,
  after: Comparable | null,
): ProvisionPair => ({
  kind,
  before,
  after,
  score: null,
  renumbered: false,
  segments: [],
  alsoLike: [],
})

/** In the order of the later text; what was dropped stands after what stood before it. */
function inOrder(before: Comparable[], pairs: ProvisionPair[], dropped: ProvisionPair[]): ProvisionPair[] {
  const all = [...pairs]
  for (const pair of dropped) {
    const place = before.indexOf(pair.before!)
    const previous = all.findIndex((one) => one.before === before[place - 1] && place > 0)
    all.splice(previous + 1, 0, pair)
  }
  return all
}

/** A new clause whose words stood in an older one was split off it; a dropped one whose words stand elsewhere was merged. */
function markParts(pairs: ProvisionPair[], profiles: Map<Comparable, Profile>, weights: Map<string, number>) {
  const held = (part: Comparable, whole: Comparable) => {
    const [a, b] = [profiles.get(part)!, profiles.get(whole)!]
    return a.length >= leastWordsHeld && heldIn(a, b, weights) >= leastHeld
  }
  const singles = pairs.filter(({ kind }) => kind === 'new' || kind === 'dropped')
  const changed = pairs.filter(({ kind }) => kind === 'changed')
  if (singles.length * changed.length > mostParts) return
  for (const single of singles) {
    for (const pair of changed) {
      const [part, whole] = single.after ? [single.after, pair.before!] : [single.before!, pair.after!]
      if (!held(part, whole)) continue
      single.alsoLike.push(whole.address)
      pair.alsoLike.push(part.address)
    }
  }
}

function countsOf(pairs: ProvisionPair[]): Record<PairKind, number> {
  const counts = { kept: 0, renumbered: 0, changed: 0, new: 0, dropped: 0 }
  for (const { kind } of pairs) counts[kind] += 1
  return counts
}

function overall(pairs: ProvisionPair[], provisions: number): number {
  const sum = pairs.reduce((total, { score }) => total + 2 * (score ?? 0), 0)
  return provisions === 0 ? 1 : Math.round((1000 * sum) / provisions) / 1000
}
