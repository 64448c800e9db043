import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { SaxesParser } from 'saxes'
import { readDocx } from '../../../parser/readers/docx.ts'
import { defaultLimits, startBudget } from '../../../parser/readers/limits.ts'
import { unpacked } from '../../../../test/office-files.ts'
import { samplePaper } from '../../../../test/sample-paper.ts'
import { bytesOf } from '../../../../test/sheet-parts.ts'
import { languageCodes, type LanguageCode } from '../../languages.ts'
import type { Paper, PaperBlock, PaperSpan } from '../paper.ts'
import { docxOf } from './docx-of.ts'

/** A process is begun for pictures: where they do not matter there are none. */
const withoutPictures = (language: LanguageCode, more: Partial<Paper> = {}): Paper => {
  const paper = samplePaper(language, more)
  return { ...paper, blocks: paper.blocks.filter(({ block }) => block !== 'picture') }
}

const plain = (text: string): PaperSpan => ({ span: 'text', text, look: 'plain' })

const partsOf = async (paper: Paper) => unpacked(await bytesOf(docxOf(paper)))
const mainOf = async (paper: Paper) => (await partsOf(paper))['word/document.xml'] ?? ''
const all = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map(([, found = '']) => found)

describe('a paper as a Word file', () => {
  test('has the same bytes each time, and other bytes for another paper', async () => {
    const bytes = await bytesOf(docxOf(samplePaper('en')))
    assert.deepEqual(await bytesOf(docxOf(samplePaper('en'))), bytes)
    const others = [{ title: 'Other' }, {}].map((more) => bytesOf(docxOf(withoutPictures('en', more))))
    assert.notDeepEqual(...((await Promise.all(others)) as [Buffer, Buffer]))
  })

  test('holds its elements in the order of the standard', async () => {
    for (const language of languageCodes) {
      const parts = await partsOf((language === 'ar' ? samplePaper : withoutPictures)(language))
      for (const name of ['document', 'styles', 'numbering', 'footnotes', 'footer1', 'settings'])
        inOrder(parts[`word/${name}.xml`] ?? assert.fail(name))
    }
  })

  test('refers to nothing that is not there, and names everything once', async () => {
    const parts = await partsOf(samplePaper('en', { mark: '{}' }))
    for (const owner of ['document', 'footnotes']) {
      const relations = parts[`word/_rels/${owner}.xml.rels`] ?? ''
      const known = all(relations, / Id="([^"]*)"/g)
      assert.equal(new Set(known).size, known.length)
      for (const id of all(parts[`word/${owner}.xml`] ?? '', / r:(?:id|embed)="([^"]*)"/g))
        assert.ok(known.includes(id), id)
      for (const [, target, mode] of relations.matchAll(/ Target="([^"]*)"( TargetMode="External")?\/>/g))
        assert.ok(mode !== undefined || `word/${target}` in parts, target)
    }
    const types = parts['[content_types].xml'] ?? ''
    for (const name of Object.keys(parts)) {
      const isNamed = types.toLowerCase().includes(`partname="/${name}"`)
      const ending = name.split('.').at(-1) ?? ''
      assert.ok(isNamed || types.includes(`Extension="${ending}"`) || name === '[content_types].xml', name)
    }
    const xml = parts['word/document.xml'] ?? ''
    for (const pattern of [
      /<w:bookmarkStart w:id="(\d+)"/g,
      /<w:bookmarkStart [^>]*w:name="([^"]*)"/g,
      /<wp:docPr id="(\d+)"/g,
    ]) {
      const found = all(xml, pattern)
      assert.equal(new Set(found).size, found.length)
    }
    const lists = all(parts['word/numbering.xml'] ?? '', /<w:num w:numId="(\d+)"/g)
    for (const list of all(xml, /<w:numId w:val="(\d+)"/g)) assert.ok(lists.includes(list))
    const styles = all(parts['word/styles.xml'] ?? '', / w:styleId="([^"]*)"/g)
    for (const style of all(xml, /<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]*)"/g))
      assert.ok(styles.includes(style), style)
  })

  test('counts paragraphs through the sections, as the paper does, and every list anew', async () => {
    const numbers = ['1.', '2.', '7.', '8.', '§ 3', 'iv']
    const counted = numbers.map((number): PaperBlock => ({
      ...{ block: 'paragraph', number, spans: [plain(`is ${number}`)] },
    }))
    const list: PaperBlock = { block: 'list', isOrdered: true, lines: [[plain('x')]] }
    const paper = samplePaper('en', { blocks: [...counted.slice(0, 2), list, ...counted.slice(2), list] })
    const { blocks } = await readDocx(await bytesOf(docxOf(paper)), startBudget(defaultLimits))
    const said = blocks.map(({ label, text }) => [label, text.trim()])
    for (const number of numbers.slice(0, 5))
      assert.ok(
        said.some(([label, text]) => label === number && text === `is ${number}`),
        number,
      )
    assert.ok(said.some(([, text]) => text?.startsWith('iv')))
    assert.deepEqual(
      said.filter(([, text]) => text === 'x').map(([label]) => label),
      ['1)', '1)'],
    )
  })

  test('has the footnote of a heading behind it, and none in the contents', async () => {
    const heading = { block: 'heading', level: 1, text: 'Lamps', anchor: 'lamps', notes: [2] } as const
    const xml = await mainOf(samplePaper('en', { blocks: [heading] }))
    const paragraphs = all(xml, /(<w:p>(?:(?!<\/w:p>).)*>Lamps<.*?<\/w:p>)/gs)
    assert.deepEqual(
      paragraphs.map((one) => all(one, /<w:footnoteReference w:id="(\d+)"/g)),
      [[], ['2']],
    )
  })

  test('runs from the right in Arabic: paragraphs, words, tables, contents and pages', async () => {
    const parts = await partsOf(withoutPictures('ar'))
    const xml = parts['word/document.xml'] ?? ''
    assert.equal(all(xml, /(<w:tbl>)/g).length, all(xml, /(<w:bidiVisual\/>)/g).length)
    assert.match(xml, /<w:bidi\/><\/w:sectPr>/)
    const inEnglish = xml.match(/<w:bidi w:val="0"\/>/g) ?? []
    assert.equal(inEnglish.length, 1)
    for (const [, words = ''] of xml.matchAll(/<w:r><w:rPr>(?:(?!<w:rtl).)*?<\/w:rPr><w:t [^>]*>([^<]*)/g))
      assert.doesNotMatch(words, /\p{Script=Arabic}/u)
    assert.match(parts['word/styles.xml'] ?? '', /w:styleId="TOC1">.*?<w:bidi\/>/)
    assert.match(parts['word/styles.xml'] ?? '', /<w:sz w:val="22"\/><w:szCs w:val="24"\/>/)
  })

  test('says of each text in which language it is', async () => {
    const xml = await mainOf(withoutPictures('zh'))
    assert.match(xml, /<w:bidi w:val="1"\/>/)
    assert.match(xml, /<w:rtl\/><w:lang w:bidi="ar-SA"\/>/)
    assert.match(xml, /<w:rFonts w:hint="eastAsia"\/><w:lang w:eastAsia="zh-CN"\/>/)
  })

  test('has contents with all headings, heads of tables on every page, and words for pictures', async () => {
    const paper = samplePaper('fr')
    const xml = await mainOf(paper)
    const contents = /<w:sdt>(?:(?!<\/w:sdt>).)*Table of Contents.*?<\/w:sdt>/s.exec(xml)?.[0] ?? ''
    for (const block of paper.blocks) {
      if (block.block !== 'heading') continue
      assert.ok(contents.includes(`>${block.text}<`))
    }
    for (const anchor of all(contents, / w:anchor="([^"]*)"/g))
      assert.ok(xml.includes(`<w:bookmarkStart w:id=`) && xml.includes(`w:name="${anchor}"`), anchor)
    assert.equal(all(xml, /(<w:tblHeader\/>)/g).length, 4)
    assert.equal(all(xml, /<wp:docPr [^>]*descr="([^"]+)"/g).length, 3)
    assert.equal(all(xml, /(SEQ Table)/g).length, 4)
  })

  test('keeps what is counted from being written over', async () => {
    const xml = await mainOf(withoutPictures('en'))
    assert.deepEqual(all(xml, /<w:tag w:val="([^"]*)"/g), ['part:part-1', 'part:part-2', 'part:part-3'])
    assert.equal(all(xml, /(<w:lock w:val="contentLocked")/g).length, 3)
  })
})

