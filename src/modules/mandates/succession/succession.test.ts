import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addressesIn, issuesOfChoices } from './choice-issues.ts'
import { changesOf } from './duty-changes.ts'
import { linksOf } from './duty-links.ts'
import { composed, divided, merged, originsOf, pairsOf } from './pair-choices.ts'
import { predecessorOf, type DatedRevision, type DutyFacts, type Pair } from './succession.ts'

const revision = (id: string, year: number | null, adoptedOn: string | null = null): DatedRevision => ({
  id,
  year,
  adoptedOn,
})

test('a revision replaced the latest of the earlier ones; where the order is open nobody guesses', () => {
  const table: [DatedRevision, DatedRevision[], string | null][] = [
    [revision('b', 2018), [revision('a', 2014), revision('b', 2018)], 'a'],
    [revision('c', 2022), [revision('a', 2014), revision('b', 2018), revision('c', 2022)], 'b'],
    [revision('b', 2018), [revision('a', 2014), revision('b', 2018), revision('c', 2022)], 'a'],
    [revision('a', 2014), [revision('a', 2014), revision('b', 2018)], null],
    [revision('b', null), [revision('a', 2014), revision('b', null)], null],
    [revision('b', 2018), [revision('a', null), revision('b', 2018)], null],
    [revision('c', 2022), [revision('a', 2018), revision('b', 2018), revision('c', 2022)], null],
    [revision('b', 2018), [revision('a', 2018), revision('b', 2018)], null],
    [
      revision('b', 2018, '2018-11-01'),
      [revision('a', 2018, '2018-03-01'), revision('b', 2018, '2018-11-01')],
      'a',
    ],
  ]
  for (const [own, all, expected] of table)
    assert.equal(predecessorOf(own, all), expected, JSON.stringify([own, all]))
})

describe('pairs', () => {
  const sides = { before: ['a/1', 'a/2', 'a/3'], after: ['b/1', 'b/2'] }

  test('follow from where each later provision comes from: new, kept, merged, divided, dropped', () => {
    const table: [Record<string, string[]>, Pair[]][] = [
      [
        {},
        [
          { before: 'a/1', after: null },
          { before: 'a/2', after: null },
          { before: 'a/3', after: null },
          { before: null, after: 'b/1' },
          { before: null, after: 'b/2' },
        ],
      ],
      [
        { 'b/1': ['a/1'], 'b/2': ['a/3'] },
        [
          { before: 'a/1', after: 'b/1' },
          { before: 'a/2', after: null },
          { before: 'a/3', after: 'b/2' },
        ],
      ],
      [
        { 'b/1': ['a/2', 'a/1'] },
        [
          { before: 'a/1', after: 'b/1' },
          { before: 'a/2', after: 'b/1' },
          { before: 'a/3', after: null },
          { before: null, after: 'b/2' },
        ],
      ],
      [
        { 'b/1': ['a/1'], 'b/2': ['a/1'] },
        [
          { before: 'a/1', after: 'b/1' },
          { before: 'a/1', after: 'b/2' },
          { before: 'a/2', after: null },
          { before: 'a/3', after: null },
        ],
      ],
    ]
    for (const [origins, expected] of table) {
      const pairs = pairsOf(sides, new Map(Object.entries(origins)))
      assert.deepEqual(
        new Set(pairs.map((pair) => JSON.stringify(pair))),
        new Set(expected.map((pair) => JSON.stringify(pair))),
      )
      assert.equal(pairs.length, expected.length)
    }
  })

  test('what cannot be is told at its row, with addresses that could be meant', () => {
    const choices = (origins: Record<string, string[]>, isDivisionMeant = false) => ({
      origins: new Map(Object.entries(origins)),
      isDivisionMeant,
    })
    const pairs = pairsOf(sides, new Map([['b/2', ['a/2']]]))
    const told = (given: ReturnType<typeof choices>) =>
      issuesOfChoices(sides, given, pairs).map(({ field, key }) => `${field} ${key}`)
    assert.deepEqual(told(choices({ 'b/1': ['a/1'] })), [])
    assert.deepEqual(told(choices({ 'b/1': ['a/9'] })), ['from-b/1 pairing.unknown-earlier'])
    assert.deepEqual(told(choices({ 'b/9': [] })), ['rows pairing.unknown-later'])
    assert.deepEqual(told(choices({ 'b/1': ['a/2'] })), ['from-b/1 pairing.named-twice'])
    assert.deepEqual(told(choices({ 'b/1': ['a/2'], 'b/2': ['a/2'] }, true)), [])
    assert.deepEqual(told(choices({ 'b/1': ['a/2'], 'b/2': [] })), [])
  })

  test('addresses may be typed with any commas', () => {
    assert.deepEqual(addressesIn(' resolves/1，resolves/2، resolves/3;resolves/1 '), [
      'resolves/1',
      'resolves/2',
      'resolves/3',
    ])
    assert.deepEqual(addressesIn(' - '), [])
  })
})

