import { element, xmlDocument, type Xml } from '../export/xml.ts'
import type { LanguageCode } from '../languages.ts'
import { languageMark, wordNamespace } from './docx-text.ts'

/** Few styles, each for one meaning; sizes in half points. */
export const stylesXml = (language: LanguageCode): string =>
  xmlDocument(
    element(
      'w:styles',
      { 'xmlns:w': wordNamespace },
      element(
        'w:docDefaults',
        {},
        element(
          'w:rPrDefault',
          {},
          element(
            'w:rPr',
            {},
            element('w:rFonts', {
              ...{ 'w:ascii': 'Calibri', 'w:hAnsi': 'Calibri' },
              ...{ 'w:eastAsia': 'SimSun', 'w:cs': 'Arial' },
            }),
            ...size(21),
            languageMark(language),
          ),
        ),
        element('w:pPrDefault', {}, element('w:pPr', {}, spacing(0, 80))),
      ),
      style('paragraph', 'Plain', { isDefault: true }),
      style('paragraph', 'Title', { spacing: spacing(0, 160), looks: [...bold, ...size(36)] }),
      style('paragraph', 'Heading1', {
        heading: 1,
        spacing: spacing(360, 120),
        looks: [...bold, ...size(28)],
      }),
      style('paragraph', 'Heading2', {
        heading: 2,
        spacing: spacing(240, 80),
        looks: [...bold, ...size(24)],
      }),
      style('paragraph', 'Strong', { looks: bold }),
      style('paragraph', 'Hint', { looks: [grey, ...size(18)] }),
      style('paragraph', 'Code', { looks: [grey, ...size(14)] }),
      style('character', 'Prompt', { looks: [grey] }),
      grid,
    ),
  )

const bold = [element('w:b', {}), element('w:bCs', {})]

/** Dark enough to be read on white. */
const grey = element('w:color', { 'w:val': '595959' })

const size = (halfPoints: number): Xml[] => [
  element('w:sz', { 'w:val': String(halfPoints) }),
  element('w:szCs', { 'w:val': String(halfPoints) }),
]

const spacing = (before: number, after: number): Xml =>
  element('w:spacing', { 'w:before': String(before), 'w:after': String(after) })

type Shape = { isDefault?: boolean; heading?: 1 | 2; spacing?: Xml; looks?: readonly Xml[] }

/** Programs know headings by their names in English, whatever the identifier. */
function style(type: 'paragraph' | 'character', id: string, shape: Shape): Xml {
  const { heading, looks = [] } = shape
  const name = heading ? `heading ${heading}` : shape.isDefault ? 'Normal' : id
  const properties = [
    ...(heading ? [element('w:keepNext', {})] : []),
    ...(shape.spacing ? [shape.spacing] : []),
    ...(heading ? [element('w:outlineLvl', { 'w:val': String(heading - 1) })] : []),
  ]
  return element(
    'w:style',
    { 'w:type': type, 'w:default': shape.isDefault ? '1' : null, 'w:styleId': id },
    element('w:name', { 'w:val': name }),
    ...(type === 'paragraph' && !shape.isDefault ? [element('w:basedOn', { 'w:val': 'Plain' })] : []),
    element('w:qFormat', {}),
    ...(properties.length > 0 ? [element('w:pPr', {}, ...properties)] : []),
    ...(looks.length > 0 ? [element('w:rPr', {}, ...looks)] : []),
  )
}

const line = { 'w:val': 'single', 'w:sz': '4', 'w:space': '0', 'w:color': '7F7F7F' }

const grid = element(
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
