import { element, type Xml } from '../../export/xml.ts'
import type { LanguageCode } from '../../languages.ts'
import { isRightToLeft } from '../docx-text.ts'

/** In twentieths of a point: an A4 page with margins of 2.5 cm at the sides and 2 cm above and below. */
const page = { width: 11_906, height: 16_838, side: 1_417, edge: 1_134 }

/** What a line is wide, and what a picture may be high. */
export const pageRoom = page.width - 2 * page.side
export const pageHeight = page.height - 2 * page.edge

/** In the order of ECMA-376 part 1, 17.6.17. */
export const sectionXml = (language: LanguageCode, foot: string): Xml =>
  element(
    'w:sectPr',
    {},
    element('w:footerReference', { 'w:type': 'default', 'r:id': foot }),
    element('w:pgSz', { 'w:w': String(page.width), 'w:h': String(page.height) }),
    element('w:pgMar', {
      ...{ 'w:top': String(page.edge), 'w:right': String(page.side) },
      ...{ 'w:bottom': String(page.edge), 'w:left': String(page.side) },
      ...{ 'w:header': '567', 'w:footer': '567', 'w:gutter': '0' },
    }),
    ...(isRightToLeft(language) ? [element('w:bidi', {})] : []),
  )
