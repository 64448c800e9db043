import type { Draft } from '#parser/grammar/read-units.ts'
import type { Duty } from '#parser/resolution.ts'
import { asResolution } from './as-resolution.ts'
import { asDuty, type ReviewedDuty, type ReviewedText } from './reviewed-text.ts'
import { addressesOf } from './unit-addresses.ts'

/** The text as the parser's reader of duties takes it. */
export function asDraft(text: ReviewedText): Draft {
  const { duties: _, ...draft } = asResolution({ ...text, duties: [] })
  return draft
}

/**
 * The duties that the parser reads now, for the units where they are not what it read before; those of which a person has said
 * something are left alone. `seq` is the number of the decision that moved the borders.
 */
export function rereadOf(text: ReviewedText, read: Duty[], seq: number): Record<string, ReviewedDuty[]> {
  const idOf = new Map([...addressesOf(text)].map(([id, address]) => [address, id]))
  const unitAt = (path: string) => idOf.get(path) ?? path
  const now = Map.groupBy(
    read.map((duty) => asDuty(duty, '', unitAt)),
    ({ unit }) => unit,
  )
  const before = Map.groupBy(text.duties, ({ unit }) => unit)
  const changed = text.units.flatMap(({ id }): [string, ReviewedDuty[]][] => {
    const [old, anew] = [before.get(id) ?? [], now.get(id) ?? []]
    if (old.some(({ touched }) => touched > 0) || sameDuties(old, anew)) return []
    return [[id, anew.map((duty, place) => ({ ...duty, id: `${id}-r${seq}-${place + 1}` }))]]
  })
  return Object.fromEntries(changed)
}

const sameDuties = (one: ReviewedDuty[], other: ReviewedDuty[]): boolean =>
  JSON.stringify(one.map(plain)) === JSON.stringify(other.map(plain))

const plain = ({ id: _, unit: _unit, touched: _touched, ...duty }: ReviewedDuty) =>
  Object.entries(duty).sort(([a], [b]) => (a < b ? -1 : 1))
