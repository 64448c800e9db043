import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Resolution } from '#parser/resolution.ts'
import { isDecision, plainNumber, recognize, type KnownRevision } from './recognition.ts'

const unit = (path: string) => ({
  label: path.split('/').at(-1) ?? null,
  path,
  text: '',
  children: [],
  closing: '',
  footnotes: [],
  confidence: 1,
  at: '',
})
const text: Resolution = {
  title: null,
  number: '7',
  body: 'The Assembly of Observatories',
  place: 'Valley',
  year: 2024,
  language: 'en',
  revision: null,
  frontMatter: [],
  sections: [
    {
      heading: 'resolves',
      kind: 'operative',
      addressees: [],
      key: 'resolves',
      act: 'resolves',
      at: '',
      units: ['resolves/1', 'resolves/2', 'resolves/3'].map(unit),
    },
  ],
  footnotes: [],
  duties: [],
  setAside: [],
  warnings: [],
}
const known: KnownRevision = {
  revision: 'pp-7-valley-2024',
  instrument: 'pp-7',
  body: 'itu-pp',
  printed: {},
  number: '7',
  year: 2024,
  addresses: [],
}
const printedOnly: KnownRevision = {
  ...known,
  revision: 'assembly-7-2024',
  instrument: 'assembly-7',
  body: null,
  printed: { fr: "L'Assemblée des observatoires" },
  addresses: ['resolves/1', 'resolves/2', 'resolves/3'],
}

test('organ, number and year tell the revision', () => {
  assert.deepEqual(recognize(text, 'itu-pp', [known]), { kind: 'revision', revision: 'pp-7-valley-2024' })
  assert.deepEqual(recognize({ ...text, year: 2026 }, 'itu-pp', [known]), {
    kind: 'new-revision',
    instrument: 'pp-7',
  })
  assert.deepEqual(recognize(text, 'wtsa', [known]), { kind: 'new-instrument' })
  assert.deepEqual(recognize({ ...text, number: '8' }, 'itu-pp', [known]), { kind: 'new-instrument' })
  assert.deepEqual(recognize({ ...text, number: null }, 'itu-pp', [known]), { kind: 'new-instrument' })
})

test('an organ that is only printed is known again by its name, or by a text built alike in another language', () => {
  const named = { ...printedOnly, printed: { en: 'The Assembly of Observatories' } }
  const other = { ...printedOnly, printed: { en: 'The Congress of Gardeners' } }
  assert.deepEqual(recognize(text, null, [printedOnly]), { kind: 'revision', revision: 'assembly-7-2024' })
  assert.deepEqual(recognize({ ...text, year: 2030 }, null, [named]), {
    kind: 'new-revision',
    instrument: 'assembly-7',
  })
  assert.deepEqual(recognize(text, null, [other]), { kind: 'new-instrument' })
  assert.deepEqual(recognize(text, null, [{ ...printedOnly, addresses: ['resolves/1/a/i'] }]), {
    kind: 'new-instrument',
  })
  assert.deepEqual(recognize({ ...text, year: 2030 }, null, [printedOnly]), { kind: 'new-instrument' })
})

test('numbers are compared without what stands around them', () => {
  const table = [
    ['ITU-R 61', '61'],
    ['A/RES/70/125', '70/125'],
    ['70/125', '70/125'],
    ['2006/46', '2006/46'],
    ['WHA58.28', '58.28'],
    [null, null],
  ] as const
  for (const [printed, plain] of table) assert.equal(plainNumber(printed), plain)
})

test('a decision is told by the word before its number', () => {
  const headed = (line: string) =>
    isDecision({ ...text, frontMatter: [{ kind: 'number', text: line, at: '' }] })
  assert.deepEqual(
    [
      'DÉCISION 5 (BUCAREST, 2022)',
      'РЕШЕНИЕ 5',
      '第5号决定',
      'المقرر 5',
      'ACUERDO 5',
      'RESOLUTION 5',
      'القرار 5',
    ].map(headed),
    [true, true, true, true, true, false, false],
  )
})
