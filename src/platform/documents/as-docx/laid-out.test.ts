import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { unpacked } from '../../../../test/office-files.ts'
import { samplePaper } from '../../../../test/sample-paper.ts'
import { bytesOf } from '../../../../test/sheet-parts.ts'
import { languageCodes, type LanguageCode } from '../../languages.ts'
import type { Paper, PaperBlock, PaperTable } from '../paper.ts'
import { cropped } from './cropped.ts'
import { docxOf } from './docx-of.ts'
import { pageRoom } from './page.ts'
import { runs } from './text.ts'

const written = async (language: LanguageCode, blocks: PaperBlock[], more: Partial<Paper> = {}) => {
  const parts = await unpacked(await bytesOf(docxOf(samplePaper(language, { blocks, ...more }))))
  return (name: string) => parts[`word/${name}.xml`] ?? assert.fail(name)
}

const all = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map(([, found = '']) => found)
const afterHead = (xml: string) => xml.slice(xml.indexOf('w:val="Grid"'))

/** As the site lists records: long titles, names, and years, which are short. */
const listed = (rows: string[][]): PaperTable => ({
  ...{ block: 'table', anchor: 't', caption: 'Records', rows },
  names: ['record', 'organization', 'country', 'year'].map((text) => ({ text, isNumber: false })),
})

const title = 'A school library in Haitian Creole that fits in a suitcase, with lamps for the evening'
const rowsOf = (count: number) =>
  Array.from({ length: count }, () => [title, 'Lakou Klere Foundation', 'Haiti, Canada', '2021–2027'])

describe('a table of a Word file', () => {
  test('gives years the room of their signs, and long titles what is left', async () => {
    const xml = (await written('en', [listed(rowsOf(3))]))('document')
    const widths = all(afterHead(xml), /<w:gridCol w:w="(\d+)"/g).map(Number)
    const [titles = 0, names = 0, , years = 0] = widths
    // Nine signs of nine and a half points, of which each is six tenths wide, between two margins of 108.
    assert.ok(years >= 9 * 114 + 216, String(years))
    assert.ok(years < names && names < titles, widths.join())
    assert.ok(widths.reduce((one, other) => one + other) <= pageRoom)
  })

  test('counts a Chinese sign for nearly two', async () => {
    const table = listed([['说明', '北京', '赤道几内亚共和国', '2021']])
    const xml = (await written('zh', [table]))('document')
    const [, cities = 0, countries = 0] = all(afterHead(xml), /<w:gridCol w:w="(\d+)"/g).map(Number)
    assert.ok(countries >= 8 * 190 + 216 && countries > cities, String(countries))
  })

  test('stands on one page when it is short; else none of its rows is left alone', async () => {
    const clinging = async (count: number) => {
      const xml = (await written('en', [listed(rowsOf(count))]))('document')
      return all(afterHead(xml), /<w:tr>(.*?)<\/w:tr>/gs).map((row) => row.includes('<w:keepNext/>'))
    }
    assert.deepEqual(await clinging(4), [true, true, true, true, false])
    for (const count of [14, 30]) {
      const long = await clinging(count)
      assert.deepEqual(long.slice(0, 4), [true, true, false, false])
      assert.deepEqual(long.slice(-4), [false, true, true, false])
    }
  })

  test('keeps to the line below that tells of its records', async () => {
    const hint: PaperBlock = { block: 'paragraph', number: null, look: 'hint', spans: [], part: 'p' }
    const xml = (await written('en', [{ ...listed(rowsOf(2)), part: 'p' }, hint, hint]))('document')
    const rows = all(afterHead(xml), /<w:tr>(.*?)<\/w:tr>/gs)
    assert.ok(rows.at(-1)?.includes('<w:keepNext/>'))
    const hints = all(xml, /<w:pStyle w:val="LiveHint"\/>(<w:keepNext\/>)?/g)
    assert.deepEqual(hints, ['<w:keepNext/>', ''])
  })

  test('has units of numbers below each other, on the right in every language', async () => {
    for (const language of languageCodes) {
      const styles = (await written(language, []))('styles')
      // 'left' is the side on which a line of Arabic begins.
      const side = language === 'ar' ? 'left' : 'right'
      for (const style of ['TableNumber', 'SmallNumber'])
        assert.match(styles, new RegExp(`w:styleId="${style}"(?:(?!</w:style>).)*<w:jc w:val="${side}"/>`))
    }
  })

  test('leaves a title in other letters in its own order, on the side of the others', async () => {
    const cellOf = async (language: LanguageCode, text: string) => {
      const xml = afterHead((await written(language, [listed([[text, 'x', 'x', 'x']])]))('document'))
      return all(xml, /<w:tr>(.*?)<\/w:tr>/gs)[1]?.split('</w:tc>')[0] ?? assert.fail(text)
    }
    for (const text of [
      'Reunión «Veinte años después»',
      '«Радио одного перевала»: вещание',
      '微站“光网一体”',
    ]) {
      const cell = await cellOf('ar', text)
      assert.match(cell, /<w:bidi w:val="0"\/><w:jc w:val="right"\/>/)
      assert.doesNotMatch(cell, /<w:rtl\/>/)
      assert.ok(cell.includes(`>${text}<`))
    }
    assert.match(
      await cellOf('en', 'بحر مفتوح: عوّامات'),
      /<w:bidi w:val="1"\/><w:jc w:val="right"\/>.*<w:rtl\/>/,
    )
    assert.doesNotMatch(await cellOf('ar', 'C7'), /<w:jc /)
  })
})

