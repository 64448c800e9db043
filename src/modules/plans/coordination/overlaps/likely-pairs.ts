import { isAcrossUnits, likelyOverlap, overlapOf, type Likened, type Overlap } from './overlap.ts'

export type LikelyPair = Overlap & { first: string; second: string }

/** A pair is called by both ids, the smaller first. */
export const pairName = (one: string, other: string): string =>
  one < other ? `${one}-${other}` : `${other}-${one}`

/** What so many items have in common tells nothing of two of them. */
const mostSharing = { link: 80, word: 25 }
/** A shared record leads two items to each other, of words and partners it takes two. */
const leads = { link: 2, word: 1 }
const enough = 2

/**
 * Pairs that people should look at, the likeliest first. Each item is read once into an index of what it has; only those that meet
 * there are compared.
 */
export function likelyPairs(items: readonly Likened[]): LikelyPair[] {
  const index = { link: new Map<string, number[]>(), word: new Map<string, number[]>() }
  for (const [place, item] of items.entries()) {
    for (const key of linkKeys(item)) put(index.link, key, place)
    for (const key of wordKeys(item)) put(index.word, key, place)
  }
  const met = new Map<number, number>()
  for (const kind of ['link', 'word'] as const)
    for (const places of index[kind].values())
      if (places.length > 1 && places.length <= mostSharing[kind])
        meet(met, places, items.length, leads[kind])
  const found: LikelyPair[] = []
  for (const [pair, weight] of met) {
    const [one, other] = [items[Math.floor(pair / items.length)], items[pair % items.length]]
    if (weight < enough || one === undefined || other === undefined || !isAcrossUnits(one, other)) continue
    const overlap = overlapOf(one, other)
    if (overlap.score < likelyOverlap) continue
    const [first, second] = one.id < other.id ? [one.id, other.id] : [other.id, one.id]
    found.push({ first, second, ...overlap })
  }
  return found.toSorted(
    (a, b) => b.score - a.score || (pairName(a.first, a.second) < pairName(b.first, b.second) ? -1 : 1),
  )
}

const linkKeys = ({ duties, provisions }: Likened): string[] => [...duties, ...provisions]

const wordKeys = ({ speech, concepts, partners }: Likened): string[] => [
  ...Object.entries(speech).flatMap(([language, { words }]) =>
    [...words.keys()].map((stem) => `${language} ${stem}`),
  ),
  ...[...concepts].map((concept) => `concept ${concept}`),
  ...partners,
]

function put(index: Map<string, number[]>, key: string, place: number): void {
  const known = index.get(key)
  if (known === undefined) index.set(key, [place])
  else known.push(place)
}

function meet(met: Map<number, number>, places: readonly number[], count: number, weight: number): void {
  for (const [rank, one] of places.entries())
    for (const other of places.slice(rank + 1)) {
      const pair = one * count + other
      met.set(pair, (met.get(pair) ?? 0) + weight)
    }
}
