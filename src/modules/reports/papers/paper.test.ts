import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Paper, PaperSpan } from '#platform/documents/paper.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { words } from '../../../site.ts'
import { partAnswered, reportOf } from '../../../../test/report-records.ts'
import type { CitedRecord } from '../citing/citation-shape.ts'
import type { PartRecord } from '../parts/part-shape.ts'
import type { ReportRecord } from '../report-shape.ts'
import { paperOf } from './paper.ts'

const t = words()

const paperIn = (language: LanguageCode, report: ReportRecord): Paper =>
  paperOf(
    { t: t[language], language, now: new Date('2026-11-21'), settings: { publicUrl: 'https://a.test' } },
    report,
  )

const textOf = (spans: readonly PaperSpan[]): string =>
  spans.map((span) => ('text' in span ? span.text : `<${span.number}>`)).join('')

const citedAs = (address: string, text: string, language: LanguageCode, kind: string): CitedRecord => ({
  ...{ address, name: { text, language }, number: null, isPublic: true },
  stood: {
    ...{ name: { text, language }, kind: { code: kind, label: kind }, day: '2026-01-26', state: null },
    ...{ strength: { code: 'reported', label: 'reported' }, age: { code: 'fresh', label: 'recent' } },
    revision: 1,
  },
})

const inArabic = { text: 'القرار 140', language: 'ar' as const }

describe('footnotes of a paper', () => {
  const noted = (language: LanguageCode, text: string, cited: CitedRecord[]) =>
    paperIn(language, reportOf([{ code: 'lamps', text, cited }], language))

  test('stand right behind what they are about, two of them apart', () => {
    const { blocks } = noted('en', 'In 2026 [[/x/1]] [[/x/2]], and {{none}} **then** [[/x/1]].', [])
    const [paragraph] = blocks.filter((block) => block.block === 'paragraph')
    assert.equal(textOf(paragraph?.spans ?? []), 'In 2026<1>\u00a0<2>, and none then<3>.')
  })

  test('are not read as digits of a number between words that run from the right', () => {
    const { blocks } = noted('ar', 'عام 2026 [[/x/1]] وبعده [[/x/1]].', [])
    const [paragraph] = blocks.filter((block) => block.block === 'paragraph')
    assert.equal(textOf(paragraph?.spans ?? []), 'عام 2026\u2007<1> وبعده<2>.')
  })

  test('say what strength and age are of, when, and in which other language the title is', () => {
    const note = (language: LanguageCode) =>
      noted(language, 'A [[/activities/a]].', [citedAs('/activities/a', '灯', 'zh', 'activity')]).notes[0]
    assert.equal(
      textOf(note('en')?.spans ?? []),
      '灯 (in Chinese) · evidence: reported, recent · 26 January 2026 · https://a.test/en/activities/a',
    )
    assert.equal(textOf(note('zh')?.spans ?? []).includes('文）'), false)
  })

  test('keep labels and titles in Latin letters as spans of their own between Arabic words', () => {
    const address = '/revisions/r/resolves/3/vi'
    const cited = [citedAs(address, 'القرار 140 · يكلّف (الأمين العام) 3 vi', 'ar', 'provision')]
    const [note] = noted('ar', `أ [[${address}]].`, cited).notes
    assert.deepEqual(
      note?.spans.slice(0, 2).map((span) => ('text' in span ? span.text : null)),
      ['القرار 140 · يكلّف (الأمين العام) ', '3 vi'],
    )
    const places = {
      ...reportOf([]),
      references: [{ address: '/revisions/r', name: inArabic, places: 'يقرر 6\u00a0ii، 8' }],
    }
    const { boxes } = paperIn('ar', places).head
    assert.deepEqual(
      boxes
        .find(({ name }) => name === 'المراجع')
        ?.lines[0]?.map((span) => ('text' in span ? span.text : null)),
      ['القرار 140', ': يقرر ', '6\u00a0ii', '، 8'],
    )
    const [other] = noted('ar', 'أ [[/x]].', [citedAs('/x', 'Who pays? A guide', 'en', 'activity')]).notes
    assert.deepEqual(other?.spans[0], { span: 'text', text: 'Who pays? A guide', look: 'plain' })
  })
})