const names = (prefix: string) =>
  fc.integer({ min: 0, max: 8 }).map((count) => Array.from({ length: count }, (_, i) => `${prefix}/${i + 1}`))

const origins = (before: string[], after: string[]) =>
  fc
    .tuple(...after.map(() => fc.subarray(before, { maxLength: Math.min(3, before.length) })))
    .map((chosen) => new Map(after.map((address, place) => [address, chosen[place] ?? []])))

const twoRevisions = fc
  .tuple(names('a'), names('b'))
  .chain(([before, after]) => fc.tuple(fc.constant({ before, after }), origins(before, after)))

const threeRevisions = fc
  .tuple(names('a'), names('b'), names('c'))
  .chain(([a, b, c]) => fc.tuple(fc.constant({ a, b, c }), origins(a, b), origins(b, c)))

test('each provision of both revisions is in exactly one place: in pairs, or alone', () => {
  fc.assert(
    fc.property(twoRevisions, ([sides, chosen]) => {
      const pairs = pairsOf(sides, chosen)
      const alone = (side: 'before' | 'after', address: string) =>
        pairs.filter(
          (pair) => pair[side] === address && pair[side === 'before' ? 'after' : 'before'] === null,
        ).length
      const paired = (side: 'before' | 'after', address: string) =>
        pairs.filter((pair) => pair[side] === address && pair.before !== null && pair.after !== null).length
      for (const side of ['before', 'after'] as const) {
        for (const address of sides[side]) {
          assert.equal(alone(side, address) === 1, paired(side, address) === 0)
          assert.equal(alone(side, address) <= 1, true)
        }
      }
      assert.equal(
        pairs.every(({ before, after }) => before !== null || after !== null),
        true,
      )
      assert.deepEqual(originsOf(pairs), chosen)
    }),
    { numRuns: 300 },
  )
})

test('pairing A with B and B with C gives a pairing of A with C that loses no provision', () => {
  fc.assert(
    fc.property(threeRevisions, ([{ a, b, c }, toB, toC]) => {
      const pairs = composed(pairsOf({ before: a, after: b }, toB), pairsOf({ before: b, after: c }, toC))
      assert.deepEqual(new Set(pairs.flatMap(({ before }) => before ?? [])), new Set(a))
      assert.deepEqual(new Set(pairs.flatMap(({ after }) => after ?? [])), new Set(c))
      const through = (address: string) =>
        new Set((toC.get(address) ?? []).flatMap((middle) => toB.get(middle) ?? []))
      for (const address of c) {
        const from = pairs.flatMap(({ before, after }) => (after === address ? (before ?? []) : []))
        assert.deepEqual(new Set(from), through(address))
      }
      const split = divided(pairs).filter((address) => !a.includes(address))
      assert.deepEqual([split, merged(pairs).filter((address) => !c.includes(address))], [[], []])
    }),
    { numRuns: 300 },
  )
})

const duty = (id: string, more: Partial<DutyFacts> = {}): DutyFacts => ({
  id,
  address: id.split('#')[0] ?? '',
  verb: { en: 'report' },
  deliverable: { en: 'a report' },
  cadence: { value: 'annual', isExplicit: true },
  deadline: { text: {}, date: null, year: null, occasion: null },
  addressee: [{ id: 'itu-sg', name: {} }],
  recipient: [{ id: 'itu-council', name: {} }],
  via: [],
  ...more,
})

