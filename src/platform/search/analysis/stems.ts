import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as russian } from '@orama/stemmers/russian'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import type { LanguageCode } from '#platform/languages.ts'
import { plainEnglish } from './english-spelling.ts'
import { arabicMarks, folded } from './folding.ts'

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
  ar: (written) => arabicStem(written),
  zh: (_, surface) => surface,
  en: (_, surface) => english(plainEnglish(surface)),
  fr: (written) => french(written),
  ru: (_, surface) => russianStem(surface),
  es: (written) => spanish(written),
}

/** The stemmer takes nouns such as разрыв and архив for forms of verbs, and the names of countries on -стан as well. */
function russianStem(surface: string): string {
  const country = /^(\p{L}{3,}стан)(?:|а|у|е|ом)$/u.exec(surface)?.[1]
  return country ?? (/[иы]в$/.test(surface) ? surface : russian(surface))
}

const inFront = /^و?(?:[اٱ]ل|[بكف][اٱ]ل|لل)/
/** Words that many write without the hamza. */
const ownBeginning = /^(?:الكترون|الياف|المانيا|العاب)/
const atTheEnd = /(?:ها|ان|ات|ون|ين|يه|يا|ه|ي)$/

/**
 * Arabic is stemmed lightly: the article with the particles written before it, and the commonest endings. Finding roots
 * would join too many words that have nothing to do with each other.
 */
function arabicStem(written: string): string {
  // The alif of the article has no hamza: إلكتروني and ألياف begin with letters of their own.
  const plain = written.replaceAll(arabicMarks, '')
  const surface = folded(plain)
  const bare = ownBeginning.test(surface) ? surface : folded(whileLong(plain, inFront, 2))
  const joined = bare === surface ? whileLong(surface, /^و/, 3) : bare
  const once = whileLong(joined, atTheEnd, 2)
  return once === joined ? joined : whileLong(once, atTheEnd, 3)
}

/** Takes a part away only when what is left is still a word. */
function whileLong(word: string, part: RegExp, least: number): string {
  const rest = word.replace(part, '')
  return rest.length >= least ? rest : word
}