describe('hostile words on a paper', () => {
  const hostile = [
    ...[
      '</w:t></w:r></w:p><w:altChunk r:id="x"/>',
      '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>&y;',
    ],
    ...[
      ']]>&lt;script>',
      '=HYPERLINK("http://x")',
      'a\u0000\u0007\u001Bb',
      'a\uFFFE\uFFFFb',
      'a\uD800b\uDC00',
    ],
    ...[
      '\u202Ereversed',
      '\u2066isolated',
      'INCLUDETEXT "c:\\\\secret" \\* MERGEFORMAT',
      '{ DDEAUTO c:\\\\x }',
    ],
  ]

  test('stay words wherever they stand', async () => {
    for (const text of hostile) {
      const spans: PaperSpan[] = [
        plain(text),
        { span: 'text', text, look: 'strong' },
        { span: 'link', text, address: text },
        { span: 'link', text, address: `https://example.org/${text}` },
        { span: 'link', text, address: 'javascript:alert(1)' },
        { span: 'note', number: 1 },
      ]
      const paper = samplePaper('ar', {
        ...{ title: text, notes: [{ spans }] },
        head: {
          ...{ recipient: text, meeting: text, number: text, from: text, warnings: [text] },
          ...{ marks: [{ name: text, value: text }], boxes: [{ name: text, lines: [spans] }] },
        },
        blocks: [
          { block: 'heading', level: 1, text, anchor: 'a' },
          { block: 'paragraph', number: text, spans },
          { block: 'list', isOrdered: true, lines: [spans] },
          { block: 'table', anchor: 't', caption: text, names: [{ text, isNumber: true }], rows: [[text]] },
        ],
        words: { ...samplePaper('ar').words, contents: text, figure: text, table: text },
      })
      const parts = await partsOf(paper)
      for (const [name, xml] of Object.entries(parts)) {
        wellFormed(name, xml)
        assert.doesNotMatch(xml, /<w:altChunk|<!|\u202E|\u2066|javascript:/)
      }
      const fields = all(parts['word/document.xml'] ?? '', /<w:instrText[^>]*>([^<]*)/g)
      assert.ok(
        fields.every((code) => /^ (TOC|PAGEREF|SEQ) /.test(code)),
        fields.join(),
      )
    }
  })

  test('may be ten megabytes in one paragraph', async () => {
    const text = '<&>“\u202E” '.repeat(1_500_000)
    const paper = samplePaper('en', { blocks: [{ block: 'paragraph', number: '1.', spans: [plain(text)] }] })
    let size = 0
    for await (const bytes of docxOf(paper)) size += bytes.byteLength
    assert.ok(size > 10_000)
  })
})

