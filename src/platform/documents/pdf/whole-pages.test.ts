import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { paperOf, paragraph, plainSpan, square } from '../../../../test/printed-papers.ts'
import { readPaper, type ReadPdf } from '../../../../test/pdf-reader.ts'
import type { LanguageCode } from '../../languages.ts'
import type { Paper, PaperBlock, PaperSpan } from '../paper.ts'

const filler = (count: number): PaperBlock[] =>
  Array.from({ length: count }, (_, place) => paragraph(`Line ${place + 1} of what stands above.`))

const table = (rows: number): PaperBlock => ({
  block: 'table',
  anchor: 'table',
  caption: 'Numbers by country',
  names: [
    { text: 'Country', isNumber: false },
    { text: 'Count', isNumber: true },
  ],
  rows: Array.from({ length: rows }, (_, place) => [`Row no. ${place + 1}.`, '7']),
})

const pageOf = ({ pages }: ReadPdf, words: string): number =>
  pages.findIndex(({ lines }) => lines.some((line) => line.replaceAll(/\s+/g, ' ').includes(words)))

/** The same with more and more above it, so that it meets the foot of the page in every way. */
const atEachPlace = (blocks: readonly PaperBlock[], rest: Partial<Paper> = {}) =>
  Promise.all(
    [24, 26, 28, 30, 32, 34].map((count) =>
      readPaper({ ...paperOf('en', ...filler(count), ...blocks), ...rest }),
    ),
  )

