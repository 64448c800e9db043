import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bestAssignment } from './assignment.ts'

const sumOf = (values: number[][], columns: number[]) =>
  columns.reduce((sum, column, row) => sum + (column < 0 ? 0 : (values[row]?.[column] ?? 0)), 0)

/** Every way of giving each row a column of its own, or none. */
function bestSum(values: number[][], row = 0, taken: number[] = []): number {
  if (row === values.length) return 0
  const without = bestSum(values, row + 1, taken)
  const withOne = (values[row] ?? []).map((value, column) =>
    taken.includes(column) ? 0 : value + bestSum(values, row + 1, [...taken, column]),
  )
  return Math.max(without, ...withOne)
}

test('rows take columns so that the sum is the greatest there is, whatever the shape', () => {
  const matrix = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    )
  fc.assert(
    fc.property(matrix, (values) => {
      const columns = bestAssignment(values)
      const taken = columns.filter((column) => column >= 0)
      assert.equal(new Set(taken).size, taken.length)
      assert.equal(sumOf(values, columns), bestSum(values))
    }),
    { numRuns: 300 },
  )
})

test('what is worth nothing is left alone', () => {
  assert.deepEqual(bestAssignment([[0, 0]]), [-1])
  assert.deepEqual(bestAssignment([[0], [3]]), [-1, 0])
  assert.deepEqual(bestAssignment([]), [])
  assert.deepEqual(bestAssignment([[], []]), [-1, -1])
})
