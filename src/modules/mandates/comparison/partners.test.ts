import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareRevisions } from './compare-revisions.ts'
import type { Comparable } from './comparison.ts'

const provision = (number: number, text: string): Comparable => ({
  address: `resolves/${number}`,
  section: 'resolves',
  parent: null,
  label: String(number),
  text,
})

/** Sentences of which no two share their rare words. */
const sentence = (number: number) =>
  `that keeper ${number} of harbour ${number * 7} should paint door ${number * 13} with colour ${number * 29}`

test('a text of many hundred provisions is paired as a short one is', () => {
  const before = Array.from({ length: 600 }, (_, i) => provision(i + 1, sentence(i + 1)))
  // One is new at the beginning, every tenth is worded otherwise, and the last is gone.
  const later = before
    .slice(0, -1)
    .map(({ text }, i) => (i % 10 === 0 ? `${text} before the first frost` : text))
  const after = [sentence(9001), ...later].map((text, i) => provision(i + 1, text))
  const { pairs, counts } = compareRevisions(before, after)
  assert.deepEqual(counts, { kept: 0, renumbered: 539, changed: 60, new: 1, dropped: 1 })
  assert.equal(
    pairs.every(
      (pair) => pair.before === null || pair.after === null || next(pair.before) === pair.after.address,
    ),
    true,
  )
})

const next = ({ address }: Comparable) => `resolves/${Number(address.split('/')[1]) + 1}`

test('thousands of provisions without any like another one are told apart within bounds', () => {
  const side = (from: number) => Array.from({ length: 3000 }, (_, i) => provision(i + 1, sentence(from + i)))
  const { counts } = compareRevisions(side(1), side(50_000))
  assert.equal(counts.kept + counts.renumbered, 0)
})
