import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { wordDifference } from './word-difference.ts'

const shown = (before: string, after: string) =>
  wordDifference(before, after).map(
    ({ kind, text }) => `${{ same: '=', removed: '-', added: '+' }[kind]}${text}`,
  )

test('the words that changed are marked, and no others', () => {
  assert.deepEqual(shown('to report every year', 'to report every two years'), [
    '=to report every ',
    '-year',
    '+two years',
  ])
  assert.deepEqual(shown('same', 'same'), ['=same'])
  assert.deepEqual(shown('', 'new words'), ['+new words'])
  assert.deepEqual(shown('old words', ''), ['-old words'])
})

test('each Chinese character is a word', () => {
  assert.deepEqual(shown('每年报告', '每两年报告'), ['=每', '+两', '=年报告'])
})

test('without what was added it is the text before, without what was removed the text after', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'le', 'год', '年', ' ', ', ', ';\n'), { maxLength: 25 })
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [before, after] = [a.join(''), b.join('')]
      const segments = wordDifference(before, after)
      const without = (kind: string) =>
        segments
          .filter((one) => one.kind !== kind)
          .map(({ text }) => text)
          .join('')
      assert.equal(without('added'), before)
      assert.equal(without('removed'), after)
    }),
    { numRuns: 500 },
  )
})

test('two very long texts without anything in common are shown as replaced', () => {
  const long = (word: string) => `${word} `.repeat(3000).trim()
  assert.deepEqual(
    wordDifference(long('a'), long('b')).map(({ kind }) => kind),
    ['removed', 'added'],
  )
})
