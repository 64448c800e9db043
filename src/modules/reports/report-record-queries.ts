import { sql } from 'kysely'
import type { RecordKind } from '#modules/mandates/index.ts'
import { languageCodes } from '#platform/languages.ts'
import { translationsFor } from '#platform/texts/texts.ts'
import { reportPaths } from './paths.ts'
import { reportsWhere } from './report-queries.ts'
import { publicReportStates } from './report.ts'

/** Frozen reports, as evidence and other reports cite them. */
export const reportRecords: RecordKind = {
  kind: 'report',
  idOf: (path) => /^\/reports\/([0-9a-z]{10})$/.exec(path)?.[1] ?? null,
  path: reportPaths.report,
  names: async (db, ids) => {
    const reports = await reportsWhere(
      db,
      sql`r.id = any(${ids}::text[]) and r.state = any(${[...publicReportStates]}::text[])`,
    )
    const known = await translationsFor(
      db,
      reports.map(({ id }) => ({ kind: 'report', id })),
    )
    return new Map(
      reports.map(({ id, symbol }) => {
        const titles = languageCodes.flatMap((language) => {
          const text = known('report', id)?.[language]?.['title']?.text
          return text ? [[language, `${symbol} ${text}`]] : []
        })
        return [id, titles.length === 0 ? { en: symbol ?? id } : Object.fromEntries(titles)]
      }),
    )
  },
}
