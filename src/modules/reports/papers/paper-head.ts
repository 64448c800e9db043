import type { PaperHead } from '#platform/documents/paper.ts'
import { languages } from '#platform/languages.ts'
import { date, dateRange } from '#platform/ui/format.ts'
import type { ReportRecord } from '../report-shape.ts'
import type { PaperReader } from './paper.ts'
import { plain } from './paper-parts.ts'

/** What stands above a report on paper. */
export function headOf({ t, language }: PaperReader, report: ReportRecord): PaperHead {
  const mark = (name: string, value: string | null) => (value === null ? [] : [{ name, value }])
  const day = report.frozenAt?.slice(0, 10) ?? null
  return {
    recipient: report.recipient.name?.text ?? report.recipient.id ?? '',
    meeting: null,
    number: report.symbol,
    marks: [
      ...mark(t('reports.paper.number'), report.symbol),
      ...mark(t('reports.paper.date'), day === null ? null : date(language, day)),
      ...mark(t('reports.period'), dateRange(language, report.startsOn, report.endsOn)),
      ...mark(t('reports.paper.original'), languages[report.originalLanguage].endonym),
    ],
    from: report.lead.name?.text ?? null,
    boxes:
      report.action === null
        ? []
        : [{ name: t('reports.field.action'), lines: [[plain(report.action.text)]] }],
    warnings: report.digest === null ? [t('reports.standing.open')] : [],
  }
}
