import { element, type Xml } from '../../export/xml.ts'
import type { LanguageCode } from '../../languages.ts'
import { isRightToLeft } from '../docx-text.ts'
import type { PaperTable } from '../paper.ts'
import { printable } from '../printable.ts'
import { pageRoom } from './page.ts'
import { paragraph, runs } from './text.ts'

/** Wider than this many columns, letters are small. */
const mostColumns = 8

/** A table that is not longer stands on one page. */
const mostOnOnePage = 12

/** Row after row; the first is repeated on every page, and none is torn apart. */
export function* tableXml(table: PaperTable, language: LanguageCode): Generator<string> {
  const { names, rows } = table
  const widths = widthsOf(table)
  const kind = names.length > mostColumns ? 'Small' : 'Table'
  const row = (texts: readonly string[], isHead: boolean, clings = isHead) => {
    const cells = names.map(({ isNumber }, place) => {
      const shape = { style: `${kind}${isNumber ? 'Number' : 'Text'}`, language, clings }
      const words = runs(texts[place] ?? '', language, isHead ? 'Strong' : undefined)
      return cellXml(widths[place] ?? 0, paragraph(shape, ...words), ...(isHead ? [shaded] : []))
    })
    return element('w:tr', {}, isHead ? asHead : inOnePiece, ...cells).xml
  }
  yield `<w:tbl>${tableProperties('Grid', language, ...looks(table, kind)).xml}${gridXml(widths).xml}`
  yield row(
    names.map(({ text }) => text),
    true,
  )
  for (const [place, texts] of rows.entries())
    yield row(texts, false, rows.length <= mostOnOnePage && place < rows.length - 1)
  yield '</w:tbl>'
}

const inOnePiece = element('w:trPr', {}, element('w:cantSplit', {}))
const asHead = element('w:trPr', {}, element('w:cantSplit', {}), element('w:tblHeader', {}))
const shaded = element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'E3EFEE' })

/** Which row and column are heads, and what the table is called, for those who do not see it. */
const looks = ({ caption }: PaperTable, kind: 'Small' | 'Table'): Xml[] => [
  ...(kind === 'Small' ? [narrowMargins] : []),
  element('w:tblLook', {
    ...{ 'w:val': '06A0', 'w:firstRow': '1', 'w:lastRow': '0', 'w:firstColumn': '1' },
    ...{ 'w:lastColumn': '0', 'w:noHBand': '1', 'w:noVBand': '1' },
  }),
  element('w:tblCaption', { 'w:val': printable(caption) }),
]

const narrowMargins = element(
  'w:tblCellMar',
  {},
  ...['left', 'right'].map((side) => element(`w:${side}`, { 'w:w': '30', 'w:type': 'dxa' })),
)

/** In letters: what a column needs at least, and what it is given at most. */
const [narrowest, widest] = [4, 40]

/** Columns as wide as what is longest in them, as parts of the page. */
function widthsOf({ names, rows }: PaperTable): number[] {
  const parts = names.map(({ text }, place) => {
    const longest = rows.reduce((most, row) => Math.max(most, (row[place] ?? '').length), longestWord(text))
    return Math.min(widest, Math.max(narrowest, longest))
  })
  const sum = parts.reduce((one, other) => one + other, 0)
  return parts.map((part) => Math.floor((part / sum) * pageRoom))
}

const longestWord = (text: string): number => Math.max(...text.split(/\s/).map(widthOf))

/** A Chinese sign is as wide as two letters. */
const widthOf = (text: string): number =>
  text.length > widest ? widest : [...text].reduce((sum, sign) => sum + (sign >= '\u2E80' ? 2 : 1), 0)

/** In the order of ECMA-376 part 1, 17.4.60. */
export const tableProperties = (style: string, language: LanguageCode, ...more: Xml[]): Xml =>
  element(
    'w:tblPr',
    {},
    element('w:tblStyle', { 'w:val': style }),
    ...(isRightToLeft(language) ? [element('w:bidiVisual', {})] : []),
    element('w:tblW', { 'w:w': String(pageRoom), 'w:type': 'dxa' }),
    element('w:tblLayout', { 'w:type': 'fixed' }),
    ...more,
  )

export const gridXml = (widths: readonly number[]): Xml =>
  element('w:tblGrid', {}, ...widths.map((width) => element('w:gridCol', { 'w:w': String(width) })))

export const cellXml = (width: number, content: Xml | readonly Xml[], ...properties: Xml[]): Xml =>
  element(
    'w:tc',
    {},
    element('w:tcPr', {}, element('w:tcW', { 'w:w': String(width), 'w:type': 'dxa' }), ...properties),
    ...[content].flat(),
  )
