import type { TokenPower } from './token.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    personal_tokens: {
      id: string
      person: string
      name: string
      token_digest: string
      may: TokenPower
      made_at: Date
      ends_on: string
      used_on: string | null
    }
  }
}
