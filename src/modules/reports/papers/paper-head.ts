import type { PaperHead, PaperSpan } from '#platform/documents/paper.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { date, dateRange, dayOf } from '#platform/ui/format.ts'
import type { Said } from '#platform/web/shapes.ts'
import type { ReportRecord } from '../report-shape.ts'
import type { HeadBox, HeadLine } from '../templates/template-head.ts'
import { absolute, type PaperReader } from './paper-reader.ts'
import { inOrder, link, nameIn, plain } from './spans.ts'
import { unchecked } from './unchecked.ts'

/** What stands above a report on paper, as the template of its recipient says. */
export function headOf(reader: PaperReader, report: ReportRecord): PaperHead {
  const { t, language, now } = reader
  const { lines, boxes, from } = report.head
  const line = (name: HeadLine, words: string | null | undefined) => (lines.includes(name) ? words : null)
  return {
    recipient: line('group', report.recipient.name?.text ?? report.recipient.id) ?? '',
    meeting: line('meeting', report.meeting?.text) ?? null,
    number: lines.includes('document') ? documentNumber(language, report) : report.symbol,
    marks: lines.flatMap((name) => {
      const mark = markOf[name](reader, report)
      return mark === null ? [] : [mark]
    }),
    from: from?.text ?? report.lead.name?.text ?? null,
    boxes: boxes.flatMap((box) => {
      const content = boxOf[box](reader, report)
      return content.lines.length === 0 ? [] : [content]
    }),
    warnings: report.digest === null ? [t('reports.paper.draft', { date: date(language, dayOf(now)) })] : [],
  }
}

type Mark = { name: string; value: string }

const markOf: Record<HeadLine, (reader: PaperReader, report: ReportRecord) => Mark | null> = {
  // These stand at the other side.
  group: () => null,
  meeting: () => null,
  'agenda-item': ({ t }, { agendaItem }) =>
    agendaItem === null ? null : { name: t('reports.paper.agenda-item'), value: agendaItem },
  document: ({ t, language }, report) => {
    const value = documentNumber(language, report)
    return value === null ? null : { name: t('reports.paper.document'), value }
  },
  symbol: ({ t }, { symbol }) =>
    symbol === null ? null : { name: t('reports.paper.number'), value: symbol },
  distribution: ({ t }, { digest }) =>
    digest === null
      ? null
      : { name: t('reports.paper.distribution'), value: t('reports.paper.distribution.general') },
  date: ({ t, language }, { frozenAt }) =>
    frozenAt === null
      ? null
      : { name: t('reports.paper.date'), value: date(language, frozenAt.slice(0, 10)) },
  original: ({ t }, { originalLanguage }) => ({
    name: t('reports.paper.original-short'),
    value: t('reports.noted.language', { language: originalLanguage }),
  }),
  period: ({ t, language }, { startsOn, endsOn }) => ({
    name: t('reports.period'),
    value: dateRange(language, startsOn, endsOn),
  }),
}

const documentNumber = (language: LanguageCode, { symbol }: ReportRecord): string | null =>
  symbol === null ? null : `${symbol}-${letterOf[language]}`

/** How the Union marks the language of a document behind its number. */
const letterOf: Record<LanguageCode, string> = { ar: 'A', zh: 'C', en: 'E', fr: 'F', ru: 'R', es: 'S' }

type Box = PaperHead['boxes'][number]

const boxOf: Record<HeadBox, (reader: PaperReader, report: ReportRecord) => Box> = {
  summary: ({ t }, { summary }) => ({ name: t('reports.paper.summary'), lines: said(t, summary) }),
  action: ({ t }, { action }) => ({ name: t('reports.field.action'), lines: said(t, action) }),
  references: (reader, { references }) => ({
    name: reader.t('reports.paper.references'),
    lines: references.map(({ address, name, places }) => [
      link(nameIn(reader, name), absolute(reader, address)),
      ...(places === null ? [] : inOrder(reader.language, reader.t('reports.noted.places', { places }))),
    ]),
  }),
}

const said = (t: PaperReader['t'], words: Said | null): PaperSpan[][] =>
  (words?.text ?? '')
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => [plain(line), ...unchecked(t, words)])
