import type { LanguageCode } from '#platform/languages.ts'
import { number } from '#platform/ui/format.ts'
import { html, type Html } from '#platform/ui/html.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { Counting, Limit } from '../limit.ts'

/** How a recipient counts, in words: what belongs to the text, how many words a page has, what Chinese is counted by. */
export function countingWords(
  visit: Pick<Visit, 't' | 'language'>,
  limit: (Pick<Limit, 'unit'> & { counting: Counting }) | null,
  language: LanguageCode,
): Html | '' {
  if (limit === null) return ''
  const { unit, counting } = limit
  const isChinese = language === 'zh'
  return html`<span class="hint"
    >${countingSentences(visit, counting, {
      page: unit === 'pages',
      chinese: isChinese && unit !== 'characters',
    })}</span
  >`
}

/** The sentences that apply; a template says them all. */
export const countingSentences = (
  { t, language }: Pick<Visit, 't' | 'language'>,
  counting: Counting,
  told: { page: boolean; chinese: boolean },
): string =>
  [
    t('reports.counting', {
      headings: String(counting.headings),
      footnotes: String(counting.footnotes),
      tables: String(counting.tables),
    }),
    ...(told.page ? [t('reports.counting.page', { count: counting.wordsOfPage })] : []),
    ...(told.chinese
      ? [t('reports.counting.chinese', { number: number(language, counting.charactersOfWord) })]
      : []),
  ].join(' ')
