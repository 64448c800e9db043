import type { Translated } from '#platform/languages.ts'

/** An organ, office, group or membership that a text can address. */
export type BodyRef = {
  id: string
  acronym: string | null
  /** Its present name. */
  name: Translated
}

export type Body = BodyRef & {
  kind: string
  parent: string | null
  aliases: string[]
  /** official: as the body uses it in each language; mixed: only the English name is; own: this platform's wording. */
  nameStatus: 'official' | 'mixed' | 'own'
  /** Every set of names with its dates, oldest first; the last is the present one. */
  names: { from: string | null; to: string | null; name: Translated }[]
}
