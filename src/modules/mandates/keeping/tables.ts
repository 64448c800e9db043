import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Scope } from '#platform/access/actor.ts'
import type { LanguageCode, Translated } from '#platform/languages.ts'
import type { OwnerKind } from './owner.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    duty_owners: {
      id: Generated<string>
      duty: string
      kind: OwnerKind
      owner: string
      on_behalf_of: Scope | null
      named: Generated<boolean>
      taken_at: Date
      taken_by: string
      given_back_at: ColumnType<Date | null, Date | null | undefined, Date | null>
      given_back_by: ColumnType<string | null, string | null | undefined, string | null>
      reason: ColumnType<string | null, string | null | undefined, string | null>
    }
    duty_plans: {
      duty: string
      revision: number
      body: JSONColumnType<Translated>
      original_language: LanguageCode
      written_by: string
      written_for: Scope | null
      written_at: Date
    }
    duty_milestones: {
      duty: string
      revision: number
      place: number
      /** 'year-month-day' when it is read as text. */
      day: string
      text: JSONColumnType<Translated>
    }
    duty_reports: {
      id: Generated<string>
      duty: string
      occurrence: string
      body: JSONColumnType<Translated>
      original_language: LanguageCode
      reported_by: string
      reported_for: Scope | null
      reported_at: Date
      withdrawn_at: ColumnType<Date | null, Date | null | undefined, Date | null>
    }
    considerations: {
      duty: string
      occurrence: string
      revision: number
      body: string
      considered_on: string
      source: string
      source_url: string | null
      recorded_by: string
      recorded_for: Scope | null
      recorded_at: Date
      withdrawn_at: ColumnType<Date | null, Date | null | undefined, Date | null>
    }
  }
}
