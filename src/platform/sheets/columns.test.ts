import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { editDistance } from './edit-distance.ts'
import { matchColumns } from './match-columns.ts'
import { codeOf, nearestCode, type Code } from './nearest-code.ts'

const columns = [
  {
    name: 'title_en',
    labels: { en: 'Title', fr: 'Titre', ar: 'العنوان', zh: '标题', ru: 'Название', es: 'Título' },
  },
  {
    name: 'start_date',
    labels: { en: 'Start date', fr: 'Date de début', ru: 'Дата начала' },
    aliases: ['from', 'begin'],
  },
  { name: 'end_date', labels: { en: 'End date', fr: 'Date de fin' } },
  { name: 'name', labels: { en: 'Organization' }, aliases: ['title'] },
]
const found = (headers: string[], byHand = {}) =>
  matchColumns(headers, columns, byHand).map(({ column, by }) =>
    column === null ? null : `${column} by ${by}`,
  )

describe('the columns of a file', () => {
  test('are found by name, by label in any language, by alias, but for case, accents, marks and signs', () => {
    assert.deepEqual(found(['TITLE EN', 'Start-Date', 'date de FIN', 'organisation']), [
      'title_en by name',
      'start_date by name',
      'end_date by label',
      null,
    ])
    for (const header of ['titulo', 'العُنـــوان', '标题', 'НАЗВАНИЕ', ' Title: '])
      assert.deepEqual(found([header]), ['title_en by label'], header)
    assert.deepEqual(found(['Begin']), ['start_date by alias'])
  })

  test('are each taken once, by the header that fits best', () => {
    assert.deepEqual(found(['Titre', 'title_en', 'Título']), [null, 'title_en by name', null])
    const [first] = matchColumns(['Titre', 'title_en'], columns)
    assert.deepEqual(first?.candidates, ['title_en', 'name'])
    assert.deepEqual(found(['x', 'X']), [null, null])
  })

  test('that may be two, or are misspelt, are left to people with what they may mean', () => {
    const both = [
      { name: 'a', labels: { en: 'Date' } },
      { name: 'b', labels: { fr: 'Date' } },
    ]
    assert.deepEqual(matchColumns(['date', 'A'], both), [
      { header: 'date', column: 'b', by: 'label', candidates: [] },
      { header: 'A', column: 'a', by: 'name', candidates: [] },
    ])
    assert.deepEqual(matchColumns(['date'], both)[0]?.candidates, ['a', 'b'])
    assert.deepEqual(matchColumns(['strat date', 'colour'], columns), [
      { header: 'strat date', column: null, by: null, candidates: ['start_date'] },
      { header: 'colour', column: null, by: null, candidates: [] },
    ])
  })

  test('are what a person says they are, before all else', () => {
    assert.deepEqual(found(['Titre', 'Title', 'x'], { x: 'title_en', Title: null }), [
      null,
      null,
      'title_en by hand',
    ])
    assert.deepEqual(found(['x'], { x: 'no such column' }), [null])
    assert.deepEqual(found(['constructor']), [null])
  })
})

describe('a code', () => {
  const codes: Code[] = [
    { code: 'C7', labels: { en: 'ICT applications' } },
    { code: 'C10', labels: { en: 'Ethical dimensions of the information society' } },
    { code: 'KEN', labels: { en: 'Kenya', ru: 'Кения', ar: 'كينيا' } },
    { code: 'CIV', labels: { en: 'Côte d’Ivoire', fr: 'Côte d’Ivoire' }, knownAs: { en: 'Ivory Coast' } },
    { code: 'GIN', labels: { en: 'Guinea' } },
    { code: 'x1', labels: { en: 'Both' } },
    { code: 'x2', labels: { en: 'both' } },
  ]

  test('is known by itself and by its label in any language, when only one has it', () => {
    for (const [value, code] of [
      ['C7', 'C7'],
      ['c 7', 'C7'],
      ['kenya', 'KEN'],
      ['КЕНИЯ', 'KEN'],
      ["cote d'ivoire", 'CIV'],
      ['ivory coast', 'CIV'],
      ['Both', null],
      ['C8', null],
      ['', null],
    ] as const)
      assert.equal(codeOf(value, codes), code, value)
  })

  test('that is not known has a nearest one, or none', () => {
    for (const [value, code] of [
      ['C8', 'C7'],
      ['C100', 'C10'],
      ['Knya', 'KEN'],
      ['Кенния', 'KEN'],
      ['Republic of Kenya', 'KEN'],
      ['ethical dimensions', 'C10'],
      ['Giunea', 'GIN'],
      ['Z', null],
      ['Uruguay', null],
      ['', null],
      [';;', null],
    ] as const)
      for (const _ of [1, 2]) assert.equal(nearestCode(value, codes), code, value)
  })
})

test('the distance of two words is that of the textbook, up to the limit', () => {
  const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 })
  fc.assert(
    fc.property(words, words, (one, other) => {
      const distance = editDistance(one, other, 99)
      assert.equal(distance, textbook(one, other))
      assert.equal(editDistance(one, other, 2), Math.min(distance, 3))
    }),
  )
})

function textbook(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length
  const [a, b] = [one.at(-1), other.at(-1)]
  const ways = [
    textbook(one.slice(0, -1), other) + 1,
    textbook(one, other.slice(0, -1)) + 1,
    textbook(one.slice(0, -1), other.slice(0, -1)) + (a === b ? 0 : 1),
  ]
  const isExchanged = one.length > 1 && other.length > 1 && a === other.at(-2) && b === one.at(-2)
  return Math.min(...ways, isExchanged ? textbook(one.slice(0, -2), other.slice(0, -2)) + 1 : Infinity)
}
