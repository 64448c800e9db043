import { element, type Xml } from '../../export/xml.ts'
import type { LanguageCode } from '../../languages.ts'
import { isRightToLeft } from '../docx-text.ts'
import type { PaperTable } from '../paper.ts'
import { printable } from '../printable.ts'
import { pageRoom } from './page.ts'
import { isTurned, paragraph, runs, writtenIn } from './text.ts'
import { linesOf, widthsOf, type CellLetters } from './widths.ts'

/** Wider than this many columns, letters are small. */
const mostColumns = 8

/** A table that is not longer stands on one page; of a longer one, so many rows at its end stay together, and two at its head. */
const mostLinesOnOnePage = { Table: 12, Small: 16 }
const lastRows = 3

/** In twentieths of a point, as the styles of cells and the margins say; Arabic letters are a point larger. */
const letters = { Table: { sign: 120, inset: 226 }, Small: { sign: 88, inset: 66 } }
const lettersOf = (kind: keyof typeof letters, language: LanguageCode): CellLetters => ({
  ...letters[kind],
  sign: letters[kind].sign + (isRightToLeft(language) ? 13 : 0),
})

type Around = {
  language: LanguageCode
  /** What follows belongs to the table. */
  goesOn: boolean
}

/** Row after row; the first is repeated on every page, and none is torn apart. */
export function* tableXml(table: PaperTable, { language, goesOn }: Around): Generator<string> {
  const { names, rows } = table
  const kind = names.length > mostColumns ? 'Small' : 'Table'
  const size = lettersOf(kind, language)
  const widths = widthsOf(table, size)
  const row = (texts: readonly string[], isHead: boolean, clings = isHead) => {
    const cells = names.map(({ isNumber }, place) => {
      const text = texts[place] ?? ''
      const own = isNumber || oneWord.test(text) ? language : writtenIn(language, text)
      const style = `${kind}${isNumber ? 'Number' : 'Text'}`
      const shape = { style, language: own, clings, isTurned: isTurned(own, language) }
      const words = runs(text, own, isHead ? 'Strong' : undefined)
      return cellXml(widths[place] ?? 0, paragraph(shape, ...words), ...(isHead ? [shaded] : []))
    })
    return element('w:tr', {}, isHead ? asHead : inOnePiece, ...cells).xml
  }
  yield `<w:tbl>${tableProperties('Grid', language, ...looks(table, kind)).xml}${gridXml(widths).xml}`
  yield row(
    names.map(({ text }) => text),
    true,
  )
  const isWhole = linesOf(table, widths, size) <= mostLinesOnOnePage[kind]
  for (const [place, texts] of rows.entries()) {
    const left = rows.length - place
    const isNear = isWhole || place === 0 || left <= lastRows
    yield row(texts, false, left === 1 ? goesOn : isNear)
  }
  yield '</w:tbl>'
}

/** A code or a name alone, which stands the same in every direction. */
const oneWord = /^[\p{L}\p{N}]*$/u

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
