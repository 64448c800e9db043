import { element, xmlDocument, type Xml } from '../export/xml.ts'

export type CellLook = {
  kind: 'text' | 'number' | 'day'
  isOpen: boolean
  isWrapped: boolean
  /** Stays a text even when somebody edits it, though it begins like a formula. */
  isQuoted: boolean
}

export const headerStyle = 1

/** The number of a look in `stylesXml`. */
export const styleOf = ({ kind, isOpen, isWrapped, isQuoted }: CellLook): number =>
  2 + kinds.indexOf(kind) + 3 * (Number(isOpen) + 2 * Number(isWrapped) + 4 * Number(isQuoted))

const kinds = ['number', 'text', 'day'] as const

/** ECMA-376 part 1, 18.8.30: any number, text as it is typed, and a format of our own for days. */
const formats = { number: '0', text: '49', day: '164' }

const looks: CellLook[] = [false, true].flatMap((isQuoted) =>
  [false, true].flatMap((isWrapped) =>
    [false, true].flatMap((isOpen) => kinds.map((kind) => ({ kind, isOpen, isWrapped, isQuoted }))),
  ),
)

/** `read`: the direction of what people read in the sheet and cannot change; without it each text finds its own. */
export function stylesXml(read: 'rtl' | null = null): string {
  const fill = (type: string) => element('fill', {}, element('patternFill', { patternType: type }))
  const sides = ['left', 'right', 'top', 'bottom'] as const
  const diagonal = element('diagonal', {})
  const thin = sides.map((side) => element(side, { style: 'thin' }, element('color', { rgb: 'FF7F7F7F' })))
  const font = (...more: Xml[]) =>
    element('font', {}, ...more, element('sz', { val: '11' }), element('name', { val: 'Calibri' }))
  const plain = { numFmtId: '0', fontId: '0', fillId: '0', borderId: '0' }
  return xmlDocument(
    element(
      'styleSheet',
      { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' },
      counted('numFmts', [element('numFmt', { numFmtId: formats.day, formatCode: 'yyyy-mm-dd' })]),
      counted('fonts', [font(), font(element('b', {}))]),
      counted('fills', [fill('none'), fill('gray125')]),
      counted('borders', [
        element('border', {}, ...sides.map((side) => element(side, {})), diagonal),
        element('border', {}, ...thin, diagonal),
      ]),
      counted('cellStyleXfs', [element('xf', plain)]),
      counted('cellXfs', [
        element('xf', { ...plain, xfId: '0' }),
        headerFormat(read),
        ...looks.map((look) => formatOf(look, read)),
      ]),
      counted('cellStyles', [element('cellStyle', { name: 'Normal', xfId: '0', builtinId: '0' })]),
    ),
  )
}

const counted = (name: string, parts: Xml[]) => element(name, { count: String(parts.length) }, ...parts)

const headerFormat = (read: 'rtl' | null): Xml =>
  element(
    'xf',
    {
      ...{ numFmtId: formats.text, fontId: '1', fillId: '0', borderId: '0', xfId: '0' },
      ...{ applyNumberFormat: '1', applyFont: '1', applyAlignment: '1' },
    },
    element('alignment', { vertical: 'top', wrapText: '1', readingOrder: orderOf(read) }),
  )

/** ECMA-376 part 1, 18.8.1. LibreOffice takes a text of Arabic that is left to itself for one from the left. */
const orderOf = (read: 'rtl' | null) => (read === 'rtl' ? '2' : null)

const formatOf = ({ kind, isOpen, isWrapped, isQuoted }: CellLook, read: 'rtl' | null): Xml =>
  element(
    'xf',
    {
      ...{ numFmtId: formats[kind], fontId: '0', fillId: '0', borderId: isOpen ? '1' : '0', xfId: '0' },
      ...{ quotePrefix: isQuoted ? '1' : null, applyNumberFormat: '1', applyBorder: isOpen ? '1' : null },
      ...{ applyAlignment: '1', applyProtection: isOpen ? '1' : null },
    },
    element('alignment', {
      ...{ vertical: 'top', wrapText: isWrapped ? '1' : null },
      readingOrder: isWrapped && !isOpen ? orderOf(read) : null,
    }),
    ...(isOpen ? [element('protection', { locked: '0' })] : []),
  )
