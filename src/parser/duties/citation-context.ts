import type { LanguageCode } from '../language-code.ts'
import type { House } from '../names/mentions.ts'

/** What a sentence takes for granted about the text that it stands in. */
export type CitationContext = {
  language: LanguageCode
  house: House
  place: string | null
  year: number | null
  /** Citations elsewhere in the same text that say more: 'council-1336' -> 'council-1336-2016'. */
  known?: ReadonlyMap<string, string>
}

/** A citation and where it stands in the folded text. */
export type PlacedCitation = {
  start: number
  end: number
  instrument: string | null
  explicit: boolean
  paragraphs: string[]
}
