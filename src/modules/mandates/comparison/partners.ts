import { bestAssignment } from './assignment.ts'
import type { Comparable } from './comparison.ts'
import type { Profile } from './similarity.ts'

/** One side of a comparison: the provisions with their words as they are compared. */
export type Side = { provision: Comparable; profile: Profile }[]

// The best assignment takes the cube of this root: half a second here, a minute for a thousand provisions on each side.
const mostCells = 250 * 250
const mostLikenesses = 200_000

/**
 * For each earlier provision the place of the later one that it goes on in, or -1. All pairs together are worth as much as can
 * be; in very long texts the provisions that stay word for word are set aside first, and each of the rest is held only against
 * those near its place.
 */
export function partnersOf(before: Side, after: Side, worth: (i: number, j: number) => number): number[] {
  const all = { rows: [...before.keys()], columns: [...after.keys()] }
  if (before.length * after.length <= mostCells) return assigned(before.length, all, worth)
  const same = identical(before, after)
  const taken = new Set(same)
  const rest = {
    rows: all.rows.filter((i) => same[i] === -1),
    columns: all.columns.filter((j) => !taken.has(j)),
  }
  const found =
    rest.rows.length * rest.columns.length <= mostCells
      ? assigned(before.length, rest, worth)
      : nearest(before, after, rest, worth)
  return same.map((j, i) => (j === -1 ? (found[i] ?? -1) : j))
}

type Places = { rows: number[]; columns: number[] }

function assigned(
  length: number,
  { rows, columns }: Places,
  worth: (i: number, j: number) => number,
): number[] {
  const partner = Array.from({ length }, () => -1)
  const chosen = bestAssignment(rows.map((i) => columns.map((j) => worth(i, j))))
  for (const [place, column] of chosen.entries()) partner[rows[place]!] = columns[column] ?? -1
  return partner
}

/** Provisions with the very same words; of several, that of the same address first, then in their order. */
function identical(before: Side, after: Side): number[] {
  const free = Map.groupBy([...after.keys()], (j) => after[j]!.profile.plain)
  const partner = before.map(() => -1)
  const take = (i: number, isWanted: (j: number) => boolean) => {
    const places = before[i]!.profile.plain === '' ? [] : (free.get(before[i]!.profile.plain) ?? [])
    const place = places.findIndex(isWanted)
    if (partner[i] === -1 && place >= 0) partner[i] = places.splice(place, 1)[0]!
  }
  for (const i of before.keys()) take(i, (j) => after[j]!.provision.address === before[i]!.provision.address)
  for (const i of before.keys()) take(i, () => true)
  return partner
}

/** The best first, among those near the same place of the text and of the same address. */
function nearest(
  before: Side,
  after: Side,
  { rows, columns }: Places,
  worth: (i: number, j: number) => number,
): number[] {
  const reach = Math.floor(mostLikenesses / rows.length / 2)
  const placeOf = new Map(columns.map((j, place) => [after[j]!.provision.address, place]))
  const pairs = rows.flatMap((i, row) => {
    const middle = Math.round((row * columns.length) / rows.length)
    const own = placeOf.get(before[i]!.provision.address)
    const near = columns.slice(Math.max(0, middle - reach), middle + reach)
    const candidates = new Set(own === undefined ? near : [...near, columns[own]!])
    return [...candidates].map((j) => ({ i, j, value: worth(i, j) })).filter(({ value }) => value > 0)
  })
  const partner = before.map(() => -1)
  const taken = new Set<number>()
  for (const { i, j } of pairs.toSorted((a, b) => b.value - a.value)) {
    if (partner[i] !== -1 || taken.has(j)) continue
    partner[i] = j
    taken.add(j)
  }
  return partner
}
