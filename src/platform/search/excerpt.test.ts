import assert from 'node:assert/strict'
import { test } from 'node:test'
import { excerptOf } from './excerpt.ts'

test('a short text stays whole, with its marks', () => {
  assert.deepEqual(excerptOf('The Office reports.', [[11, 18]]), {
    text: 'The Office reports.',
    marks: [[11, 18]],
  })
})

test('a long text is cut around its marks, and the offsets count from the beginning of the cut', () => {
  const text = `${'word '.repeat(200)}lighthouse ${'word '.repeat(200)}`
  const excerpt = excerptOf(text, [[1000, 1010]])
  assert.deepEqual(
    excerpt.marks.map(([from, to]) => excerpt.text.slice(from, to)),
    ['lighthouse'],
  )
  assert.equal(excerpt.text.startsWith('… '), true)
  assert.equal(excerpt.text.endsWith(' …'), true)
  assert.equal(excerpt.text.length < 300, true)
})

test('where most marks stand is shown, and no character is cut in two', () => {
  const text = `${'𠮷'.repeat(300)}ab${'𠮷'.repeat(300)}`
  const excerpt = excerptOf(text, [
    [0, 2],
    [600, 601],
    [601, 602],
  ])
  assert.equal(excerpt.text.isWellFormed(), true)
  assert.equal(excerpt.marks.length, 2)
})
