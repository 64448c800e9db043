import type { PaperWork } from '#platform/export/akoma-ntoso-paper.ts'
import { languageCodes } from '#platform/languages.ts'
import { addressOf } from '#platform/web/address.ts'
import { reportPaths } from '../paths.ts'
import type { ReportRecord } from '../report-shape.ts'
import type { PaperReader } from './paper-reader.ts'

/** What names the paper of a report as a work: who reports, which year, which symbol; a draft goes by its id. */
export const workOf = ({ settings, now }: PaperReader, report: ReportRecord): PaperWork => {
  const day = report.frozenAt?.slice(0, 10) ?? now.toISOString().slice(0, 10)
  return {
    steps: [report.lead.id ?? 'unknown', day.slice(0, 4), report.symbol ?? report.id],
    symbol: report.symbol,
    author: { id: report.lead.id ?? 'unknown', name: report.lead.name?.text ?? report.lead.id ?? '' },
    day,
    version: report.version,
    isDraft: report.digest === null,
    aliases: languageCodes.map(
      (language) => settings.publicUrl + addressOf(language, reportPaths.report(report.id)),
    ),
  }
}
