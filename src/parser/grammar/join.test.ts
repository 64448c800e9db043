import { test } from 'node:test'
import assert from 'node:assert/strict'
import { joinLines, vocabularyOf } from './join.ts'

const joined = (lines: string[], elsewhere = ''): string =>
  joinLines(lines, vocabularyOf([elsewhere, ...lines])).text

test('real hyphens stay, soft ones go, and words are healed only on proof', () => {
  assert.equal(joined(['a high-', 'level meeting']), 'a high-level meeting')
  assert.equal(joined(['the telecommu-', 'nications'], 'telecommunications matter'), 'the telecommunications')
  assert.equal(joined(['the telecommu\u00ad', 'nications']), 'the telecommunications')
  assert.equal(joined(['the Secretary-', 'General']), 'the Secretary-General')
  assert.equal(joined(['(IP)-', 'based networks']), '(IP)-based networks')
  assert.equal(joined(['the co-', 'operation of'], 'co-operation and cooperation'), 'the co-operation of')
})

test('a dash with a space before it is no hyphen', () => {
  assert.equal(joined(['the sea -', 'and the sky']), 'the sea - and the sky')
})

test('Chinese lines meet without a space', () => {
  assert.equal(joined(['图书馆向所', '有人开放，', '包括学校']), '图书馆向所有人开放，包括学校')
})
