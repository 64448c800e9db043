import type { Generated } from 'kysely'
import type { LanguageCode } from '#platform/languages.ts'
import type { CallState, TargetKind } from './call.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    calls: {
      id: string
      state: CallState
      language: LanguageCode
      opens_on: string
      cut_off: string
      zone: string
      remind_days: number | null
      reminded_at: Date | null
      opened_at: Date | null
      closed_at: Date | null
      revision: number
      created_at: Date
      updated_at: Date
      is_example: Generated<boolean>
    }
    call_targets: { call: string; kind: TargetKind; code: string; expected: number }
    call_letters: {
      call: string
      person: string
      language: LanguageCode
      sent_at: Date
      reminded_at: Date | null
    }
  }
}
