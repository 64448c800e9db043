import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages } from '../languages.ts'
import { inOneLine, linesOf } from './lines.ts'

test('lines hold the whole text, and end between words', () => {
  const text = 'Between the first word and the last there are some others.'
  const lines = linesOf(languages.en, text, 120, 11)
  assert.equal(lines.join(' '), text)
  assert.ok(lines.length > 2)
})

test('a Chinese line does not begin with a sign that closes', () => {
  const text = '阿根廷政府与大不列颠及北爱尔兰联合王国政府对福克兰群岛（马尔维纳斯）的主权存在争端。'
  for (let width = 60; width < 400; width += 11) {
    const lines = linesOf(languages.zh, text, width, 11)
    assert.equal(lines.join(''), text)
    assert.deepEqual(
      lines.filter((line) => /^[），。]|（$/.test(line)),
      [],
    )
  }
})

test('what is too long for one line ends at a word, with a sign', () => {
  assert.equal(inOneLine('short', 200, 13), 'short')
  assert.equal(
    inOneLine('C5 Building confidence and security in the use of ICTs', 200, 13),
    'C5 Building confidence and…',
  )
  assert.match(inOneLine('信息'.repeat(40), 200, 13), /^(信息)+信?…$/)
})
