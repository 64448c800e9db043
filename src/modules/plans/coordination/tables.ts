import type { Generated, JSONColumnType } from 'kysely'
import type { LanguageCode } from '#platform/languages.ts'
import type { MatterKind, MatterState, MatterVisibility } from './matters/matter.ts'
import type { OverlapReason } from './overlaps/overlap.ts'
import type { OverlapState } from './overlaps/overlap-workflow.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    plan_overlaps: {
      id: string
      first: string
      second: string
      state: OverlapState
      reason: string | null
      kept: string | null
      first_revision: number
      second_revision: number
      score: string | number
      reasons: JSONColumnType<OverlapReason[]>
      settled_at: Date | null
      revision: number
      created_at: Date
      updated_at: Date
    }
    task_force_matters: {
      id: string
      kind: MatterKind
      state: MatterState
      visibility: MatterVisibility
      language: LanguageCode
      origin: string
      decided_on: string
      carer: string | null
      due_on: string | null
      reason: string | null
      opened_at: Date | null
      revision: number
      created_at: Date
      updated_at: Date
      is_example: Generated<boolean>
    }
    task_force_matter_links: { matter: string; kind: string; record: string }
  }
}
