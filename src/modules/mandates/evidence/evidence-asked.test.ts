import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isWebAddress, wrongParts, type EvidenceAsked, type Knowing } from './evidence-asked.ts'
import { isDay, type EvidenceKind } from './evidence.ts'

const held = { id: '1', name: 'report.pdf', type: 'application/pdf', size: 1, checksum: 'a'.repeat(64) }
const known: Knowing = {
  today: '2026-11-21',
  levels: ['public', 'signed-in'],
  keys: ['2025', '2026'],
  hasRecord: true,
  isNew: true,
}
const common = {
  shows: 'it was done',
  happenedOn: '2026-11-21',
  visibility: 'public',
  occurrences: ['2026'],
} as const
const nothing = { record: null, url: null, title: null, seenOn: null, file: null }
const record: EvidenceAsked = {
  ...common,
  ...nothing,
  occurrences: ['2026'],
  record: { kind: 'duty', id: 'x' },
}
const address: EvidenceAsked = {
  ...common,
  ...nothing,
  occurrences: ['2026'],
  url: 'https://example.org/report',
  title: 'Report',
  seenOn: '2026-11-20',
}
const file: EvidenceAsked = { ...common, ...nothing, occurrences: ['2026'], file: held }

test('each kind of evidence must have its own parts, and none of another', () => {
  const table: [EvidenceKind, EvidenceAsked, Partial<Knowing>, string[]][] = [
    ['record', record, {}, []],
    ['record', record, { hasRecord: false }, ['record rule.record-address']],
    ['record', { ...record, file: held }, {}, ['file rule.other-kind']],
    ['address', address, {}, []],
    ['address', { ...address, file: held }, {}, []],
    ['address', { ...address, url: null }, {}, ['url rule.web-address']],
    ['address', { ...address, url: 'javascript:alert(1)' }, {}, ['url rule.web-address']],
    ['address', { ...address, title: null }, {}, ['title rule.required']],
    ['address', { ...address, seenOn: null }, {}, ['seen rule.required']],
    ['address', { ...address, seenOn: '2026-02-30' }, {}, ['seen rule.date']],
    ['address', { ...address, seenOn: '2026-11-22' }, {}, ['seen rule.not-future']],
    ['address', { ...address, record: record.record }, {}, ['record rule.other-kind']],
    ['file', file, {}, []],
    ['file', { ...file, file: null }, {}, ['file rule.required']],
    ['file', { ...file, file: null }, { isNew: false }, []],
    ['file', { ...file, happenedOn: '2027-01-01' }, {}, ['happened rule.not-future']],
    ['file', { ...file, happenedOn: 'yesterday' }, {}, ['happened rule.date']],
    ['file', { ...file, visibility: 'secretariat' }, {}, ['visibility form.value.choice']],
    ['file', { ...file, occurrences: ['2031'] }, {}, ['occurrences form.value.choice']],
    ['file', { ...file, occurrences: [] }, {}, ['occurrences rule.due-date']],
    ['file', { ...file, occurrences: [] }, { keys: [] }, []],
  ]
  for (const [kind, asked, changed, issues] of table) {
    assert.deepEqual(
      wrongParts(kind, asked, { ...known, ...changed }).map((one) => `${one.field} ${one.rule ?? one.key}`),
      issues,
      `${kind} ${JSON.stringify({ ...asked, ...changed })}`,
    )
  }
})

test('an address on the web is one that a browser opens, without a name and a password', () => {
  const good = ['https://www.itu.int/', 'http://example.org/a?b=c#d', 'https://مثال.example/']
  const bad = [
    '',
    'example.org',
    'ftp://example.org/',
    'file:///etc/passwd',
    'data:text/html,x',
    'https://user:secret@example.org/',
    'https://localhost/',
    `https://example.org/${'a'.repeat(2001)}`,
  ]
  assert.deepEqual(
    good.filter((one) => !isWebAddress(one)),
    [],
  )
  assert.deepEqual(bad.filter(isWebAddress), [])
})

test('a day is one that exists', () => {
  assert.deepEqual(['2026-11-21', '2024-02-29'].filter(isDay), ['2026-11-21', '2024-02-29'])
  assert.deepEqual(
    ['2026-02-29', '2026-13-01', '26-1-1', '0001-01-01', '2026-11-21T00:00', ''].filter(isDay),
    [],
  )
})
