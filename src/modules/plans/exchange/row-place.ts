import type { Issue } from '#platform/errors.ts'
import { nearestCode } from '#platform/sheets/nearest-code.ts'
import type { PlannedRow } from './dry-run.ts'
import type { ItemDraft, ItemOut } from './item-table.ts'

/** The item above, or the row that makes it; null at the top. */
export type Above = { item: ItemOut } | { row: number } | null

/** Where a row puts an item that is there: below another one, elsewhere among those beside it, or where it stands. */
export type Moved = 'elsewhere' | 'beside' | null

/** Without a column for it, a new item stands below the one whose number its own begins with, and any other stays where it is. */
export function aboveOf(
  items: readonly ItemOut[],
  draft: ItemDraft,
  before: ItemOut | null,
  planned: ReadonlyMap<string, PlannedRow>,
): { above: Above; issues: Issue[] } {
  const own = items.find(({ item }) => item.id === before?.item.parent)
  if (before !== null && draft.parent === undefined)
    return { above: own === undefined ? null : { item: own }, issues: [] }
  const named = draft.parent === undefined ? (draft.code?.match(/^(.+)\.[^.]+$/)?.[1] ?? null) : draft.parent
  if (named === null) return { above: null, issues: [] }
  const row = planned.get(named)
  const item = row?.before ?? items.find((one) => one.item.code === named) ?? null
  if (item !== null) return { above: { item }, issues: [] }
  return row === undefined
    ? { above: null, issues: [noParent(named, items, planned)] }
    : { above: { row: row.number }, issues: [] }
}

function noParent(value: string, items: readonly ItemOut[], planned: ReadonlyMap<string, PlannedRow>): Issue {
  const codes = [...items.map(({ item }) => item.code), ...planned.keys()]
  const nearest = nearestCode(
    value,
    codes.map((code) => ({ code, labels: {} })),
  )
  return nearest === null
    ? { field: 'parent', key: 'sheet.code', values: { value } }
    : { field: 'parent', key: 'sheet.code-near', values: { value, nearest } }
}

/** An item by its id, one that is still to be made by its row. */
export const keyOf = ({ before, number }: Pick<PlannedRow, 'before' | 'number'>): string =>
  before?.item.id ?? `row ${number}`

/** The key of what stands above a row. An item below one that has ended stays there as long as nothing else is said. */
export function keyAbove(
  items: readonly ItemOut[],
  { above, before }: Pick<PlannedRow, 'above' | 'before'>,
): string | null {
  if (above !== null) return 'item' in above ? above.item.item.id : `row ${above.row}`
  const parent = before?.item.parent ?? null
  return items.some(({ item }) => item.id === parent) ? null : parent
}

/** Which rows stand elsewhere among those beside them: as few as make the order of the file out of that of the plan. */
export function movedBeside(items: readonly ItemOut[], planned: readonly PlannedRow[]): Set<string> {
  const places = new Map(items.map(({ item }, place) => [item.id, place]))
  const staying = planned.filter(({ before, moved }) => before !== null && moved === null)
  const groups = Map.groupBy(staying, (row) => keyAbove(items, row))
  return new Set(
    [...groups.values()].flatMap((rows) => {
      const order = rows.map((row) => places.get(keyOf(row)) ?? 0)
      const kept = longestRise(order)
      return rows.filter((_, index) => !kept.has(index)).map(keyOf)
    }),
  )
}

/** The places of a longest part of the numbers that rises. */
function longestRise(numbers: readonly number[]): Set<number> {
  const runs: number[][] = []
  for (const [index, number] of numbers.entries()) {
    const longest = runs
      .filter((run) => (numbers[run.at(-1) ?? 0] ?? 0) < number)
      .reduce<number[]>((best, run) => (run.length > best.length ? run : best), [])
    runs.push([...longest, index])
  }
  return new Set(runs.reduce((best, run) => (run.length > best.length ? run : best), []))
}

/** Those below each item in their order after the import, by key; what the file does not name keeps its place. */
export function orderAfter(
  items: readonly ItemOut[],
  planned: readonly PlannedRow[],
): Map<string | null, string[]> {
  const rowAbove = new Map(planned.map((row) => [keyOf(row), keyAbove(items, row)]))
  const present = Map.groupBy(
    items.filter(({ item }) => (rowAbove.get(item.id) ?? item.parent) === item.parent),
    ({ item }) => item.parent,
  )
  return new Map(
    [...Map.groupBy(planned, (row) => keyAbove(items, row))].map(([above, rows]) => {
      const there = (present.get(above) ?? []).map(({ item }) => item.id)
      return [above, merged(there, rows.map(keyOf))]
    }),
  )
}

/** The order of the file for what it names; what is new there follows the one before it in the file. */
function merged(there: readonly string[], named: readonly string[]): string[] {
  const kept = named.filter((key) => there.includes(key))
  const order = there.map((key) => (named.includes(key) ? (kept.shift() ?? key) : key))
  for (const [index, key] of named.entries()) {
    if (order.includes(key)) continue
    const before = named[index - 1]
    const after = named.slice(index + 1).find((one) => order.includes(one))
    const place =
      before !== undefined
        ? order.indexOf(before) + 1
        : after === undefined
          ? order.length
          : order.indexOf(after)
    order.splice(place, 0, key)
  }
  return order
}
