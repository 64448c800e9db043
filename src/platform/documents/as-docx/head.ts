import { element, type Xml } from '../../export/xml.ts'
import { pageRoom } from './page.ts'
import { cellXml, gridXml, tableProperties } from './tables.ts'
import { paragraph, runs, spansXml } from './text.ts'
import type { Writing } from './writing.ts'

/** What stands above the text: for whom, which document, from whom, its title, and what is framed. */
export function headXml(writing: Writing): Xml[] {
  const { paper, language } = writing
  const { head, title } = paper
  const said = (style: string, text: string) => paragraph({ style, language }, ...runs(text, language))
  return [
    recipientXml(writing),
    ...(head.from === null ? [] : [said('From', head.from)]),
    said('Title', title),
    ...head.warnings.map((text) => said('Warning', text)),
    ...head.boxes.flatMap(({ name, lines }) => [
      paragraph({ style: 'BoxName', language }, ...runs(name, language)),
      ...lines.map((spans) => paragraph({ style: 'BoxText', language }, ...spansXml(writing, spans))),
    ]),
  ]
}

function recipientXml({ paper: { head }, language }: Writing): Xml {
  const said = (style: string, text: string) => paragraph({ style, language }, ...runs(text, language))
  const half = Math.floor(pageRoom / 2)
  const marks = head.marks.map(({ name, value }) => said('Mark', `${name}: ${value}`))
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
