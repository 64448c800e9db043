import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { seriesOf, plusDays } from './period.ts'
import { ratings } from './report.ts'
import { latestPlace, leavesOf, markOf, marks, rollUp, shareDone, type Latest, type Mark } from './roll-up.ts'
import { isAsked, standingOf, standings } from './standing.ts'

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 150)

test('the standing of a report is told from the day, the period and the report', () => {
  const period = { endsOn: '2026-09-30', dueOn: '2026-10-15' }
  const table = [
    ['2026-09-29', null, true, 'not-due'],
    ['2026-09-30', null, true, 'due'],
    ['2026-10-15', null, true, 'due'],
    ['2026-10-16', null, true, 'missing'],
    ['2026-10-16', { state: 'draft', sentOn: null }, true, 'missing'],
    ['2026-10-16', null, false, 'not-due'],
    ['2026-10-16', { state: 'submitted', sentOn: '2026-10-15' }, true, 'submitted'],
    ['2026-10-16', { state: 'submitted', sentOn: '2026-10-16' }, true, 'late'],
    ['2026-12-01', { state: 'returned', sentOn: '2026-10-16' }, true, 'returned'],
    ['2026-12-01', { state: 'accepted', sentOn: '2026-10-16' }, true, 'accepted'],
    ['2026-12-01', { state: 'accepted', sentOn: '2026-10-01' }, false, 'accepted'],
  ] as const
  for (const [today, report, asked, expected] of table)
    assert.equal(standingOf({ period, report, isAsked: asked }, today), expected, `${today} ${expected}`)
})

test('no report is asked for of what is not carried out, has ended, has others below it, starts later or is done', () => {
  const asked = {
    isReported: true,
    isActive: true,
    isLeaf: true,
    startsOn: '2026-01-01',
    periodEndsOn: '2026-03-31',
    doneBefore: false,
  }
  const changes: Partial<typeof asked>[] = [
    {},
    { isReported: false },
    { isActive: false },
    { isLeaf: false },
    { startsOn: '2026-04-01' },
    { doneBefore: true },
  ]
  assert.deepEqual(
    changes.map((change) => isAsked({ ...asked, ...change })),
    [true, false, false, false, false, false],
  )
})

test('an item counts as what its reviewer said, and as missing when its last report is missing', () => {
  const table = [
    ['accepted', 'done', 'done'],
    ['accepted', 'off-track', 'off-track'],
    ['missing', null, 'missing'],
    ['due', null, 'waiting'],
    ['submitted', null, 'waiting'],
    ['late', null, 'waiting'],
    ['returned', null, 'waiting'],
    ['not-due', null, 'not-asked'],
  ] as const
  for (const [standing, rating, mark] of table) assert.equal(markOf({ standing, rating }), mark)
})

test('the period that counts is the last whose report came or is missing', () => {
  const table = [
    [['accepted', 'due', 'not-due'], 0],
    [['missing', 'due', 'not-due'], 0],
    [['accepted', 'missing', 'due'], 1],
    [['missing', 'submitted'], 1],
    [['not-due', 'due', 'not-due'], 1],
    [['not-due', 'not-due'], -1],
    [[], -1],
  ] as const
  for (const [periods, place] of table) assert.equal(latestPlace(periods), place, periods.join())
})

test('periods of a series follow the calendar, cover the plan once and are due after they end', () => {
  assert.deepEqual(seriesOf({ startsOn: '2026-02-10', endsOn: '2026-12-31' }, 'half-yearly', 30), [
    { startsOn: '2026-02-10', endsOn: '2026-06-30', dueOn: '2026-07-30' },
    { startsOn: '2026-07-01', endsOn: '2026-12-31', dueOn: '2027-01-30' },
  ])
  const day = fc.integer({ min: 0, max: 3000 }).map((days) => plusDays('2024-01-01', days))
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 2, max: 1500 }),
      fc.constantFrom('quarterly', 'half-yearly', 'yearly'),
      (startsOn, days, step) => {
        const endsOn = plusDays(startsOn, days)
        const series = seriesOf({ startsOn, endsOn }, step, 10)
        for (const [place, one] of series.entries()) {
          const next = series[place + 1]
          if (next !== undefined) assert.equal(next.startsOn, plusDays(one.endsOn, 1))
          assert.ok(
            one.startsOn < one.endsOn && one.endsOn <= endsOn && one.dueOn === plusDays(one.endsOn, 10),
          )
        }

        // Two days alone may fall into two quarters, and make no period at all.
        if (days > 2) assert.deepEqual([series[0]?.startsOn, series.at(-1)?.endsOn], [startsOn, endsOn])
      },
    ),
    { numRuns },
  )
})