describe('the pages of a paper', () => {
  test('have footnotes where their marks are, also when one line or list has several', async () => {
    const called = (number: number): PaperSpan[] => [plainSpan(`Called ${number}.`), { span: 'note', number }]
    const notes = Array.from({ length: 12 }, (_, place) => ({
      spans: [
        plainSpan(`Told ${place + 1}. `),
        plainSpan('What it says is longer than one line. '.repeat(5)),
      ],
    }))
    const lines = [[...called(1), ...called(2)], called(3), called(4), [...called(5), ...called(6)]]
    const files = await atEachPlace(
      [
        { block: 'list', isOrdered: true, lines },
        paragraph(...[7, 8, 9].flatMap(called)),
        paragraph(...[10, 11, 12].flatMap(called)),
      ],
      { notes },
    )
    for (const file of files) {
      const far = notes
        .map((_, place) => place + 1)
        .filter((number) => pageOf(file, `Called ${number}.`) !== pageOf(file, `Told ${number}.`))
      assert.deepEqual(far, [])
    }
  })

  test('do not leave a caption, or one or two rows, without the rest of the table', async () => {
    for (const rows of [9, 18, 24])
      for (const file of await atEachPlace([table(rows), paragraph('All the records.')])) {
        const pages = Array.from({ length: rows }, (_, place) => pageOf(file, `Row no. ${place + 1}.`))
        assert.equal(pageOf(file, 'Numbers by country'), pages[0])
        for (const page of rows > 9 ? new Set(pages) : [])
          assert.ok(pages.filter((one) => one === page).length >= 3, `${rows} rows: ${pages.join(' ')}`)
        if (rows === 9) assert.equal(new Set(pages).size, 1)
      }
  })

  test('are not left half empty before a table that is longer than a few lines', async () => {
    const lines = (file: ReadPdf) => file.pages[0]?.lines.filter((line) => line.startsWith('Row no.')) ?? []
    const [file] = await atEachPlace([table(18), paragraph('All the records.')])
    assert.ok(file && lines(file).length >= 3)
    const heads = file.pages.map(({ lines }) => lines.filter((line) => line.startsWith('Country')).length)
    assert.deepEqual(heads, [1, 1])
    const long = { ...table(6), rows: Array.from({ length: 6 }, () => ['Row no. '.repeat(40), '7']) }
    const [other] = await atEachPlace([long, paragraph('All the records.')])
    assert.ok(other && lines(other).length >= 3)
  })

  test('begin no list, contents or section with its last words on the page before', async () => {
    const section: PaperBlock[] = [
      { block: 'heading', level: 1, text: 'Decisions', anchor: 'decisions' },
      { ...paragraph('Not checked by anybody.'), look: 'warning' } as PaperBlock,
      paragraph('The Council decides:'),
      { block: 'list', isOrdered: true, lines: [[plainSpan('to go on;')], [plainSpan('to stop.')]] },
    ]
    for (const file of await atEachPlace(section)) {
      const list = pageOf(file, 'to go on;')
      assert.deepEqual(
        ['Not checked', 'The Council decides:'].map((words) => pageOf(file, words)),
        [list, list],
      )
    }
    const headings = Array.from({ length: 9 }, (_, place): PaperBlock => {
      return { block: 'heading', level: 1, text: `Part ${place}`, anchor: `p${place}` }
    })
    const warnings = Array.from({ length: 14 }, () => 'This is an example.')
    const { head, ...rest } = paperOf('en', ...headings)
    const file = await readPaper({ ...rest, head: { ...head, warnings } })
    const withDots = file.pages.map(({ lines }) => lines.filter((line) => line.includes('. . .')).length)
    assert.deepEqual([withDots[pageOf(file, 'Contents')], Math.max(...withDots)], [9, 9])
  })

  test('count lists within numbered paragraphs with a bracket, and keep addresses whole', async () => {
    const address =
      'https://actionline.example:4555/ar/revisions/pp-140-dubai-2018/instructs-directors/resolves/3'
    for (const language of ['en', 'ar', 'zh'] satisfies LanguageCode[]) {
      const spans = [plainSpan('140 '.repeat(13)), { span: 'link', text: address, address } as const]
      const file = await readPaper({
        ...paperOf(
          language,
          { block: 'list', isOrdered: true, lines: [[plainSpan('One')], [plainSpan('Two')]] },
          paragraph('Words', { span: 'note', number: 1 }),
        ),
        notes: [{ spans }],
      })
      const pieces = file.pages.flatMap(({ pieces }) => pieces.map(({ text }) => text))
      assert.match(pieces.join(''), /1\).*2\)/)
      assert.ok(pieces.some((text) => text.includes('https://actionline.example:4555/')))
      assert.equal(pieces.join('').replaceAll(/\s/g, '').includes(address), true, pieces.join('|'))
      assert.equal(pieces.join('').includes('\u200b'), false)
    }
  })

  test('set letters of another script as large as their own, and a year without a break', async () => {
    const cells = ['Радио одного перевала', 'x'.repeat(60), '2021–2027']
    const names = ['مجلس', 'مجلس', 'السنة'].map((text) => ({ text, isNumber: false }))
    const file = await readPaper(
      paperOf('ar', { block: 'table', anchor: 't', caption: 'مجلس', names, rows: [cells, cells] }),
    )
    const pieces = file.pages.flatMap(({ pieces }) => pieces)
    const sizes = pieces.flatMap(({ text, size }) => (/\p{Script=Cyrillic}/u.test(text) ? [size] : []))
    assert.ok(sizes.length > 0 && Math.max(...sizes) < 9.6, sizes.join(' '))
    const heights = (year: string) =>
      pieces.flatMap(({ text, y }) => (text.includes(year) ? [Math.round(y)] : []))
    assert.deepEqual([heights('2021').length, heights('2021')], [2, heights('2027')])
  })

  test('have foreign apostrophes and marks of notes in Chinese where they belong', async () => {
    const words = (count: number) => '会'.repeat(count)
    const blocks = Array.from({ length: 44 }, (_, place) =>
      paragraph(words(place + 1), { span: 'note', number: place + 1 }, '。'),
    )
    const notes = blocks.map(() => ({ spans: [plainSpan('脚注')] }))
    const file = await readPaper({ ...paperOf('zh', paragraph('plutôt qu’envoyer'), ...blocks), notes })
    const pieces = file.pages.flatMap(({ pieces }) => pieces.map(({ text }) => text))
    assert.ok(
      pieces.some((text) => text.includes('qu’envoyer')),
      pieces.slice(0, 5).join('|'),
    )
    const lines = file.pages.flatMap(({ lines }) => lines)
    assert.deepEqual(
      lines.filter((line) => /^[\s\u2060]*\d+[\s\u2060]*。/.test(line)),
      [],
    )
  })

  test('have a picture and its numbers on one page when a little less room is enough', async () => {
    const svg = square.replace('width="40" height="40"', 'width="680" height="560"')
    const picture: PaperBlock = { block: 'picture', anchor: 'p', caption: 'As bars', svg, description: 'x' }
    const file = await readPaper(paperOf('en', ...filler(20), picture, table(18), paragraph('End')))
    assert.equal(pageOf(file, 'As bars'), pageOf(file, 'Row no. 18.'))
  })
})
