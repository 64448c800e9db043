import type { LanguageCode } from '#platform/languages.ts'

export const personStates = ['active', 'disabled', 'erased'] as const

export type PersonState = (typeof personStates)[number]

/** What people say of themselves. */
export type Profile = {
  name: string
  /** As they write it in their own script. */
  ownName: string | null
  language: LanguageCode
  /** Whether the public may read the name beside the roles that they hold. */
  nameIsPublic: boolean
}

export const personState = (row: { erased_at: Date | null; disabled_at: Date | null }): PersonState =>
  row.erased_at !== null ? 'erased' : row.disabled_at !== null ? 'disabled' : 'active'
