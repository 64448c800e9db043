import type { MessageKey, Translate } from '../messages.ts'
import type { Cell } from './cell.ts'
import { cellOf } from './lists.ts'
import type { Code } from './nearest-code.ts'
import type { SheetColumn } from './xlsx-write.ts'

/**
 * A table that a module describes once: what goes out by it comes in again, in CSV, XLSX and JSON. `Row` is what is read for
 * the export, `Draft` what an import fills in.
 */
export type Table<Row, Draft> = {
  columns: readonly TableColumn<Row, Draft>[]
  draft: () => Draft
}

export type TableColumn<Row, Draft> = { [Kind in ValueKind]: ColumnOf<Kind, Row, Draft> }[ValueKind]

export type ValueKind = keyof Values

type Values = {
  text: string
  texts: readonly string[]
  integer: number
  number: number
  /** Such as '2026-05-17'. */
  day: string
  boolean: boolean
  code: string
  codes: readonly string[]
}

type ColumnOf<Kind extends ValueKind, Row, Draft> = {
  /** The same in every language and for ever: files that people keep have it. */
  name: string
  label: MessageKey | ((t: Translate) => string)
  aliases?: readonly string[]
  kind: Kind
  isRequired?: boolean
  read: (row: Row) => Values[Kind] | null
  /** Null for an empty cell, an empty list for one of lists; left out for a column that only goes out. */
  write?: (draft: Draft, value: Values[Kind] | null) => void
} & (Kind extends 'code' | 'codes' ? { codes: readonly Code[] } : unknown)

export const cellsOfRow = <Row, Draft>({ columns }: Table<Row, Draft>, row: Row): Cell[] =>
  columns.map((column) => {
    const value = column.read(row)
    return isList(value) ? cellOf(value) : value
  })

/** For JSON: lists stay lists. */
export const objectOfRow = <Row, Draft>(
  { columns }: Table<Row, Draft>,
  row: Row,
): Record<string, Cell | readonly string[]> =>
  Object.fromEntries(columns.map((column) => [column.name, column.read(row)]))

const isList = (value: Cell | readonly string[]): value is readonly string[] => Array.isArray(value)

export const labelOf = (
  { label }: { label: MessageKey | ((t: Translate) => string) },
  t: Translate,
): string => (typeof label === 'string' ? t(label) : label(t))

/** For XLSX: under the names, or under the labels of a language; with the codes to choose from where a cell holds one. */
export const sheetColumns = <Row, Draft>(table: Table<Row, Draft>, t: Translate | null): SheetColumn[] =>
  table.columns.map((column) => ({
    name: t === null ? column.name : labelOf(column, t),
    kind:
      column.kind === 'integer' || column.kind === 'number'
        ? 'number'
        : column.kind === 'day'
          ? 'day'
          : 'text',
    choices: column.kind === 'code' ? column.codes.map(({ code }) => code) : undefined,
  }))
