import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isReportLate, isSectionLate, sectionDueOn } from './due.ts'

describe('a section is due', () => {
  for (const [what, ownDueOn, reportDueOn, noticeDays, dueOn] of [
    ['on the day that was set for it', '2027-03-01', '2027-05-01', 28, '2027-03-01'],
    ['as long before its report as its recipient wants papers', null, '2027-05-01', 28, '2027-04-03'],
    ['a week before at least', null, '2027-05-01', 0, '2027-04-24'],
    ['six weeks before at most', null, '2026-11-09', 120, '2026-09-28'],
    ['across a year', null, '2027-01-03', 12, '2026-12-22'],
  ] as const)
    test(what, () => assert.equal(sectionDueOn({ ownDueOn, reportDueOn, noticeDays }), dueOn))
})

describe('a section is late', () => {
  for (const [state, report, today, isLate] of [
    ['asked', 'collecting', '2027-04-03', false],
    ['asked', 'collecting', '2027-04-04', true],
    ['returned', 'drafting', '2027-04-04', true],
    ['handed-in', 'drafting', '2027-04-04', false],
    ['cleared', 'drafting', '2027-04-04', false],
    ['asked', 'planned', '2027-04-04', false],
    ['asked', 'frozen', '2027-04-04', false],
  ] as const)
    test(`${state} in a report that is ${report} on ${today}: ${isLate}`, () =>
      assert.equal(isSectionLate({ state, dueOn: '2027-04-03' }, { state: report }, today), isLate))
})

test('a report is late from the day after its own until it is delivered', () => {
  const dueOn = '2027-05-01'
  assert.deepEqual(
    (['drafting', 'frozen', 'delivered', 'discarded'] as const).map((state) =>
      isReportLate({ state, dueOn }, '2027-05-02'),
    ),
    [true, true, false, false],
  )
  assert.equal(isReportLate({ state: 'drafting', dueOn }, dueOn), false)
})
