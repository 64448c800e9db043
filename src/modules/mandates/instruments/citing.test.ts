import assert from 'node:assert/strict'
import test from 'node:test'
import { asBibTeX, asRis, type Cited } from './citing.ts'

const lamps: Cited = {
  id: 'pp-900-harbour-2018',
  name: 'Resolution 900 (Harbour, 2018)',
  title: 'Lamps & {lanterns}\nof 50% of_harbours',
  body: 'Conference of Harbours',
  place: 'Harbour',
  year: 2018,
  provision: null,
  language: 'en',
  address: 'https://example.org/en/revisions/pp-900-harbour-2018',
}

test('RIS has one field a line and ends its record', () => {
  assert.equal(
    asRis({ ...lamps, provision: 'resolves 6 i)' }),
    [
      'TY  - GEN',
      'ID  - pp-900-harbour-2018',
      'TI  - Lamps & {lanterns} of 50% of_harbours, resolves 6 i)',
      'AU  - Conference of Harbours',
      'PY  - 2018',
      'CY  - Harbour',
      'M1  - Resolution 900 (Harbour, 2018)',
      'SE  - resolves 6 i)',
      'LA  - en',
      'UR  - https://example.org/en/revisions/pp-900-harbour-2018',
      'ER  - ',
      '',
    ].join('\r\n'),
  )
})

test('BibTeX writes out what TeX would take as a command and leaves out what is not known', () => {
  assert.equal(
    asBibTeX({ ...lamps, place: null, year: null, body: null }),
    `@misc{pp-900-harbour-2018,
  title = {{Lamps \\& lanterns of 50\\% of\\_harbours}},
  howpublished = {Resolution 900 (Harbour, 2018)},
  url = {https://example.org/en/revisions/pp-900-harbour-2018}
}
`,
  )
})
