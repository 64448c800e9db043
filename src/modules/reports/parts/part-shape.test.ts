import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LanguageCode } from '#platform/languages.ts'
import { words } from '../../../site.ts'
import { partRecord, type WordedPart } from './part-shape.ts'

const t = words()
const worded = (language: LanguageCode, part: Pick<WordedPart, 'query' | 'result' | 'labels'>) =>
  partRecord(
    { t: t[language], language },
    { key: 'p', ...part },
    {
      period: { from: '2026-01-01', to: '2026-12-31' },
      listed: new Map(),
      goals: new Map([[13, { en: 'Climate action' }]]),
    },
  )

const usual = { source: 'activities', view: 'table', filters: {}, inPeriod: false } as const

test('rows that count the same stand in the order of the language, not of their codes', () => {
  const rows = ['CH', 'KE', 'AT'].map((value) => ({ value, count: value === 'KE' ? 2 : 1 }))
  const part = {
    query: { ...usual, by: 'country', across: null } as const,
    result: { total: 4, none: 0, rows, cells: [], listed: [] },
    labels: {
      'country CH': { en: 'Switzerland', es: 'Suiza' },
      'country AT': { en: 'Austria', es: 'Zaustria' },
      'country KE': { en: 'Kenya', es: 'Kenya' },
    },
  }
  const order = (language: LanguageCode) => worded(language, part).rows.map(({ code }) => code)
  assert.deepEqual(order('en'), ['KE', 'AT', 'CH'])
  assert.deepEqual(order('es'), ['KE', 'CH', 'AT'])
})

test('a Goal that nothing names is an empty column with its name', () => {
  const { columns } = worded('en', {
    query: { ...usual, by: 'action-line', across: 'sdg' },
    result: {
      ...{ total: 1, none: 0, rows: [{ value: 'C2', count: 1 }], listed: [] },
      cells: [{ row: 'C2', column: '9', count: 1 }],
    },
    labels: { 'sdg 9': { en: 'Industry' } },
  })
  assert.deepEqual(
    columns.map(({ code }) => code),
    Array.from({ length: 17 }, (_, place) => String(place + 1)),
  )
  assert.deepEqual([columns[8]?.label, columns[12]?.label], ['9 · Industry', '13 · Climate action'])
})
