import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Scope } from '#platform/access/actor.ts'
import type { Visibility } from '#platform/access/visibility.ts'
import type { LanguageCode, Translated } from '#platform/languages.ts'
import type { Cadence } from '../duties/duty.ts'
import type { ContestState, EvidenceContent, EvidenceKind, EvidenceState } from './evidence.ts'

/** Not given when a row is made: it comes later, or never. */
type Later<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>

declare module '#platform/database/tables.ts' {
  interface Tables {
    evidence: {
      id: Generated<string>
      duty: string
      kind: EvidenceKind
      record_kind: string | null
      record_id: string | null
      url: string | null
      title: string | null
      seen_on: string | null
      checksum: string | null
      file_name: string | null
      shows: JSONColumnType<Translated>
      original_language: LanguageCode
      happened_on: string
      state: EvidenceState
      contested: Generated<boolean>
      visibility: Visibility
      revision: number
      linked_by: string
      linked_for: Scope | null
      named: Generated<boolean>
      linked_at: Date
      changed_at: Date
      verified_by: Later<string>
      verified_for: Later<Scope>
      verified_at: Later<Date>
    }
    evidence_occurrences: { evidence: string; duty: string; occurrence: string }
    evidence_revisions: {
      evidence: string
      revision: number
      visibility: Visibility
      content: JSONColumnType<EvidenceContent>
      changed_by: string
      changed_for: Scope | null
      changed_at: Date
      reason: string | null
    }
    evidence_contests: {
      id: Generated<string>
      evidence: string
      state: ContestState
      reason: string
      reason_language: LanguageCode
      raised_by: string
      raised_for: Scope | null
      raised_at: Date
      answer: Later<string>
      answer_language: Later<LanguageCode>
      answered_by: Later<string>
      answered_for: Later<Scope>
      answered_at: Later<Date>
      withdrawn_by: Later<string>
      withdrawn_at: Later<Date>
      withdrawn_because: Later<string>
    }
    evidence_ages: {
      cadence: Cadence | 'any'
      kind: EvidenceKind | 'any'
      ageing_after_months: number
      old_after_months: number
      why: JSONColumnType<Translated>
      source: string | null
    }
  }
}
