import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markHit, type FoundText } from './search-marks.ts'

const row: FoundText = {
  kind: 'provision',
  id: 'r/resolves/1',
  revision: 'r',
  address: 'resolves/1',
  language: 'en',
  title: 'Resolution on reports',
  body: 'The Office reports every year.',
  exact: false,
}

const marked = (text: string, ranges: [number, number][]) => ranges.map(([from, to]) => text.slice(from, to))

test('words that the database takes for the word asked for are marked', () => {
  const hit = markHit(row, 'reporting', [{ language: 'en', word: 'reports' }])
  assert.deepEqual(marked(hit.title, hit.titleMatches), ['reports'])
  assert.deepEqual(marked(hit.snippet, hit.snippetMatches), ['reports'])
})

test('Chinese characters are marked inside a sentence, Arabic words with their particles', () => {
  const zh = markHit({ ...row, language: 'zh', title: '决议', body: '每年向理事会报告一次' }, '理事会', [])
  assert.deepEqual(marked(zh.snippet, zh.snippetMatches), ['理事会'])
  const ar = markHit({ ...row, language: 'ar', title: 'قرار', body: 'تقرير سنوي للمجلس' }, 'المجلس', [])
  assert.deepEqual(marked(ar.snippet, ar.snippetMatches), ['للمجلس'])
})

test('a long text is cut around its marks, and the offsets count from the beginning of the cut', () => {
  const body = `${'word '.repeat(200)}lighthouse ${'word '.repeat(200)}`
  const hit = markHit({ ...row, body }, 'lighthouse', [{ language: 'en', word: 'lighthouse' }])
  assert.deepEqual(marked(hit.snippet, hit.snippetMatches), ['lighthouse'])
  assert.equal(hit.snippet.startsWith('… '), true)
  assert.equal(hit.snippet.endsWith(' …'), true)
  assert.equal(hit.snippet.length < 300, true)
})

test('markup in a text stays text: nothing is escaped or added here', () => {
  const hit = markHit({ ...row, body: '<b>reports</b>' }, 'reports', [{ language: 'en', word: 'reports' }])
  assert.equal(hit.snippet, '<b>reports</b>')
  assert.deepEqual(marked(hit.snippet, hit.snippetMatches), ['reports'])
})
