/** Judged answers by key: 3, 2 or 1; what is not there counts nothing. */
export type Judged = Readonly<Record<string, number>>

/** How near the first so many are to the best order there could be: 1 is that order, whoever stands first counts most. */
export function ndcg(found: readonly string[], judged: Judged, most: number): number {
  const best = discounted(
    Object.values(judged)
      .toSorted((a, b) => b - a)
      .slice(0, most),
  )
  return best === 0 ? 1 : discounted(found.slice(0, most).map((key) => judged[key] ?? 0)) / best
}

const discounted = (grades: readonly number[]): number =>
  grades.reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0)

/** The share of all right answers that stand among the first so many. */
export function recall(found: readonly string[], judged: Judged, most = Infinity): number {
  const right = Object.keys(judged).filter((key) => (judged[key] ?? 0) > 0)
  const first = new Set(found.slice(0, most))
  return right.length === 0 ? 1 : right.filter((key) => first.has(key)).length / right.length
}

export const mean = (figures: readonly number[]): number =>
  figures.reduce((sum, one) => sum + one, 0) / figures.length
