import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { LanguageCode } from '#platform/languages.ts'
import type { Term } from '../terms/term.ts'
import { matchedTerms } from '../terms/term-match.ts'
import { hintsOf, numbersOf } from './hints.ts'

const hints = (source: string, target: string, language: LanguageCode) =>
  hintsOf(source, target, language).map(({ key, values }) =>
    `${key.slice(5)} ${String(values['value'] ?? '')}`.trim(),
  )

describe('a translation that may hold a slip', () => {
  test('has other numbers than its source, whatever digits and separators it writes', () => {
    assert.deepEqual(numbersOf('1,200.5 and 1 200,5 and ٢٠٢٦ and 1.200'), [
      '1200.5',
      '1200.5',
      '2026',
      '1200',
    ])
    assert.deepEqual(hints('In 2026, 1,500 rooms.', 'En 2026, 1 500 salles.', 'fr'), [])
    assert.deepEqual(hints('In 2026, 15 rooms.', 'في ٢٠٢٦، ١٦ قاعة.', 'ar'), [
      'number-missing 15',
      'number-added 16',
    ])
    assert.deepEqual(hints('3.5 per cent', '百分之3.5', 'zh'), [])
  })

  test('lacks a placeholder or a reference', () => {
    assert.deepEqual(hints('{name} sees C5 in A/RES/70/125.', '{nom} voit C5.', 'fr'), [
      'blank-missing {name}',
      'blank-added {nom}',
      'reference-missing A/RES/70/125',
    ])
  })

  test('ends in another way than its source', () => {
    assert.deepEqual(hints('Who?', '谁？', 'zh'), [])
    assert.deepEqual(hints('Who?', 'من؟', 'ar'), [])
    assert.deepEqual(hints('It is so.', '如此', 'zh'), ['end'])
    assert.deepEqual(hints('It is “so”.', 'Это «так».', 'ru'), [])
  })

  test('says nothing of a segment without a text', () => {
    assert.deepEqual(hints('Who 5?', ' ', 'fr'), [])
  })
})

describe('the terms of a segment', () => {
  const term = (id: string, words: Term['words']): Term => ({
    id,
    status: 'own',
    source: 'terms',
    actionLines: [],
    words,
  })
  const terms = [
    term('divide', {
      en: ['digital divide'],
      fr: ['fracture numérique'],
      ru: ['цифровой разрыв'],
      ar: ['الفجوة الرقمية'],
      zh: ['数字鸿沟'],
      es: ['brecha digital'],
    }),
    term('gender-divide', { en: ['gender digital divide'], fr: ['fracture numérique entre les sexes'] }),
  ]
  const found = (text: string, from: LanguageCode, to: LanguageCode) =>
    matchedTerms(terms, text, from, to).map(({ id }) => id)

  test('are found in every language, in the forms that words take', () => {
    assert.deepEqual(found('Digital divides remain.', 'en', 'fr'), ['divide'])
    assert.deepEqual(found('о цифровом разрыве', 'ru', 'en'), ['divide'])
    assert.deepEqual(found('وبالفجوة الرقمية', 'ar', 'en'), ['divide'])
    assert.deepEqual(found('缩小数字鸿沟的措施', 'zh', 'en'), ['divide'])
    assert.deepEqual(found('las brechas digitales', 'es', 'en'), ['divide'])
    assert.deepEqual(found('The divide is digital.', 'en', 'fr'), [])
  })

  test('are the longest that fit', () => {
    assert.deepEqual(found('the gender digital divide', 'en', 'fr'), ['gender-divide'])
  })

  test('are hinted at when the translation does not use them', () => {
    const [one] = matchedTerms(terms, 'the digital divide', 'en', 'fr')
    assert.deepEqual(hintsOf('the digital divide', 'le fossé', 'fr', one ? [one] : []), [
      { key: 'hint.term', values: { term: 'digital divide', wanted: 'fracture numérique' } },
    ])
    assert.deepEqual(hintsOf('the digital divide', 'les fractures numériques', 'fr', one ? [one] : []), [])
  })
})
