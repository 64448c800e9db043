import type { Counted } from './edition.ts'

/**
 * What became of a record since it was counted: gone from the public, there but no longer what was asked for, new among what is
 * asked for, or still counted in another revision.
 */
export type Became = 'gone' | 'other' | 'new' | 'edited'

export type Changed = { id: string; became: Became }

/** The records that make the difference between two countings, those that are gone first. */
export function differenceOf(then: Counted, now: Counted, isPublic: (id: string) => boolean): Changed[] {
  const before = new Map(then)
  const present = new Map(now)
  const lost = then
    .filter(([id]) => !present.has(id))
    .map(([id]): Changed => ({ id, became: isPublic(id) ? 'other' : 'gone' }))
  const come = now.filter(([id]) => !before.has(id)).map(([id]): Changed => ({ id, became: 'new' }))
  const edited = now
    .filter(([id, revision]) => before.has(id) && before.get(id) !== revision)
    .map(([id]): Changed => ({ id, became: 'edited' }))
  const order: readonly Became[] = ['gone', 'other', 'new', 'edited']
  return [...lost, ...come, ...edited].sort(
    (one, other) => order.indexOf(one.became) - order.indexOf(other.became),
  )
}
