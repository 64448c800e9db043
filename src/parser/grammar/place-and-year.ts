import type { LanguageCode } from '../language-code.ts'
import { wordsOf } from '../languages/acts.ts'
import { forgiving } from '../languages/pattern.ts'
import { narrow } from './characters.ts'

export type PlaceAndYear = { place: string | null; year: number | null }

const latinPair = /^\s*([\p{L}\p{M}.'’ -]{2,40}?)\s*[,،，]\s*(\d{4})/u
const chinesePair = /(\d{4})\s*年\s*[，,、]\s*([\p{L}·]{2,20})/u
const chineseTurned = /([\p{Script=Han}·]{2,20})\s*[，,]\s*(\d{4})\s*年/u

/** 'Dubai, 2018', 'Rev. Dubai, 2018', '2018年，迪拜，修订版', 'المراجَع في دبي، 2018'. */
export function readPlaceAndYear(printed: string, language: LanguageCode): PlaceAndYear {
  const text = narrow(printed)
  if (language === 'zh') {
    const found = chinesePair.exec(text)
    if (found) return { place: found[2] ?? null, year: Number(found[1]) }
    const turned = chineseTurned.exec(text)
    if (turned) return { place: turned[1] ?? null, year: Number(turned[2]) }
  }
  const revised = new RegExp(
    `^\\s*(?:${forgiving(wordsOf[language].revised)})(?:\\s+(?:in|à|en|в|في|at))?[\\s.:,،]*`,
    'iu',
  )
  const body = text.replace(revised, '')
  const pair = latinPair.exec(body)
  if (pair) return { place: pair[1]?.trim() ?? null, year: Number(pair[2]) }
  return { place: null, year: yearIn(body) }
}

/** The last four-digit year of a text that can be the year of an adoption. */
export function yearIn(text: string): number | null {
  const years = [...narrow(text).matchAll(/(?<![\d/.])(?:18|19|20)\d{2}(?![\d/])/gu)].map(([year]) =>
    Number(year),
  )
  return years.at(-1) ?? null
}

export function bracketOf(text: string): string | null {
  return /[(（]([^()（）]*)[)）]\s*[,،，:：]?\s*$/u.exec(text)?.[1] ?? null
}
