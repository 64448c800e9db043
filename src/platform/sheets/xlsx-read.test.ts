import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { bytesOf, refusedWith, rowsOf as rows, workbook } from '../../../test/sheet-parts.ts'
import { writeZip } from '../packages/zip-write.ts'
import { outlineOfFile, type SheetOptions } from './read-sheet.ts'
import { SharedTexts } from './shared-texts.ts'

const inline = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
const header = `<row r="1">${inline('A1', 'name')}${inline('B1', 'value')}</row>`

describe('an XLSX file of another program', () => {
  test('gives numbers, texts, yes and no, what formulas gave, and errors', async () => {
    const cells = {
      '<c r="B2"><v>1.5E-2</v></c>': '0.015',
      '<c r="B2" t="n"><v>14300.000000000002</v></c>': '14300.000000000002',
      '<c r="B2" t="b"><v>1</v></c>': 'true',
      '<c r="B2" t="b"><v>0</v></c>': 'false',
      '<c r="B2" t="str"><f>A1&amp;"x"</f><v>made</v></c>': 'made',
      '<c r="B2"><f>1+1</f><v>2</v></c>': '2',
      '<c r="B2" t="e"><v>#N/A</v></c>': '#N/A',
      '<c r="B2" t="d"><v>2026-05-17T00:00:00</v></c>': '2026-05-17',
      '<c r="B2" t="inlineStr"><is><r><t>Iron </t></r><r><rPr><b/></rPr><t>bridge</t></r></is></c>':
        'Iron bridge',
      '<c r="B2" t="inlineStr"><is><t>a_x000D__x005F_x0041_ &amp; &#x4e2d;</t></is></c>': 'a\r_x0041_ & 中',
      '<c r="B2" t="s"><v>1</v></c>': 'Каменный мост',
    }
    const sharedStrings =
      '<si><t>name</t></si><si><r><t xml:space="preserve">Каменный </t></r><r><t>мост</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>'
    for (const [cell, value] of Object.entries(cells)) {
      const file = await workbook({ sheets: { One: `${header}<row r="2">${cell}</row>` }, sharedStrings })
      assert.deepEqual(await rows(file), [[2, { value }]], cell)
    }
  })

  test('gives days as days, by the style of the cell', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="dd\\/mm\\/yyyy;@"/><numFmt numFmtId="165" formatCode="0.0 &quot;days&quot;"/>' +
      '<numFmt numFmtId="166" formatCode="[$-401]d mmmm yyyy"/><numFmt numFmtId="167" formatCode="[h]:mm"/></numFmts>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="22"/></cellXfs>'
    const shown: [number, string, string][] = [
      [0, '45000', '45000'],
      [1, '45000', '2023-03-15'],
      [2, '45000', '2023-03-15'],
      [3, '45000', '45000'],
      [4, '45000', '2023-03-15'],
      [5, '1.5', '1.5'],
      [6, '45000.75', '2023-03-15T18:00:00'],
      [6, '0.25', '06:00:00'],
      [1, '-1', '-1'],
      [9, '7', '7'],
    ]
    for (const [style, number, value] of shown) {
      const sheets = { One: `${header}<row r="2"><c r="B2" s="${style}"><v>${number}</v></c></row>` }
      assert.deepEqual(await rows(await workbook({ sheets, styles })), [[2, { value }]])
    }
    const properties = '<workbookPr date1904="1"/>'
    const sheets = { One: `${header}<row r="2"><c r="B2" s="1"><v>43538</v></c></row>` }
    assert.deepEqual(await rows(await workbook({ sheets, styles, properties })), [
      [2, { value: '2023-03-15' }],
    ])
  })

  test('is read whatever prefix, places and empty cells it writes', async () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    const prefixed = `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row><x:c t="str"><x:v>name</x:v></x:c><x:c t="str"><x:v>value</x:v></x:c></x:row><x:row/><x:row><x:c/><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`
    const file = await workbook({ sheets: { One: '' }, others: { 'xl/worksheets/s0.xml': prefixed } })
    assert.deepEqual(await rows(file), [[3, { value: '7' }]])
    const sparse = await workbook({
      sheets: {
        One: `<row r="5">${inline('C5', 'name')}</row><row r="9"><c r="A9" s="1"/>${inline('C9', 'Iron')}<c r="XFD9"/></row>`,
      },
    })
    assert.deepEqual(await rows(sparse), [[9, { name: 'Iron' }]])
  })

  test('gives its first sheet that is not hidden, or the one that is asked for', async () => {
    const sheet = (text: string) =>
      `<row r="1">${inline('A1', 'name')}</row><row r="2">${inline('A2', text)}</row>`
    const file = await workbook({
      sheets: { '.hidden': sheet('no'), Instructions: sheet('read'), Entry: sheet('yes') },
    })
    assert.deepEqual(await rows(file), [[2, { name: 'read' }]])
    assert.deepEqual(await rows(file, { sheet: 'Entry' }), [[2, { name: 'yes' }]])
    assert.deepEqual(await rows(file, { sheet: '.hidden' }), [[2, { name: 'no' }]])
    assert.deepEqual(await outlineOfFile(file, 'x'), {
      kind: 'xlsx',
      guessedEncoding: null,
      sheetNames: ['Instructions', 'Entry'],
      columns: ['name'],
    })
    await assert.rejects(rows(file, { sheet: 'Other' }), refusedWith('sheet.no-sheet', { sheet: 'Other' }))
  })
})

