import type { Visit } from '#platform/web/visit.ts'
import type { Plan } from '../plan.ts'
import { dayIn } from '../progress/period.ts'
import { standingShown } from '../progress/kept-standing-queries.ts'
import { markOf, marks } from '../progress/roll-up.ts'
import { markKeys } from '../progress/words.ts'
import { byDeadline, deadlineColumns, type BoardOrder, type BoardRule } from './board.ts'

export type BoardSorting = BoardRule & { labelOf: (column: string) => string }

export const sortingOf = (
  visit: Visit,
  plan: Pick<Plan, 'id' | 'state' | 'zone'>,
  order: BoardOrder,
): Promise<BoardSorting> => (order === 'rating' ? sortedByRating(visit, plan) : sortedByDeadline(visit, plan))

const sortedByDeadline = async ({ t, now }: Visit, { zone }: Pick<Plan, 'zone'>): Promise<BoardSorting> => {
  const { columnOf } = byDeadline(dayIn(zone, now))
  return {
    columns: deadlineColumns,
    columnOf,
    labelOf: (column) => t(deadlineKeys[deadlineColumns.find((one) => one === column) ?? 'none']),
  }
}

const deadlineKeys = {
  passed: 'board.passed',
  'this-quarter': 'board.this-quarter',
  later: 'board.later',
  none: 'board.none',
  done: 'progress.done',
} as const

/** By what the item counts as; only columns in which something stands, since there are many. */
async function sortedByRating(
  visit: Visit,
  plan: Pick<Plan, 'id' | 'state' | 'zone'>,
): Promise<BoardSorting> {
  const { t } = visit
  const { latest } = await standingShown(visit, plan)
  const of = (id: string) => {
    const found = latest.get(id)
    return found === undefined ? 'not-asked' : markOf(found)
  }
  const used = new Set([...latest.keys()].map(of))
  return {
    columns: marks.filter((mark) => used.has(mark) || mark === 'not-asked'),
    columnOf: ({ id }) => of(id),
    labelOf: (column) => t(markKeys[marks.find((mark) => mark === column) ?? 'not-asked']),
  }
}
