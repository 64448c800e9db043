import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { SaxesParser } from 'saxes'
import { languageCodes } from '#platform/languages.ts'
import { validator } from '../../../../test/html-validator.ts'
import { acceptedReport, runningPlan } from '../../../../test/progress-samples.ts'
import { operator } from '#platform/access/actor.ts'
import { adjustDates } from '../adjustment-commands.ts'
import { newItem, planWithItems, takeSteps } from '../../../../test/plan-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { byDeadline } from './board.ts'
import type { BoardRecord, TimelineRecord } from './drawing-shape.ts'
import { partOf, spansOf } from './quarters.ts'

test('a timeline has a column for each quarter, and for each year where there would be too many', () => {
  assert.deepEqual(
    spansOf('2026-11-30', '2027-04-01').map(({ key, starts, ends }) => [key, starts, ends]),
    [
      ['2026-Q4', '2026-10-01', '2026-12-31'],
      ['2027-Q1', '2027-01-01', '2027-03-31'],
      ['2027-Q2', '2027-04-01', '2027-06-30'],
    ],
  )
  assert.equal(spansOf('2026-01-01', '2035-12-31').length, 40)
  assert.deepEqual(
    spansOf('2026-01-01', '2036-01-01').map(({ key }) => key),
    ['2026', '2027', '2028', '2029', '2030', '2031', '2032', '2033', '2034', '2035', '2036'],
  )
})

test('what is not known of a start or a deadline is not drawn', () => {
  const quarter = { starts: '2026-10-01', ends: '2026-12-31' }
  const cases = [
    ['2026-10-01', '2026-12-31', 'starts-and-due'],
    ['2026-09-30', '2027-01-01', 'runs'],
    ['2026-12-31', '2027-01-01', 'starts'],
    ['2026-09-30', '2026-10-01', 'due'],
    [null, '2026-10-01', 'due'],
    ['2026-09-30', null, 'nothing'],
    [null, '2027-01-01', 'nothing'],
    ['2026-01-01', '2026-09-30', 'nothing'],
  ] as const
  for (const [startsOn, deadlineOn, part] of cases)
    assert.equal(partOf({ startsOn, deadlineOn }, quarter), part, `${startsOn} ${deadlineOn}`)
})

test('a board by deadline puts the last day of the quarter into it', () => {
  const { columnOf } = byDeadline('2026-11-21')
  const of = (deadlineOn: string | null, isPast = false, isDone = false) =>
    columnOf({ id: '', deadlineOn, isPast, isDone })
  assert.deepEqual(
    [of('2026-11-20', true), of('2026-12-31'), of('2027-01-01'), of(null)],
    ['passed', 'this-quarter', 'later', 'none'],
  )
  assert.deepEqual([of('2026-11-20', true, true), of(null, false, true)], ['done', 'done'])
})

