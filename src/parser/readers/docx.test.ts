import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listed, paragraph, run, strict, wordFile } from '../../../test/corpus/word-file.ts'
import { readSource } from '../read-source.ts'
import type { SourceText } from '../source.ts'

const texts = (source: SourceText) => source.blocks.map((block) => block.text)
const printed = (source: SourceText) =>
  source.blocks.map((block) => (block.label === null ? block.text : `${block.label} ${block.text}`))

const level = (index: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const list = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
const instance = (id: number, abstract: number, overrides = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`

test('tracked changes are read as accepted, and what they took away is set aside', async () => {
  const source = await readSource(
    wordFile({
      numbering: list(0, level(0, 'decimal', '%1')) + instance(1, 0),
      body:
        `<w:p>${run('kept ')}<w:del w:id="1"><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins w:id="2">${run('new')}</w:ins></w:p>` +
        `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr><w:del w:id="4"><w:r><w:delText>a whole one</w:delText></w:r></w:del></w:p>` +
        listed('first', 1) +
        `<w:p><w:pPr><w:rPr><w:del w:id="5"/></w:rPr></w:pPr>${run('runs ')}</w:p>${paragraph('on')}` +
        `<w:p><w:moveFrom w:id="6">${run('moved')}</w:moveFrom></w:p><w:p><w:moveTo w:id="6">${run('moved')}</w:moveTo></w:p>` +
        `<w:tbl><w:tr><w:trPr><w:del w:id="7"/></w:trPr><w:tc>${paragraph('row')}</w:tc></w:tr></w:tbl>`,
    }),
  )

  assert.deepEqual(printed(source), ['kept new', '1 first', 'runs on', 'moved'])
  assert.deepEqual(
    source.setAside.map((each) => [each.reason, each.text]),
    [
      ['deleted-text', 'gone'],
      ['deleted-text', 'a whole one'],
      ['deleted-text', 'moved'],
      ['deleted-text', 'row'],
    ],
  )
  assert.deepEqual(source.warnings, [{ code: 'tracked-changes', at: 'paragraph 1' }])
})

test('footnotes are counted in the order of their marks, with marks of their own where the writer chose them', async () => {
  const source = await readSource(
    wordFile({
      footnotes:
        '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>' +
        `<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${run(' second in the file')}</w:p></w:footnote>` +
        `<w:footnote w:id="5"><w:p><w:r><w:footnoteRef/></w:r>${run(' first on the page')}</w:p>${paragraph('and more')}</w:footnote>` +
        `<w:footnote w:id="6"><w:p>${run('* starred')}</w:p></w:footnote>` +
        `<w:footnote w:id="9">${paragraph('nobody asked')}</w:footnote>`,
      body:
        `<w:p>${run('one')}<w:r><w:footnoteReference w:id="5"/></w:r>${run(' two')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(';')}</w:p>` +
        `<w:p>${run('star')}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="6"/><w:t>*</w:t></w:r></w:p>`,
    }),
  )

  assert.deepEqual(texts(source), ['one two;', 'star'])
  assert.deepEqual(
    source.blocks.map((block) => block.marks),
    [
      [
        { mark: '1', offset: 3 },
        { mark: '2', offset: 7 },
      ],
      [{ mark: '*', offset: 4 }],
    ],
  )
  assert.deepEqual(
    source.notes.map((note) => [note.mark, note.text]),
    [
      ['1', 'first on the page\nand more'],
      ['2', 'second in the file'],
      ['*', 'starred'],
    ],
  )
  assert.deepEqual(source.setAside, [{ reason: 'other', text: 'nobody asked', at: 'footnotes' }])
})

test('typed raised signs are marks with their notes, but exponents and ordinals stay in the text', async () => {
  const raised = '<w:vertAlign w:val="superscript"/>'
  const source = await readSource(
    wordFile({
      body:
        `<w:p>${run('networks')}${run('1', raised)}${run(' of 5 km')}${run('2', raised)} ${run(' on the 1')}${run('st', raised)}${run(' day')}</w:p>` +
        `<w:p>${run('1', raised)}${run(' Those that carry data.')}</w:p>`,
    }),
  )

  assert.deepEqual(texts(source), ['networks of 5 km² on the 1st day'])
  assert.deepEqual(source.blocks[0]?.marks, [{ mark: '1', offset: 8 }])
  assert.deepEqual(source.notes, [{ mark: '1', text: 'Those that carry data.', at: 'footnote 1' }])
})

test('fields show their result, text boxes once, controls and links their text', async () => {
  const box = `<w:txbxContent>${paragraph('in the box')}</w:txbxContent>`
  const source = await readSource(
    wordFile({
      body:
        `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('result')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>` +
        `<w:p>${run('before')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box}</wps:txbx></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>` +
        `<w:sdt><w:sdtPr><w:alias w:val="no"/></w:sdtPr><w:sdtContent><w:p><w:hyperlink r:id="x">${run('linked')}</w:hyperlink></w:p></w:sdtContent></w:sdt>` +
        `<w:p><w:r><w:t>co</w:t><w:softHyphen/><w:t>op</w:t><w:noBreakHyphen/><w:t>x</w:t><w:tab/><w:sym w:font="Symbol" w:char="F061"/></w:r></w:p>`,
    }),
  )

  assert.deepEqual(texts(source), ['result', 'before', 'in the box', 'linked', 'coop-x\tα'])
})

test('page and line breaks, empty paragraphs and italics are told', async () => {
  const source = await readSource(
    wordFile({
      body:
        `<w:p>${run('Recalling', '<w:i/>')}${run(' the past')}</w:p><w:p/><w:p/>` +
        paragraph('after two', '<w:pageBreakBefore/>') +
        `<w:p>${run('line one')}<w:r><w:br/></w:r>${run('line two')}</w:p>` +
        `<w:p><w:r><w:br w:type="page"/></w:r></w:p>` +
        `<w:p>${run('new page')}</w:p><w:p><w:r><w:lastRenderedPageBreak/></w:r>${run('and again')}</w:p>`,
    }),
  )

  assert.deepEqual(
    source.blocks.map(({ text, whole, blankBefore, newPage, italicLead }) => [
      text,
      whole,
      blankBefore,
      newPage,
      italicLead,
    ]),
    [
      ['Recalling the past', true, 0, false, 9],
      ['after two', true, 2, true, 0],
      ['line one', false, 1, false, 0],
      ['line two', false, 0, false, 0],
      ['new page', true, 3, true, 0],
      ['and again', true, 0, true, 0],
    ],
  )
})

test('a table keeps its cells in order; one that only wraps or numbers the text is undone', async () => {
  const cell = (...inside: string[]) => `<w:tc>${inside.map((each) => paragraph(each)).join('')}</w:tc>`
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
  const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`
  const long = 'asks that everybody read a sentence which is longer than forty letters;'
  const source = await readSource(
    wordFile({
      body:
        paragraph('start') +
        table(row(cell('Year'), cell('Sum')), row(cell('2020'), cell('5', 'million'))) +
        table(row(cell('wrapped', 'text'))) +
        table(row(cell('1.'), cell(long)), row(cell('2.'), cell(long, 'and more'))),
    }),
  )

  assert.deepEqual(
    source.blocks.map(({ at, role, text }) => `${at}: ${role} ${text}`),
    [
      'paragraph 1: body start',
      'table 1, row 1, cell 1: table Year',
      'table 1, row 1, cell 2: table Sum',
      'table 1, row 2, cell 1: table 2020',
      'table 1, row 2, cell 2: table 5',
      'table 1, row 2, cell 2: table million',
      'paragraph 7: body wrapped',
      'paragraph 8: body text',
      `paragraph 9: body 1. ${long}`,
      `paragraph 10: body 2. ${long}`,
      'paragraph 11: body and more',
    ],
  )
})

test('strict files, headers and comments are read; the language is that of most letters', async () => {
  const french = '<w:lang w:val="fr-FR"/>'
  const source = await readSource(
    wordFile({
      namespace: strict,
      header: paragraph('A/123'),
      comments: `<w:comment w:id="0">${paragraph('is this so?')}</w:comment>`,
      body: `<w:p>${run('Le texte est en français', french)}</w:p><w:p>${run('title', '<w:lang w:val="en-GB"/>')}</w:p>`,
    }),
  )

  assert.deepEqual(texts(source), ['Le texte est en français', 'title'])
  assert.equal(source.declaredLanguage, 'fr')
  assert.deepEqual(source.setAside, [
    { reason: 'running-head', text: 'A/123', at: 'header' },
    { reason: 'other', text: 'is this so?', at: 'comment 0' },
  ])
})
