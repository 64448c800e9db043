import { element, type Xml } from '../../export/xml.ts'
import type { LanguageCode } from '../../languages.ts'
import { sha256 } from '../../sha256.ts'
import { isRightToLeft, languageMark } from '../docx-text.ts'
import type { PaperSpan } from '../paper.ts'
import { printable } from '../printable.ts'
import { linkTarget, type Links, type Writing } from './writing.ts'

export type RunLook = 'Strong' | 'Emphasis' | 'Hyperlink' | 'FootnoteReference'

type Shape = {
  style: string
  language: LanguageCode
  /** Of the list that it is a line of. */
  list?: number | null
  /** Stays on the page of what follows it. */
  clings?: boolean
  /** Runs the other way than what it stands in, and begins at the same side. */
  isTurned?: boolean
}

/** The order of properties is that of ECMA-376 part 1, 17.3.1.26. */
export const paragraph = ({ style, language, list, clings, ...shape }: Shape, ...content: Xml[]): Xml =>
  element(
    'w:p',
    {},
    element(
      'w:pPr',
      {},
      element('w:pStyle', { 'w:val': style }),
      ...(clings ? [element('w:keepNext', {})] : []),
      ...(list === undefined || list === null ? [] : [listMark(list)]),
      // Said also where it is not so: on an Arabic paper all else runs from the right.
      element('w:bidi', { 'w:val': isRightToLeft(language) ? '1' : '0' }),
      ...(shape.isTurned ? [atEnd] : []),
    ),
    ...content,
  )

/** 'right' is the side on which the lines of a paragraph end, in Arabic too. */
export const atEnd = element('w:jc', { 'w:val': 'right' })

export const listMark = (list: number): Xml =>
  element('w:numPr', {}, element('w:ilvl', { 'w:val': '0' }), element('w:numId', { 'w:val': String(list) }))

/** The language of the letters of a text, where none of them is of the script around it; it runs as that does. */
export function writtenIn(around: LanguageCode, text: string): LanguageCode {
  if (scripts[around].test(text)) return around
  if (around !== 'ar' && around !== 'zh') return scripts.ar.test(text) ? 'ar' : around
  return (['ar', 'zh', 'ru', 'en'] as const).find((one) => scripts[one].test(text)) ?? around
}

/** Whether what is in one language runs the other way than what it stands in. */
export const isTurned = (own: LanguageCode, around: LanguageCode): boolean =>
  isRightToLeft(own) !== isRightToLeft(around)

const inLatin = /\p{Script=Latin}/u
const scripts: Record<LanguageCode, RegExp> = {
  ...{ ar: /\p{Script=Arabic}/u, zh: /\p{Script=Han}/u, ru: /\p{Script=Cyrillic}/u },
  ...{ en: inLatin, fr: inLatin, es: inLatin },
}

/** Words, numbers and addresses that run from the left, with what stands between them. */
const letters = '\\p{Script=Latin}\\p{Script=Cyrillic}'
const signs = `!-~\\u00A0-\\u00BF\\u0300-\\u036F\\u2010-\\u201F ${letters}`
const fromLeft = new RegExp(`([${letters}](?:[${signs}]*[${letters}\\d/])?)`, 'u')

