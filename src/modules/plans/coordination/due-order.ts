/** The day by which something is due, and its id. */
export type Placed = readonly [due: string, id: string]

export const noDeadline = '2999-12-31'

/** What is due next first, then what has no deadline, and at the end what has passed. */
export const dueOrder =
  (today: string) =>
  (one: Placed, other: Placed): number => {
    const [a, b] = [one, other].map(([due, id]) => `${due < today ? 'passed' : 'ahead'} ${due} ${id}`)
    return a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1
  }
