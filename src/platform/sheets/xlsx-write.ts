import { element, xmlDocument, type Xml } from '../export/xml.ts'
import { writeZip, type Part } from '../packages/zip-write.ts'
import type { Rows } from './cell.ts'
import { columnLetters } from './sheet.ts'
import { sheetXml } from './xlsx-sheet.ts'
import { stylesXml } from './xlsx-styles.ts'

export type SheetOut = {
  name: string
  direction?: 'ltr' | 'rtl'
  columns: readonly SheetColumn[]
  rows: Rows
  /** Numbers of rows that stand out like the names; the names are row 1. */
  headings?: readonly number[]
  /** What people choose from in single cells, beside the choices of whole columns. */
  choices?: readonly CellChoices[]
  /** Nothing can be typed in it but in open columns. */
  isLocked?: boolean
  isHidden?: boolean
}

export type SheetColumn = {
  /** What stands in the first row. */
  name: string
  kind?: 'text' | 'number' | 'day'
  /** In letters; by the name when it is left open. */
  width?: number
  isWrapped?: boolean
  isOpen?: boolean
  /** What people choose from in this column; other values are refused by their program. */
  choices?: readonly string[]
}

/** Other values can be typed as well, after a warning: a cell may hold several. */
export type CellChoices = { row: number; column: number; choices: readonly string[] }

/** An XLSX file of these sheets, as their rows come: nothing is held but the row that is written. */
export const writeXlsx = (sheets: readonly SheetOut[]): AsyncGenerator<Uint8Array> =>
  writeZip(partsOf(sheets))

function* partsOf(sheets: readonly SheetOut[]): Generator<Part> {
  const lists = choiceLists(sheets)
  const all = lists.sheet ? [...sheets, lists.sheet] : [...sheets]
  yield { name: '[Content_Types].xml', content: [contentTypes(all.length)] }
  yield { name: '_rels/.rels', content: [relationships([['officeDocument', 'xl/workbook.xml']])] }
  yield { name: 'xl/workbook.xml', content: [workbook(all)] }
  const targets = all.map((_, place): [string, string] => ['worksheet', `worksheets/sheet${place + 1}.xml`])
  yield {
    name: 'xl/_rels/workbook.xml.rels',
    content: [relationships([...targets, ['styles', 'styles.xml']])],
  }
  yield { name: 'xl/styles.xml', content: [stylesXml(isReadFromRight(sheets) ? 'rtl' : null)] }
  for (const [place, sheet] of all.entries())
    yield { name: `xl/worksheets/sheet${place + 1}.xml`, content: sheetXml(sheet, lists.rangeOf) }
}

const isReadFromRight = (sheets: readonly SheetOut[]): boolean =>
  sheets.some(
    ({ direction, columns }) => direction === 'rtl' && columns.some(({ isWrapped }) => isWrapped === true),
  )

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function contentTypes(sheetCount: number): string {
  const override = (part: string, type: string) =>
    element('Override', { PartName: part, ContentType: `${mediaType}.${type}+xml` })
  const sheets = Array.from({ length: sheetCount }, (_, place) =>
    override(`/xl/worksheets/sheet${place + 1}.xml`, 'worksheet'),
  )
  return xmlDocument(
    element(
      'Types',
      { xmlns: `${packages}/content-types` },
      element('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      }),
      override('/xl/workbook.xml', 'sheet.main'),
      override('/xl/styles.xml', 'styles'),
      ...sheets,
    ),
  )
}

const relationships = (targets: [string, string][]): string =>
  xmlDocument(
    element(
      'Relationships',
      { xmlns: `${packages}/relationships` },
      ...targets.map(([type, target], place) =>
        element('Relationship', { Id: `rId${place + 1}`, Type: `${office}/${type}`, Target: target }),
      ),
    ),
  )

function workbook(sheets: readonly SheetOut[]): string {
  const names = sheetNames(sheets.map(({ name }) => name))
  const listed = sheets.map(({ isHidden }, place): Xml =>
    element('sheet', {
      name: names[place],
      sheetId: String(place + 1),
      state: isHidden === true ? 'hidden' : null,
      'r:id': `rId${place + 1}`,
    }),
  )
  return xmlDocument(
    element('workbook', { xmlns: spreadsheet, 'xmlns:r': office }, element('sheets', {}, ...listed)),
  )
}

/** Up to 31 letters without signs that formulas use, each only once: Excel opens nothing else. */
function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const plain =
      name
        .replaceAll(/[[\]:*?/\\']/g, ' ')
        .trim()
        .slice(0, 31)
        .toWellFormed() || 'Sheet'
    let own = plain
    for (let count = 2; taken.has(own.toLowerCase()); count += 1) own = `${plain.slice(0, 27)} ${count}`
    taken.add(own.toLowerCase())
    return own
  })
}

const choicesName = 'choices'

/** All choices stand in a hidden sheet, a column each: in the rule of a column itself there is room for few. */
function choiceLists(sheets: readonly SheetOut[]) {
  const lists: (readonly string[])[] = []
  for (const { choices } of sheets.flatMap(({ columns, choices: ofCells = [] }) => [...columns, ...ofCells]))
    if (choices && choices.length > 0 && !lists.includes(choices)) lists.push(choices)
  const longest = lists.reduce((length, list) => Math.max(length, list.length), 0)
  const rows = Array.from({ length: longest }, (_, row) => lists.map((list) => list[row] ?? null))
  const columns = lists.map((_, place) => ({ name: String(place + 1), kind: 'text' as const }))
  const sheet: SheetOut | null =
    lists.length === 0 ? null : { name: choicesName, columns, rows, isHidden: true }
  return {
    sheet,
    rangeOf: (choices: readonly string[]): string => {
      const letters = columnLetters(lists.indexOf(choices))
      return `${choicesName}!$${letters}$2:$${letters}$${choices.length + 1}`
    },
  }
}
