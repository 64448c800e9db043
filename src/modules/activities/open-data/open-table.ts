import type { LanguageCode } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import type { Cell } from '#platform/sheets/cell.ts'
import type { CodeTree } from '../codes-queries.ts'

/** A table that can be taken away: so many rows for each entry. The data dictionary is made from its columns. */
export type OpenTable<Source, Row> = {
  name: string
  meaning: MessageKey
  columns: readonly OpenColumn<Row>[]
  rowsOf: (source: Source) => readonly Row[]
}

export type OpenColumn<Row> = {
  name: string
  /** As Data Packages call them; a list is a text with semicolons between its values. */
  type: 'string' | 'integer' | 'number' | 'boolean' | 'datetime' | 'list'
  meaning: MessageKey
  /** What the meaning is said of. */
  of?: { key: MessageKey } | { language: LanguageCode }
  /** A list of the table of codes, or the codes themselves. */
  codes?: CodeTree | readonly string[]
  value: (row: Row) => Cell
  /** Too long for a cell of a spreadsheet, where it stands in a table of its own. */
  isLong?: boolean
}

type Value<Row> = (row: Row) => Cell

export const text = <Row>(name: string, meaning: MessageKey, value: Value<Row>): OpenColumn<Row> => ({
  name,
  type: 'string',
  meaning,
  value,
})

export const code = <Row>(
  name: string,
  meaning: MessageKey,
  codes: OpenColumn<Row>['codes'] & {},
  value: Value<Row>,
): OpenColumn<Row> => ({ ...text(name, meaning, value), codes })

export async function* cellsOf<Source, Row>(
  { columns, rowsOf }: Pick<OpenTable<Source, Row>, 'columns' | 'rowsOf'>,
  sources: AsyncIterable<Source> | Iterable<Source>,
): AsyncGenerator<Cell[]> {
  for await (const source of sources)
    for (const row of rowsOf(source)) yield columns.map(({ value }) => value(row))
}