const item = (id: string, parent: string | null) => ({ id, parent, state: 'active' as const })
const trees = fc
  .array(
    fc.record({
      above: fc.nat(),
      isTop: fc.boolean(),
      state: fc.constantFrom('active', 'active', 'active', 'split', 'dropped'),
    }),
    { maxLength: 60 },
  )
  .map((all) =>
    all.map(({ above, isTop, state }, place) => ({
      id: `i${place}`,
      parent: isTop || place === 0 ? null : `i${above % place}`,
      state,
    })),
  )
const latests = fc.array(
  fc.record({
    standing: fc.constantFrom(...standings),
    rating: fc.constantFrom(...ratings),
    percentDone: fc.constant(null),
    period: fc.constantFrom('2026-01-01', '2026-04-01', '2026-07-01', null),
  }),
  { minLength: 60, maxLength: 60 },
)

test('the sums are those of an independent computation, for every item and the plan', () => {
  fc.assert(
    fc.property(trees, latests, (all, rows) => {
      const items = all.map((one) => ({ ...one, state: one.state as 'active' | 'split' | 'dropped' }))
      const latest = new Map(
        rows.map((row, place): [string, Latest] => [
          `i${place}`,
          { ...row, rating: row.standing === 'accepted' ? row.rating : null },
        ]),
      )
      const rolled = rollUp(items, latest)
      const naive = (top: string | null) => leavesBelow(items, top).map((id) => latest.get(id))
      for (const one of items.filter(({ state }) => state === 'active'))
        assert.deepEqual(briefly(rolled.items.get(one.id)), counted(naive(one.id)))
      assert.deepEqual(briefly(rolled.plan), counted(activeLeaves(items).map((id) => latest.get(id))))
    }),
    { numRuns },
  )
})

test('what is missing never becomes done: a plan is done only when each of its leaves is', () => {
  fc.assert(
    fc.property(trees, latests, (all, rows) => {
      const items = all.map(({ id, parent }) => item(id, parent))
      const latest = new Map(rows.map((row, place): [string, Latest] => [`i${place}`, row]))
      const { plan } = rollUp(items, latest)
      const isDone = leavesOf(items).every(({ id }) => markOf(latest.get(id) as Latest) === 'done')
      assert.equal(plan.weakest === 'done', isDone && items.length > 0)
      // In whole leaves: 1/5 is more than 1 - 4/5 to a computer.
      assert.ok(Math.round(shareDone(plan) * plan.leaves) <= plan.leaves - plan.byMark.missing)
    }),
    { numRuns },
  )
})

type Placed = { id: string; parent: string | null; state: string }

/** Written apart from the program: looks at the children again and again, and counts marks by filtering. */
function leavesBelow(items: Placed[], top: string | null): string[] {
  const children = items.filter(({ parent, state }) => parent === top && state === 'active')
  if (top !== null && children.length === 0) return [top]
  return children.flatMap(({ id }) => leavesBelow(items, id))
}

/** Also those whose way to the top leads over an item that has ended. */
const activeLeaves = (items: Placed[]): string[] =>
  items
    .filter(
      ({ id, state }) =>
        state === 'active' && !items.some((one) => one.parent === id && one.state === 'active'),
    )
    .map(({ id }) => id)

function counted(leaves: (Latest | undefined)[]) {
  const marked = leaves.map((leaf): Mark => {
    if (leaf === undefined || leaf.standing === 'not-due') return 'not-asked'
    if (leaf.standing === 'accepted') return leaf.rating ?? 'waiting'
    return leaf.standing === 'missing' ? 'missing' : 'waiting'
  })
  const periods = leaves.flatMap((leaf) => leaf?.period ?? []).toSorted()
  return {
    leaves: leaves.length,
    marks: marks.map((mark) => marked.filter((one) => one === mark).length),
    standings: standings.map((name) => leaves.filter((leaf) => leaf?.standing === name).length),
    weakest: marks.find((mark) => marked.includes(mark)) ?? null,
    latest: periods.at(-1) ?? null,
  }
}

const briefly = (rolled: ReturnType<typeof rollUp>['plan'] | undefined) =>
  rolled && {
    leaves: rolled.leaves,
    marks: marks.map((mark) => rolled.byMark[mark]),
    standings: standings.map((name) => rolled.byStanding[name]),
    weakest: rolled.weakest,
    latest: rolled.latest,
  }
