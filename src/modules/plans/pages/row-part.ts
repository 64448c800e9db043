import { pagination } from '#platform/ui/facets.ts'
import type { Html } from '#platform/ui/html.ts'
import type { Visit } from '#platform/web/visit.ts'

const rowsAtOnce = 30

/** The rows of a plan that a page shows, and the way to the next ones; plans as they are handed to a Council fit on one or two. */
export function rowPart<Row>(visit: Visit, rows: readonly Row[]): { shown: Row[]; onward: Html | '' } {
  const from = Number(visit.query.get('after') ?? 0)
  const next = from + rowsAtOnce
  return {
    shown: rows.slice(from, next),
    onward: pagination(visit, next < rows.length ? String(next) : null),
  }
}

/** The same of several columns beside each other. */
export function columnParts<Column extends { items: readonly unknown[] }>(
  visit: Visit,
  columns: readonly Column[],
): { shownOf: <Item>(items: readonly Item[]) => Item[]; onward: Html | '' } {
  const longest = Math.max(0, ...columns.map(({ items }) => items.length))
  const from = Number(visit.query.get('after') ?? 0)
  const next = from + cardsAtOnce
  return {
    shownOf: (items) => items.slice(from, next),
    onward: pagination(visit, next < longest ? String(next) : null),
  }
}

const cardsAtOnce = 10
