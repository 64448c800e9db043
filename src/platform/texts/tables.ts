import type { JSONColumnType } from 'kysely'
import type { Visibility } from '../access/visibility.ts'
import type { LanguageCode } from '../languages.ts'
import type { FieldText, KeptState, StateCounts, TextState } from './text-state.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    texts: {
      kind: string
      id: string
      field: string
      bundle: string
      language: LanguageCode
      version: number
      next_segment: number
      written_by: string
      written_at: Date
    }
    text_segments: {
      kind: string
      id: string
      field: string
      segment: number
      place: number
      source: string
      gap: string
    }
    text_translations: {
      kind: string
      id: string
      field: string
      segment: number
      language: LanguageCode
      text: string
      state: KeptState
      of_source: string
      engine: string | null
      author: string
      written_at: Date
      reviewer: string | null
      reviewed_at: Date | null
      changed_in: number
    }
    text_languages: {
      kind: string
      id: string
      language: LanguageCode
      has_source: boolean
      /** Of the first field, where they differ. */
      original: LanguageCode
      state: TextState
      since: Date
      version: number
      visibility: Visibility
      segments: number
      counts: JSONColumnType<StateCounts>
      texts: JSONColumnType<Record<string, FieldText>>
    }
  }
}
