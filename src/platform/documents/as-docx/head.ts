import { element, type Xml } from '../../export/xml.ts'
import type { LanguageCode } from '../../languages.ts'
import { isRightToLeft } from '../docx-text.ts'
import { pageRoom } from './page.ts'
import { cellXml, gridXml, tableProperties } from './tables.ts'
import { paragraph, runs, spansXml } from './text.ts'
import type { Writing } from './writing.ts'

/** What stands above the text: for whom, which document, from whom, its title, and what is framed. */
export function headXml(writing: Writing): Xml[] {
  const { paper, language } = writing
  const { head, title } = paper
  const said = (style: string, text: string) => {
    const own = writtenIn(language, text)
    return paragraph({ style, language: own }, ...runs(text, own))
  }
  return [
    recipientXml(writing),
    ...(head.from === null ? [] : [said('From', head.from)]),
    said('Title', title),
    ...head.warnings.map((text) => said('Warning', text)),
    ...head.boxes.flatMap(({ name, lines }) => [
      paragraph({ style: 'BoxName', language }, ...runs(name, language)),
      ...lines.map((spans) => {
        const own = writtenIn(language, spans.map((span) => ('text' in span ? span.text : '')).join(''))
        return paragraph({ style: 'BoxText', language: own }, ...spansXml(writing, spans, own))
      }),
    ]),
  ]
}

/** What is not there in Arabic stands in the language of its letters, and runs as that does. */
const writtenIn = (language: LanguageCode, text: string): LanguageCode =>
  isRightToLeft(language) && /\p{Script=Latin}/u.test(text) && !/\p{Script=Arabic}/u.test(text)
    ? 'en'
    : language

function recipientXml({ paper: { head }, language }: Writing): Xml {
  const said = (style: string, text: string) => paragraph({ style, language }, ...runs(text, language))
  const half = Math.floor(pageRoom / 2)
  const marks = head.marks.map(({ name, value }) =>
    paragraph(
      { style: 'Mark', language },
      ...runs(`${name} \u00A0`, language),
      ...runs(value, language, 'Strong'),
    ),
  )
  return element(
    'w:tbl',
    {},
    tableProperties('NoLines', language),
    gridXml([half, half]),
    element(
      'w:tr',
      {},
      cellXml(half, [
        said('Recipient', head.recipient),
        ...(head.meeting === null ? [] : [said('Plain', head.meeting)]),
      ]),
      cellXml(half, marks.length > 0 ? marks : [said('Mark', '')]),
    ),
  )
}
