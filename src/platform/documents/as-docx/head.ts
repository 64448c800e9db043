import { element, type Xml } from '../../export/xml.ts'
import type { LanguageCode } from '../../languages.ts'
import { pageRoom } from './page.ts'
import { cellXml, gridXml, tableProperties } from './tables.ts'
import { paragraph, runs, spansXml, writtenIn } from './text.ts'
import { signsOf } from './widths.ts'
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
      ...lines.map((spans, place) => {
        const own = writtenIn(language, spans.map((span) => ('text' in span ? span.text : '')).join(''))
        // No frame is left with one line alone on a page.
        const clings = place === 0 ? lines.length > 1 : lines.length - place === 2
        return paragraph({ style: 'BoxText', language: own, clings }, ...spansXml(writing, spans, own))
      }),
    ]),
  ]
}

/** On one side who reads it and where, on the other the marks: names in one column, what they say in the next. */
function recipientXml(writing: Writing): Xml {
  const { paper, language } = writing
  const { head } = paper
  const said = (style: string, text: string) => paragraph({ style, language }, ...runs(text, language))
  const columns = columnsOf(writing)
  const recipient = [
    said('Recipient', head.recipient),
    ...(head.meeting === null ? [] : [said('Plain', head.meeting)]),
  ]
  const marks = head.marks.length > 0 ? head.marks : [{ name: '', value: '' }]
  const rows = marks.map(({ name, value }, place) =>
    element(
      'w:tr',
      {},
      cellXml(
        columns[0],
        place === 0 ? recipient : said('Mark', ''),
        element('w:vMerge', { 'w:val': place === 0 ? 'restart' : 'continue' }),
      ),
      cellXml(columns[1], said('Mark', name)),
      cellXml(columns[2], paragraph({ style: 'Mark', language }, ...runs(value, language, 'Strong'))),
    ),
  )
  return element('w:tbl', {}, tableProperties('NoLines', language), gridXml(columns), ...rows)
}

/**
 * In twentieths of a point. Signs of marks are nine and a half points high, some of them bold; Arabic ones are larger, and Chinese
 * ones stand apart from digits.
 */
const perSign = (language: LanguageCode) => (language === 'ar' || language === 'zh' ? 145 : 130)
const betweenColumns = 160

/** The marks get what they need, and three quarters of the line at most. */
function columnsOf({ paper: { head }, language }: Writing): [number, number, number] {
  const wanted = (texts: readonly string[]) =>
    Math.max(0, ...texts.map(signsOf)) * perSign(language) + betweenColumns
  const names = Math.floor(Math.min(pageRoom * 0.24, wanted(head.marks.map(({ name }) => name))))
  const values = Math.floor(Math.min(pageRoom * 0.5, wanted(head.marks.map(({ value }) => value))))
  return [pageRoom - names - values, names, values]
}
