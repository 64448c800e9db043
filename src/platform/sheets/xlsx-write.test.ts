import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { bytesOf, partOf, refusedWith, rowsOf as rows } from '../../../test/sheet-parts.ts'
import { outlineOfFile } from './read-sheet.ts'
import { momentOf, serialOf } from './xlsx-numbers.ts'
import { writeXlsx, type SheetOut } from './xlsx-write.ts'

describe('days as numbers', () => {
  test('are those of spreadsheets, which believe in 29 February 1900', () => {
    assert.equal(serialOf('1900-03-01'), 61)
    assert.equal(serialOf('1900-02-28'), null)
    assert.equal(serialOf('2023-03-15'), 45_000)
    assert.equal(serialOf('2023-02-29'), null)
    assert.equal(momentOf(1, false), '1900-01-01')
    assert.equal(momentOf(59, false), '1900-02-28')
    assert.equal(momentOf(2_958_465, false), '9999-12-31')
    assert.equal(momentOf(2_958_466, false), null)
  })
})

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom(
      '=',
      "'",
      '"',
      '<',
      '&',
      ']]>',
      '_x0041_',
      '_x',
      '\r',
      '\n',
      '\t',
      ' ',
      '\u0001',
      '\ufffe',
      '7',
      '中',
      'ف',
      '\u202e',
    ),
    maxLength: 8,
  }),
)

