import { isAcrossUnits, likelyOverlap, overlapOf, type Likened, type Overlap } from './overlap.ts'

export type LikelyPair = Overlap & { first: string; second: string }

/** A pair is called by both ids, the smaller first. */
export const pairName = (one: string, other: string): string =>
  one < other ? `${one}-${other}` : `${other}-${one}`

/** Pairs that people should look at, the likeliest first. */
export function likelyPairs(items: readonly Likened[]): LikelyPair[] {
  const index = new PairIndex()
  index.replace([], items)
  return index.pairs()
}

/** What so many items have in common tells nothing of two of them. */
const mostSharing = { link: 80, word: 25 }
/** A shared record leads two items to each other, of words and partners it takes two. */
const leads = { link: 2, word: 1 }
const enough = 2

type Kind = keyof typeof leads

/** A record, a word or a partner, with the places of the items that have it. */
type Shared = { kind: Kind; places: Set<number> }

type Placed = { place: number; item: Likened; shared: Set<Shared> }

/**
 * Likely pairs, kept up as items come, change and go. Each item is read once into what it has in common with others; only those that
 * meet there are compared, and after a change only what changed and what it met.
 */
export class PairIndex {
  readonly #placeOf = new Map<string, number>()
  readonly #items = new Map<number, Placed>()
  readonly #shared = new Map<string, Shared>()
  readonly #found = new Map<string, LikelyPair>()
  #places = 0
  #inOrder: LikelyPair[] | null = []

  /** All pairs, the likeliest first. */
  pairs(): LikelyPair[] {
    this.#inOrder ??= [...this.#found]
      .toSorted(([name, a], [other, b]) => b.score - a.score || (name < other ? -1 : 1))
      .map(([, pair]) => pair)
    return this.#inOrder
  }

  /** Takes items out and puts others in, or the same as they are now. */
  replace(gone: readonly string[], items: readonly Likened[]): void {
    const out = new Set([...gone, ...items.map(({ id }) => id)])
    const before = new Map<Shared, number>()
    for (const id of out) this.#take(id, before)
    for (const [name, { first, second }] of this.#found)
      if (out.has(first) || out.has(second)) this.#found.delete(name)
    const firstFresh = this.#places
    const fresh = items.map((item) => this.#put(item, before))
    for (const placed of fresh) this.#meet(placed)
    for (const [shared, count] of before)
      if (count > 1 && tells(shared.kind, count) !== tells(shared.kind, shared.places.size))
        this.#compareAmong([...shared.places].filter((place) => place < firstFresh))
    this.#inOrder = null
  }

  #take(id: string, before: Map<Shared, number>): void {
    const place = this.#placeOf.get(id)
    if (place === undefined) return
    for (const shared of this.#items.get(place)?.shared ?? []) {
      if (!before.has(shared)) before.set(shared, shared.places.size)
      shared.places.delete(place)
    }
    this.#items.delete(place)
    this.#placeOf.delete(id)
  }

  #put(item: Likened, before: Map<Shared, number>): Placed {
    const place = this.#places
    this.#places += 1
    const keys = [
      ...linkKeys(item).map((key) => ['link', key] as const),
      ...wordKeys(item).map((key) => ['word', key] as const),
    ]
    const shared = new Set(keys.map(([kind, key]) => this.#sharedBy(kind, key)))
    for (const one of shared) {
      if (!before.has(one)) before.set(one, one.places.size)
      one.places.add(place)
    }
    const placed = { place, item, shared }
    this.#placeOf.set(item.id, place)
    this.#items.set(place, placed)
    return placed
  }

  #sharedBy(kind: Kind, key: string): Shared {
    const name = `${kind} ${key}`
    const known = this.#shared.get(name)
    if (known !== undefined) return known
    const shared = { kind, places: new Set<number>() }
    this.#shared.set(name, shared)
    return shared
  }

  /** Compares an item with all that have enough in common with it; of two that are both fresh the later one meets the earlier. */
  #meet({ place, shared }: Placed): void {
    const met = new Map<number, number>()
    for (const { kind, places } of shared) {
      if (!tells(kind, places.size)) continue
      const weight = leads[kind]
      for (const other of places) if (other < place) met.set(other, (met.get(other) ?? 0) + weight)
    }
    for (const [other, weight] of met) if (weight >= enough) this.#compare(place, other)
  }

  /** What some have in common tells no more, or again: each two of them are looked at anew. */
  #compareAmong(places: readonly number[]): void {
    for (const [rank, place] of places.entries())
      for (const other of places.slice(rank + 1)) {
        const [one, two] = [this.#items.get(place), this.#items.get(other)]
        if (one === undefined || two === undefined) continue
        this.#found.delete(pairName(one.item.id, two.item.id))
        if (weightOf(one, two) >= enough) this.#compare(place, other)
      }
  }

  #compare(place: number, other: number): void {
    const [one, two] = [this.#items.get(place)?.item, this.#items.get(other)?.item]
    if (one === undefined || two === undefined || !isAcrossUnits(one, two)) return
    const overlap = overlapOf(one, two)
    if (overlap.score < likelyOverlap) return
    const [first, second] = one.id < two.id ? [one.id, two.id] : [two.id, one.id]
    this.#found.set(pairName(first, second), { first, second, ...overlap })
  }
}

const weightOf = (one: Placed, two: Placed): number =>
  [...one.shared.intersection(two.shared)].reduce(
    (sum, { kind, places }) => sum + (tells(kind, places.size) ? leads[kind] : 0),
    0,
  )

const tells = (kind: Kind, count: number): boolean => count > 1 && count <= mostSharing[kind]

const linkKeys = ({ duties, provisions }: Likened): string[] => [...duties, ...provisions]

const wordKeys = ({ speech, concepts, partners }: Likened): string[] => [
  ...Object.entries(speech).flatMap(([language, { words }]) =>
    [...words.keys()].map((stem) => `${language} ${stem}`),
  ),
  ...[...concepts].map((concept) => `concept ${concept}`),
  ...partners,
]
