import assert from 'node:assert/strict'
import test from 'node:test'
import { languageCodes } from '../languages.ts'
import { asAkomaNtoso, workAddress, type Deliberation, type DeliberationUnit } from './akoma-ntoso.ts'
import { akomaNtosoFaults } from '../../../test/akoma-ntoso-schema.ts'

test('the address of a work is made from its permanent name', () => {
  assert.deepEqual(
    ['pp-140-dubai-2018', 'council-1332-2016', 'unga-70-125', 'itu-constitution', 'itu'].map(workAddress),
    [
      '/akn/un/statement/deliberation/pp/2018/140-dubai',
      '/akn/un/statement/deliberation/council/2016/1332',
      '/akn/un/statement/deliberation/unga/70-125',
      '/akn/un/statement/deliberation/itu/constitution',
      '/akn/un/statement/deliberation/itu/unnumbered',
    ],
  )
})

test('a deliberation with every kind of part is valid against the OASIS schema', async (t) => {
  const faults = await akomaNtosoFaults(t, asAkomaNtoso(harbourText))
  assert.deepEqual(faults, [])
})

test('a text of a single heading, without units, is valid too', async (t) => {
  const text = {
    ...harbourText,
    formula: null,
    symbol: null,
    number: null,
    adopted: null,
    notes: [],
    parts: [{ kind: 'preamble' as const, heading: 'recalling', units: [] }],
  }
  assert.deepEqual(await akomaNtosoFaults(t, asAkomaNtoso(text)), [])
})

test('the eIds are the same in all six languages', () => {
  const ids = languageCodes.map((language) => eIdsOf(asAkomaNtoso({ ...harbourText, language })))
  assert.equal(new Set(ids.map((list) => list.join())).size, 1)
  assert.deepEqual(ids[0], [
    'ref_pp-7-lisbon-2014',
    'author',
    'actionline',
    'preface__container_1',
    'formula_1',
    'recs_1',
    'recs_1__rec_a',
    'recs_1__rec_a__ref_1',
    'authorialNote_1',
    'recs_1__rec_b',
    'recs_1__rec_b__list_1',
    'recs_1__rec_b__list_1__item_i',
    'recs_1__rec_b__list_1__item_ii',
    'hcontainer_1',
    'hcontainer_1__para_1',
    'hcontainer_1__para_1__point_a',
    'hcontainer_1__para_1__point_a__indent_1',
    'hcontainer_1__para_1__point_a__indent_1__al_1',
    'hcontainer_1__para_2',
    'hcontainer_1__para_2-2',
    'hcontainer_2',
    'hcontainer_2__para_1',
    'authorialNote_2',
  ])
})

test('markup in the text stays text', () => {
  const xml = asAkomaNtoso({ ...harbourText, title: '<b>&"\u0001' })
  assert.ok(xml.includes('<docTitle>&lt;b&gt;&amp;&quot;\uFFFD</docTitle>'))
})

const eIdsOf = (xml: string) => [...xml.matchAll(/ eId="([^"]+)"/g)].map(([, id]) => id)

const unit = (label: string | null, text: string | null, more: Partial<DeliberationUnit> = {}) => ({
  label,
  key: label === null ? null : label.replace(/\W/g, ''),
  text,
  words: 'verbatim' as const,
  closing: '',
  notes: [],
  cites: [],
  children: [],
  ...more,
})

const harbourText: Deliberation = {
  language: 'en',
  work: 'pp-900-harbour-2018',
  author: { id: 'itu-pp', name: 'Plenipotentiary Conference' },
  number: '900',
  symbol: 'Resolution 900 (Harbour, 2018)',
  title: 'Lamps of harbours',
  formula: 'The Conference of Harbours,',
  adopted: 2018,
  authoritative: true,
  aliases: ['https://example.org/en/revisions/pp-900-harbour-2018'],
  notes: [
    { mark: '1', text: 'Lamps include lanterns.' },
    { mark: '*', text: 'Nobody refers to this note.' },
  ],
  parts: [
    {
      kind: 'preamble',
      heading: 'considering',
      units: [
        unit('a)', 'that Resolution 7 (Lisbon, 2014) counts lamps', {
          notes: ['1'],
          cites: [
            { asWritten: 'Resolution 7 (Lisbon, 2014)', instrument: 'pp-7-lisbon-2014' },
            { asWritten: 'by description', instrument: 'pp-7-lisbon-2014' },
          ],
        }),
        unit('b)', 'that lamps are', {
          children: [unit('i)', 'bright'), unit('ii)', 'low')],
          closing: 'by night',
        }),
      ],
    },
    {
      kind: 'operative',
      heading: 'resolves',
      units: [
        unit('1', 'to light', {
          children: [
            unit('a)', 'lamps', { children: [unit(null, 'red', { children: [unit('–', 'small')] })] }),
          ],
          closing: 'at dusk',
        }),
        unit('2', null),
        unit('2', 'A paraphrase.', { words: 'editorial' }),
      ],
    },
    { kind: 'preamble', heading: '', units: [unit(null, 'Recalling its decision')] },
  ],
}
