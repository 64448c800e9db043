import type { LanguageCode } from '#platform/languages.ts'

export const limitUnits = ['words', 'pages'] as const

export type LimitUnit = (typeof limitUnits)[number]

/** How long a text may be, as its recipient counts. */
export type Limit = { unit: LimitUnit; number: number }

/** What fits on a page of a paper of the Union; Chinese, which writes no words apart, is counted by characters. */
const ofPage = { words: 500, characters: 850 } as const
/** A limit in words holds for Chinese too: so many characters stand for a word. */
const charactersOfWord = 1.7

const words = /[^\s\p{P}\p{S}]\S*/gu

/** How long a text is, in the unit of its limit. Markup does not count. */
export function lengthIn(unit: LimitUnit, text: string, language: LanguageCode): number {
  const isChinese = language === 'zh'
  const count = isChinese ? [...text.replaceAll(/\s/gu, '')].length : (text.match(words) ?? []).length
  if (unit === 'words') return isChinese ? Math.ceil(count / charactersOfWord) : count
  return Math.round((10 * count) / (isChinese ? ofPage.characters : ofPage.words)) / 10
}

export const isTooLong = (limit: Limit | null, text: string, language: LanguageCode): boolean =>
  limit !== null && lengthIn(limit.unit, text, language) > limit.number
