import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readDocx } from '../../parser/readers/docx.ts'
import { defaultLimits, startBudget } from '../../parser/readers/limits.ts'
import {
  filledDocx,
  underOtherPrefix,
  unpacked,
  withPart,
  withoutControls,
} from '../../../test/office-files.ts'
import { bytesOf } from '../../../test/sheet-parts.ts'
import { zipOf } from '../../../test/zip-files.ts'
import type { Block, Control, DocumentOut } from './document.ts'
import { readFilled } from './docx-read.ts'
import { writeDocx } from './docx-write.ts'
import { defaultDocumentLimits, startDocumentBudget, UnreadableDocument } from './limits.ts'

const control = (name: string, more: Partial<Control> = {}): Control => ({
  control: 'text',
  name,
  label: `Label of ${name}`,
  value: '',
  prompt: 'Write here',
  ...more,
})

const asked = (...controls: Control[]): Block => ({
  block: 'table',
  widths: [1, 2],
  rows: controls.map((one) => [
    [
      { text: one.label, look: 'strong' },
      { text: one.name, look: 'code' },
    ],
    [one],
  ]),
})

const written = (more: Partial<DocumentOut>) =>
  bytesOf(writeDocx({ title: 'A form', language: 'en', blocks: [], ...more }))

const read = (file: Uint8Array, limits: Partial<typeof defaultDocumentLimits> = {}) =>
  readFilled(file, startDocumentBudget({ ...defaultDocumentLimits, ...limits }))

const refused = (key: string) => (error: unknown) => {
  assert.ok(error instanceof UnreadableDocument, String(error))
  assert.equal(error.key, key)
  return true
}

describe('a document that goes out', () => {
  test('holds the same bytes each time, and elements in the order of the standard', async () => {
    const blocks: Block[] = [
      { block: 'heading', level: 1, text: 'One' },
      { block: 'paragraph', text: 'First\nSecond', look: 'hint' },
      asked(
        control('a'),
        control('b', { control: 'choice', choices: ['x', 'y', 'x'] }),
        control('c', { control: 'choice-or-text', value: 'z', choices: ['z'] }),
        control('d', { control: 'locked', value: 'A1' }),
      ),
    ]
    const file = await written({ blocks })
    assert.deepEqual(await written({ blocks }), file)
    const parts = await unpacked(file)
    assert.deepEqual(Object.keys(parts), [
      '[content_types].xml',
      '_rels/.rels',
      'docprops/core.xml',
      'word/_rels/document.xml.rels',
      'word/styles.xml',
      'word/settings.xml',
      'word/document.xml',
    ])
    const xml = parts['word/document.xml'] ?? ''
    for (const [parent, order] of Object.entries(orders))
      for (const [, inside = ''] of xml.matchAll(new RegExp(`<${parent}>(.*?)</${parent}>`, 'gs'))) {
        const found = childrenOf(inside)
        const known = found.toSorted((one, other) => order.indexOf(one) - order.indexOf(other))
        assert.deepEqual([parent, ...found], [parent, ...known])
        assert.ok(
          found.every((name) => order.includes(name)),
          `${parent}: ${found.join(' ')}`,
        )
      }
    assert.equal(xml.match(/<w:listItem /g)?.length, 3)
    assert.deepEqual(new Set(xml.match(/<w:id w:val="\d+"\/>/g)).size, 4)
  })

  test('runs from the right in Arabic: paragraphs, text, tables and pages', async () => {
    const xml =
      (await unpacked(await written({ language: 'ar', title: 'استبيان', blocks: [asked(control('a'))] })))[
        'word/document.xml'
      ] ?? ''
    assert.match(xml, /<w:bidiVisual\/>/)
    assert.match(xml, /<w:bidi\/><\/w:sectPr>/)
    assert.equal(xml.match(/<w:pPr>/g)?.length, xml.match(/<w:pPr><w:pStyle [^>]*\/><w:bidi\/>/g)?.length)
    assert.equal(xml.match(/<w:t /g)?.length, xml.match(/<w:rtl\/>/g)?.length)
  })

  test('runs from the left in Arabic where the text marks it so, which Word would not see', async () => {
    const said = 'سنة أو يوم: \u20662026-05\u2069 أو \u20662026-05-17\u2069.'
    const file = await written({
      language: 'ar',
      blocks: [{ block: 'paragraph', text: said }, asked(control('a', { value: said }))],
    })
    const xml = (await unpacked(file))['word/document.xml'] ?? ''
    const found = [...xml.matchAll(/<w:r><w:rPr>((?:(?!<\/w:rPr>).)*)<\/w:rPr><w:t [^>]*>([^<]*2026[^<]*)/g)]
    assert.deepEqual(
      found.map(([, look = '', text]) => [look.includes('<w:rtl/>'), text]),
      [1, 2].flatMap(() => [
        [false, '\u20662026-05\u2069'],
        [false, '\u20662026-05-17\u2069'],
      ]),
    )
    assert.equal((await read(file)).controls[0]?.text, said)
  })

  test('is read by the parser of resolutions like any other', async () => {
    const file = await written({
      blocks: [
        { block: 'heading', level: 1, text: 'Where & when' },
        asked(control('place', { value: '<Tuvalu>' })),
      ],
    })
    const { blocks } = await readDocx(file, startBudget(defaultLimits))
    const text = blocks.map((block) => block.text).join('\n')
    for (const said of ['A form', 'Where & when', 'Label of place', '<Tuvalu>'])
      assert.ok(text.includes(said))
  })
})

