import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  dutyState,
  lastYearShown,
  nothingKnown,
  occurrencesOf,
  standsIn,
  stateOf,
  yearsAhead,
  type Clock,
} from './occurrence.ts'

const occasions = [
  { id: 'pp-18', body: 'itu-pp', starts: '2018-10-29', ends: '2018-11-16' },
  { id: 'pp-26', body: 'itu-pp', starts: '2026-11-09', ends: '2026-11-27' },
  { id: 'pp-22', body: 'itu-pp', starts: '2022-09-26', ends: '2022-10-14' },
  { id: 'wtsa-24', body: 'wtsa', starts: '2024-10-15', ends: '2024-10-24' },
]
const clock: Clock = {
  obligation: true,
  cadence: 'ongoing',
  isExplicit: true,
  deadline: { date: null, year: null, occasion: null },
  follows: ['itu-council', 'itu-pp'],
  adoptedOn: '2018-11-16',
  adoptedIn: 2018,
}
const unknown = { year: null, starts: null, ends: null, occasion: null, precision: 'unknown' }

test('a yearly duty is due once a year from the year after adoption, on no invented day', () => {
  const dates = occurrencesOf({ ...clock, cadence: 'annual' }, occasions)

  assert.equal(dates.length, yearsAhead)
  assert.deepEqual(dates[0], { year: 2019, starts: null, ends: null, occasion: null, precision: 'year' })
  assert.deepEqual(
    dates.slice(0, 3).map(({ year }) => year),
    [2019, 2020, 2021],
  )
})

test('a duty of every second year skips one', () => {
  const dates = occurrencesOf({ ...clock, cadence: 'biennial' }, occasions)
  assert.deepEqual(
    dates.slice(0, 3).map(({ year }) => year),
    [2020, 2022, 2024],
  )
})

test('a four-yearly duty follows the conferences of its body after the adoption, and no others', () => {
  const dates = occurrencesOf({ ...clock, cadence: 'four-yearly' }, occasions)
  assert.deepEqual(
    dates.map(({ occasion, year, precision }) => [occasion, year, precision]),
    [
      ['pp-22', 2022, 'occasion'],
      ['pp-26', 2026, 'occasion'],
    ],
  )
})

test('what has no known conference, date or year of adoption has one date that is unknown', () => {
  const none = { ...clock, follows: ['hlpf'] }
  assert.deepEqual(occurrencesOf({ ...none, cadence: 'four-yearly' }, occasions), [unknown])
  assert.deepEqual(occurrencesOf({ ...none, cadence: 'each session' }, occasions), [unknown])
  assert.deepEqual(occurrencesOf({ ...none, cadence: 'once' }, occasions), [unknown])
  assert.deepEqual(
    occurrencesOf({ ...none, cadence: 'annual', adoptedIn: null, adoptedOn: null }, occasions),
    [unknown],
  )
})

test('a one-off has the dates of its conference, its day, or its year', () => {
  const once = { ...clock, cadence: 'once' as const }
  const of = (deadline: Partial<Clock['deadline']>) =>
    occurrencesOf({ ...once, deadline: { ...clock.deadline, ...deadline } }, occasions)

  assert.deepEqual(of({ occasion: 'pp-22' }), [
    { year: 2022, starts: '2022-09-26', ends: '2022-10-14', occasion: 'pp-22', precision: 'occasion' },
  ])
  assert.deepEqual(of({ date: '2020-03-01' }), [
    { year: 2020, starts: '2020-03-01', ends: '2020-03-01', occasion: null, precision: 'day' },
  ])
  assert.deepEqual(
    of({ year: 2021 }).map(({ year, precision }) => [year, precision]),
    [[2021, 'year']],
  )
  assert.deepEqual(of({ occasion: 'never-heard-of' }), [unknown])
})

test('what goes on, comes on request, is of no known cadence or tells nobody anything has no due date', () => {
  for (const cadence of ['ongoing', 'on request', 'regular', 'other', null] as const) {
    assert.deepEqual(occurrencesOf({ ...clock, cadence }, occasions), [], String(cadence))
  }
  assert.deepEqual(occurrencesOf({ ...clock, cadence: 'annual', obligation: false }, occasions), [])
})

