import type { ReviewedUnit } from './reviewed-text.ts'

/** Where the words stand that are printed just before a unit: the unit above, or the last closing of a list that ends there. */
export function lastWordsBefore(units: ReviewedUnit[], index: number, before: ReviewedUnit): ReviewedUnit {
  const depth = units[index]?.depth ?? 0
  let last = before
  for (let one: ReviewedUnit | null = before; one !== null && one.depth >= depth;) {
    if (one.closing !== '') last = one
    one = parentOf(units, units.indexOf(one))
  }
  return last
}

export function siblingBefore(units: ReviewedUnit[], index: number): ReviewedUnit | null {
  const unit = units[index]
  if (unit === undefined) return null
  for (let place = index - 1; place >= 0; place--) {
    const one = units[place]
    if (one?.section !== unit.section || one.depth < unit.depth) return null
    if (one.depth === unit.depth) return one
  }
  return null
}

export function parentOf(units: ReviewedUnit[], index: number): ReviewedUnit | null {
  const unit = units[index]
  if (unit === undefined) return null
  for (let place = index - 1; place >= 0; place--) {
    const one = units[place]
    if (one?.section !== unit.section) return null
    if (one.depth < unit.depth) return one
  }
  return null
}

/** Names of the units above it in the same list. */
export function namesBefore(units: ReviewedUnit[], index: number): (string | null)[] {
  const names: (string | null)[] = []
  for (let one = siblingBefore(units, index); one !== null;) {
    names.unshift(one.name)
    one = siblingBefore(units, units.indexOf(one))
  }
  return names
}
