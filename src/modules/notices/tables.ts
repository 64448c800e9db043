import type { Generated, JSONColumnType } from 'kysely'
import type { MessageKey } from '#platform/messages.ts'
import type { Facts, NoticeKind, Way } from './notice.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    notices: {
      id: Generated<string>
      person: string
      kind: NoticeKind
      words: MessageKey
      facts: JSONColumnType<Facts>
      path: string
      once: string
      at: Date
      settled_at: Date | null
      read_at: Date | null
    }
    notice_choices: { person: string; kind: NoticeKind; way: Way; chosen_at: Date }
    notice_reading: { name: string; seq: number }
  }
}
