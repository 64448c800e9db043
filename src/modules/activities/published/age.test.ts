import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ageOf, ageOfMonth, monthOf } from './age.ts'

const now = new Date('2026-11-21T12:00:00Z')

test('an entry ages by the months of the calendar, however it is counted', () => {
  for (const [instant, age] of [
    ['2026-11-30T00:00:00Z', 'fresh'],
    ['2025-11-01T00:00:00Z', 'fresh'],
    ['2025-10-31T23:59:59Z', 'ageing'],
    ['2024-11-01T00:00:00Z', 'ageing'],
    ['2024-10-31T23:59:59Z', 'old'],
    ['2004-01-01T00:00:00Z', 'old'],
  ] as const) {
    const confirmedAt = new Date(instant)
    assert.equal(ageOf(confirmedAt, now), age, instant)
    assert.equal(ageOfMonth(monthOf(confirmedAt), now), age, instant)
  }
})
