import type { PdfItem } from './pdf-pages.ts'

/** The items on one baseline, raised signs included; `y` and `size` are those of most of its characters. */
export type Row = { y: number; size: number; items: PdfItem[] }

export function rowsOf(items: PdfItem[]): Row[] {
  const rows: Row[] = []
  for (const item of items.filter(isPrinted).toSorted((a, b) => a.y - b.y)) {
    const last = rows.at(-1)
    if (last && Math.abs(item.y - last.y) <= 0.2 * Math.min(item.size, last.size)) last.items.push(item)
    else rows.push({ y: item.y, size: item.size, items: [item] })
  }
  for (const row of rows) settle(row)
  const joined = joinedRaised(rows)
  addSpaces(joined, items)
  return joined
}

const isPrinted = (item: PdfItem) => item.text.trim() !== ''

/** Writers make bold letters by printing twice, a hair's breadth apart. */
function withoutDoubles(items: PdfItem[]): PdfItem[] {
  const kept: PdfItem[] = []
  for (const item of items.toSorted((a, b) => a.x - b.x)) {
    const isDouble = kept
      .slice(-4)
      .some(
        (each) => each.text === item.text && each.width > 0 && Math.abs(each.x - item.x) < 0.1 * item.size,
      )
    if (!isDouble) kept.push(item)
  }
  return kept
}

function settle(row: Row) {
  row.items = withoutDoubles(row.items)
  const characters = new Map<number, number>()
  for (const { size, text } of row.items) characters.set(size, (characters.get(size) ?? 0) + text.length)
  row.size = [...characters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? row.size
  row.y = row.items.find((item) => item.size === row.size)?.y ?? row.y
}

/** A row of nothing but small signs just above another one, or just below it, belongs to that one. */
function joinedRaised(rows: Row[]): Row[] {
  const result: Row[] = []
  rows.forEach((row, index) => {
    const below = rows[index + 1]
    const above = result.at(-1)
    if (below && isBesideOf(row, below, below.y - row.y)) below.items.push(...row.items)
    else if (above && isBesideOf(row, above, row.y - above.y, 0.35)) above.items.push(...row.items)
    else result.push(row)
  })
  return result
}

function isBesideOf(small: Row, row: Row, distance: number, furthest = 0.75): boolean {
  if (small.size > row.size * 0.93 || distance > row.size * furthest) return false
  return small.items.every(
    (item) =>
      item.text.trim().length <= 8 &&
      row.items.some((each) => item.x > each.x - row.size * 1.5 && item.x < each.x + each.width + row.size),
  )
}

/** White space is placed like everything else, and lies on the row whose letters it parts. */
function addSpaces(rows: Row[], items: PdfItem[]) {
  for (const space of items) {
    // The library puts in spaces without width where letters are drawn out of order.
    if (isPrinted(space) || space.width < 0.3) continue
    const row = rows.find((each) => Math.abs(each.y - space.y) <= 0.75 * each.size)
    row?.items.push(space)
  }
}

export const leftOf = (row: Row) => Math.min(...row.items.filter(isPrinted).map((item) => item.x))
export const rightOf = (row: Row) =>
  Math.max(...row.items.filter(isPrinted).map((item) => item.x + item.width))
