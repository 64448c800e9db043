import type { Generated } from 'kysely'
import type { LanguageCode } from '#platform/languages.ts'

/** What a link in a mail is for: the first proof of an address, signing in, or choosing a new password. */
export type LinkPurpose = 'confirm' | 'enter' | 'new-password'

declare module '#platform/database/tables.ts' {
  interface Tables {
    people: {
      id: string
      name: string
      email: string | null
      email_verified: boolean
      language: LanguageCode
      second_factor: boolean
      created_at: Date
      updated_at: Date
      erased_at: Date | null
      own_name: Generated<string | null>
      name_is_public: Generated<boolean>
      disabled_at: Generated<Date | null>
      is_example: Generated<boolean>
      seal: Generated<string>
    }
    credentials: {
      id: string
      person: string
      provider: string
      subject: string
      password: string | null
      created_at: Date
      updated_at: Date
    }
    sessions: {
      id: string
      person: string
      token_digest: string
      created_at: Date
      updated_at: Date
      seen_at: Generated<Date>
      expires_at: Date
      ip_address: string | null
      user_agent: string | null
    }
    verifications: {
      id: string
      identifier: string
      value: string
      expires_at: Date
      created_at: Date
      updated_at: Date
    }
    second_factors: {
      id: string
      person: string
      secret: string
      backup_codes: string
      codes_made_at: Generated<Date>
      verified: boolean
      failed_count: number
      locked_until: Date | null
    }
    spent_codes: { person: string; code_digest: string; until: Date }
    mail_links: {
      token_digest: string
      person: string
      purpose: LinkPurpose
      created_at: Date
      expires_at: Date
    }
    passkeys: {
      id: string
      person: string
      name: string
      credential_id: string
      public_key: Uint8Array
      counter: number
      transports: string[]
      is_synced: boolean
      created_at: Date
      used_at: Date | null
    }
    passkey_challenges: { id: string; challenge: string; person: string | null; expires_at: Date }
    sign_in_limits: { key: string; busy_until: Date }
    secrets: { name: string; value: string; created_at: Date }
  }
}
