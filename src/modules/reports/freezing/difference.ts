import type { Counted } from './edition.ts'

/**
 * What became of a record since it was counted: gone from the public, there but no longer what was asked for, new among what is
 * asked for, counted for something else now, or only in another revision.
 */
export const becomings = ['gone', 'other', 'new', 'moved', 'edited'] as const

export type Became = (typeof becomings)[number]

/** Of one that moved: what it counted for then and counts for now, as `Counted` says it. */
export type Changed = { id: string; became: Became; moved?: { from: string; to: string } }

/** The records that make the difference between two countings, those that are gone first. */
export function differenceOf(then: Counted, now: Counted, isPublic: (id: string) => boolean): Changed[] {
  const before = new Map(then.map((one) => [one[0], one]))
  const present = new Set(now.map(([id]) => id))
  const lost = then
    .filter(([id]) => !present.has(id))
    .map(([id]): Changed => ({ id, became: isPublic(id) ? 'other' : 'gone' }))
  const others = now.flatMap((one) => changeOf(before.get(one[0]), one))
  return [...lost, ...others].sort(
    (one, other) => becomings.indexOf(one.became) - becomings.indexOf(other.became),
  )
}

function changeOf(before: Counted[number] | undefined, [id, revision, to]: Counted[number]): Changed[] {
  if (before === undefined) return [{ id, became: 'new' }]
  const [, revisionThen, from] = before
  if (from !== undefined && to !== undefined && from !== to)
    return [{ id, became: 'moved', moved: { from, to } }]
  return revision === revisionThen ? [] : [{ id, became: 'edited' }]
}
