import path from 'node:path'
import type { LanguageCode } from '#platform/languages.ts'
import type { SearchDocument, SearchRequest } from '#platform/search/search-document.ts'
import { readThesaurus } from '#platform/search/thesaurus/read-thesaurus.ts'

export const thesaurus = readThesaurus(path.join(import.meta.dirname, '../reference/thesaurus.json'))

/** One activity in each language, with a title and a text. */
export const activityTexts: Record<LanguageCode, [string, string]> = {
  en: [
    'Digital skills for rural women',
    'A national programme trains women farmers in e-commerce and closes the digital divide, after A/RES/70/125 and SDG 5.',
  ],
  fr: [
    'Formation des enseignants à la télésanté',
    'Le ministère réduit la fracture numérique dans les écoles de Côte d’Ivoire avec l’OMS.',
  ],
  es: [
    'Capacitación en ciberseguridad',
    'Programa nacional de educación para niñas; cierra la brecha digital en las escuelas rurales.',
  ],
  ru: [
    'Обучение учителей в сельских школах',
    'Проект развивает доступ к широкополосной связи и сокращает цифровой разрыв.',
  ],
  zh: ['农村妇女数字技能培训', '该项目由联合国开发计划署支持，缩小数字鸿沟，帮助发展中国家。'],
  ar: [
    'تدريب المعلمين في المدارس الريفية',
    'يهدف المشروع إلى سد الفجوة الرقمية وتعزيز الأمن السيبراني للفتيات والنساء.',
  ],
}

export const activity = (language: LanguageCode, more: Partial<SearchDocument> = {}): SearchDocument => {
  const [title, body] = activityTexts[language]
  return {
    key: language,
    kind: 'activity',
    original: language,
    texts: [{ language, title, body }],
    codes: [],
    facets: {},
    date: Date.UTC(2025, 0, 1),
    card: `{"id":"${language}"}`,
    ...more,
  }
}

export const asked = (words: string, more: Partial<SearchRequest> = {}): SearchRequest => ({
  words,
  language: 'en',
  lastWord: 'whole',
  filters: {},
  facets: [],
  order: 'relevance',
  limit: 20,
  after: null,
  ...more,
})
