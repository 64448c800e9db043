import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  analysed,
  arabicForms,
  askedCode,
  codeOf,
  languagesOf,
  queryFor,
  wordsOf,
} from './search-analysis.ts'

test('Chinese is stored by character and by pair', () => {
  assert.equal(analysed('理事会', 'zh'), '理 事 会 理事 事会')
  assert.equal(queryFor('理事会', 'zh'), "('理事' & '事会')")
  assert.equal(queryFor('会', 'zh'), "('会')")
})

test('Arabic is stored with and without the article and the particles written on the word', () => {
  assert.deepEqual(arabicForms('المجلس'), ['المجلس', 'مجلس'])
  assert.deepEqual(arabicForms('بالمجلس'), ['بالمجلس', 'مجلس'])
  assert.deepEqual(arabicForms('للمجلس'), ['للمجلس', 'مجلس'])
  assert.deepEqual(arabicForms('والمجلس'), ['والمجلس', 'مجلس'])
  assert.deepEqual(arabicForms('قمة'), ['قمة'])
})

test('a query cannot break out of its quotes', () => {
  assert.equal(queryFor("'; drop table", 'en'), "'drop':* & 'table':*")
  assert.equal(queryFor('a\\b !| & ():*', 'en'), "'a' & 'b'")
  assert.equal(queryFor(' …!', 'en'), null)
})

test('letters tell in which languages a query can be meant', () => {
  assert.deepEqual(languagesOf('доклад'), ['ru'])
  assert.deepEqual(languagesOf('تقرير'), ['ar'])
  assert.deepEqual(languagesOf('理事会'), ['zh'])
  assert.deepEqual(languagesOf('report'), ['en', 'fr', 'es', 'zh', 'ar', 'ru'])
})

test('codes are compared without case, and look-alike letters count as the letter meant', () => {
  assert.equal(codeOf('С7'), codeOf('c7'))
  assert.equal(askedCode(' A/RES/70/125. '), 'a/res/70/125')
  assert.equal(askedCode('9.c'), '9.c')
})

test('words keep their places in the text', () => {
  const text = 'L’été, 第3号'
  assert.deepEqual(
    wordsOf(text).map(({ from, to }) => text.slice(from, to)),
    ['L', 'été', '第', '3', '号'],
  )
})
