import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as russian } from '@orama/stemmers/russian'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import type { LanguageCode } from '#platform/languages.ts'
import { folded } from './folding.ts'

/** What the forms of a word have in common. `written` is in small letters with its accents, which the endings depend on. */
export function stemOf(written: string, language: LanguageCode): string {
  const surface = folded(written)
  // Numbers, and names in another script, have no endings of this language.
  if (!letters[language].test(surface)) return surface
  return folded(stemmers[language](written, surface)) || surface
}

const latin = /^[\p{Script=Latin}\p{M}]+$/u

const letters: Record<LanguageCode, RegExp> = {
  ar: /^[\p{Script=Arabic}\p{M}]+$/u,
  zh: /^$/,
  en: latin,
  fr: latin,
  ru: /^[\p{Script=Cyrillic}\p{M}]+$/u,
  es: latin,
}

const stemmers: Record<LanguageCode, (written: string, surface: string) => string> = {
  ar: (_, surface) => arabicStem(surface),
  zh: (_, surface) => surface,
  en: (_, surface) => english(surface),
  fr: (written) => french(written),
  // The stemmer takes nouns such as разрыв and архив for forms of verbs.
  ru: (_, surface) => (/[иы]в$/.test(surface) ? surface : russian(surface)),
  es: (written) => spanish(written),
}

const inFront = /^و?(?:ال|[بكف]ال|لل)/
const atTheEnd = /(?:ها|ان|ات|ون|ين|يه|يا|ه|ي)$/

/**
 * Arabic is stemmed lightly: the article with the particles written before it, and the commonest endings. Finding roots
 * would join too many words that have nothing to do with each other.
 */
function arabicStem(surface: string): string {
  const bare = whileLong(surface, inFront, 2)
  const joined = bare === surface ? whileLong(surface, /^و/, 3) : bare
  const once = whileLong(joined, atTheEnd, 2)
  return once === joined ? joined : whileLong(once, atTheEnd, 3)
}

/** Takes a part away only when what is left is still a word. */
function whileLong(word: string, part: RegExp, least: number): string {
  const rest = word.replace(part, '')
  return rest.length >= least ? rest : word
}
