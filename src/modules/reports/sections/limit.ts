import type { LanguageCode } from '#platform/languages.ts'

export const limitUnits = ['words', 'pages', 'characters'] as const

export type LimitUnit = (typeof limitUnits)[number]

/** How long a text may be, as its recipient counts. */
export type Limit = { unit: LimitUnit; number: number }

/** What a recipient counts, and by which measures: each kind of report has its own. */
export type Counting = {
  footnotes: boolean
  /** Live parts that stand by themselves: tables, charts, lists. A number inside a sentence is always a word of it. */
  tables: boolean
  headings: boolean
  /** How many words a page has. */
  wordsOfPage: number
  /** Chinese writes no words apart: so many of its characters stand for a word. */
  charactersOfWord: number
}

/** Where nobody has said otherwise: what stands on a page of a paper of the Union. */
export const usualCounting: Counting = {
  footnotes: false,
  tables: false,
  headings: true,
  wordsOfPage: 500,
  charactersOfWord: 1.7,
}

/** What of a text is counted, or not, each without its marks. */
export type Measured = { text: string; headings: string; footnotes: string; tables: string }

const words = /[^\s\p{P}\p{S}]\S*/gu

/** How long a text is, in the unit of its limit, as its recipient counts. Marks never count. */
export function lengthIn(
  unit: LimitUnit,
  measured: Measured,
  language: LanguageCode,
  counting: Counting = usualCounting,
): number {
  const counted = [
    measured.text,
    ...(['headings', 'footnotes', 'tables'] as const).flatMap((part) =>
      counting[part] ? [measured[part]] : [],
    ),
  ].join(' ')
  if (unit === 'characters') return charactersIn(counted, language)
  const exact =
    language === 'zh'
      ? charactersIn(counted, language) / counting.charactersOfWord
      : (counted.match(words) ?? []).length
  return unit === 'words' ? Math.ceil(exact) : Math.round((10 * exact) / counting.wordsOfPage) / 10
}

/** With the spaces between words; Chinese has none that mean anything. */
const charactersIn = (text: string, language: LanguageCode): number =>
  [...text.trim().replaceAll(/\s+/gu, language === 'zh' ? '' : ' ')].length

export const isTooLong = (
  limit: Limit | null,
  measured: Measured,
  language: LanguageCode,
  counting: Counting = usualCounting,
): boolean => limit !== null && lengthIn(limit.unit, measured, language, counting) > limit.number
