/** 0 stands for nothing; 1 to 5 grow darker, or lighter on a dark ground. */
export type Step = 0 | 1 | 2 | 3 | 4 | 5

export type Steps = {
  of: (value: number | undefined) => Step
  /** What each step that occurs stands for, from little to much. */
  ranges: { step: Step; least: number; greatest: number }[]
}

/** Cuts the values into at most five steps with about as many values in each; equal values never part. */
export function stepsOf(values: Iterable<number>): Steps {
  const sorted = [...values].filter((value) => value > 0).sort((one, other) => one - other)
  const distinct = [...new Set(sorted)]
  const greatest = distinct.length <= 5 ? distinct : quantiles(sorted)
  const ranges = greatest.map((bound, rank) => ({
    step: stepOf(rank, greatest.length),
    least: distinct.find((value) => rank === 0 || value > (greatest[rank - 1] ?? 0)) ?? bound,
    greatest: bound,
  }))
  const of = (value: number | undefined): Step =>
    value === undefined || value <= 0 ? 0 : (ranges.find((range) => value <= range.greatest)?.step ?? 5)
  return { of, ranges }
}

const quantiles = (sorted: number[]): number[] => [
  ...new Set([1, 2, 3, 4, 5].map((fifth) => sorted[Math.ceil((fifth * sorted.length) / 5) - 1] ?? 0)),
]

/** A few steps lie as far apart as five of them reach; a single one is in the middle. */
const stepOf = (rank: number, count: number): Step =>
  count === 1 ? 3 : ((1 + Math.round((rank * 4) / (count - 1))) as Step)
