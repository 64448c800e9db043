import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deadlineInstant } from './deadline.ts'

test('a deadline passes by the clocks of its zone, in summer and in winter', () => {
  const at = (on: string, time: string | null, zone = 'Europe/Zurich') =>
    deadlineInstant({ on, time, zone }).toISOString()
  assert.deepEqual(
    [
      at('2026-01-31', '23:00'),
      at('2026-07-31', '23:00'),
      at('2026-03-29', '03:00'),
      at('2026-10-25', '01:59'),
      at('2026-10-25', null),
      at('2026-12-31', '12:00', 'Pacific/Auckland'),
    ],
    [
      '2026-01-31T22:00:00.000Z',
      '2026-07-31T21:00:00.000Z',
      '2026-03-29T01:00:00.000Z',
      '2026-10-24T23:59:00.000Z',
      '2026-10-25T22:59:59.000Z',
      '2026-12-30T23:00:00.000Z',
    ],
  )
})
