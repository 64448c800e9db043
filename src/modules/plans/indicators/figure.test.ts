import assert from 'node:assert/strict'
import { test } from 'node:test'
import { numberOf, readFigure } from './figure.ts'
import { isReached, valueOf, wayTo } from './indicator.ts'

test('of a ratio both parts are kept, and the value follows from them', () => {
  const read = readFigure({ numerator: '1', denominator: '3' }, 100)
  assert.ok('figure' in read)
  assert.deepEqual(read.figure, { value: null, numerator: 1, denominator: 3 })
  assert.equal(Math.round(valueOf(read.figure, 100) * 100) / 100, 33.33)
})

test('what does not fit the kind of number is refused by field and rule', () => {
  const table = [
    [
      { value: '5' },
      100,
      ['value indicators.is-ratio', 'numerator form.value.wrong', 'denominator form.value.wrong'],
    ],
    [{ numerator: '1', denominator: '0' }, 100, ['denominator indicators.divides-by-zero']],
    [{ numerator: '1', denominator: '0.000' }, 1, ['denominator indicators.divides-by-zero']],
    [{ value: '5', numerator: '1' }, null, ['numerator indicators.no-ratio']],
    [{ value: 'much' }, null, ['value form.value.wrong']],
    [{}, null, ['value form.value.wrong']],
  ] as const
  for (const [typed, per, expected] of table) {
    const read = readFigure(typed, per)
    assert.deepEqual(
      'issues' in read ? read.issues.map(({ field, key }) => `${field} ${key}`) : read,
      expected,
    )
  }
})

test('a number is read exactly or not at all', () => {
  const table = [
    ['42', 42],
    [' -3.75 ', -3.75],
    ['0', 0],
    ['1e9', null],
    ['1,5', null],
    ['', null],
    ['1234567890123', null],
    ['0.1234567', null],
  ] as const
  for (const [text, number] of table) assert.equal(numberOf(text), number, text)
})

test('the way to the target is known only where a baseline is', () => {
  const target = { value: 75, year: 2027 }
  const measured = { state: 'measured', year: 2025, value: 25, numerator: null, denominator: null } as const
  assert.equal(wayTo({ per: null, baseline: measured, target }, 50), 0.5)
  assert.equal(wayTo({ per: null, baseline: { state: 'none' }, target }, 50), null)
  assert.equal(isReached({ direction: 'down', target }, 70), true)
  assert.equal(isReached({ direction: 'up', target }, 70), false)
})
