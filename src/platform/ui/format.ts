import { languages, type LanguageCode } from '../languages.ts'
import { monthNames } from './months.ts'

/** Days are ISO text, as exact as what is known: '2026', '2026-11' or '2026-11-09'. */
export type Day = string

/** '14 300', '14,300', '14.300' … as the language groups its digits; Latin digits in Arabic. */
export const number = (language: LanguageCode, count: number): string =>
  isPlain(count) ? grouped(language, String(count)) : numbers[language].format(count)

/** A list with its filters writes hundreds, and the format of a language takes longer for one than all else that is written with it. */
const isPlain = (count: number): boolean => Number.isInteger(count) && count >= 0 && count < 1_000_000

/** Six digits at most. */
function grouped(language: LanguageCode, digits: string): string {
  if (digits.length < 4) return digits
  const { ofFour, ofMore } = groupMarks[language]
  return digits.slice(0, -3) + (digits.length === 4 ? ofFour : ofMore) + digits.slice(-3)
}

/** A share between 0 and 1 as a percentage without decimals; a trace is not rounded away to nothing, nor a rest to all. */
export function percent(language: LanguageCode, share: number): string {
  const whole = Math.round(share * 100)
  const honest = share > 0 && whole === 0 ? 1 : share < 1 && whole === 100 ? 99 : whole
  return percentages[language].format(honest / 100)
}

/** '9 November 2026', 'November 2026' or '2026': never more exact than the day that is given. */
export function date(language: LanguageCode, day: Day): string {
  const { year, month, dayOfMonth } = parts(day)
  if (month === null) return inYear[language](String(year), null)
  const name = monthName(language, month)
  return inYear[language](
    String(year),
    dayOfMonth === null ? name : inMonth[language](String(dayOfMonth), name),
  )
}

/** '9–27 November 2026', '28 October – 2 November 2026'; one date when both are the same. */
export function dateRange(language: LanguageCode, from: Day, to: Day): string {
  const [first, last] = [parts(from), parts(to)]
  if (from === to) return date(language, from)
  if (first.dayOfMonth === null || last.dayOfMonth === null || first.year !== last.year) {
    return wideSpan[language](date(language, from), date(language, to))
  }
  const [fromMonth, toMonth] = [monthName(language, first.month ?? 1), monthName(language, last.month ?? 1)]
  const [fromDay, toDay] = [String(first.dayOfMonth), String(last.dayOfMonth)]
  if (first.month === last.month) {
    return inYear[language](String(last.year), inMonth[language](daySpan[language](fromDay, toDay), toMonth))
  }
  const span = wideSpan[language](inMonth[language](fromDay, fromMonth), inMonth[language](toDay, toMonth))
  return inYear[language](String(last.year), span)
}

/** '2016–2026'. Years are set apart from right-to-left text by the part that shows them. */
export const yearRange = (from: number, to: number): string => (from === to ? String(from) : `${from}–${to}`)

/** The day of an instant in Universal Time. */
export const dayOf = (instant: Date): Day => instant.toISOString().slice(0, 10)

/** January is 1. Arabic names are those of United Nations documents, which give both calendars' names. */
const monthName = (language: LanguageCode, month: number): string => monthNames[language][month - 1] ?? ''

function parts(day: Day) {
  const [year, month, dayOfMonth] = day.split('-').map(Number)
  return { year: year ?? 0, month: month ?? null, dayOfMonth: dayOfMonth ?? null }
}

type Joined = Record<LanguageCode, (first: string, second: string) => string>

// A French first of the month is an ordinal, as in official documents.
const inMonth: Joined = {
  ar: (day, month) => `${day} ${month}`,
  zh: (day, month) => `${month}${day}日`,
  en: (day, month) => `${day} ${month}`,
  fr: (day, month) => `${day.replace(/^1(?!\d)/, '1er')} ${month}`,
  ru: (day, month) => `${day} ${genitive(month)}`,
  es: (day, month) => `${day} de ${month}`,
}

const inYear: Record<LanguageCode, (year: string, rest: string | null) => string> = {
  ar: (year, rest) => (rest === null ? year : `${rest} ${year}`),
  zh: (year, rest) => (rest === null ? `${year}年` : `${year}年${rest}`),
  en: (year, rest) => (rest === null ? year : `${rest} ${year}`),
  fr: (year, rest) => (rest === null ? year : `${rest} ${year}`),
  ru: (year, rest) => (rest === null ? year : `${rest} ${year} года`),
  es: (year, rest) => (rest === null ? year : `${rest} de ${year}`),
}

const daySpan: Joined = {
  ar: (from, to) => `${from} إلى ${to}`,
  zh: (from, to) => `${from}日至${to}`,
  en: (from, to) => `${from}–${to}`,
  fr: (from, to) => `${from}-${to}`,
  ru: (from, to) => `${from}–${to}`,
  es: (from, to) => `${from} a ${to}`,
}

const wideSpan: Joined = {
  ar: (from, to) => `من ${from} إلى ${to}`,
  zh: (from, to) => `${from}至${to}`,
  en: (from, to) => `${from} – ${to}`,
  fr: (from, to) => `${from} – ${to}`,
  ru: (from, to) => `${from} – ${to}`,
  es: (from, to) => `${from} – ${to}`,
}

function genitive(month: string): string {
  if (month === 'май') return 'мая'
  return /[ьй]$/.test(month) ? `${month.slice(0, -1)}я` : `${month}а`
}

const formats = (options: Intl.NumberFormatOptions) =>
  Object.fromEntries(
    Object.values(languages).map(({ code, locale }) => [code, new Intl.NumberFormat(locale, options)]),
  ) as Record<LanguageCode, Intl.NumberFormat>

const numbers = formats({ maximumFractionDigits: 2 })
/** What stands before the last three digits; where there are but four of them, some languages write nothing. */
const groupMarks = Object.fromEntries(
  Object.entries(numbers).map(([language, format]) => [
    language,
    { ofFour: format.format(1111).slice(1, -3), ofMore: format.format(11_111).slice(2, -3) },
  ]),
) as Record<LanguageCode, { ofFour: string; ofMore: string }>

const percentages = formats({ style: 'percent', maximumFractionDigits: 0 })

/** From what was to what is, in the direction in which the language is read. */
export const arrow = (language: LanguageCode): string => (languages[language].direction === 'rtl' ? '←' : '→')