/** ECMA-376 part 1, 17.3.1.26, 17.5.2.38, 17.4.60, 17.3.2.28: these come in this order and no other. */
const orders: Record<string, string[]> = {
  'w:pPr': ['w:pStyle', 'w:bidi'],
  'w:sdtPr': [
    'w:alias',
    'w:tag',
    'w:id',
    'w:lock',
    'w:showingPlcHdr',
    'w:text',
    'w:dropDownList',
    'w:comboBox',
  ],
  'w:tblPr': ['w:tblStyle', 'w:bidiVisual', 'w:tblW', 'w:tblLayout'],
  'w:rPr': ['w:rStyle', 'w:rtl', 'w:lang'],
  'w:sdt': ['w:sdtPr', 'w:sdtContent'],
  'w:sectPr': ['w:pgSz', 'w:pgMar', 'w:bidi'],
}

/** Names of the elements at the top of a piece of XML. */
function childrenOf(xml: string): string[] {
  const names: string[] = []
  let depth = 0
  for (const [, closing, name = '', empty] of xml.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
    if (closing) depth -= 1
    else {
      if (depth === 0) names.push(name)
      if (!empty) depth += 1
    }
  }
  return names
}

describe('a document that comes back', () => {
  test('tells what stands in each control, and nothing of prompts', async () => {
    const blank = await written({ blocks: [asked(control('one'), control('two', { value: 'A\nB' }))] })
    assert.deepEqual(await read(blank), {
      controls: [
        { name: 'one', text: '', isInRow: true },
        { name: 'two', text: 'A\nB', isInRow: true },
      ],
      rows: [
        { cells: ['Label of one\none', ''], names: ['one'] },
        { cells: ['Label of two\ntwo', 'A\nB'], names: ['two'] },
      ],
    })
  })

  test('is the same whatever was typed and whatever program has saved it', async () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', '<', '&', '"', "'", ' ', '\n', 'é', '中', 'ف', '𝄞', ']]>', '\t'),
      maxLength: 30,
    })
    await fc.assert(
      fc.asyncProperty(letters, async (text) => {
        const answer = text.trim()
        const blank = await written({ blocks: [asked(control('one'))] })
        const filled = answer === '' ? blank : await filledDocx(blank, { one: text })
        for (const file of [filled, await underOtherPrefix(filled)])
          assert.deepEqual(
            (await read(file)).controls.map((one) => one.text),
            [answer],
          )
        const bare = await read(await withoutControls(filled))
        assert.equal(bare.rows[0]?.cells[1], answer === '' ? 'Write here' : answer)
      }),
      { numRuns: 40 },
    )
  })

  test('counts tracked changes as accepted, and one of two forms of the same content', async () => {
    const blank = await written({ blocks: [asked(control('one', { value: 'OLD' }))] })
    const changed = await withPart(blank, 'word/document.xml', (xml) =>
      xml.replace(
        /<w:r><w:rPr>(?:(?!<w:r>).)*OLD<\/w:t><\/w:r>/s,
        '<w:del w:id="1"><w:r><w:delText>OLD</w:delText><w:t>OLD</w:t></w:r></w:del><w:ins w:id="2"><w:r><w:t>NEW</w:t></w:r></w:ins>' +
          '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice><w:r><w:t>!</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>?</w:t></w:r></mc:Fallback></mc:AlternateContent>',
      ),
    )
    assert.equal((await read(changed)).controls[0]?.text, 'NEW!')
  })

  test('is refused when it is hostile: a bomb, entities, endless depth or rows, or no document', async () => {
    const blank = await written({ blocks: [asked(control('one'))] })
    const body = (inside: string) =>
      withPart(blank, 'word/document.xml', (xml) => xml.replace(/<w:tbl>.*<\/w:tbl>/s, () => inside))
    const row = '<w:tr><w:tc><w:p/></w:tc></w:tr>'
    await assert.rejects(read(await body(`<w:tbl>${row.repeat(5_001)}</w:tbl>`)), refused('sheet.rows'))
    const deep = `${'<w:sdt><w:sdtContent>'.repeat(200)}${'</w:sdtContent></w:sdt>'.repeat(200)}`
    await assert.rejects(read(await body(deep)), refused('sheet.expands'))
    await assert.rejects(read(await body(`<w:p>${' '.repeat(40_000_000)}</w:p>`)), refused('sheet.expands'))
    await assert.rejects(read(await body(`<w:p><w:r><w:t>&lol;</w:t></w:r></w:p>`)), refused('sheet.damaged'))
    const doctype = '<!DOCTYPE x [<!ENTITY lol "lol">]><w:document '
    const withEntities = await withPart(blank, 'word/document.xml', (xml) =>
      xml.replace('<w:document ', doctype),
    )
    await assert.rejects(read(withEntities), refused('sheet.damaged'))
    await assert.rejects(read(blank, { milliseconds: -1 }), refused('sheet.too-slow'))
    await assert.rejects(read(blank.subarray(0, 900)), refused('sheet.damaged'))
    await assert.rejects(read(zipOf({ 'a.txt': 'x' })), refused('document.kind'))
  })
})
