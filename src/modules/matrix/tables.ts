import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Scope } from '#platform/access/actor.ts'
import type { LanguageCode, Translated } from '#platform/languages.ts'
import type { LinkBasis, LinkSource, LinkState } from './links/link.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    matrix_links: {
      id: string
      state: LinkState
      action_line: string
      sdg: number | null
      target: string | null
      objective: string | null
      agency: Scope | null
      language: LanguageCode
      valid_from: string
      valid_until: string | null
      source: LinkSource | null
      basis: LinkBasis | null
      by_line: boolean | null
      by_goal: boolean | null
      doubt: ColumnType<Translated | null, string | null, string | null>
      shipped_revision: number | null
      revision: number
      created_at: Date
      updated_at: Date
      agreed_at: Date | null
      withdrawn_at: Date | null
      is_example: Generated<boolean>
    }
    matrix_versions: {
      number: number
      dated_on: string
      published_at: Date
      source: '2017' | null
      language: LanguageCode
      links: number
    }
    matrix_version_links: {
      version: number
      link: string
      action_line: string
      sdg: number | null
      target: string | null
      objective: string | null
      agency: Scope | null
      valid_from: string
      valid_until: string | null
      source: LinkSource | null
      revision: number
      language: LanguageCode
      rationale: JSONColumnType<Translated>
    }
  }
}
