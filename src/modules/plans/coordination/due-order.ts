/** The day by which something is due, and its id. */
export type Placed = readonly [due: string, id: string]

export const noDeadline = '2999-12-31'

/** What is due next first, then what has no deadline, and at the end what has passed. */
export const dueOrder =
  (today: string) =>
  (one: Placed, other: Placed): number => {
    const isPassed = one[0] < today
    if (isPassed !== other[0] < today) return isPassed ? 1 : -1
    return compare(one[0], other[0]) || compare(one[1], other[1])
  }

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other))
