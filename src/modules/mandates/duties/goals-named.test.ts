import assert from 'node:assert/strict'
import { test } from 'node:test'
import { goalsNamed } from './goals-named.ts'

test('only numbered Sustainable Development Goals are goals', () => {
  const table: [string, number[]][] = [
    ['to support SDG 9 and SDG 4', [4, 9]],
    ['Sustainable Development Goal 17', [17]],
    ["l'ODD 5", [5]],
    ['el ODS 13', [13]],
    ['ЦУР 6', [6]],
    ['可持续发展目标9', [9]],
    ['هدف التنمية المستدامة 3', [3]],
    ['goal 2 of the strategic plan', []],
    ['SDG 18 does not exist', []],
    ['the SDGs', []],
    ['SDG 2030', []],
  ]
  for (const [text, goals] of table) assert.deepEqual(goalsNamed(text), goals, text)
})
