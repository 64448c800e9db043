import { element, type Xml } from '../export/xml.ts'
import type { LanguageCode } from '../languages.ts'
import { controlXml, numbered } from './docx-control.ts'
import type { Block, DocumentCell, DocumentOut, Look } from './document.ts'
import { isRightToLeft, paragraph, runs, wordNamespace, type ParagraphStyle } from './docx-text.ts'

/** The main part of a document, block by block. */
export async function* bodyXml({ title, language, blocks }: DocumentOut): AsyncGenerator<string> {
  const next = numbered()
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<w:document xmlns:w="${wordNamespace}"><w:body>`
  yield paragraph('Title', language, runs(title, language)).xml
  for await (const block of blocks) yield* blockXml(block, language, next)
  yield `${sectionXml(language)}</w:body></w:document>`
}

function* blockXml(block: Block, language: LanguageCode, next: () => number): Generator<string> {
  if (block.block === 'heading')
    yield paragraph(`Heading${block.level}`, language, runs(block.text, language)).xml
  else if (block.block === 'paragraph')
    yield paragraph(styleOf(block.look), language, runs(block.text, language)).xml
  else yield* tableXml(block, language, next)
}

const styles: Record<Look, ParagraphStyle> = {
  plain: 'Plain',
  strong: 'Strong',
  hint: 'Hint',
  lead: 'Lead',
  code: 'Code',
}

const styleOf = (look: Look = 'plain'): ParagraphStyle => styles[look]

/** In twentieths of a point: an A4 page with margins of 2 cm. */
const page = { width: 11_906, height: 16_838, margin: 1_134 }

function* tableXml(
  { names, widths, rows }: Extract<Block, { block: 'table' }>,
  language: LanguageCode,
  next: () => number,
): Generator<string> {
  const sum = widths.reduce((one, other) => one + other, 0)
  const room = page.width - 2 * page.margin
  const columns = widths.map((width) => Math.floor((width / sum) * room))
  const cells = (row: readonly DocumentCell[]) =>
    row.map((cell, place) => cellXml(cell, columns[place] ?? 0, language, next))
  yield `<w:tbl>${tableProperties(language, room).xml}${grid(columns).xml}`
  if (names) {
    const asHeader = element('w:trPr', {}, whole, element('w:tblHeader', {}))
    yield element('w:tr', {}, asHeader, ...cells(names.map((text) => [{ text, look: 'strong' }]))).xml
  }
  for (const row of rows) yield element('w:tr', {}, element('w:trPr', {}, whole), ...cells(row)).xml
  // Word joins tables between which no paragraph stands.
  yield `</w:tbl>${paragraph('Plain', language).xml}`
}

/** A row does not go on overleaf: question and answer would come apart. */
const whole = element('w:cantSplit', {})

/** In the order of ECMA-376 part 1, 17.4.60. */
const tableProperties = (language: LanguageCode, width: number): Xml =>
  element(
    'w:tblPr',
    {},
    element('w:tblStyle', { 'w:val': 'Grid' }),
    ...(isRightToLeft(language) ? [element('w:bidiVisual', {})] : []),
    element('w:tblW', { 'w:w': String(width), 'w:type': 'dxa' }),
    element('w:tblLayout', { 'w:type': 'fixed' }),
  )

const grid = (columns: readonly number[]): Xml =>
  element('w:tblGrid', {}, ...columns.map((width) => element('w:gridCol', { 'w:w': String(width) })))

const cellXml = (cell: DocumentCell, width: number, language: LanguageCode, next: () => number): Xml =>
  element(
    'w:tc',
    {},
    element('w:tcPr', {}, element('w:tcW', { 'w:w': String(width), 'w:type': 'dxa' })),
    ...cell.map((part) =>
      'control' in part
        ? paragraph('Plain', part.language ?? language, controlXml(part, language, next()))
        : paragraph(styleOf(part.look), language, runs(part.text, language)),
    ),
  )

const sectionXml = (language: LanguageCode): string =>
  element(
    'w:sectPr',
    {},
    element('w:pgSz', { 'w:w': String(page.width), 'w:h': String(page.height) }),
    element('w:pgMar', {
      ...Object.fromEntries(
        ['top', 'right', 'bottom', 'left'].map((side) => [`w:${side}`, String(page.margin)]),
      ),
      ...{ 'w:header': '567', 'w:footer': '567', 'w:gutter': '0' },
    }),
    ...(isRightToLeft(language) ? [element('w:bidi', {})] : []),
  ).xml
