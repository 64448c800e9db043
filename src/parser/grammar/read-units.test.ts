import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { Unit } from '../resolution.ts'
import { Unreadable } from '../source.ts'
import { paragraph, plainText } from './plain-text.ts'
import type { Draft } from './read-units.ts'
import { readUnits } from './read-units.ts'

const read = (text: string): Draft => readUnits(plainText(text), { language: 'en' })

function outline({ sections }: Draft): string[] {
  const rows = (unit: Unit): string[] => [`${unit.path} ${unit.text}`, ...unit.children.flatMap(rows)]
  return sections.flatMap(({ units }) => units.flatMap(rows))
}

const head = `RESOLUTION 301 (LUSAKA, 2031)

Lighthouses

The Plenipotentiary Conference of the International Telecommunication Union (Lusaka, 2031),

`

test('i) is the letter after h) and the roman number after a colon', () => {
  const letters = 'abcdefgh'.split('').map((letter) => `${letter}) that lamps burn;\n`)
  const draft = read(
    `${head}considering\n\n${letters.join('\n')}\ni) that oil is dear;\n\nj) that nights are long:\n\ni) in the north;\n\nii) in the south,\n\nresolves\n\nto wait.\n`,
  )
  assert.deepEqual(outline(draft).slice(8), [
    'considering/i that oil is dear;',
    'considering/j that nights are long:',
    'considering/j/i in the north;',
    'considering/j/ii in the south,',
    'resolves/0 to wait.',
  ])
})

test('gaps and doubles in the numbering are kept as printed and told', () => {
  const draft = read(`${head}resolves\n\n1 that one;\n\n3 that three;\n\n3 that three again.\n`)
  assert.deepEqual(outline(draft), [
    'resolves/1 that one;',
    'resolves/3 that three;',
    'resolves/3~2 that three again.',
  ])
  assert.deepEqual(
    draft.warnings.map(({ code, values }) => [code, values?.['label']]),
    [
      ['label-gap', '3'],
      ['label-double', '3'],
    ],
  )
})

test('text after a list belongs to the unit above the list', () => {
  const draft = read(
    `${head}resolves\n\n1 that keepers:\n\na) sleep;\n\nb) eat;\n\nas long as the lamp burns;\n\n2 that lamps burn.\n`,
  )
  const [first] = draft.sections[0]?.units ?? []
  assert.equal(first?.closing, 'as long as the lamp burns;')
  assert.deepEqual(
    first?.children.map(({ label }) => label),
    ['a)', 'b)'],
  )
})

test('UN parts number their paragraphs anew, and the meeting and the annex are no provisions', () => {
  const draft = read(
    `85/12.  Lamps\n\nThe General Assembly,\n\nI\n\nOil\n\nRecalling that oil burns,\n\n1. Decides to buy oil;\n\nII\n\nWicks\n\n1. Requests the Secretary-General:\n\n(a) To buy wicks;\n\n(b) To count them.\n\n70th plenary meeting\n19 December 2030\n\nAnnex\n\n1. A wick is long.\n`,
  )
  assert.deepEqual(outline(draft), [
    'part-i-preamble/0 Recalling that oil burns,',
    'part-i-operative/1 Decides to buy oil;',
    'part-ii-operative/1 Requests the Secretary-General:',
    'part-ii-operative/1/a To buy wicks;',
    'part-ii-operative/1/b To count them.',
  ])
  assert.deepEqual(
    draft.setAside.map(({ reason }) => reason),
    ['after-the-end', 'annex'],
  )
  assert.equal(draft.year, 2030)
})

test('paragraphs of Word with automatic numbers nest by their levels', () => {
  const blocks = [
    paragraph('RESOLUTION 301 (LUSAKA, 2031)'),
    paragraph('The Council,'),
    paragraph('resolves'),
    paragraph('that lamps be counted:', { label: '1', level: 0 }),
    paragraph('at night;', { label: 'a)', level: 1 }),
    paragraph('by day,', { label: 'b)', level: 1, marks: [{ mark: '1', offset: 3 }] }),
  ]
  const notes = [{ mark: '1', text: 'Where there is day.', at: 'note 1' }]
  const draft = readUnits({ ...plainText(''), format: 'docx', blocks, notes }, { language: 'en' })
  assert.deepEqual(outline(draft), [
    'resolves/1 that lamps be counted:',
    'resolves/1/a at night;',
    'resolves/1/b by day,',
  ])
  assert.deepEqual(draft.footnotes, [{ mark: '1', text: 'Where there is day.', at: 'resolves/1/b' }])
})

test('a second resolution in the same file is set aside', () => {
  const draft = read(
    `${head}resolves\n\nto wait.\n\nRESOLUTION 302 (LUSAKA, 2031)\n\nFerries\n\nThe Plenipotentiary Conference,\n\nresolves\n\nto row.\n`,
  )
  assert.deepEqual(outline(draft), ['resolves/0 to wait.'])
  assert.match(draft.setAside.map(({ text }) => text).join(), /to row/)
})

test('numbered paragraphs that decide nothing are no resolution', () => {
  const minutes = Array.from(
    { length: 30 },
    (_, index) => `${index + 1}. The Chair thanked delegate ${index}.\n`,
  ).join('\n')
  const statute = `STATUTE\n\nArticle 1\n\n1. The Union shall have a Council.\n\n2. The Council shall meet yearly.\n`
  const novel = 'She decides\nto leave. The Council, recalling nothing, sleeps.\n'.repeat(20)
  for (const text of [minutes, statute, novel]) {
    assert.throws(
      () => read(text),
      (error) => error instanceof Unreadable && error.code === 'no-operative-part',
    )
  }
})

test('the last words of a clause are no head of the page, though they stand under the edges of two', () => {
  const arabic = [
    'القرار 87 (كيسومو، 2031)',
    'فوانيس الميناء',
    'إن مؤتمر المندوبين المفوضين للاتحاد الدولي للاتصالات (كيسومو، 2031)،',
    'يقرر',
    '1 أن تضاء الفوانيس في القرية؛',
    '\f2 أن تنظم القوارب في كل قرية من القرى التي تقع على ضفاف الأنهار وفي كل\nميناء:',
    'أ) في الليل؛',
    'ب) في النهار؛',
    '\f3 أن توزع الفوانيس على المدارس التي تقع على ضفاف الأنهار وعلى كل\nميناء:',
    'أ) في الشتاء؛',
    'ب) في الصيف.',
  ].join('\n\n')
  const draft = readUnits(plainText(arabic), { language: 'ar' })
  assert.deepEqual(draft.setAside, [])
  assert.deepEqual(
    outline(draft).map((row) => row.split(' ')[0]),
    ['1', '2', '2/a', '2/b', '3', '3/a', '3/b'].map((place) => `resolves/${place}`),
  )
})
