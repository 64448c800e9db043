/** Counts of one field: what the reference has, what the parser gave, and how much of each the other has too. */
export type Count = {
  field: string
  expected: number
  found: number
  given: number
  right: number
  floor: number | null
  misses: string[]
}

export class Score {
  readonly #counts = new Map<string, Count>()

  /**
   * `required`: what must be given. `allowed`: what may be given beside it (the reference tells a unit's duties apart in
   * more detail than the unit). Compared as sets.
   */
  compare(field: string, where: string, required: string[], given: string[], allowed: string[] = []): void {
    const count = this.#count(field)
    const wanted = [...new Set(required)]
    const got = [...new Set(given)]
    const lost = wanted.filter((one) => !got.includes(one))
    const surplus = got.filter((one) => !wanted.includes(one) && !allowed.includes(one))
    count.expected += wanted.length
    count.found += wanted.length - lost.length
    count.given += got.length
    count.right += got.length - surplus.length
    for (const one of lost) count.misses.push(`${where}: lacks ${one}`)
    for (const one of surplus) count.misses.push(`${where}: has ${one}`)
  }

  counts(floors: Record<string, number> = {}): Count[] {
    return [...this.#counts.values()].map((count) => ({ ...count, floor: floors[count.field] ?? null }))
  }

  #count(field: string): Count {
    const known = this.#counts.get(field)
    if (known !== undefined) return known
    const made: Count = { field, expected: 0, found: 0, given: 0, right: 0, floor: null, misses: [] }
    this.#counts.set(field, made)
    return made
  }
}

export const recallOf = ({ expected, found }: Count): number => (expected === 0 ? 1 : found / expected)
export const precisionOf = ({ given, right }: Count): number => (given === 0 ? 1 : right / given)
export const isBelow = (count: Count): boolean =>
  count.floor !== null && (recallOf(count) < count.floor || precisionOf(count) < count.floor)

export function tableOf(counts: Count[]): string {
  const rows = counts.map((count) => [
    count.field,
    precisionOf(count).toFixed(3),
    recallOf(count).toFixed(3),
    `${count.found}/${count.expected}`,
    count.floor === null ? '' : `>= ${count.floor.toFixed(2)}${isBelow(count) ? '  BELOW' : ''}`,
  ])
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...[heads, ...rows].map((row) => row[column]?.length ?? 0)),
  )
  return [heads, ...rows]
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .map((line) => `  ${line.trimEnd()}`)
    .join('\n')
}

const heads = ['field', 'precision', 'recall', 'found', 'floor']
