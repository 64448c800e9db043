import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ageOf, monthsBetween, ruleFor, supportOf, type AgeRule } from './ages.ts'

const rules: AgeRule[] = [
  { cadence: 'any', kind: 'any', ageingAfterMonths: 12, oldAfterMonths: 36 },
  { cadence: 'annual', kind: 'any', ageingAfterMonths: 12, oldAfterMonths: 24 },
  { cadence: 'any', kind: 'address', ageingAfterMonths: 6, oldAfterMonths: 24 },
  { cadence: 'annual', kind: 'file', ageingAfterMonths: 18, oldAfterMonths: 30 },
]

test('months are counted whole, and days to come are no age', () => {
  const table = [
    ['2026-01-15', '2026-01-15', 0],
    ['2026-01-15', '2026-02-14', 0],
    ['2026-01-15', '2026-02-15', 1],
    ['2024-02-29', '2025-02-28', 11],
    ['2024-02-29', '2025-03-01', 12],
    ['2027-01-01', '2026-01-01', 0],
  ] as const
  for (const [from, to, months] of table) assert.equal(monthsBetween(from, to), months, `${from} to ${to}`)
})

test('the rule that says most decides: the rhythm before the kind', () => {
  const table = [
    ['annual', 'file', 18],
    ['annual', 'address', 12],
    ['annual', 'record', 12],
    ['ongoing', 'address', 6],
    ['ongoing', 'file', 12],
    [null, 'file', 12],
  ] as const
  for (const [cadence, kind, months] of table)
    assert.equal(ruleFor(rules, cadence, kind)?.ageingAfterMonths, months, `${cadence} ${kind}`)
  assert.equal(ruleFor([], 'annual', 'file'), null)
})

test('evidence is fresh, then ageing, then old, to the day', () => {
  const table = [
    ['2026-11-21', 'fresh'],
    ['2025-11-22', 'fresh'],
    ['2025-11-21', 'ageing'],
    ['2024-11-22', 'ageing'],
    ['2024-11-21', 'old'],
    ['1999-01-01', 'old'],
  ] as const
  for (const [happenedOn, age] of table)
    assert.equal(
      ageOf(happenedOn, '2026-11-21', { rules, cadence: 'annual', kind: 'record' }),
      age,
      happenedOn,
    )
  assert.equal(ageOf('1999-01-01', '2026-11-21', { rules: [], cadence: null, kind: 'file' }), 'fresh')
})

test('old evidence counts for less, and what is contested or withdrawn for nothing', () => {
  const table = [
    [[], 0],
    [['withdrawn fresh', 'contested fresh'], 0],
    [['reported fresh'], 1],
    [['documented old'], 1],
    [['documented ageing'], 1],
    [['documented fresh'], 2],
    [['verified old'], 1],
    [['verified ageing'], 2],
    [['verified fresh'], 3],
    [['verified old', 'documented fresh', 'contested fresh'], 2],
  ] as const
  for (const [each, support] of table) {
    const evidence = each.map((one) => {
      const [strength, age] = one.split(' ')
      return { strength, age } as Parameters<typeof supportOf>[0][number]
    })
    assert.equal(supportOf(evidence), support, each.join())
  }
})
