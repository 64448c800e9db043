import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dueOrder, noDeadline, type Placed } from './due-order.ts'

test('what is due next comes first, and what has passed last', () => {
  const rows: Placed[] = [
    ['2026-05-29', 'passed'],
    [noDeadline, 'some day'],
    ['2026-11-22', 'yesterday'],
    ['2027-01-31', 'later'],
    ['2026-11-23', 'today, b'],
    ['2026-11-23', 'today, a'],
  ]
  assert.deepEqual(
    rows.toSorted(dueOrder('2026-11-23')).map(([, id]) => id),
    ['today, a', 'today, b', 'later', 'some day', 'passed', 'yesterday'],
  )
})
