import type { LanguageCode } from '#platform/languages.ts'
import type { AsideReason, CommentState, Disposition } from './comment.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    plan_comments: {
      id: string
      plan: string
      item: string | null
      author: string
      organization: string | null
      named: boolean
      language: LanguageCode
      state: CommentState
      reason: AsideReason | null
      disposition: Disposition | null
      reply_language: LanguageCode | null
      disposed_by: string | null
      disposed_at: Date | null
      revision: number
      commented_at: Date
      updated_at: Date
    }
  }
}
