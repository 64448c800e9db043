/** What a table that goes out holds in a cell. A day is a text such as '2026-05-17' in a column of days. */
export type Cell = string | number | boolean | null

export type Rows = Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>
