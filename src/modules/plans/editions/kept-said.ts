import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import type { Said } from '#platform/web/shapes.ts'
import type { KeptWords } from './plan-content.ts'

/** A field in the reader's language, or else as it was written, as far as an edition kept it. */
export function keptSaid<Field extends string>(
  words: KeptWords<Field>,
  field: Field,
  language: LanguageCode,
  original: LanguageCode,
): Said | null {
  for (const code of [language, original, ...languageCodes]) {
    const kept = words[code]?.[field]
    if (kept === undefined) continue
    const isUnchecked = kept.state === 'machine' || kept.state === 'outdated'
    return {
      text: kept.text,
      language: code,
      ...(isUnchecked ? { state: kept.state as 'machine' | 'outdated' } : {}),
    }
  }
  return null
}
