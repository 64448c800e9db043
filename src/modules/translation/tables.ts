import type { JSONColumnType } from 'kysely'
import type { ReportLine } from './exchange/report.ts'
import type { TermWords } from './terms/term.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    terms: { id: string; sort: number; action_lines: string[]; words: JSONColumnType<TermWords> }
    translation_imports: {
      id: string
      at: Date
      by: string
      file_name: string
      format: 'xliff' | 'csv'
      checksum: string
      report: JSONColumnType<ReportLine[]>
      accepted: number
      unchanged: number
      refused: number
    }
  }
}