describe('an XLSX file is refused', () => {
  const refused = async (
    file: Uint8Array | Promise<Uint8Array>,
    key: string,
    values: object,
    options?: SheetOptions,
  ) => assert.rejects(rows(await file, options), refusedWith(key, values))

  test('when it is no workbook, or another kind of one', async () => {
    const zip = (name: string, content: string) => bytesOf(writeZip([{ name, content: [content] }]))
    await refused(zip('a.txt', 'a'), 'sheet.kind', { kind: 'other' })
    await refused(zip('mimetype', 'application/vnd.oasis.opendocument.spreadsheet'), 'sheet.kind', {
      kind: 'spreadsheet',
    })
    await refused(Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old', 'latin1'), 'sheet.kind', {
      kind: 'spreadsheet',
    })
    const wrapped = Buffer.concat([
      Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    await refused(wrapped, 'sheet.encrypted', {})
    await refused(workbook({ sheets: { '.hidden': header } }), 'sheet.empty', {})
    await refused(workbook({ sheets: { One: '' } }), 'sheet.empty', {})
  })

  test('when it is damaged, cut, or points to what it does not hold', async () => {
    const file = await workbook({ sheets: { One: header + `<row r="2">${inline('A2', 'Iron')}</row>` } })
    await refused(file.subarray(0, file.length - 30), 'sheet.damaged', {})
    await refused(workbook({ sheets: { One: '<row><c></row>' } }), 'sheet.damaged', {})
    const pointing = (to: string) =>
      workbook({
        sheets: { One: `${header}<row r="2"><c r="B2" t="s"><v>${to}</v></c></row>` },
        sharedStrings: '<si><t>x</t></si>',
      })
    for (const to of ['1', '-1', '1e3', '99999999999'])
      await refused(pointing(to), 'sheet.cell-broken', { row: 2, column: 'B' })
  })

  test('when entities, blank space, rows or columns would unfold without end', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]>'
    for (const part of ['xl/worksheets/s0.xml', 'xl/sharedStrings.xml', 'xl/styles.xml', 'xl/workbook.xml'])
      await refused(
        workbook({
          sheets: { One: header },
          sharedStrings: '',
          styles: '',
          others: { [part]: `${bomb}<a>&c;</a>` },
        }),
        'sheet.damaged',
        {},
      )
    const blank = (length: number) => workbook({ sheets: { One: `${header}${' '.repeat(length)}` } })
    await refused(blank(20_000_000), 'sheet.expands', {})
    const far = (place: string) =>
      workbook({ sheets: { One: `${header}<row r="1048576">${inline(place, 'x')}</row>` } })
    await refused(far('XFD1048576'), 'sheet.columns', { row: 1_048_576, limit: 300 })
    const wide = `${header}<row r="2">${inline('A2', 'x').repeat(400)}</row>`
    await refused(workbook({ sheets: { One: wide } }), 'sheet.columns', { row: 2, limit: 300 })
    const many = Array.from(
      { length: 12 },
      (_, row) => `<row>${inline(`A${row}`, String(Math.random()))}</row>`,
    )
    await refused(
      workbook({ sheets: { One: many.join('') } }),
      'sheet.rows',
      { limit: 10 },
      { limits: { rows: 10 } },
    )
  })

  test('when one long text stands in many cells, or a text is too long', async () => {
    const long = Array.from({ length: 9_000 }, () => Math.random().toString(36))
      .join('')
      .slice(0, 90_000)
    const pointing = Array.from({ length: 290 }, () => '<c t="s"><v>0</v></c>').join('')
    const names = Array.from({ length: 290 }, (_, place) => `<c t="str"><v>n${place}</v></c>`).join('')
    const amplified = workbook({
      sheets: { One: `<row>${names}</row><row>${pointing}</row>` },
      sharedStrings: `<si><t>${long}</t></si>`,
    })
    await refused(amplified, 'sheet.row', { row: 2, limit: 2_000_000 })
    const limits = { cellCharacters: 10, sharedTexts: 3 }
    const cell = (text: string) =>
      workbook({ sheets: { One: `${header}<row r="2">${inline('B2', text)}</row>` } })
    await refused(cell('12345678901'), 'sheet.cell', { row: 2, column: 'value', limit: 10 }, { limits })
    assert.deepEqual(await rows(await cell('_x0031_234567890'), { limits }), [[2, { value: '1234567890' }]])
    const texts = workbook({ sheets: { One: header }, sharedStrings: '<si/>'.repeat(4) })
    await refused(texts, 'sheet.expands', {}, { limits })
  })
})

describe('texts that cells point to', () => {
  test('are found again whether they are kept in memory or on disk', () => {
    const shared = new SharedTexts(500)
    const texts = Array.from(
      { length: 5_000 },
      (_, number) => `text ${number} مرحبا ${'x'.repeat(number % 50)}`,
    )
    for (const text of texts) shared.add(text)
    for (const place of [0, 4_999, 2_500, 7, 8, 9, 3_000]) assert.equal(shared.at(place), texts[place])
    shared.add('')
    shared.add('the last')
    assert.deepEqual(
      [5_000, 5_001, 5_002, -1].map((place) => shared.at(place)),
      ['', 'the last', null, null],
    )
    assert.equal(shared.count, 5_002)
    shared.close()
  })
})