function wellFormed(name: string, xml: string) {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => assert.fail(`${name}: ${error.message}`))
  parser.write(xml).close()
}

/** ECMA-376 part 1: 17.3.1.26, 17.3.2.28, 17.4.60, 17.4.82, 17.5.2.38, 17.6.17, 17.7.4.17, 17.9.6, 17.15.1.78. */
const orders: Record<string, string> = {
  'w:pPr': 'pStyle keepNext keepLines numPr pBdr shd tabs bidi spacing ind jc outlineLvl',
  'w:rPr': 'rStyle rFonts b bCs i iCs color sz szCs u vertAlign rtl lang',
  'w:tblPr': 'tblStyle bidiVisual tblW tblBorders tblLayout tblCellMar tblLook tblCaption',
  'w:trPr': 'cantSplit tblHeader',
  'w:tcPr': 'tcW vMerge shd',
  'w:sdtPr': 'alias tag id lock docPartObj',
  'w:sectPr': 'footerReference pgSz pgMar bidi',
  'w:style': 'name basedOn next qFormat pPr rPr tblPr',
  'w:lvl': 'start numFmt pStyle lvlText lvlJc pPr',
  'w:numbering': 'abstractNum num',
  'w:settings': 'updateFields footnotePr compat',
}

function inOrder(xml: string) {
  const open: { name: string; children: string[] }[] = []
  const parser = new SaxesParser({})
  parser.on('opentag', ({ name }) => {
    open.at(-1)?.children.push(name)
    open.push({ name, children: [] })
  })
  parser.on('closetag', () => {
    const { name, children } = open.pop() ?? assert.fail()
    const order = orders[name]?.split(' ').map((one) => `w:${one}`)
    if (order === undefined) return
    const places = children.map((child) => order.indexOf(child))
    assert.ok(!places.includes(-1), `${name}: ${children.join(' ')}`)
    assert.deepEqual(
      places,
      places.toSorted((one, other) => one - other),
      `${name}: ${children.join(' ')}`,
    )
  })
  parser.write(xml).close()
}
