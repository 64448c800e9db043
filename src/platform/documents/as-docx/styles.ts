import { element, type Xml } from '../../export/xml.ts'
import type { LanguageCode } from '../../languages.ts'
import { bold, grey, grid, size, spacing, style, styleSheet } from '../docx-styles.ts'
import { isRightToLeft } from '../docx-text.ts'
import { ofStyle } from './numbering.ts'
import { pageRoom } from './page.ts'
import { atEnd, listMark } from './text.ts'

/** What a paper looks like, each style for one meaning; whoever edits it finds them by their names. */
export const paperStyles = (language: LanguageCode): string =>
  styleSheet(
    {
      looks: [...letters(22), allLanguages],
      properties: [...(isRightToLeft(language) ? [element('w:bidi', {})] : []), lineSpacing(language)],
    },
    [
      style('paragraph', 'Plain', { isDefault: true }),
      ...headings,
      ...inText(language),
      ...aroundText(language),
      ...contents(language),
      ...notes,
      grid,
      withoutLines,
    ],
  )

/** Arabic letters are a point larger. */
const letters = (halfPoints: number): Xml[] => size(halfPoints, halfPoints + 2)

const allLanguages = element('w:lang', { 'w:val': 'en-GB', 'w:eastAsia': 'zh-CN', 'w:bidi': 'ar-SA' })

/** In parts of 240 of a line. */
const lineSpacing = (language: LanguageCode): Xml =>
  element('w:spacing', {
    ...{ 'w:before': '0', 'w:after': '140', 'w:lineRule': 'auto' },
    'w:line': language === 'ar' ? '300' : language === 'zh' ? '290' : '264',
  })

const dark = element('w:color', { 'w:val': '0B3F41' })
const stays = element('w:keepNext', {})
const whole = element('w:keepLines', {})
const indent = (start: number, hanging = 0): Xml =>
  element('w:ind', { 'w:left': String(start), 'w:hanging': hanging === 0 ? null : String(hanging) })

const headings = [
  style('paragraph', 'Title', {
    properties: [spacing(240, 240)],
    looks: [...bold, dark, ...letters(36)],
    next: 'Plain',
  }),
  style('paragraph', 'Heading1', {
    ...{ heading: 1, next: 'Numbered' },
    properties: [whole, spacing(400, 160)],
    looks: [...bold, dark, ...letters(28)],
  }),
  style('paragraph', 'Heading2', {
    ...{ heading: 2, next: 'Numbered' },
    properties: [whole, spacing(280, 120)],
    looks: [...bold, dark, ...letters(24)],
  }),
  style('paragraph', 'Heading3', {
    ...{ heading: 3, next: 'Numbered' },
    properties: [whole, spacing(220, 100)],
    looks: [...bold, ...letters(22)],
  }),
]

/** Arabic and Chinese letters do not slant. */
const inText = (language: LanguageCode): Xml[] => [
  style('paragraph', 'Numbered', { name: 'Numbered Paragraph', properties: [listMark(ofStyle.counted)] }),
  style('paragraph', 'ListBullet', {
    name: 'List Bullet',
    properties: [listMark(ofStyle.bullets), spacing(0, 80)],
  }),
  style('paragraph', 'ListNumber', {
    name: 'List Number',
    properties: [listMark(ofStyle.ordered), spacing(0, 80)],
  }),
  style('character', 'Strong', { looks: bold }),
  style('character', 'Emphasis', {
    looks: language === 'zh' ? bold : [element('w:bCs', {}), element('w:i', {})],
  }),
  style('character', 'Hyperlink', {
    looks: [element('w:color', { 'w:val': '0B5394' }), element('w:u', { 'w:val': 'single' })],
  }),
]

const edge = (side: string, colour: string, points = 6): Xml =>
  element(`w:${side}`, {
    ...{ 'w:val': 'single', 'w:sz': String(points), 'w:space': '6', 'w:color': colour },
  })

const frame = (colour: string): Xml =>
  element('w:pBdr', {}, ...['top', 'left', 'bottom', 'right'].map((side) => edge(side, colour)))

const ground = (fill: string): Xml =>
  element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': fill })

/** Neighbours in the same frame with the same indent stand in one. */
const inFrame = element('w:ind', { 'w:left': '142', 'w:right': '142' })

/** Numbers run from the left in every language, so they end at one line; that is where a line of Arabic begins. */
const atUnits = (language: LanguageCode): Xml =>
  isRightToLeft(language) ? element('w:jc', { 'w:val': 'left' }) : atEnd

