import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contradictionsOf } from '../contradictions/contradiction.ts'
import { overlap, type Link } from '../links/link.ts'
import { countedCells, verdictOf, type LineEvidence } from './cells.ts'

const link = (id: string, of: Partial<Link> = {}): Link => ({
  ...{ id, state: 'agreed', line: 'C2', sdg: 9, target: null, objective: null, agency: null, language: 'en' },
  ...{ validFrom: '2026-01-01', validUntil: null, source: null, basis: null, byLine: null, byGoal: null },
  ...{ doubt: null, shippedRevision: null, revision: 1, updatedAt: new Date(0), agreedAt: null },
  ...{ withdrawnAt: null, isExample: false },
  ...of,
})

const counts = (
  of: Partial<Record<'goals' | 'targets' | 'objectives', [string, number][]>>,
  total: number,
): LineEvidence => ({
  total,
  goals: new Map(of.goals),
  targets: new Map(of.targets),
  objectives: new Map(of.objectives),
})

test('a cell counts agreed links that hold, proposals, and evidence with its share of the line', () => {
  const links = [
    link('a', { target: '9.1' }),
    link('b', { target: '9.1', objective: '1' }),
    link('c'),
    link('d', { state: 'proposed' }),
    link('e', { state: 'withdrawn' }),
    link('f', { validFrom: '2027-01-01' }),
    link('g', { validUntil: '2025-12-31', validFrom: '2020-01-01' }),
    link('h', { line: 'C1' }),
  ]
  const evidence = new Map([['C2', counts({ goals: [['9', 3]], targets: [['9.1', 2]] }, 4)]])
  const others = [
    { tree: 'goals', code: '9' },
    { tree: 'targets', code: '9.1' },
    { tree: 'objectives', code: '1' },
    { tree: 'goals', code: '1' },
  ] as const
  const cells = countedCells(['C2', 'C3'], others, { links, evidence, day: '2026-06-01' })
  assert.deepEqual(
    cells.map(({ agreed, proposed, evidence: many, share, verdict }) => [
      agreed,
      proposed,
      many,
      share,
      verdict,
    ]),
    [
      [3, 1, 3, 0.75, 'shown'],
      [2, 0, 2, 0.5, 'shown'],
      [1, 0, 0, 0, 'not-shown'],
      [0, 0, 0, 0, 'empty'],
      ...Array.from({ length: 4 }, () => [0, 0, 0, null, 'empty']),
    ],
  )
  assert.equal(verdictOf(0, 1), 'not-linked')
})

test('days overlap when there is one on which both hold', () => {
  const days = (validFrom: string, validUntil: string | null) => ({ validFrom, validUntil })
  const cases: [ReturnType<typeof days>, ReturnType<typeof days>, boolean][] = [
    [days('2026-01-01', null), days('2030-01-01', null), true],
    [days('2026-01-01', '2026-12-31'), days('2026-12-31', null), true],
    [days('2026-01-01', '2026-12-31'), days('2027-01-01', null), false],
    [days('2026-01-01', '2026-02-01'), days('2025-01-01', '2025-12-31'), false],
  ]
  for (const [one, other, expected] of cases)
    assert.deepEqual([overlap(one, other), overlap(other, one)], [expected, expected])
})

test('contradictions are found in what is stored, and only among agreed links', () => {
  const both = { byLine: true, byGoal: true }
  const cases: [string, Link[], string[]][] = [
    ['nothing', [link('a', both), link('b', { ...both, sdg: 1 })], []],
    ['one direction', [link('a', { byLine: false, byGoal: true })], ['only-by-goal a']],
    ['the other direction', [link('a', { byLine: true, byGoal: false })], ['only-by-line a']],
    ['not where there is no source', [link('a')], []],
    ['a goal and its target', [link('a'), link('b', { target: '9.1' })], ['goal-and-targets a,b']],
    [
      'not one after the other',
      [link('a', { validUntil: '2026-02-01' }), link('b', { target: '9.1', validFrom: '2026-03-01' })],
      [],
    ],
    ['twice', [link('a'), link('b', { agency: 'body:itu' })], ['overlap a,b']],
    [
      'twice, one after the other',
      [link('a', { validUntil: '2026-02-01' }), link('b', { validFrom: '2026-03-01' })],
      [],
    ],
    ['twice with different objectives', [link('a'), link('b', { objective: '1' })], []],
    ['a doubt', [link('a', { doubt: { en: 'Hm.' } })], ['doubt a']],
    ['nothing of proposals', [link('a', { state: 'proposed', doubt: { en: 'Hm.' } }), link('b')], []],
  ]
  for (const [what, links, expected] of cases)
    assert.deepEqual(
      {
        what,
        found: contradictionsOf(links).map(
          ({ kind, links: some }) => `${kind} ${some.map(({ id }) => id).join()}`,
        ),
      },
      { what, found: expected },
    )
})
