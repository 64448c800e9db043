import type { Scope } from '#platform/access/actor.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import type { KeptState, TextState } from '#platform/texts/texts.ts'

export type SegmentNow = {
  field: string
  segment: number
  source: string
  /** Null when it has no text. */
  own: SegmentOwn | null
}

export type SegmentOwn = {
  text: string
  state: KeptState
  engine: string | null
  author: string
  /** What it translates, when that was edited since. */
  ofSource: string | null
  /** Version of the record's texts in this language when it was last changed. */
  changedIn: number
}

export type FieldNow = { field: string; name: MessageKey; original: LanguageCode; segments: SegmentNow[] }

/** A record as it is translated into one language. */
export type TranslationRecord = {
  kind: string
  id: string
  language: LanguageCode
  title: string
  kindName: MessageKey
  path: string
  state: TextState
  version: number
  fields: FieldNow[]
  owners: string[]
  within: Scope[]
}

export type RecordInLanguage = { kind: string; id: string; language: LanguageCode }

/** What the rights table asks of a review: who keeps the record, and whoever wrote every segment that is to be reviewed. */
export function reviewThing({ state, owners, within, fields }: TranslationRecord) {
  const authors = fields
    .flatMap(({ segments }) => segments)
    .flatMap(({ own }) => (own?.state === 'human' ? [own.author] : []))
  const [first] = authors
  const isOfOne = first !== undefined && authors.every((author) => author === first)
  return { state, within, owners: isOfOne ? [...owners, first] : owners }
}