test('a due date is called by the day on which one looks, and never missed', () => {
  const year = (one: number) => ({ year: one, starts: null, ends: null })
  const meeting = { year: 2026, starts: '2026-11-09', ends: '2026-11-27' }
  const table = [
    [year(2025), '2026-01-01', 'no-information'],
    [year(2026), '2026-01-01', 'due'],
    [year(2026), '2026-12-31', 'due'],
    [year(2027), '2026-12-31', 'upcoming'],
    [meeting, '2025-12-31', 'upcoming'],
    [meeting, '2026-02-01', 'due'],
    [meeting, '2026-11-27', 'due'],
    [meeting, '2026-11-28', 'no-information'],
    [{ year: null, starts: null, ends: null }, '2026-11-28', 'date-unknown'],
    [{ year: 2027, starts: '2026-12-30', ends: '2027-01-09' }, '2026-12-30', 'due'],
  ] as const
  for (const [date, today, state] of table) {
    assert.equal(stateOf(date, today), state, `${JSON.stringify(date)} on ${today}`)
  }
})

test('what people said and showed decides before the clock does, and silence is overdue only where somebody answered', () => {
  const past = { year: 2025, starts: null, ends: null }
  const running = { year: 2026, starts: null, ends: null }
  const ahead = { year: 2028, starts: null, ends: null }
  const undated = { year: null, starts: null, ends: null }
  const answered = { isAnswered: true }
  const underWay = { isAnswered: true, isUnderWay: true }
  const said = { isUnderWay: true }
  const shown = { hasEvidence: true }
  const considered = { hasEvidence: true, isConsidered: true }
  const withoutProof = { isConsidered: true }
  const table = [
    [{}, 'no-information', 'due', 'upcoming', 'date-unknown'],
    [answered, 'overdue', 'due', 'upcoming', 'date-unknown'],
    [said, 'overdue', 'under-way', 'under-way', 'under-way'],
    [underWay, 'overdue', 'under-way', 'under-way', 'under-way'],
    [shown, 'delivered', 'delivered', 'delivered', 'delivered'],
    [{ ...underWay, ...shown }, 'delivered', 'delivered', 'delivered', 'delivered'],
    [considered, 'considered', 'considered', 'considered', 'considered'],
    [withoutProof, 'no-information', 'due', 'upcoming', 'date-unknown'],
    [{ ...answered, ...withoutProof }, 'overdue', 'due', 'upcoming', 'date-unknown'],
  ] as const
  for (const [known, ...states] of table) {
    assert.deepEqual(
      [past, running, ahead, undated].map((date) =>
        stateOf(date, '2026-11-21', { ...nothingKnown, ...known }),
      ),
      states,
      JSON.stringify(known),
    )
  }
})

test('a duty is called by what is overdue, what runs now, and how its last date ended', () => {
  const dates = (...states: string[]) =>
    states.map((one) => {
      const [phase, state] = one.split(' ')
      return { phase, state } as Parameters<typeof dutyState>[1][number]
    })
  const table = [
    ['annual', dates('past no-information', 'running due', 'ahead upcoming'), 'due'],
    ['annual', dates('past overdue', 'running due', 'ahead upcoming'), 'overdue'],
    ['annual', dates('past no-information', 'running under-way', 'ahead upcoming'), 'under-way'],
    ['annual', dates('past no-information', 'running delivered', 'ahead upcoming'), 'delivered'],
    ['annual', dates('past delivered', 'running considered', 'ahead under-way'), 'under-way'],
    ['annual', dates('past no-information', 'running considered', 'ahead upcoming'), 'considered'],
    ['once', dates('past no-information'), 'no-information'],
    ['once', dates('past delivered'), 'delivered'],
    ['four-yearly', dates('past no-information', 'ahead upcoming'), 'no-information'],
    ['four-yearly', dates('past no-information', 'past considered', 'ahead upcoming'), 'considered'],
    ['four-yearly', dates('past considered', 'past no-information', 'ahead upcoming'), 'no-information'],
    ['once', dates('ahead upcoming'), 'upcoming'],
    ['once', dates('ahead delivered'), 'delivered'],
    ['once', dates('unknown date-unknown'), 'date-unknown'],
    ['once', dates('unknown under-way'), 'under-way'],
    ['once', dates('unknown delivered'), 'delivered'],
    ['ongoing', [], 'continuing'],
    [null, [], 'date-unknown'],
  ] as const
  for (const [cadence, states, word] of table)
    assert.equal(dutyState(cadence, states), word, JSON.stringify(states))
})

test('after a text was replaced its dates are presumed, or end when the new text is here', () => {
  const replaced = { year: 2022, successorImported: false }
  assert.equal(standsIn(2027, null), 'stated')
  assert.equal(standsIn(2022, replaced), 'stated')
  assert.equal(standsIn(2023, replaced), 'presumed')
  assert.equal(standsIn(2023, { ...replaced, successorImported: true }), null)
  assert.equal(standsIn(2023, { year: null, successorImported: false }), 'stated')
  assert.equal(standsIn(null, replaced), 'stated')
})

test('due dates are shown up to next year', () => {
  assert.equal(lastYearShown('2026-11-21'), 2027)
})
