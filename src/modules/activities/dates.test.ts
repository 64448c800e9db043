import assert from 'node:assert/strict'
import { test } from 'node:test'
import { confirmDays, dayAfterMonths, firstDay, isInOrder, isPartialDate, lastDay } from './dates.ts'

test('a date is a year, a month or a day that exists', () => {
  for (const good of ['2026', '2026-05', '2024-02-29', '1999-12-31'])
    assert.equal(isPartialDate(good), true, good)
  for (const bad of ['26', '2026-13', '2026-00', '2026-02-30', '2026-5', '3026', '2026-05-17T00:00', ''])
    assert.equal(isPartialDate(bad), false, bad)
})

test('a partial date has a first and a last day', () => {
  assert.deepEqual([firstDay('2026'), lastDay('2026')], ['2026-01-01', '2026-12-31'])
  assert.deepEqual([firstDay('2024-02'), lastDay('2024-02')], ['2024-02-01', '2024-02-29'])
  assert.deepEqual([firstDay('2026-05-17'), lastDay('2026-05-17')], ['2026-05-17', '2026-05-17'])
})

test('something may end in the same year, month or day in which it begins, and not before', () => {
  assert.equal(isInOrder('2026-05', '2026'), true)
  assert.equal(isInOrder('2026-05-17', '2026-05-17'), true)
  assert.equal(isInOrder('2026-05', '2026-04'), false)
})

test('months are counted to the last day of a shorter month', () => {
  assert.equal(dayAfterMonths('2026-08-31', 6), '2027-02-28')
  assert.equal(dayAfterMonths('2026-11-22', 12), '2027-11-22')
})

test('an owner is asked when the end has passed or a year has gone by, and never about what is completed', () => {
  const table = [
    ['2026-01-10', { status: 'ongoing', end: null }, '2027-01-10', '2027-07-10'],
    ['2026-01-10', { status: 'ongoing', end: '2026-06' }, '2026-06-30', '2026-12-30'],
    ['2026-01-10', { status: 'planned', end: '2029' }, '2027-01-10', '2027-07-10'],
    // Confirmed after its end, so whoever confirmed knew.
    ['2026-01-10', { status: 'ongoing', end: '2025' }, '2027-01-10', '2027-07-10'],
    ['2026-01-10', { status: 'completed', end: '2025' }, null, null],
  ] as const
  for (const [on, dates, confirmOn, archiveOn] of table)
    assert.deepEqual(confirmDays(on, dates), { confirmOn, archiveOn })
})