describe('the drawings of a plan', () => {
  let site: TestSite
  let eve: SignedIn
  let [plan, timed] = ['', '']

  before(async () => {
    site = await testSite()
    eve = site.as(person('eve'))
    const made = await planWithItems(site.db)
    plan = made.plan
    const due = async (deadlineOn: string, deadlineTime: string | null) =>
      newItem(site.db, {
        plan,
        level: 'activity',
        parent: made.outcome,
        title: `Light <the> lamps & more`,
        content: { deadlineOn, deadlineTime },
      })
    await due('2026-10-15', '23:00')
    timed = await due('2027-03-28', '23:00')
    await newItem(site.db, { plan, level: 'activity', parent: made.outcome, title: 'Some day' })
  })

  test('are not there before it is opened', async () => {
    for (const path of ['timeline', 'board', 'timeline.svg', 'timeline.ics'])
      assert.equal((await eve.get(`/en/plans/${plan}/${path}`)).status, 404, path)
    assert.doesNotMatch((await eve.get('/en/plan-deadlines.ics')).text, /BEGIN:VEVENT/)
    await takeSteps(site.db, plan, ['consult'])
  })

  test('show starts and deadlines by quarter, to be seen and heard in each language', async () => {
    const shown = JSON.parse((await eve.get(`/en/plans/${plan}/timeline.json`)).text) as TimelineRecord
    assert.deepEqual(
      shown.spans.map(({ label, holdsToday }) => `${label}${holdsToday ? ' today' : ''}`),
      ['Q4 2026 today', 'Q1 2027', 'Q2 2027', 'Q3 2027', 'Q4 2027'],
    )
    assert.deepEqual(
      shown.items.map(({ code, startsOn, deadline, isPast }) => [code, startsOn, deadline?.at, isPast]),
      [
        ['1.1.1', '2026-10-01', '2026-12-31T22:59:59.000Z', false],
        ['1.1.2', '2026-10-01', '2027-06-30T21:59:59.000Z', false],
        ['1.1.3', null, '2026-10-15T21:00:00.000Z', true],
        ['1.1.4', null, '2027-03-28T21:00:00.000Z', false],
      ],
    )
    assert.equal(shown.undated, 1)
    const page = (await eve.get(`/en/plans/${plan}/timeline`)).text
    assert.match(page, /starts on 1 October 2026, deadline 31 December 2026/)
    assert.match(page, /aria-current="date"/)
    for (const language of languageCodes)
      for (const path of ['timeline', 'board']) {
        const { text } = await eve.get(`/${language}/plans/${plan}/${path}`)
        const { results } = await validator.validateString(text)
        assert.deepEqual(
          results.flatMap(({ messages }) => messages.map(({ message }) => `${language} ${path}: ${message}`)),
          [],
        )
      }
  })

  test('are a picture that is mirrored where people read from right to left', async () => {
    const lineAt = async (language: string) => {
      const { text } = await eve.get(`/${language}/plans/${plan}/timeline.svg`)
      new SaxesParser().write(text).close()
      return {
        x: Number(/x1="([\d.]+)"[^>]*stroke-dasharray/.exec(text)?.[1]),
        width: Number(/width="(\d+)"/.exec(text)?.[1]),
      }
    }
    const [english, arabic] = [await lineAt('en'), await lineAt('ar')]
    assert.ok(english.x > 0)
    assert.equal(Math.round(arabic.width - arabic.x), Math.round(english.x))
  })

  test('are a calendar in which the change of the clocks moves nothing', async () => {
    for (const path of [
      `plans/${plan}/timeline.ics`,
      'plan-deadlines.ics?unit=itu',
      'plan-deadlines.ics?action-line=C5',
    ]) {
      const { text } = await eve.get(`/en/${path}`)
      const events = text.split('BEGIN:VEVENT').slice(1)
      assert.equal(events.length, 4, path)
      const event = events.find((one) => one.includes(timed)) ?? ''
      // Summer time begins in the night before.
      assert.match(event, /DTSTART:20270328T210000Z/)
      assert.match(events.find((one) => one.includes('20261231')) ?? '', /DTSTART;VALUE=DATE:20261231\r?\n/)
    }
    assert.doesNotMatch((await eve.get('/en/plan-deadlines.ics?unit=itu-tsb')).text, /BEGIN:VEVENT/)
  })

  test('are a board of what has passed, is due and is to come', async () => {
    const board = JSON.parse((await eve.get(`/en/plans/${plan}/board.json`)).text) as BoardRecord
    assert.deepEqual(
      board.columns.map(({ key, items }) => [key, items.map(({ code }) => code)]),
      [
        ['passed', ['1.1.3']],
        ['this-quarter', ['1.1.1']],
        ['later', ['1.1.2', '1.1.4']],
        ['none', ['1.1.5']],
      ],
    )
    const rated = JSON.parse((await eve.get(`/en/plans/${plan}/board.json?by=rating`)).text) as BoardRecord
    assert.deepEqual(
      rated.columns.map(({ key, items }) => [key, items.length]),
      [['not-asked', 5]],
    )
  })

  test('count what is done as done, whatever its deadline', async () => {
    const running = await runningPlan(site.db)
    const of = async (what: string) => (await eve.get(`/en/plans/${running.plan}/${what}`)).text
    const passed = '2026-10-31'
    const adjusted = await adjustDates(site.db, {
      ...{ actor: operator, at: new Date('2026-11-12T09:00:00Z'), id: running.first, revision: 1 },
      ...{ reason: 'A day early.', startsOn: '2026-10-01', deadlineOn: passed, deadlineTime: null },
    })
    assert.deepEqual(adjusted.issues, [])
    assert.match(await of('board'), /deadline passed/)
    await acceptedReport(site.db, { item: running.first, period: running.october, rating: 'done' })
    const board = JSON.parse(await of('board.json')) as BoardRecord
    const columns = board.columns.map(({ key, items }) => [key, items.map(({ id }) => id)])
    assert.deepEqual(columns.at(-1), ['done', [running.first]])
    assert.deepEqual(columns[0], ['passed', []])
    for (const what of ['board', 'timeline']) {
      const page = await of(what)
      assert.doesNotMatch(page, /deadline passed/, what)
      assert.match(page, /is-delivered">done/, what)
    }
  })
})
