import type { Item } from '../item.ts'
import { ratings, type Rating } from './report.ts'
import { standings, type Standing } from './standing.ts'

/** Where an item stands in the period that counts for it: see `latestPlace`. */
export type Latest = {
  standing: Standing
  /** The reviewer's, of an accepted report; nobody else's counts. */
  rating: Rating | null
  percentDone: number | null
  /** First day of that period; null where no report was ever asked. */
  period: string | null
}

/**
 * Which of an item's periods counts: the last one whose report came or is missing. A report that is due only now hides neither the
 * rating nor the gap before it. -1 where no report was ever asked.
 */
export const latestPlace = (periods: readonly Standing[]): number => {
  const settled = periods.findLastIndex((standing) => standing !== 'not-due' && standing !== 'due')
  return settled === -1 ? periods.findLastIndex((standing) => standing === 'due') : settled
}

/** What an item counts as. 'waiting': a report is due, on its way or sent back; 'not-asked': none was asked so far. */
export const marks = [
  'missing',
  'off-track',
  'at-risk',
  'waiting',
  'not-started',
  'not-asked',
  'on-track',
  'done',
] as const satisfies readonly (Rating | 'missing' | 'waiting' | 'not-asked')[]

export type Mark = (typeof marks)[number]

/** From standing to mark: what is not accepted has no rating, and what is missing stays missing. */
export const markRules = {
  'not-due': 'not-asked',
  due: 'waiting',
  missing: 'missing',
  submitted: 'waiting',
  late: 'waiting',
  returned: 'waiting',
  accepted: 'rating',
} as const satisfies Record<Standing, Mark | 'rating'>

export const markOf = ({ standing, rating }: Pick<Latest, 'standing' | 'rating'>): Mark => {
  const mark = markRules[standing]
  return mark === 'rating' ? (rating ?? 'waiting') : mark
}

export type RollUp = {
  /** Active items without items below. */
  leaves: number
  byMark: Record<Mark, number>
  byRating: Record<Rating, number>
  byStanding: Record<Standing, number>
  /** The first of `marks` that some leaf has: 'done' only when all are. Null without leaves. */
  weakest: Mark | null
  /** First day of the latest period that some leaf has. */
  latest: string | null
}

/** The share of leaves that are done. What is missing, waiting or not asked is in the whole, never in the part. */
export const shareDone = ({ leaves, byMark }: Pick<RollUp, 'leaves' | 'byMark'>): number =>
  leaves === 0 ? 0 : byMark.done / leaves

type Placed = Pick<Item, 'id' | 'parent' | 'state'>

/** Active items without active items below: on these one reports. */
export function leavesOf<Of extends Placed>(items: readonly Of[]): Of[] {
  const active = items.filter(({ state }) => state === 'active')
  const above = new Set(active.map(({ parent }) => parent))
  return active.filter(({ id }) => !above.has(id))
}

/** For each active item, and for the plan as a whole, what the leaves below it add up to; a leaf stands for itself. */
export function rollUp(
  items: readonly Placed[],
  latest: ReadonlyMap<string, Latest>,
): { plan: RollUp; items: Map<string, RollUp> } {
  const active = items.filter(({ state }) => state === 'active')
  const parents = new Map(active.map(({ id, parent }) => [id, parent]))
  const rolled = new Map(active.map(({ id }) => [id, nothing()]))
  const plan = nothing()
  for (const { id } of leavesOf(items)) {
    const own = latest.get(id) ?? neverAsked
    add(plan, own)
    for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) {
      const sum = rolled.get(at)
      if (sum !== undefined) add(sum, own)
    }
  }
  return { plan, items: rolled }
}

const neverAsked: Latest = { standing: 'not-due', rating: null, percentDone: null, period: null }

const nothing = (): RollUp => ({
  leaves: 0,
  byMark: counts(marks),
  byRating: counts(ratings),
  byStanding: counts(standings),
  weakest: null,
  latest: null,
})

const counts = <Name extends string>(names: readonly Name[]): Record<Name, number> =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>

function add(sum: RollUp, leaf: Latest): void {
  const mark = markOf(leaf)
  sum.leaves += 1
  sum.byMark[mark] += 1
  sum.byStanding[leaf.standing] += 1
  if (leaf.standing === 'accepted' && leaf.rating !== null) sum.byRating[leaf.rating] += 1
  sum.weakest = sum.weakest === null || marks.indexOf(mark) < marks.indexOf(sum.weakest) ? mark : sum.weakest
  if (leaf.period !== null && (sum.latest === null || leaf.period > sum.latest)) sum.latest = leaf.period
}