describe('words in other letters within a text', () => {
  const said = (text: string, language: LanguageCode) =>
    runs(text, language).map(({ xml }) => ({
      text: all(xml, /<w:t [^>]*>([^<]*)/g).join(''),
      runsFromRight: xml.includes('<w:rtl/>'),
      isChinese: xml.includes('w:hint="eastAsia"'),
    }))

  test('run from the left with the quotation mark that closes what they open', () => {
    const leftOf = (text: string) =>
      said(text, 'ar')
        .filter(({ runsFromRight }) => !runsFromRight)
        .map((run) => run.text)
    assert.deepEqual(leftOf('اجتماع Reunión «Veinte años» في'), ['Reunión «Veinte años»'])
    assert.deepEqual(leftOf('محطة Радио одного перевала هنا'), ['Радио одного перевала'])
    assert.deepEqual(leftOf('القمة (WSIS) والاتحاد (قطاع ITU)'), ['WSIS', 'ITU'])
    assert.deepEqual(leftOf('مشروع l’accès هنا'), ['l’accès'])
    assert.equal(
      said('اجتماع Reunión «Veinte» في', 'ar')
        .map(({ text }) => text)
        .join(''),
      'اجتماع Reunión «Veinte» في',
    )
  })

  test('keep their apostrophe narrow in Chinese, where quotation marks are wide', () => {
    assert.deepEqual(
      said('题为“qu’envoyer”的项目', 'zh').map(({ text, isChinese }) => [text, isChinese]),
      [
        ['题为“', true],
        ['qu’envoyer', false],
        ['”的项目', true],
      ],
    )
  })
})

describe('a Word file on its pages', () => {
  test('has contents without places for numbers that nobody has counted, and asks nothing when it is opened', async () => {
    const { blocks } = samplePaper('en')
    const part = await written(
      'en',
      [...blocks].filter(({ block }) => block !== 'picture'),
    )
    const contents = /Table of Contents.*?<\/w:sdt>/s.exec(part('document'))?.[0] ?? assert.fail()
    assert.match(contents, / TOC \\o &quot;1-2&quot;/)
    assert.doesNotMatch(contents, /–|<w:tab\/>|PAGEREF/)
    assert.doesNotMatch(part('settings'), /updateFields/)
  })

  test('keeps a heading, what is warned of below it, and the text together', async () => {
    const styles = (await written('en', []))('styles')
    for (const style of ['Heading1', 'Warning', 'Caption', 'BoxName'])
      assert.match(styles, new RegExp(`w:styleId="${style}"(?:(?!</w:style>).)*<w:keepNext/>`))
  })

  test('has its marks in two columns that are wide enough for a period', async () => {
    const { head } = samplePaper('en')
    const marks = [
      { name: 'Agenda item', value: 'PL 2.1' },
      { name: 'Period', value: '1 October 2022 – 30 September 2026' },
    ]
    const xml = (await written('en', [], { head: { ...head, marks } }))('document')
    const table = /<w:tbl>.*?<\/w:tbl>/s.exec(xml)?.[0] ?? assert.fail()
    const widths = all(table, /<w:gridCol w:w="(\d+)"/g).map(Number)
    assert.equal(
      widths.reduce((one, other) => one + other),
      pageRoom,
    )
    // Bold letters of nine and a half points, most of which are less than six tenths wide.
    assert.ok((widths[2] ?? 0) >= 34 * 114, widths.join())
    const cells = all(table, /<w:t [^>]*>([^<]*)/g)
    assert.deepEqual(cells.slice(-4), [
      'Agenda item',
      'PL 2.1',
      'Period',
      '1 October 2022 – 30 September 2026',
    ])
  })

  test('never leaves the frame of a box with one line on a page', async () => {
    const { head } = samplePaper('en')
    const lines = ['a', 'b', 'c', 'd'].map((text) => [
      { span: 'text' as const, text, look: 'plain' as const },
    ])
    const xml = (await written('en', [], { head: { ...head, boxes: [{ name: 'References', lines }] } }))(
      'document',
    )
    const cling = all(xml, /<w:pStyle w:val="BoxText"\/>(<w:keepNext\/>)?/g)
    assert.deepEqual(
      cling.map((one) => one !== ''),
      [true, false, true, false],
    )
  })
})

describe('a chart', () => {
  const chart = (inside: string) =>
    `<svg width="680" height="530" viewBox="0 0 680 530"><rect width="680" height="530"/>${inside}</svg>`
  const sizeOf = (svg: string) => /<svg[^>]*>/.exec(svg)?.[0]

  test('has no room for a title that it does not have', () => {
    const bars = chart('<text x="1" y="52" font-size="13">A</text><rect x="2" y="39" width="9" height="16"/>')
    assert.equal(sizeOf(cropped(bars)), '<svg width="680" height="25" viewBox="0 35 680 25">')
  })

  test('stays as it is when nobody knows where its drawing ends', () => {
    const unknown = chart('<path d="M0 0L9 9"/>')
    assert.equal(cropped(unknown), unknown)
    const group = chart('<g transform="translate(0 34) scale(2)"><path d="M0 0L9 240"/></g>')
    assert.equal(sizeOf(cropped(group)), '<svg width="680" height="500" viewBox="0 30 680 500">')
    assert.equal(cropped('no picture'), 'no picture')
  })
})