describe('the tables of a paper', () => {
  const tableOf = (part: PartRecord, language: LanguageCode = 'en') =>
    paperIn(language, reportOf([{ code: 'lamps', text: '{{p}}', parts: [part] }], language))

  test('show in a total what is in no column', () => {
    const part: PartRecord = {
      ...partAnswered('p', 'table'),
      ...{ across: 'sdg', none: 0, noColumn: 5, columns: [{ code: '6', label: '6 · Clean water' }] },
      cells: [{ row: 'C2', column: '6', count: 2, shown: null }],
    }
    const { blocks } = tableOf(part)
    const table = blocks.find((block) => block.block === 'table')
    assert.deepEqual(
      table?.names.map(({ text }) => text),
      ['Action line', '6', 'Total'],
    )
    assert.deepEqual(table?.rows, [
      ['C2 · Access', '2', '5'],
      ['C5 · Trust', '', '3'],
    ])
    const hints = blocks.flatMap((block) => (block.block === 'paragraph' ? textOf(block.spans) : []))
    assert.deepEqual(hints, [
      '6\u00a0·\u00a0Clean water',
      'The 14,300 records counted here · https://a.test/en/reports/r1/parts/p · 5 without a value for “Sustainable Development Goal”',
    ])
  })

  test('mark titles in another language, and part no range of years', () => {
    const part: PartRecord = {
      ...partAnswered('p', 'list'),
      listColumns: [{ code: 'year', label: 'Year' }],
      listed: [
        { id: 'a', title: '灯', language: 'zh', path: null, within: null, facts: ['2021–2027'] },
        { id: 'b', title: 'Lamp', language: 'en', path: null, within: null, facts: [''] },
      ],
    }
    const table = tableOf(part).blocks.find((block) => block.block === 'table')
    assert.deepEqual(table?.rows, [
      ['灯 (in Chinese)', '2021\u2060–\u20602027'],
      ['Lamp', ''],
    ])
  })
})

describe('what a paper says of its mandate', () => {
  const heads = (more: Partial<ReportRecord>) =>
    paperIn('en', { ...reportOf([]), ...more }).blocks.map((block) =>
      block.block === 'heading' ? block.text : block.block === 'list' ? block.lines.map(textOf) : '',
    )
  const duty = (occurrence: string | null) => ({
    ...{ duty: 'r/resolves/1#1', occurrence },
    words: { text: 'Report on lamps.', language: 'en' as const },
  })

  test('is nothing where it answers nothing and leaves nothing unanswered', () => {
    assert.deepEqual(heads({}), [])
  })

  test('is when each duty is due, and which stood without an answer on its day', () => {
    assert.deepEqual(
      heads({
        ...{ answers: [duty('2026'), duty('unknown')], unanswered: [duty(null)] },
        frozenAt: '2026-10-30T10:00:00Z',
      }),
      [
        'Duties that this report answers',
        ['Report on lamps. · due 2026', 'Report on lamps.'],
        'Duties without an answer on 30 October 2026',
        ['Report on lamps.'],
      ],
    )
  })

  test('is said once of duties of one provision, which have the same words and day', () => {
    const other = { ...duty('2026'), duty: 'r/resolves/1#2' }
    assert.deepEqual(heads({ answers: [duty('2026'), other, duty('2027')] })[1], [
      'Report on lamps. · due 2026',
      'Report on lamps. · due 2027',
    ])
  })
})

test('the head names a document once with the places that are meant', () => {
  const references = [
    {
      address: '/revisions/r',
      name: { text: 'Resolution 140', language: 'en' as const },
      places: 'resolves 3, 4',
    },
  ]
  const { boxes } = paperIn('en', { ...reportOf([]), references }).head
  const box = boxes.find(({ name }) => name === 'References')
  assert.deepEqual(box?.lines, [
    [
      { span: 'link', text: 'Resolution 140', address: 'https://a.test/en/revisions/r' },
      { span: 'text', text: ': resolves 3, 4', look: 'plain' },
    ],
  ])
})
