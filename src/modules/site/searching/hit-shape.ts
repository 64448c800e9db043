import { z } from 'zod'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import { keptCode } from '#platform/search/analysis/codes.ts'
import { excerptOf } from '#platform/search/excerpt.ts'
import type { FoundKind } from '#platform/search/feeding/search-source.ts'
import type { DocumentText, SearchDocument, SearchHit } from '#platform/search/search-document.ts'
import type { Mark } from '#platform/search/search-marks.ts'
import type { Visit } from '#platform/web/visit.ts'

const marks = z.array(z.tuple([z.int(), z.int()]))

/** A record that was found, with the places of the words in its title and in a part of its text. */
export const hitShape = z.object({
  kind: z.object({ code: z.string(), label: z.string() }),
  id: z.string(),
  /** What people call the place in a text, 'Resolution 140 (Rev. Dubai, 2018) · resolves 6 i'; whose an activity is; else the id. */
  name: z.string(),
  /** Address of its page, without language; null when it has none. */
  path: z.string().nullable(),
  /** The language of the text that fits best, in which title and snippet are. */
  language: z.enum(languageCodes),
  title: z.string(),
  titleMatches: marks,
  snippet: z.string(),
  snippetMatches: marks,
  /** When it was adopted, happened or was changed last; null where it has no date. */
  date: z.iso.datetime().nullable(),
  /** The query was the very code or number of this record. */
  exact: z.boolean(),
  /** How it was found, when not by the words that were typed. */
  via: z.enum(['thesaurus', 'correction']).nullable(),
  /** Only where a machine has translated the text and nobody has checked it, or the original was edited since. */
  state: z.enum(['machine', 'outdated']).optional(),
  archived: z.boolean(),
  example: z.boolean(),
})

export type HitRecord = z.infer<typeof hitShape>

export type Hit = {
  hit: SearchHit
  document: SearchDocument
  kind: FoundKind
  marksIn: (text: string, language: LanguageCode) => Mark[]
  words: string
}

export function hitRecord(visit: Visit, { hit, document, kind, marksIn, words }: Hit): HitRecord {
  const text = textIn(document, hit.language)
  const { language, title } = text
  const { id, name, path, unchecked, isArchived, isExample } = kind.told(visit, document.card)
  const below = [text.summary ?? '', text.body].filter((one) => one !== '').join('\n')
  const excerpt = excerptOf(below, marksIn(below, language))
  const state = unchecked?.[language]
  return {
    kind: { code: document.kind, label: visit.t(kind.one) },
    id,
    name,
    path,
    language,
    title: title === '' ? name : title,
    titleMatches: marksIn(title, language),
    snippet: excerpt.text,
    snippetMatches: excerpt.marks,
    date: document.date === 0 ? null : new Date(document.date).toISOString(),
    exact: document.codes.some((code) => keptCode(code) === keptCode(words)),
    via: hit.via,
    ...(state === undefined ? {} : { state }),
    archived: isArchived ?? false,
    example: isExample ?? false,
  }
}

const textIn = ({ texts, original }: SearchDocument, language: LanguageCode): DocumentText =>
  texts.find((text) => text.language === language) ??
  texts.find((text) => text.language === original) ??
  texts[0] ?? { language, title: '', body: '' }
