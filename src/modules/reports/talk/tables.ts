import type { LanguageCode } from '#platform/languages.ts'
import type { CommentState, SuggestionState } from './talk.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    report_comments: {
      id: string
      report: string
      section: string
      language: LanguageCode
      quote: string | null
      text: string
      author: string
      state: CommentState
      settled_by: string | null
      settled_at: Date | null
      revision: number
      commented_at: Date
      updated_at: Date
    }
    report_replies: { id: string; comment: string; text: string; author: string; replied_at: Date }
    report_suggestions: {
      id: string
      report: string
      section: string
      language: LanguageCode
      place: number | null
      before: string
      after: string
      why: string | null
      author: string
      state: SuggestionState
      decided_by: string | null
      decided_at: Date | null
      reason: string | null
      revision: number
      suggested_at: Date
      updated_at: Date
    }
  }
}
