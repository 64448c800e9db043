import { languageCodes, type LanguageCode, type Translated } from '#platform/languages.ts'
import type { Cards } from './cards.ts'
import type { Dictionary } from './dictionary.ts'
import type { FacetColumn } from './facet-columns.ts'
import type { KeySlots } from './key-slots.ts'
import { textAt, type PackedTexts } from './packed-texts.ts'
import type { Postings } from './postings.ts'
import type { StemTable } from './stem-table.ts'

/**
 * Documents as they are searched: numbers in typed arrays and texts in bytes, made once and never changed. A document is
 * known by its place; the newest stands first, and of the same date the lesser key.
 */
export type Segment = {
  count: number
  dates: Float64Array
  keys: PackedTexts
  slots: KeySlots
  cards: Cards
  titles: Titles
  dictionary: Dictionary
  postings: Postings
  stems: StemTable
  facets: FacetColumn[]
}

/** The titles of each document in the languages that it has, and its place among all titles as readers see them. */
export type Titles = {
  /** The first text of each document; one more for the end of the last. */
  starts: Uint32Array
  languages: Uint8Array
  texts: PackedTexts
  /** The language in which each was written, or `noOriginal`. */
  originals: Uint8Array
  /** For each language of readers, one after the other: the rank of each document. */
  ranks: Uint32Array
}

export const noOriginal = 255

/** The text that a reader of a language is shown: in that language, else the original, else the first. -1 without any. */
export function shownText(
  { starts, languages, originals }: Titles,
  document: number,
  language: number,
): number {
  const from = starts[document]!
  const to = starts[document + 1]!
  let original = from < to ? from : -1
  for (let text = from; text < to; text++) {
    if (languages[text] === language) return text
    if (languages[text] === originals[document]) original = text
  }
  return original
}

export function shownTitle(titles: Titles, document: number, language: number): string {
  const text = shownText(titles, document, language)
  return text < 0 ? '' : textAt(titles.texts, text)
}

/** What a document is called in each language that it has. */
export function titlesOf({ starts, languages, texts }: Titles, document: number): Translated {
  const titles: Translated = {}
  for (let text = starts[document]!; text < starts[document + 1]!; text++) {
    const title = textAt(texts, text)
    if (title !== '') titles[languageCodes[languages[text]!]!] = title
  }
  return titles
}

/** Compares titles as people who read a language expect. */
export const collators: Record<LanguageCode, Intl.Collator> = Object.fromEntries(
  languageCodes.map((language) => [language, new Intl.Collator(language)]),
) as Record<LanguageCode, Intl.Collator>

/** The order of keys, the same for texts and for their bytes. */
export const compareKeys = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

/** The order of two documents of different segments: the newest first, then by key. */
export function compareDocuments(a: Segment, documentA: number, b: Segment, documentB: number): number {
  return b.dates[documentB]! - a.dates[documentA]! || compareKeysAt(a.keys, documentA, b.keys, documentB)
}

export const compareKeysAt = (a: PackedTexts, placeA: number, b: PackedTexts, placeB: number): number =>
  a.bytes.compare(b.bytes, b.starts[placeB], b.starts[placeB + 1], a.starts[placeA], a.starts[placeA + 1])
