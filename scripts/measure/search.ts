import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import type { SearchIndex } from '#platform/search/search-index.ts'
import { activityKey } from '../../src/modules/activities/finding/activity-document.ts'
import { requestFor } from '../../src/modules/activities/finding/activity-query.ts'
import { exampleIndex, measuredOn } from './example-index.ts'
import { goldenQueries, type GoldenQuery } from './golden.ts'
import { mean, ndcg, recall } from './ranking.ts'

export type Figures = { ndcg10: number; recall20: number; recall: number }

export type MeasuredQuery = Figures &
  GoldenQuery & {
    /** How many answers there were. */
    total: number
    /** Right answers that were not found, and answers that must not be. */
    missed: string[]
    wrong: string[]
    first: string[]
  }

export type MeasuredLanguage = Figures & {
  language: LanguageCode
  /** How many answers a query had, in the middle and at most. */
  answers: { mean: number; most: number }
  queries: MeasuredQuery[]
  below: (keyof Figures)[]
  wrong: number
}

/** A little under what was measured, so that a change for the worse is seen. */
export const searchFloors: Record<LanguageCode, Figures> = {
  ar: { ndcg10: 0.88, recall20: 0.91, recall: 0.92 },
  zh: { ndcg10: 0.87, recall20: 0.9, recall: 0.91 },
  en: { ndcg10: 0.93, recall20: 0.92, recall: 0.93 },
  fr: { ndcg10: 0.89, recall20: 0.9, recall: 0.91 },
  ru: { ndcg10: 0.89, recall20: 0.93, recall: 0.95 },
  es: { ndcg10: 0.88, recall20: 0.89, recall: 0.9 },
}

/** Asks the example activities all golden queries. */
export function measureSearch(index = exampleIndex()): MeasuredLanguage[] {
  const measured = goldenQueries().map((query) => measureQuery(index, query))
  return languageCodes.map((language) =>
    languageOf(
      language,
      measured.filter((query) => query.language === language),
    ),
  )
}

function measureQuery(index: SearchIndex, query: GoldenQuery): MeasuredQuery {
  const { answers } = query
  const found = foundKeys(index, query)
  const keys = Object.keys(answers)
  return {
    ...query,
    ndcg10: ndcg(found, answers, 10),
    recall20: recall(found, answers, 20),
    recall: recall(found, answers),
    total: found.length,
    missed: keys.filter((key) => answers[key] !== 0 && !found.includes(key)),
    wrong: keys.filter((key) => answers[key] === 0 && found.includes(key)),
    first: found.slice(0, 10),
  }
}

/** What the list of activities shows for the words, all of it, by key of the entry. */
export function foundKeys(
  index: SearchIndex,
  { words, language }: { words: string; language: LanguageCode },
): string[] {
  const visit = { language, now: measuredOn }
  const request = requestFor(visit, { q: words }, { facets: [], limit: index.count() })
  return index.search(request).hits.map(({ key }) => key.slice(activityKey('').length))
}

const figureNames = ['ndcg10', 'recall20', 'recall'] as const

function languageOf(language: LanguageCode, queries: MeasuredQuery[]): MeasuredLanguage {
  const totals = queries.map(({ total }) => total)
  const figures = {
    ndcg10: mean(queries.map(({ ndcg10 }) => ndcg10)),
    recall20: mean(queries.map(({ recall20 }) => recall20)),
    recall: mean(queries.map((query) => query.recall)),
  }
  return {
    language,
    ...figures,
    answers: { mean: mean(totals), most: Math.max(...totals) },
    queries,
    below: figureNames.filter((name) => figures[name] < searchFloors[language][name]),
    wrong: queries.reduce((sum, { wrong }) => sum + wrong.length, 0),
  }
}
