import assert from 'node:assert/strict'
import fs from 'node:fs'
import { test } from 'node:test'
import { deflateSync } from 'node:zlib'
import { packedZeros, pdfOf, pdfWithContents } from '../../../test/corpus/pdf-writer.ts'
import { readSource } from '../read-source.ts'
import type { SourceText } from '../source.ts'
import { Unreadable } from '../source.ts'

const printedFile = (name: string) =>
  readSource(fs.readFileSync(new URL(`../../../test/corpus/files/${name}`, import.meta.url)))
const texts = (source: SourceText) => source.blocks.map((block) => block.text)

test('lines, marks, notes, heads and pages of a printed document are told apart', async () => {
  const source = await printedFile('english-notes.pdf')

  assert.equal(source.declaredLanguage, null)
  assert.deepEqual(texts(source).slice(0, 5), [
    'RESOLUTION 9 (Rev. Town, 2021)',
    'On the care of bridges and of those who cross them',
    'The Conference of Builders (Town, 2021),',
    'recalling',
    'a) Resolution 3 (Village, 2017) on 70/125 bridges;',
  ])
  assert.deepEqual(source.blocks[4]?.marks, [
    { mark: '1', offset: 31 },
    { mark: '2', offset: 49 },
  ])
  assert.equal(source.blocks[3]?.italicLead, 'recalling'.length)
  assert.deepEqual(source.notes, [
    {
      mark: '1',
      text: 'Which was revised in the year after it, and in the one after that, by the same builders who had written it.',
      at: 'footnote 1',
    },
    { mark: '2', text: 'An invented number.', at: 'footnote 2' },
  ])
  assert.deepEqual(
    source.setAside.map(({ reason, text }) => `${reason}: ${text}`),
    [
      ...Array<string>(3).fill('running-head: CB21/9-E'),
      'page-number: – 1 –',
      'page-number: – 2 –',
      'page-number: – 3 –',
    ],
  )
  assert.deepEqual(
    source.blocks.filter((block) => block.newPage).map((block) => block.text),
    ['RESOLUTION 9 (Rev. Town, 2021)', 'resolves', 'to agree.'],
  )
  assert.deepEqual(
    source.blocks.filter((block) => /^i+\)/.test(block.text)).map((block) => block.indent),
    [6, 6],
  )
})

test('Arabic is read in its order, with numbers, Latin words and brackets the right way round', async () => {
  assert.deepEqual(texts(await printedFile('arabic.pdf')), [
    'القرار 9 (البلدة، 2021)',
    'إن مؤتمر بناة الجسور (البلدة، 2021)،',
    'إذ يذكّر',
    'أ ) بالقرار 140 (المراجَع في القرية، 2018) بشأن منظمة ITU-T للجسور؛',
    'ب) بأن لا بد من الإنارة في 25% من الجسور، كما ورد في الفقرة 3.2 أعلاه،',
    'يقرر',
    '1 أن تُصان الجسور والمصابيح؛',
    '2 أن يبدأ العمل بحلول عام 2030.',
  ])
})

test('Chinese has no spaces between its signs', async () => {
  assert.deepEqual(texts(await printedFile('chinese.pdf')), [
    '第9号决议（小镇，2021年）',
    '桥梁建设者大会（2021年，小镇），',
    '忆及',
    'a) 关于桥梁的第5号决议（2017年，村庄）；',
    '做出决议',
    '1 照管石桥、木桥和铁桥；',
    '2 向理事会报告。',
  ])
})

test('the first column is read before the second', async () => {
  const source = await printedFile('two-columns.pdf')
  const numbers = texts(source)
    .map((text) => /^(\d+) prie/.exec(text)?.[1])
    .filter((found) => found !== undefined)

  assert.deepEqual(
    numbers.map(Number),
    Array.from({ length: 22 }, (_, index) => index + 1),
  )
})

test('a head is what repeats at a place where no page has text of its own', async () => {
  const page = (number: number, first: string) => [
    { text: number % 2 ? 'A/RES/99/9 The care of bridges' : 'The care of bridges A/RES/99/9', x: 72, y: 800 },
    { text: first, x: 72, y: 760 },
    { text: `line of page ${number}`, x: 72, y: 746 },
    { text: `${number}/5`, x: 500, y: 40 },
  ]
  const source = await readSource(
    pdfOf([
      page(1, 'considering'),
      page(2, 'and more'),
      page(3, 'considering'),
      page(4, 'other'),
      page(5, 'the end'),
    ]),
  )

  assert.deepEqual(
    texts(source).filter((text) => !text.startsWith('line')),
    ['considering', 'and more', 'considering', 'other', 'the end'],
  )
  assert.deepEqual([...new Set(source.setAside.map((each) => each.reason))], ['running-head', 'page-number'])
})

test('letters drawn twice are read once, and turned text is set aside', async () => {
  const source = await readSource(
    pdfWithContents([
      'BT /F1 12 Tf 1 0 0 1 72 700 Tm (bold) Tj ET BT /F1 12 Tf 1 0 0 1 72.3 700 Tm (bold) Tj ET BT /F1 12 Tf 0 1 -1 0 20 300 Tm (up) Tj ET',
    ]),
  )

  assert.deepEqual(texts(source), ['bold'])
  assert.deepEqual(source.setAside, [{ reason: 'other', text: 'up', at: 'page 1' }])
})

test('a page on its side is read like any other', async () => {
  const source = await readSource(
    pdfWithContents([
      'BT /F1 12 Tf 0 1 -1 0 100 72 Tm (first line) Tj ET BT /F1 12 Tf 0 1 -1 0 114 72 Tm (second line) Tj ET',
    ]),
  )

  assert.deepEqual(texts(source), ['first line', 'second line'])
})

test('what cannot be read is refused with its reason', async () => {
  const whole = fs.readFileSync(new URL('../../../test/corpus/files/arabic.pdf', import.meta.url))
  const locked = `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<31> <31>]`
  const cases: [Uint8Array, string][] = [
    [pdfWithContents(['0 0 100 100 re f']), 'no-text'],
    [pdfWithContents(['BT ET'], { trailer: locked }), 'encrypted'],
    [whole.subarray(0, 9_000), 'damaged'],
    [new TextEncoder().encode('%PDF-1.7\nnothing else'), 'damaged'],
  ]
  for (const [input, code] of cases) await assert.rejects(readSource(input), refusedAs(code))
})

test('a page that unfolds to a gigabyte, or that takes too long, is refused', async () => {
  const bomb = pdfWithContents([packedZeros(400_000_000)], { filter: '/Filter /FlateDecode' })
  await assert.rejects(readSource(bomb, { limits: { pdfMegabytes: 200 } }), refusedAs('expands-too-far'))

  const slow = pdfWithContents([deflateSync(Buffer.from('BT /F1 12 Tf (x) Tj ET\n'.repeat(1_000_000)))], {
    filter: '/Filter /FlateDecode',
  })
  await assert.rejects(readSource(slow, { limits: { milliseconds: 300 } }), refusedAs('takes-too-long'))
})

const refusedAs = (code: string) => (error: unknown) => {
  assert.ok(error instanceof Unreadable, String(error))
  assert.equal(error.code, code)
  return true
}