test('in what a duty is another is told field by field; what is only read otherwise is no change', () => {
  const table: [Partial<DutyFacts>, string[]][] = [
    [{}, []],
    [{ cadence: { value: 'four-yearly', isExplicit: true } }, ['cadence']],
    [{ cadence: { value: null, isExplicit: false } }, ['cadence']],
    [{ addressee: [{ id: 'un-sg', name: {} }] }, ['addressee']],
    [{ addressee: [{ id: null, name: { en: 'the Director' } }] }, ['addressee']],
    [{ recipient: [] }, ['recipient']],
    [{ via: [{ id: 'itu-council', name: {} }] }, ['via']],
    [{ verb: { en: 'Report,' } }, []],
    [{ verb: { en: 'inform' } }, ['verb']],
    [{ verb: { fr: 'informer' } }, []],
    [{ deliverable: { en: 'a road map' } }, ['deliverable']],
    [{ deadline: { text: {}, date: null, year: 2030, occasion: null } }, ['deadline']],
    [
      { deadline: { text: { en: 'by the next Conference' }, date: null, year: null, occasion: null } },
      ['deadline'],
    ],
  ]
  for (const [more, expected] of table)
    assert.deepEqual(
      changesOf(duty('x'), duty('y', more)).map(({ field }) => field),
      expected,
      JSON.stringify(more),
    )
  const implied = duty('x', { cadence: { value: 'ongoing', isExplicit: false } })
  assert.deepEqual(changesOf(implied, duty('y', { cadence: { value: null, isExplicit: false } })), [])
  const both = { en: 'a report', ar: 'تقرير' }
  assert.deepEqual(
    changesOf(duty('x', { deliverable: both }), duty('y', { deliverable: { ...both, ar: 'وثيقة' } })),
    [],
  )
})

describe('duties', () => {
  const shown = (pairs: Pair[], before: DutyFacts[], after: DutyFacts[]) =>
    linksOf(pairs, before, after)
      .map((link) => `${link.before ?? '–'} ${link.kind} ${link.after ?? '–'}`)
      .sort()

  test('continue, change, end and begin with their provisions', () => {
    const pairs = [
      { before: 'a/1', after: 'b/1' },
      { before: 'a/2', after: 'b/2' },
      { before: 'a/3', after: null },
      { before: null, after: 'b/3' },
    ]
    const changed = duty('b/2#1', { cadence: { value: 'four-yearly', isExplicit: true } })
    assert.deepEqual(
      shown(pairs, [duty('a/1#1'), duty('a/2#1'), duty('a/3#1')], [duty('b/1#1'), changed, duty('b/3#1')]),
      ['a/1#1 continues b/1#1', 'a/2#1 changes b/2#1', 'a/3#1 ends –', '– begins b/3#1'].sort(),
    )
  })

  test('of one provision go on in those that are most like them, whatever their order', () => {
    const guide = { deliverable: { en: 'a guide' }, verb: { en: 'publish' } }
    assert.deepEqual(
      shown(
        [{ before: 'a/1', after: 'b/1' }],
        [duty('a/1#1'), duty('a/1#2', guide)],
        [duty('b/1#1', guide), duty('b/1#2')],
      ),
      ['a/1#1 continues b/1#2', 'a/1#2 continues b/1#1'],
    )
    assert.deepEqual(
      shown([{ before: 'a/1', after: 'b/1' }], [duty('a/1#1'), duty('a/1#2', guide)], [duty('b/1#1', guide)]),
      ['a/1#1 ends –', 'a/1#2 continues b/1#1'],
    )
  })

  test('of a divided provision go on in both parts, of merged ones in the whole', () => {
    const divide = [
      { before: 'a/1', after: 'b/1' },
      { before: 'a/1', after: 'b/2' },
    ]
    assert.deepEqual(shown(divide, [duty('a/1#1')], [duty('b/1#1'), duty('b/2#1')]), [
      'a/1#1 continues b/1#1',
      'a/1#1 continues b/2#1',
    ])
    const merge = [
      { before: 'a/1', after: 'b/1' },
      { before: 'a/2', after: 'b/1' },
    ]
    assert.deepEqual(shown(merge, [duty('a/1#1'), duty('a/2#1')], [duty('b/1#1')]), [
      'a/1#1 continues b/1#1',
      'a/2#1 continues b/1#1',
    ])
  })

  test('none is lost and none comes from nowhere, however the provisions are paired', () => {
    fc.assert(
      fc.property(twoRevisions, fc.integer({ min: 0, max: 2 }), ([sides, chosen], each) => {
        const duties = (addresses: string[]) =>
          addresses.flatMap((address) => Array.from({ length: each }, (_, i) => duty(`${address}#${i + 1}`)))
        const [before, after] = [duties(sides.before), duties(sides.after)]
        const links = linksOf(pairsOf(sides, chosen), before, after)
        assert.deepEqual(
          new Set(links.flatMap((link) => link.before ?? [])),
          new Set(before.map(({ id }) => id)),
        )
        assert.deepEqual(
          new Set(links.flatMap((link) => link.after ?? [])),
          new Set(after.map(({ id }) => id)),
        )
        for (const link of links) {
          if (link.kind === 'ends') assert.equal(links.filter((one) => one.before === link.before).length, 1)
          if (link.kind === 'begins') assert.equal(links.filter((one) => one.after === link.after).length, 1)
        }
      }),
      { numRuns: 200 },
    )
  })
})
