import assert from 'node:assert/strict'
import { test } from 'node:test'
import { differencesOf, type RegisterSide, type TextSide } from './differences.ts'
import type { TextDuty } from './text.ts'

const duty: RegisterSide['duties'][number] = {
  addressees: ['itu-sg'],
  recipients: ['itu-council'],
  cadence: { value: 'annual', basis: 'explicit' },
  deadlineYear: null,
}
const provision: RegisterSide = {
  address: 'instructs/1',
  label: '1',
  kind: 'operative',
  actionLines: ['C2'],
  sdg: false,
  footnotes: [],
  cites: [],
  duties: [duty],
}
const read: TextDuty = {
  path: 'instructs/1',
  addressees: ['the Secretary-General'],
  verb: 'report',
  verbs: ['report'],
  deliverable: null,
  recipients: ['the Council'],
  via: [],
  cadence: { value: 'annual', basis: 'explicit' },
  deadline: null,
  deadlineYear: null,
  actionLines: ['C2'],
  sdg: false,
  sdgOnlyInName: false,
  cites: [],
  refersTo: [],
  confidence: 1,
  addresseeIds: ['itu-sg'],
  recipientIds: ['itu-council'],
}
const unit = { path: 'instructs/1', address: 'instructs/1', label: '1', footnotes: [] as string[] }
const side = (units: TextSide['units'], duties: TextDuty[]): TextSide => ({
  units,
  duties,
  kinds: new Map(units.map(({ path }) => [path, 'operative'])),
})
const told = (register: RegisterSide[], text: TextSide) =>
  differencesOf(register, text).map(({ kind, register: a, text: b }) => `${kind}: ${a} / ${b}`)

test('a text that agrees with the register differs in nothing', () => {
  assert.deepEqual(told([provision], side([unit], [read])), [])
})

test('each kind of difference is told', () => {
  const table: [RegisterSide, TextSide, string[]][] = [
    [provision, side([], []), ['missing: 1 / null']],
    [provision, side([{ ...unit, label: '2' }], [read]), ['label: 1 / 2']],
    [provision, side([{ ...unit, footnotes: ['1'] }], [read]), ['footnote: null / 1']],
    [provision, side([unit], []), ['duty-missing: 1 / null']],
    [provision, side([unit], [read, read]), ['duty-additional: null / 2']],
    [provision, side([unit], [{ ...read, addresseeIds: ['un-sg'] }]), ['addressee: itu-sg / un-sg']],
    [provision, side([unit], [{ ...read, recipientIds: [] }]), ['recipient: itu-council / null']],
    [
      provision,
      side([unit], [{ ...read, cadence: { value: 'biennial', basis: 'explicit' } }]),
      ['cadence: annual / biennial'],
    ],
    [provision, side([unit], [{ ...read, deadlineYear: 2022 }]), ['deadline: null / 2022']],
    [provision, side([unit], [{ ...read, actionLines: [] }]), ['action-line: C2 / null']],
    [provision, side([unit], [{ ...read, sdg: true }]), ['sdg: null / yes']],
    [
      provision,
      side(
        [unit],
        [{ ...read, cites: [{ asWritten: 'Resolution 71', instrument: 'pp-71', explicit: true }] }],
      ),
      ['citation: null / pp-71'],
    ],
    [
      provision,
      side([unit, { ...unit, path: 'instructs/2', address: null, label: '2' }], [read]),
      ['additional: null / 2'],
    ],
  ]
  for (const [register, text, expected] of table) assert.deepEqual(told([register], text), expected)
})

test('what is only implied on both sides, and letters of other alphabets, are no difference', () => {
  const implied = {
    ...provision,
    label: 'a)',
    duties: [{ ...duty, cadence: { value: 'ongoing', basis: 'implied' as const } }],
  }
  const text = side([{ ...unit, label: 'أ )' }], [{ ...read, cadence: { value: null, basis: 'implied' } }])
  assert.deepEqual(told([implied], text), [])
  assert.deepEqual(told([{ ...provision, label: '12' }], side([{ ...unit, label: '١٢' }], [read])), [])
})
