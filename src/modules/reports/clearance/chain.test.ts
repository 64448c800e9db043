import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { ReportState } from '../report.ts'
import type { Section, SectionState } from '../sections/section.ts'
import { chainOf, type ChainLine } from './chain.ts'

const section = (state: SectionState): Section => ({
  ...{ id: 's1', report: 'r1', code: 'lamps', place: 1, state, owner: 'itu-tsb', limit: null },
  name: { ar: '', zh: '', en: 'Lamps', fr: '', ru: '', es: '' },
  purpose: { ar: '', zh: '', en: '', fr: '', ru: '', es: '' },
  ...{ language: 'en', returnedBecause: null, handedInBy: null, dueOn: null, revision: 1 },
})

let moment = 0
const line = (act: string, from: string | null = null, reason: string | null = null): ChainLine => ({
  ...{ kind: 'report', id: act.endsWith('-section') ? 's1' : 'r1', act: `reports.${act}`, from },
  ...{ actor: 'amina', at: new Date((moment += 1000)), reason },
})

const submit = line('submit-report', 'drafting')
const sector = line('clear-sector-report', 'sector-clearance')
const back = line('send-back-report', 'task-force-clearance', 'Count again.')
const again = line('submit-report', 'drafting')

describe('the chain of clearance', () => {
  for (const [what, state, unit, lines, expected] of [
    ['waits for the unit to write', 'collecting', 'asked', [], ['written', 'later', 'later', 'later']],
    ['waits for the unit to clear', 'drafting', 'handed-in', [], ['waiting', 'later', 'later', 'later']],
    ['waits for the Sector', 'sector-clearance', 'cleared', [submit], ['done', 'waiting', 'later', 'later']],
    [
      'waits for the task force',
      'task-force-clearance',
      'cleared',
      [submit, sector],
      ['done', 'done', 'waiting', 'later'],
    ],
    [
      'says who has sent it back',
      'drafting',
      'cleared',
      [submit, sector, back],
      ['done', 'later', 'returned', 'later'],
    ],
    [
      'begins anew when it is sent again',
      'sector-clearance',
      'cleared',
      [submit, sector, back, again],
      ['done', 'waiting', 'later', 'later'],
    ],
    ['is done', 'frozen', 'cleared', [submit, sector], ['done', 'done', 'done', 'done']],
    ['is not begun', 'planned', 'asked', [], ['later', 'later', 'later', 'later']],
  ] as const satisfies readonly [
    string,
    ReportState,
    SectionState,
    readonly ChainLine[],
    readonly string[],
  ][])
    test(what, () => {
      const steps = chainOf({ id: 'r1', state, lead: 'itu-gs' }, [section(unit)], lines)
      assert.deepEqual(
        steps.map((step) => step.state),
        expected,
      )
      assert.deepEqual(
        steps.map(({ body }) => body),
        ['itu-tsb', 'itu-gs', 'wsis-sdg-tf', 'itu-sg'],
      )
    })

  test('names the line that took each step, and none of an earlier round', () => {
    const state = 'task-force-clearance'
    const steps = chainOf(
      { id: 'r1', state, lead: 'itu-gs' },
      [section('cleared')],
      [
        ...[line('clear-section', 'handed-in'), submit, sector, back, again],
        line('clear-sector-report', 'sector-clearance'),
      ],
    )
    assert.deepEqual(
      steps.map((step) => step.line?.act ?? null),
      ['reports.clear-section', 'reports.clear-sector-report', null, null],
    )
    assert.notEqual(steps[1]?.line, sector)
    const returned = chainOf({ id: 'r1', state: 'drafting', lead: 'itu-gs' }, [], [submit, sector, back])
    assert.equal(returned[1]?.line?.reason, 'Count again.')
  })
})