describe('an XLSX file that goes out', () => {
  test('comes in again as it was, whatever people have typed', async () => {
    const cell = fc.oneof(
      hostile,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 5 }),
        async (table) => {
          const columns = [{ name: 'a' }, { name: '=b' }, { name: 'ج', kind: 'number' as const }]
          const file = await bytesOf(writeXlsx([{ name: 'x', columns, rows: table }]))
          const expected = table.flatMap((values, place) => {
            const cells = columns.flatMap(({ name }, column) => {
              const value = values[column] ?? ''
              return value === '' ? [] : [[name, Object.is(value, -0) ? '0' : String(value)]]
            })
            return cells.length === 0 ? [] : [[place + 2, Object.fromEntries(cells)]]
          })
          assert.deepEqual(await rows(file), expected)
        },
      ),
      { numRuns: 200 },
    )
  })

  test('holds days as days, also those that a spreadsheet cannot count, as texts', async () => {
    const days = ['2026-05-17', '1900-03-01', '1900-01-01', '9999-12-31', 'soon']
    const sheet: SheetOut = {
      name: 'x',
      columns: [{ name: 'day', kind: 'day' }],
      rows: days.map((day) => [day]),
    }
    assert.deepEqual(
      (await rows(await bytesOf(writeXlsx([sheet])))).map(([, cells]) => cells['day']),
      days,
    )
  })

  test('has rows as high as their text where it wraps, is as wide as a page, and is read from the right in Arabic', async () => {
    const columns = [{ name: 'سؤال', width: 10, isWrapped: true }, { name: 'answer' }]
    const rows = [
      ['word', 'as it is'],
      ['a\nb', null],
      ['word word word', null],
      ['中文中文中文', null],
    ]
    const file = await bytesOf(writeXlsx([{ name: 'a', direction: 'rtl', columns, rows }]))
    const xml = await partOf(file, 'xl/worksheets/sheet1.xml')
    const heights = [...xml.matchAll(/<row r="\d+" ht="(\d+)">/g)].map(([, height]) => Number(height))
    assert.deepEqual(heights, [15, 15, 30, 30, 30])
    assert.match(xml, /<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>.*fitToWidth="1" fitToHeight="0"\/>/s)
    assert.match(await partOf(file, 'xl/styles.xml'), /readingOrder="2"/)
    const plain = await bytesOf(writeXlsx([{ name: 'a', direction: 'rtl', columns: [{ name: 'a' }], rows }]))
    assert.match(await partOf(plain, 'xl/worksheets/sheet1.xml'), /<row r="2">/)
    assert.doesNotMatch(await partOf(plain, 'xl/styles.xml'), /readingOrder/)
  })

  test('has a frozen row of names, choices, locked and open columns, and runs from the right for Arabic', async () => {
    const choices = ['C1', 'C2; "x"']
    const file = await bytesOf(
      writeXlsx([
        {
          name: "How to: [fill] it's in",
          columns: [{ name: 'text', isWrapped: true }],
          rows: [['Read']],
          isLocked: true,
        },
        {
          name: 'بيانات',
          direction: 'rtl',
          columns: [{ name: 'question' }, { name: 'answer', isOpen: true, choices }],
          rows: [['line', null]],
          isLocked: true,
        },
        { name: 'بيانات', columns: [{ name: 'answer', choices }], rows: [] },
      ]),
    )
    const outline = await outlineOfFile(file, 'x')
    assert.deepEqual(outline.sheetNames, ['How to   fill  it s in', 'بيانات', 'بيانات 2'])
    assert.deepEqual(await rows(file, { sheet: 'choices' }), [
      [2, { 1: 'C1' }],
      [3, { 1: 'C2; "x"' }],
    ])
    const xml = await partOf(file, 'xl/worksheets/sheet2.xml')
    assert.match(xml, /<sheetView rightToLeft="1" workbookViewId="0"><pane ySplit="1" [^>]*state="frozen"\/>/)
    assert.match(xml, /<\/sheetData><sheetProtection sheet="1"[^>]*\/><dataValidations count="1">/)
    assert.match(xml, /sqref="B2:B1048576"><formula1>choices!\$A\$2:\$A\$3<\/formula1>/)
    const styles = await partOf(file, 'xl/styles.xml')
    const formats = styles.slice(styles.indexOf('<cellXfs')).split('<xf ').slice(1)
    const styleOf = (column: number) =>
      formats[Number(new RegExp(`<col min="${column}"[^>]* style="(\\d+)"`).exec(xml)?.[1])] ?? ''
    assert.deepEqual(
      [1, 2].map((column) => styleOf(column).includes('<protection locked="0"/>')),
      [false, true],
    )
    assert.deepEqual(
      [1, 2].map((column) => styleOf(column).includes('numFmtId="49"')),
      [true, true],
    )
  })

  test('offers choices in single cells, from a list that stands in it once, and lets rows stand out', async () => {
    const choices = ['Kenya', 'Tuvalu']
    const file = await bytesOf(
      writeXlsx([
        {
          name: 'form',
          columns: [{ name: 'question' }, { name: 'answer', isOpen: true }],
          rows: [
            ['Where', null],
            ['=First', 'Kenya'],
            ['Second', null],
            ['Third', '=1'],
          ],
          headings: [2],
          choices: [3, 4].map((row) => ({ row, column: 1, choices })),
          isLocked: true,
        },
      ]),
    )
    const xml = await partOf(file, 'xl/worksheets/sheet1.xml')
    assert.match(
      xml,
      /<dataValidations count="1"><dataValidation type="list" errorStyle="warning" [^>]*sqref="B3 B4"><formula1>choices!\$A\$2:\$A\$3<\/formula1>/,
    )
    assert.match(xml, /<c r="A2" s="1" t="inlineStr">/)
    assert.doesNotMatch(xml, /<f>/)
    assert.deepEqual(
      (await rows(file)).map(([, cells]) => cells['question']),
      ['Where', '=First', 'Second', 'Third'],
    )
  })

  test('refuses a text that Excel would not open', async () => {
    const sheet = (text: string) => ({ name: 'x', columns: [{ name: 'note' }], rows: [[text]] })
    await bytesOf(writeXlsx([sheet('x'.repeat(32_767))]))
    await assert.rejects(
      bytesOf(writeXlsx([sheet('x'.repeat(32_768))])),
      refusedWith('sheet.cell', { row: 2, column: 'note', limit: 32_767 }),
    )
  })
})
