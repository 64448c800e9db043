import { element, type Xml } from '../export/xml.ts'
import type { Cell } from './cell.ts'
import { guarded } from './guarded.ts'
import { lineHeight, rowHeight } from './row-height.ts'
import { columnLetters, UnreadableSheet } from './sheet.ts'
import { serialOf } from './xlsx-numbers.ts'
import { headerStyle, styleOf } from './xlsx-styles.ts'
import { escapedText } from './xlsx-text.ts'
import type { CellChoices, SheetColumn, SheetOut } from './xlsx-write.ts'

/** More of either is not opened by Excel. */
const mostRows = 1_048_576
const mostLetters = 32_767

/** The part of one sheet, in the order of ECMA-376 part 1, 18.3.1.99. */
export async function* sheetXml(
  { columns, rows, direction, isLocked, headings = [], choices = [] }: SheetOut,
  rangeOf: (choices: readonly string[]) => string,
): AsyncGenerator<string> {
  const writers = columns.map(cellWriter)
  const outstanding = new Set(headings)
  const isWrapped = columns.some((column) => column.isWrapped)
  const heightOf = (row: readonly Cell[]) => (isWrapped ? ` ht="${rowHeight(columns, row)}"` : '')
  yield `${start}${isWrapped ? toPage : ''}${viewXml(direction === 'rtl')}${isWrapped ? rowFormat : ''}`
  yield `${columnsXml(columns)}<sheetData>`
  yield rowXml(
    1,
    heightOf(columns.map(({ name }) => name)),
    columns.map(({ name }, place) => textCell(columnLetters(place), 1, name, headerStyle)),
  )
  let number = 1
  for await (const row of rows) {
    number += 1
    if (number > mostRows) throw new UnreadableSheet('sheet.rows', { limit: mostRows - 1 })
    yield rowXml(
      number,
      heightOf(row),
      row.map((cell, place) =>
        outstanding.has(number) ? headingCell(place, number, cell) : (writers[place]?.(number, cell) ?? ''),
      ),
    )
  }
  yield `</sheetData>${isLocked === true ? protection : ''}${rulesXml(columns, choices, rangeOf)}`
  yield `${isWrapped ? onPaper : ''}</worksheet>`
}

const start =
  '<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'

/** What people read rather than compute with is printed as wide as a page lies. */
const toPage = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
const rowFormat = `<sheetFormatPr defaultRowHeight="${lineHeight}"/>`
const onPaper = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'

const rowXml = (number: number, height: string, cells: string[]) =>
  `<row r="${number}"${height}>${cells.join('')}</row>`

/** The first row stays while people scroll. */
const viewXml = (isRightToLeft: boolean) =>
  element(
    'sheetViews',
    {},
    element(
      'sheetView',
      { rightToLeft: isRightToLeft ? '1' : null, workbookViewId: '0' },
      element('pane', { ySplit: '1', topLeftCell: 'A2', activePane: 'bottomLeft', state: 'frozen' }),
    ),
  ).xml

function columnsXml(columns: readonly SheetColumn[]): string {
  if (columns.length === 0) return ''
  const parts = columns.map((column, place) =>
    element('col', {
      min: String(place + 1),
      max: String(place + 1),
      width: String(column.width ?? Math.min(60, Math.max(12, column.name.length + 2))),
      style: String(styleOf(lookOf(column))),
      customWidth: '1',
    }),
  )
  return element('cols', {}, ...parts).xml
}

const lookOf = ({ kind, isOpen, isWrapped }: SheetColumn) => ({
  ...{ kind: kind ?? 'text', isOpen: isOpen === true, isWrapped: isWrapped === true },
  isQuoted: false,
})

/** Nothing but what is open can be changed; columns and rows can still be made wider. */
const protection = '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>'

type RangeOf = (choices: readonly string[]) => string

function rulesXml(
  columns: readonly SheetColumn[],
  ofCells: readonly CellChoices[],
  rangeOf: RangeOf,
): string {
  const rules = [...columnRules(columns, rangeOf), ...cellRules(ofCells, rangeOf)]
  return rules.length === 0 ? '' : element('dataValidations', { count: String(rules.length) }, ...rules).xml
}

const columnRules = (columns: readonly SheetColumn[], rangeOf: RangeOf): Xml[] =>
  columns.flatMap(({ choices }, place) => {
    if (!choices || choices.length === 0) return []
    const letters = columnLetters(place)
    const range = element('formula1', {}, rangeOf(choices))
    const sqref = `${letters}2:${letters}${mostRows}`
    return [element('dataValidation', { type: 'list', allowBlank: '1', showErrorMessage: '1', sqref }, range)]
  })

/** One rule for all cells that share a list. */
const cellRules = (ofCells: readonly CellChoices[], rangeOf: RangeOf): Xml[] =>
  [...Map.groupBy(ofCells, ({ choices }) => choices)].map(([choices, cells]) => {
    const sqref = cells.map(({ row, column }) => `${columnLetters(column)}${row}`).join(' ')
    return element(
      'dataValidation',
      { type: 'list', errorStyle: 'warning', allowBlank: '1', showErrorMessage: '1', sqref },
      element('formula1', {}, rangeOf(choices)),
    )
  })

/** How the cells of one column are written. */
function cellWriter(column: SheetColumn, place: number): (row: number, cell: Cell) => string {
  const letters = columnLetters(place)
  const look = lookOf(column)
  const style = styleOf(look)
  const textStyle = styleOf({ ...look, kind: 'text' })
  const quotedStyle = styleOf({ ...look, kind: 'text', isQuoted: true })
  const numberCell = (row: number, value: number) =>
    `<c r="${letters}${row}" s="${style}"><v>${value}</v></c>`
  return (row, cell) => {
    if (cell === null || cell === '') return ''
    if (typeof cell === 'boolean')
      return `<c r="${letters}${row}" s="${style}" t="b"><v>${Number(cell)}</v></c>`
    if (typeof cell === 'number') return Number.isFinite(cell) ? numberCell(row, cell) : ''
    const serial = look.kind === 'day' ? serialOf(cell) : null
    if (serial !== null) return numberCell(row, serial)
    if (cell.length > mostLetters)
      throw new UnreadableSheet('sheet.cell', { row, column: column.name, limit: mostLetters })
    return textCell(letters, row, cell, guarded(cell) === cell ? textStyle : quotedStyle)
  }
}

const headingCell = (place: number, row: number, cell: Cell) =>
  cell === null || cell === '' ? '' : textCell(columnLetters(place), row, String(cell), headerStyle)

const textCell = (letters: string, row: number, text: string, style: number) =>
  `<c r="${letters}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapedText(text)}</t></is></c>`
