import assert from 'node:assert/strict'
import { test } from 'node:test'
import { arabicForms, wordsOf } from './words.ts'

test('an Arabic word is known with and without the article and the particles written on the word', () => {
  assert.deepEqual(arabicForms('المجلس'), ['المجلس', 'مجلس'])
  assert.deepEqual(arabicForms('بالمجلس'), ['بالمجلس', 'مجلس'])
  assert.deepEqual(arabicForms('للمجلس'), ['للمجلس', 'مجلس'])
  assert.deepEqual(arabicForms('والمجلس'), ['والمجلس', 'مجلس'])
  assert.deepEqual(arabicForms('قمة'), ['قمة'])
})

test('words keep their places in the text', () => {
  const text = 'L’été, 第3号'
  assert.deepEqual(
    wordsOf(text).map(({ from, to }) => text.slice(from, to)),
    ['L', 'été', '第', '3', '号'],
  )
})
