import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reminderOf } from './notice.ts'

test('a due date calls for a reminder at each step, once it is reached, and once after it has passed', () => {
  const steps = (today: string) => reminderOf('2026-12-31', today)?.step ?? null

  assert.deepEqual(
    ['2026-10-31', '2026-11-01', '2026-12-16', '2026-12-17', '2026-12-30', '2026-12-31'].map(steps),
    [null, 60, 60, 14, 1, 1],
  )
  assert.deepEqual(['2027-01-01', '2027-01-30', '2027-01-31'].map(steps), ['past', 'past', null])
})