/** Words in which the mark of what is left out is no Chinese quotation mark. */
const elided = /((?:\p{Script=Latin}+[’'])+\p{Script=Latin}+)/u

/**
 * A text as runs. In a text that runs from the right, words in other letters are runs of their own, as Word makes them while one
 * types: so an address is not turned around. So are words in a Chinese text whose signs would be taken for Chinese ones.
 */
export function runs(text: string, language: LanguageCode, look?: RunLook): Xml[] {
  const said = printable(text)
  if (said === '') return []
  if (language !== 'ar' && language !== 'zh') return [run(said, language, look)]
  const pieces = language === 'ar' ? withTheirEnds(said.split(fromLeft)) : said.split(elided)
  return pieces
    .map((piece, place) => ({ piece, own: place % 2 === 1 ? writtenIn(language, piece) : language }))
    .filter(({ piece }) => piece !== '')
    .map(({ piece, own }) => run(piece, own, look))
}

/** What was opened among words is closed behind them; every second piece runs from the left. */
function withTheirEnds(pieces: string[]): string[] {
  for (let place = 1; place < pieces.length; place += 2) {
    const [words = '', after = ''] = pieces.slice(place)
    const opening = openings[after.charAt(0)]
    if (opening === undefined || words.lastIndexOf(opening) <= words.lastIndexOf(after.charAt(0))) continue
    pieces.splice(place, 2, words + after.charAt(0), after.slice(1))
  }
  return pieces
}

const openings: Record<string, string> = { '»': '«', '”': '“', '’': '‘', ')': '(', ']': '[' }

const run = (text: string, language: LanguageCode, look?: RunLook): Xml =>
  element('w:r', {}, properties(language, look), ...lines(text))

/** In the order of ECMA-376 part 1, 17.3.2.28. */
export const properties = (language: LanguageCode, look?: RunLook): Xml =>
  element(
    'w:rPr',
    {},
    ...(look === undefined ? [] : [element('w:rStyle', { 'w:val': look })]),
    // Quotation marks and dashes stand in several scripts: here they are of the Chinese one.
    ...(language === 'zh' ? [element('w:rFonts', { 'w:hint': 'eastAsia' })] : []),
    ...(isRightToLeft(language) ? [element('w:rtl', {})] : []),
    languageMark(language),
  )

const lines = (text: string): Xml[] =>
  text.split(/([\n\t])/).flatMap((piece) => {
    if (piece === '\n') return [element('w:br', {})]
    if (piece === '\t') return [element('w:tab', {})]
    return piece === '' ? [] : [element('w:t', { 'xml:space': 'preserve' }, piece)]
  })

type InPart = Pick<Writing, 'language' | 'noted'> & { links: Links }

export const spansXml = (
  writing: InPart,
  spans: readonly PaperSpan[],
  language: LanguageCode = writing.language,
): Xml[] => spans.flatMap((span) => spanXml(writing, span, language))

function spanXml(writing: InPart, span: PaperSpan, language: LanguageCode): Xml[] {
  if (span.span === 'text') {
    const looks = { plain: undefined, strong: 'Strong', emphasis: 'Emphasis' } as const
    return runs(span.text, language, looks[span.look])
  }
  if (span.span === 'note') return noteXml(writing, span.number)
  const target = linkTarget(span.address)
  return target === null ? runs(span.text, language) : [linkXml(writing.links, target, span.text, language)]
}

const linkXml = (links: Links, target: string, text: string, language: LanguageCode): Xml =>
  element(
    'w:hyperlink',
    { 'r:id': links.idOf(target), 'w:history': '1' },
    ...runs(text, language, 'Hyperlink'),
  )

/** Word counts footnotes where they stand; a second mark of the same one would become another footnote. */
function noteXml({ noted, language }: InPart, number: number): Xml[] {
  if (noted.has(number)) return runs(String(number), language, 'FootnoteReference')
  noted.add(number)
  const reference = element('w:footnoteReference', { 'w:id': String(number) })
  return [element('w:r', {}, properties(language, 'FootnoteReference'), reference)]
}

/** A field with what stands in it until it is counted anew. */
export const field = (code: string, shown: readonly Xml[], language: LanguageCode): Xml[] => [
  fieldMark('begin', language),
  element('w:r', {}, properties(language), element('w:instrText', { 'xml:space': 'preserve' }, ` ${code} `)),
  fieldMark('separate', language),
  ...shown,
  fieldMark('end', language),
]

export const fieldMark = (kind: 'begin' | 'separate' | 'end', language: LanguageCode): Xml =>
  element('w:r', {}, properties(language), element('w:fldChar', { 'w:fldCharType': kind }))

/** A place that links and contents lead to; where the same stands in the file again, it has a name of its own. */
export function bookmarked(
  { next, places }: Pick<Writing, 'next' | 'places'>,
  anchor: string,
  ...content: Xml[]
): Xml[] {
  const id = String(next())
  const name = bookmarkOf(anchor)
  const times = (places.get(name) ?? 0) + 1
  places.set(name, times)
  return [
    element('w:bookmarkStart', { 'w:id': id, 'w:name': times === 1 ? name : `${name}${again}${times}` }),
    ...content,
    element('w:bookmarkEnd', { 'w:id': id }),
  ]
}

const again = '__'

/** Word takes forty letters, digits and low lines, and hides names that begin with a low line. */
export function bookmarkOf(anchor: string): string {
  const name = `at_${anchor.replaceAll('-', '_')}`
  return name.length <= 36 ? name : `${name.slice(0, 23)}_${sha256(anchor).slice(0, 12)}`
}

/** Whether a name of a file is that of a place, or of one more of it. */
export const isBookmarkOf = (name: string, anchor: string): boolean =>
  name === bookmarkOf(anchor) || name.replace(/__\d+$/, '') === bookmarkOf(anchor)
