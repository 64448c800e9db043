import assert from 'node:assert/strict'
import path from 'node:path'
import { test } from 'node:test'
import type { LanguageCode } from '#platform/languages.ts'
import { conceptsIn } from './concept-finder.ts'
import { readThesaurus } from './read-thesaurus.ts'

const thesaurus = readThesaurus(path.join(import.meta.dirname, '../../../../reference/thesaurus.json'))

const found = (text: string, language: LanguageCode) =>
  conceptsIn(thesaurus, text, language).map(
    ({ concept, places }) => `${concept}: ${places.map(({ words }) => words).join(', ')}`,
  )

test('a text tells its concepts in each language, with the words that led to them', () => {
  const table: [LanguageCode, string, string[]][] = [
    ['en', 'It closes the digital divide.', ['digital-divide: digital divide']],
    ['fr', 'Réduire la fracture numérique', ['digital-divide: fracture numérique']],
    ['es', 'Programa que cierra brechas digitales', ['digital-divide: brechas digitales']],
    ['ru', 'сократить цифрового разрыва', ['digital-divide: цифрового разрыва']],
    ['zh', '帮助缩小数字鸿沟', ['digital-divide: 数字鸿沟']],
    ['ar', 'سد الفجوة الرقمية', ['digital-divide: الفجوة الرقمية']],
  ]
  for (const [language, text, concepts] of table) assert.deepEqual(found(text, language), concepts)
})

test('of terms that overlap the longest counts, and what is met most often comes first', () => {
  assert.deepEqual(
    found('The gender digital divide is a digital divide; the gender digital divide stays.', 'en'),
    ['gender-digital-divide: gender digital divide, gender digital divide', 'digital-divide: digital divide'],
  )
})

test('terms are met with and without a hyphen, acronyms in capitals only', () => {
  assert.deepEqual(found('e-commerce and ecommerce', 'en'), ['e-commerce: e-commerce, ecommerce'])
  assert.deepEqual(found('una APP', 'es'), ['public-private-partnership: APP'])
  assert.deepEqual(found('una app', 'es'), [])
})

test('a concept brings its action lines and goals', () => {
  const [divide] = conceptsIn(thesaurus, 'digital divide', 'en')
  assert.deepEqual(divide?.actionLines, ['C1', 'C2', 'C3'])
  assert.deepEqual(divide?.sdgs, [9, 10])
  assert.deepEqual(divide?.places, [{ words: 'digital divide', from: 0, to: 14 }])
})

test('every term of the thesaurus leads to its own concept', () => {
  const missing: string[] = []
  for (const { id, terms } of thesaurus.concepts.values()) {
    for (const [language, all] of Object.entries(terms)) {
      for (const term of all) {
        const concepts = conceptsIn(thesaurus, term, language as LanguageCode).map(({ concept }) => concept)
        if (!concepts.includes(id)) missing.push(`${language} ${term}`)
      }
    }
  }
  assert.deepEqual(missing, [])
})

test('a term is more than the one of its words that is no stop word', () => {
  assert.deepEqual(found('العمل عن بُعد', 'ar'), ['telework: العمل عن بُعد'])
  assert.deepEqual(found('ساعات العمل في المكتب', 'ar'), [])
  assert.deepEqual(found('التطبيب عن بعد', 'ar'), ['telemedicine: التطبيب عن بعد'])
})

test('terms are met without their accents as well, and by plain words of every day', () => {
  const table: [LanguageCode, string, string][] = [
    ['es', 'inundacion', 'flood'],
    ['fr', 'bibliotheques', 'library'],
    ['en', 'midwives', 'maternal-health'],
    ['ru', 'скотоводам', 'herder'],
    ['zh', '防诈骗', 'cybercrime'],
    ['ar', 'الألياف', 'fibre-optic'],
  ]
  for (const [language, words, concept] of table) {
    assert.ok(
      conceptsIn(thesaurus, words, language).some((one) => one.concept === concept),
      words,
    )
  }
})
