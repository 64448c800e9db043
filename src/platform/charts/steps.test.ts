import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { stepsOf } from './steps.ts'

test('five steps hold about as many values each', () => {
  const { of, ranges } = stepsOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 1000])
  assert.deepEqual(ranges, [
    { step: 1, least: 1, greatest: 2 },
    { step: 2, least: 3, greatest: 4 },
    { step: 3, least: 5, greatest: 6 },
    { step: 4, least: 7, greatest: 8 },
    { step: 5, least: 9, greatest: 1000 },
  ])
  assert.deepEqual([undefined, 0, 1, 2, 3, 10, 2000].map(of), [0, 0, 1, 1, 2, 5, 5])
})

test('few values keep far apart, and nothing has no steps', () => {
  assert.deepEqual(
    stepsOf([4, 4, 9]).ranges.map(({ step, greatest }) => [step, greatest]),
    [
      [1, 4],
      [5, 9],
    ],
  )
  assert.deepEqual(stepsOf([7, 7]).ranges, [{ step: 3, least: 7, greatest: 7 }])
  assert.deepEqual(stepsOf([0, 0]).ranges, [])
})

test('more never has a lighter step, equal values have the same, and every value lies in the range of its step', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 60 }), (values) => {
      const { of, ranges } = stepsOf(values)
      const sorted = values.toSorted((one, other) => one - other)
      assert.deepEqual(
        sorted.map(of),
        sorted.map(of).toSorted((one, other) => one - other),
      )
      for (const value of values.filter((one) => one > 0)) {
        const range = ranges.find(({ step }) => step === of(value))
        assert.ok(range && range.least <= value && value <= range.greatest)
      }
      assert.equal(new Set(ranges.map(({ step }) => step)).size, ranges.length)
    }),
  )
})
