import { quarterOf } from './quarters.ts'

/** Where items stand that were split or dropped, whatever the rule. */
export const ended = 'ended'

/** Ways to sort a board: by when items are due, or by how the work on them was rated last. */
export const boardOrders = ['deadline', 'rating'] as const

export type BoardOrder = (typeof boardOrders)[number]

/** Columns of a board, and in which of them an item stands. */
export type BoardRule<Key extends string = string> = {
  /** From the first column to the last. */
  columns: readonly Key[]
  columnOf: (item: BoardItem) => Key
}

export type BoardItem = { id: string; deadlineOn: string | null; isPast: boolean; isDone: boolean }

export const deadlineColumns = ['passed', 'this-quarter', 'later', 'none', 'done'] as const

export type DeadlineColumn = (typeof deadlineColumns)[number]

/** By deadline, as one sees it on a day. What is done waits for no deadline. */
export const byDeadline = (today: string): BoardRule<DeadlineColumn> => ({
  columns: deadlineColumns,
  columnOf: ({ deadlineOn, isPast, isDone }) => {
    if (isDone) return 'done'
    if (deadlineOn === null) return 'none'
    if (isPast) return 'passed'
    return deadlineOn <= quarterOf(today).ends ? 'this-quarter' : 'later'
  },
})
