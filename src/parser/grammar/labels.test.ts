import { test } from 'node:test'
import assert from 'node:assert/strict'
import { neutralLabel, readLabel } from './labels.ts'

const neutral = (text: string): string[] => {
  const label = readLabel(text)
  return label ? label.readings.map((reading) => neutralLabel(reading, label.suffix)) : []
}

test('labels of all scripts have the same neutral form', () => {
  const table: [string, string[]][] = [
    ['1 that', ['1']],
    ['1. Decides', ['1']],
    ['12) that', ['12']],
    ['3bis that', ['3bis']],
    ['3 bis that', ['3bis']],
    ['a) that', ['a']],
    ['abis) that', ['abis']],
    ['(b) To act', ['b']],
    ['i) that', ['i', 'i']],
    ['(iv) to', ['iv']],
    ['– one', ['d0']],
    ['1.1 to', ['1.1']],
    ['٣ أن', ['3']],
    ['٢ مكرراً أن', ['2bis']],
    ['أ ) أن', ['a']],
    ['(ب) أن', ['b']],
    ["'2' أن", ['ii']],
    ['б) что', ['b']],
    ['в) что', ['c']],
    ['１ 有关', ['1']],
    ['１．决定', ['1']],
    ['三、决定', ['3']],
    ['㈡ 有关', ['ii']],
    ['（一）有关', ['i']],
  ]
  for (const [text, expected] of table) assert.deepEqual(neutral(text), expected, text)
})

test('a Cyrillic letter that looks Latin can be either', () => {
  assert.deepEqual(neutral('с) что'), ['c', 'q'])
  assert.deepEqual(neutral('а) что'), ['a'])
})

test('years, sums, sections and words are no labels', () => {
  for (const text of [
    '2030 Agenda',
    '§ 5 of it',
    'that ITU',
    '10-year plan',
    'etc.) and',
    'A. Smith',
    'U.S. law',
  ]) {
    assert.deepEqual(neutral(text), [], text)
  }
})
