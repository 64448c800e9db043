import type { ReviewedText, ReviewedUnit } from './reviewed-text.ts'

/**
 * The address of every unit by its id: the key of its section, then the labels from above. They are given as the parser gives
 * them (`src/parser/grammar/finish.ts`), so that a text without edits keeps its addresses, in every language the same.
 */
export function addressesOf({
  sections,
  units,
}: Pick<ReviewedText, 'sections' | 'units'>): Map<string, string> {
  const addresses = new Map<string, string>()
  const taken: Taken = new Map()
  const bySection = Map.groupBy(units, ({ section }) => section)
  for (const { key, prefix, offset } of sections) {
    const own = bySection.get(key) ?? []
    name(roots(own), own, { prefix, offset, taken, addresses })
  }
  return addresses
}

/** Names given so far, with how often each was wanted: a second 'a' becomes 'a~2'. */
type Taken = Map<string, number>

type Means = { prefix: string; offset: number; taken: Taken; addresses: Map<string, string> }

function name(siblings: number[], units: ReviewedUnit[], { prefix, offset, taken, addresses }: Means): void {
  const alone = siblings.length === 1 && offset === 0 && !taken.has(`${prefix}/p1`)
  let unlabelled = offset
  for (const index of siblings) {
    const unit = units[index]
    if (!unit) continue
    const own = unit.name ?? (alone ? '0' : `p${++unlabelled}`)
    const address = unique(`${prefix}/${own}`, taken)
    addresses.set(unit.id, address)
    name(childrenOf(index, units), units, { prefix: address, offset: 0, taken, addresses })
  }
}

function unique(wanted: string, taken: Taken): string {
  let count = (taken.get(wanted) ?? 0) + 1
  let found = count === 1 ? wanted : `${wanted}~${count}`
  while (count > 1 && taken.has(found)) found = `${wanted}~${++count}`
  taken.set(wanted, count)
  if (found !== wanted) taken.set(found, 1)
  return found
}

const roots = (units: ReviewedUnit[]): number[] =>
  units.flatMap(({ depth }, index) => (depth === 0 ? [index] : []))

/** Places of the units directly below one, in a list in reading order. */
export function childrenOf(index: number, units: readonly ReviewedUnit[]): number[] {
  const depth = units[index]?.depth ?? 0
  const end = endOf(index, units)
  return units
    .slice(index + 1, end)
    .flatMap((unit, place) => (unit.depth === depth + 1 ? [index + 1 + place] : []))
}

/** Where the unit and all below it end. */
export function endOf(index: number, units: readonly ReviewedUnit[]): number {
  const unit = units[index]
  if (!unit) return index
  let end = index + 1
  while (units[end]?.section === unit.section && (units[end]?.depth ?? 0) > unit.depth) end++
  return end
}
