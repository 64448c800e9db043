import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { LanguageCode } from '#platform/languages.ts'
import type { ActivityState, Licence, Returned } from './activity.ts'
import type { ActivityContent } from './content.ts'

type Json<Value> = ColumnType<Value, string | null, string | null>

declare module '#platform/database/tables.ts' {
  interface Tables {
    activities: {
      id: string
      state: ActivityState
      organization: string | null
      contributor: string
      language: LanguageCode
      external_key: string | null
      content: JSONColumnType<ActivityContent>
      published: Json<ActivityContent | null>
      published_revision: number | null
      published_organization: string | null
      published_language: LanguageCode | null
      revision: number
      created_at: Date
      updated_at: Date
      submitted_at: Date | null
      first_published_at: Date | null
      changed_at: Date | null
      confirmed_at: Date | null
      confirm_on: string | null
      archive_on: string | null
      returned: Json<Returned | null>
      approved_by: string | null
      approved_at: Date | null
      moderator: string | null
      merged_into: string | null
      call: string | null
      licence: Licence
      import: string | null
      is_example: Generated<boolean>
    }
    activity_revisions: {
      activity: string
      number: number
      content: JSONColumnType<ActivityContent>
      organization: string | null
      language: LanguageCode
      published_at: Date
      replaced_at: Date
    }
    activity_contacts: {
      activity: string
      person: string | null
      honorific: string | null
      first_name: string | null
      last_name: string | null
      position: string | null
      email: string | null
      phone: string | null
      consented_at: Date | null
    }
    activity_notes: { id: string; activity: string; author: string; words: string; noted_at: Date }
    activity_settings: {
      only_one: Generated<boolean>
      second_pair: boolean
      changed_at: Date
      changed_by: string
    }
    activity_texts: { activity: string; number: number }
  }
}
