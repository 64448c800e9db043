import { element, xmlDocument, type Xml } from '../export/xml.ts'
import type { LanguageCode } from '../languages.ts'
import { languageMark, wordNamespace } from './docx-text.ts'

/** Few styles, each for one meaning; sizes in half points. */
export const stylesXml = (language: LanguageCode): string =>
  styleSheet({ looks: [...size(21), languageMark(language)], properties: [spacing(0, 80)] }, [
    style('paragraph', 'Plain', { isDefault: true }),
    style('paragraph', 'Title', { properties: [spacing(0, 160)], looks: [...bold, ...size(36)] }),
    style('paragraph', 'Heading1', {
      heading: 1,
      properties: [spacing(360, 120)],
      looks: [...bold, ...size(28)],
    }),
    style('paragraph', 'Heading2', {
      heading: 2,
      properties: [spacing(240, 80)],
      looks: [...bold, ...size(24)],
    }),
    style('paragraph', 'Strong', { looks: bold }),
    style('paragraph', 'Hint', { looks: [grey, ...size(18)] }),
    style('paragraph', 'Lead', { basedOn: 'Hint', properties: [element('w:keepNext', {})] }),
    style('paragraph', 'Code', { looks: [grey, ...size(14)] }),
    style('character', 'Prompt', { looks: [grey] }),
    grid,
  ])

type Looks = { properties?: readonly Xml[]; looks?: readonly Xml[] }

/** Styles with what holds where they say nothing. */
export const styleSheet = ({ looks = [], properties = [] }: Looks, styles: readonly Xml[]): string =>
  xmlDocument(
    element(
      'w:styles',
      { 'xmlns:w': wordNamespace },
      element(
        'w:docDefaults',
        {},
        element('w:rPrDefault', {}, element('w:rPr', {}, fonts, ...looks)),
        element('w:pPrDefault', {}, element('w:pPr', {}, ...properties)),
      ),
      ...styles,
    ),
  )

const fonts = element('w:rFonts', {
  ...{ 'w:ascii': 'Calibri', 'w:hAnsi': 'Calibri' },
  ...{ 'w:eastAsia': 'SimSun', 'w:cs': 'Arial' },
})

export const bold = [element('w:b', {}), element('w:bCs', {})]

/** Dark enough to be read on white. */
export const grey = element('w:color', { 'w:val': '595959' })

/** Letters of Arabic look smaller than those of Latin in the same size: they may be given their own. */
export const size = (halfPoints: number, ofArabic = halfPoints): Xml[] => [
  element('w:sz', { 'w:val': String(halfPoints) }),
  element('w:szCs', { 'w:val': String(ofArabic) }),
]

export const spacing = (before: number, after: number): Xml =>
  element('w:spacing', { 'w:before': String(before), 'w:after': String(after) })

type Shape = Looks & {
  isDefault?: boolean
  heading?: 1 | 2 | 3
  /** As programs show it, where that is not the identifier. */
  name?: string
  basedOn?: string
  /** The style of the paragraph that is begun after one of this. */
  next?: string
}

/** Programs know headings and some others by their names in English, whatever the identifier. */
export function style(type: 'paragraph' | 'character', id: string, shape: Shape): Xml {
  const { heading, looks = [], basedOn = 'Plain' } = shape
  const name = heading ? `heading ${heading}` : shape.isDefault ? 'Normal' : (shape.name ?? id)
  const properties = [
    ...(heading ? [element('w:keepNext', {})] : []),
    ...(shape.properties ?? []),
    ...(heading ? [element('w:outlineLvl', { 'w:val': String(heading - 1) })] : []),
  ]
  return element(
    'w:style',
    { 'w:type': type, 'w:default': shape.isDefault ? '1' : null, 'w:styleId': id },
    element('w:name', { 'w:val': name }),
    ...(type === 'paragraph' && !shape.isDefault ? [element('w:basedOn', { 'w:val': basedOn })] : []),
    ...(shape.next === undefined ? [] : [element('w:next', { 'w:val': shape.next })]),
    element('w:qFormat', {}),
    ...(properties.length > 0 ? [element('w:pPr', {}, ...properties)] : []),
    ...(looks.length > 0 ? [element('w:rPr', {}, ...looks)] : []),
  )
}

const line = { 'w:val': 'single', 'w:sz': '4', 'w:space': '0', 'w:color': '7F7F7F' }

export const grid = element(
  'w:style',
  { 'w:type': 'table', 'w:styleId': 'Grid' },
  element('w:name', { 'w:val': 'Table Grid' }),
  element(
    'w:tblPr',
    {},
    element(
      'w:tblBorders',
      {},
      ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => element(`w:${side}`, line)),
    ),
    element(
      'w:tblCellMar',
      {},
      ...['left', 'right'].map((side) => element(`w:${side}`, { 'w:w': '108', 'w:type': 'dxa' })),
    ),
  ),
)
