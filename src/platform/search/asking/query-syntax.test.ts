import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { askedParts } from './query-syntax.ts'

const written = (query: string) =>
  askedParts(query).map(
    ({ kind, text, isExcluded }) =>
      `${isExcluded ? '-' : ''}${kind === 'phrase' ? `<${text}>` : text.trim()}`,
  )

test('words, phrases in the quotes of every language, and what must not be there', () => {
  const table: [string, string[]][] = [
    ['digital divide', ['digital divide']],
    ['"digital divide" women', ['<digital divide>', 'women']],
    ['« fracture numérique »', ['< fracture numérique >']],
    ['„широкополосный доступ“', ['<широкополосный доступ>']],
    ['“数字鸿沟” 妇女', ['<数字鸿沟>', '妇女']],
    ['「数字鸿沟」『妇女』《技能》', ['<数字鸿沟>', '<妇女>', '<技能>']],
    ['women -rural', ['women', '-rural']],
    ['women −"rural areas" men', ['women', '-<rural areas>', 'men']],
    ['-school', ['-school']],
    ['e-health A/RES/70/125', ['e-health A/RES/70/125']],
    ['2019-2025 - plan', ['2019-2025 - plan']],
    ['"not closed', ['<not closed>']],
    ["l'école d’été", ["l'école d’été"]],
    ['"" «» -', []],
    ['', []],
  ]
  for (const [query, parts] of table) assert.deepEqual(written(query), parts, query)
})

test('whatever is typed, few and short parts come out of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (query) => {
      const parts = askedParts(query)
      assert.ok(parts.length <= 24)
      assert.ok(parts.reduce((sum, { text }) => sum + text.length, 0) <= 400)
      assert.ok(parts.every(({ text }) => text.isWellFormed() && !/\p{Cc}/u.test(text)))
    }),
  )
})
