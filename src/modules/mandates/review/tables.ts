import type { JSONColumnType } from 'kysely'
import type { LanguageCode } from '#platform/languages.ts'
import type { Scope } from '#platform/access/actor.ts'
import type { Edit } from './edit.ts'
import type { ImportKind, ImportState } from './import.ts'
import type { ReviewedDuty, ReviewedText } from './reviewed-text.ts'
import type { OutcomeField } from './suggestion-outcomes.ts'

type Json<Shape extends object> = JSONColumnType<Shape>

declare module '#platform/database/tables.ts' {
  interface Tables {
    imports: {
      id: string
      kind: ImportKind
      state: ImportState
      source: string
      file_name: string
      language: LanguageCode
      title: string | null
      revision: string | null
      version: number | null
      describes: boolean
      duty_ids: Json<Record<string, string>>
      origin: 'parser' | 'demo'
      within_scopes: Scope[]
      opened_by: string
      opened_at: Date
      last_decision: number
      changed_at: Date
      ended_by: string | null
      ended_at: Date | null
    }
    import_suggestions: { import: string; text: Json<ReviewedText> }
    import_blocks: { import: string; place: number; at: string; text: string }
    import_decisions: {
      import: string
      seq: number
      edit: Json<Edit>
      reread: Json<Record<string, ReviewedDuty[]>>
      decided_by: string
      decided_at: Date
      undone_by: string | null
      undone_at: Date | null
    }
    suggestion_outcomes: {
      import: string
      place: number
      language: LanguageCode
      field: OutcomeField
      address: string | null
      suggested: string | null
      decided: string | null
      accepted: boolean
    }
  }
}