const aroundText = (language: LanguageCode): Xml[] => [
  style('paragraph', 'Recipient', { properties: [spacing(0, 40)], looks: [...bold, ...letters(26)] }),
  style('paragraph', 'Mark', { properties: [spacing(0, 20), indent(120)], looks: letters(19) }),
  style('paragraph', 'From', { properties: [spacing(360, 0)], looks: letters(24) }),
  style('paragraph', 'BoxName', {
    name: 'Box Name',
    properties: [stays, frame('0B3F41'), spacing(0, 20), inFrame],
    looks: [...bold, dark],
  }),
  style('paragraph', 'BoxText', {
    name: 'Box Text',
    properties: [frame('0B3F41'), spacing(0, 100), inFrame],
  }),
  style('paragraph', 'Warning', {
    properties: [stays, frame('B45309'), ground('FEF3C7'), spacing(0, 140), inFrame],
    looks: bold,
  }),
  style('paragraph', 'Hint', { properties: [spacing(80, 180)], looks: [grey, ...letters(18)] }),
  style('paragraph', 'Live', { name: 'Live Part' }),
  style('paragraph', 'LiveLine', {
    name: 'Live Part Line',
    properties: [listMark(ofStyle.bullets), spacing(0, 60)],
  }),
  style('paragraph', 'LiveHint', { name: 'Live Part Hint', basedOn: 'Hint' }),
  style('paragraph', 'Caption', {
    name: 'caption',
    properties: [stays, whole, spacing(200, 80)],
    looks: [...bold, ...letters(20)],
  }),
  style('paragraph', 'Figure', { properties: [spacing(0, 120)] }),
  style('paragraph', 'TableText', { name: 'Table Text', properties: [spacing(30, 30)], looks: letters(19) }),
  style('paragraph', 'TableNumber', {
    name: 'Table Number',
    basedOn: 'TableText',
    properties: [atUnits(language)],
  }),
  style('paragraph', 'SmallText', { name: 'Table Small', properties: [spacing(20, 20)], looks: letters(14) }),
  style('paragraph', 'SmallNumber', {
    ...{ name: 'Table Small Number', basedOn: 'SmallText' },
    properties: [atUnits(language)],
  }),
  style('paragraph', 'Footer', {
    name: 'footer',
    properties: [
      element('w:pBdr', {}, edge('top', 'A0A0A0', 4)),
      element('w:tabs', {}, tabAt(pageRoom)),
      spacing(0, 0),
    ],
    looks: [grey, ...letters(17)],
  }),
]

function tabAt(place: number, leader: string | null = null): Xml {
  return element('w:tab', { 'w:val': 'right', 'w:leader': leader, 'w:pos': String(place) })
}

/** Programs make the contents anew, in these styles. */
const contents = (language: LanguageCode): Xml[] => [
  style('paragraph', 'ContentsName', {
    name: 'TOC Heading',
    properties: [stays, spacing(360, 120)],
    looks: [...bold, dark, ...letters(26)],
  }),
  ...[0, 1, 2].map((step) =>
    style('paragraph', `TOC${step + 1}`, {
      name: `toc ${step + 1}`,
      properties: [
        element('w:tabs', {}, tabAt(pageRoom, 'dot')),
        ...(isRightToLeft(language) ? [element('w:bidi', {})] : []),
        spacing(0, step === 0 ? 60 : 30),
        indent(step * 340),
      ],
      looks: step === 0 ? [] : letters(20),
    }),
  ),
]

const notes = [
  style('paragraph', 'FootnoteText', {
    name: 'footnote text',
    properties: [spacing(0, 40)],
    looks: letters(18),
  }),
  style('character', 'FootnoteReference', {
    name: 'footnote reference',
    looks: [element('w:vertAlign', { 'w:val': 'superscript' })],
  }),
]

const withoutLines = element(
  'w:style',
  { 'w:type': 'table', 'w:styleId': 'NoLines' },
  element('w:name', { 'w:val': 'No Lines' }),
  element(
    'w:tblPr',
    {},
    element(
      'w:tblBorders',
      {},
      element('w:bottom', { 'w:val': 'single', 'w:sz': '8', 'w:space': '0', 'w:color': '0B3F41' }),
    ),
    element(
      'w:tblCellMar',
      {},
      ...['left', 'right'].map((side) => element(`w:${side}`, { 'w:w': '0', 'w:type': 'dxa' })),
    ),
  ),
)
