import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { differenceOf } from './difference.ts'
import type { Counted } from './edition.ts'

describe('the difference between two countings', () => {
  const then: Counted = [
    ['stays', 1, 'C2'],
    ['edited', 1, 'C2'],
    ['moved', 1, 'on-track'],
    ['hidden', 1, 'C2'],
    ['other', 1, 'C2'],
    ['of-format-1', 1],
  ]
  const now: Counted = [
    ['stays', 1, 'C2'],
    ['edited', 2, 'C2'],
    ['moved', 1, 'at-risk'],
    ['new', 1, 'C2'],
    ['of-format-1', 1, 'C5'],
  ]

  test('names what is gone, asked for no longer, new, counted for something else, and edited, in this order', () => {
    assert.deepEqual(
      differenceOf(then, now, (id) => id === 'other'),
      [
        { id: 'hidden', became: 'gone' },
        { id: 'other', became: 'other' },
        { id: 'new', became: 'new' },
        { id: 'moved', became: 'moved', moved: { from: 'on-track', to: 'at-risk' } },
        { id: 'edited', became: 'edited' },
      ],
    )
  })

  test('is none where nothing has changed', () => {
    assert.deepEqual(
      differenceOf(then, then, () => true),
      [],
    )
  })
})
