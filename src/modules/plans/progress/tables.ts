import type { JSONColumnType } from 'kysely'
import type { LanguageCode } from '#platform/languages.ts'
import type { EvidenceLink } from './evidence-link.ts'
import type { Rating, ReportState } from './report.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    plan_periods: {
      id: string
      plan: string
      starts_on: string
      ends_on: string
      due_on: string
      locked_at: Date | null
      revision: number
      created_at: Date
      updated_at: Date
    }
    plan_reports: {
      id: string
      plan: string
      item: string
      period: string
      state: ReportState
      language: LanguageCode
      author: string
      author_rating: Rating
      reviewer_rating: Rating | null
      percent_done: number
      evidence: JSONColumnType<EvidenceLink[]>
      submitted_at: Date | null
      reviewed_at: Date | null
      reviewed_by: string | null
      returned_because: string | null
      revision: number
      created_at: Date
      updated_at: Date
    }
  }
}
