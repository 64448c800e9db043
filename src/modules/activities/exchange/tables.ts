import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Issue } from '#platform/errors.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { Licence } from '../activity.ts'
import type { ActivityContent } from '../content.ts'
import type { ImportMode, ImportState, RowOutcome } from './import.ts'

type Json<Value> = ColumnType<Value, string | null, string | null>

declare module '#platform/database/tables.ts' {
  interface Tables {
    activity_imports: {
      id: string
      person: string
      state: ImportState
      file_name: string
      checksum: string
      mode: ImportMode
      language: LanguageCode
      organization: string | null
      licence: Licence
      columns: JSONColumnType<Record<string, string | null>>
      rows_seen: Generated<number>
      rows_done: Generated<number>
      is_stopping: Generated<boolean>
      problem: Json<Issue | null>
      created_at: Date
      changed_at: Date
    }
    activity_import_rows: {
      import: string
      number: number
      place: number
      outcome: RowOutcome
      activity: string | null
      revision: number | null
      organization: string | null
      call: string | null
      language: LanguageCode
      external_key: string | null
      licence: Licence
      content: Json<ActivityContent | null>
      issues: Json<Issue[] | null>
      title: string
    }
    activity_import_parts: {
      import: string
      first: number
      last: number
      is_done: Generated<boolean>
    }
  }
}
