import type { Generated, JSONColumnType } from 'kysely'
import type { LanguageCode } from '../languages.ts'
import type { MailContent } from './outbox.ts'

/** waiting → sending → sent; or dead, kept without a mail server, dropped by an operator. */
export const mailStates = ['waiting', 'sending', 'sent', 'dead', 'kept', 'dropped'] as const

export type MailState = (typeof mailStates)[number]

export const mailFailures = ['refused', 'exhausted', 'expired', 'unreadable', 'uncertain'] as const

export type MailFailure = (typeof mailFailures)[number]

declare module '../database/tables.ts' {
  interface Tables {
    outbox: {
      id: Generated<string>
      person: string | null
      address: string
      name: string | null
      language: LanguageCode
      kind: string
      once: string
      content: JSONColumnType<MailContent> | null
      secret: boolean
      state: MailState
      failure: MailFailure | null
      answer: string | null
      attempts: number
      created_at: Date
      changed_at: Date
      due_at: Date | null
      sending_until: Date | null
      until: Date | null
    }
  }
}
