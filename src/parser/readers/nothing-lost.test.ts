import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { listed, paragraph, run, wordFile } from '../../../test/corpus/word-file.ts'
import { zipOf } from '../../../test/corpus/zip-writer.ts'
import { readSource } from '../read-source.ts'
import type { SourceText } from '../source.ts'
import { Unreadable } from '../source.ts'

const runs = { numRuns: 150 }

/** Words that occur once, made of letters only, in the letters of four scripts. */
function wordMaker() {
  let count = 0
  const alphabets = ['abcdefghij', 'абвгдежзий', 'ابتثجحخدذر', '一二三四五六七八九十']
  return () => {
    count += 1
    const letters = alphabets[count % alphabets.length] ?? ''
    const digits = String(count)
      .padStart(4, '0')
      .replace(/\d/g, (digit) => letters.charAt(Number(digit)))
    return `${letters.charAt(1)}${letters.charAt(2)}${digits}${letters.charAt(2)}${letters.charAt(1)}`
  }
}

function assertAllKept(source: SourceText, words: string[]) {
  const kept = [
    ...source.blocks.flatMap((block) => [
      block.label ?? '',
      block.text,
      ...block.marks.map((mark) => mark.mark),
    ]),
    ...source.notes.map((note) => note.text),
    ...source.setAside.map((each) => each.text),
  ].join('\n')
  assert.deepEqual(
    words.filter((word) => kept.split(word).length !== 2),
    [],
    'each word is kept, and only once',
  )
}

test('every letter of a page stands in a block, a label, a note or among what is set aside', async () => {
  const shapes = fc.array(fc.tuple(fc.nat(16), fc.nat(3)), { minLength: 1, maxLength: 25 })
  await fc.assert(
    fc.asyncProperty(shapes, async (choices) => {
      const word = wordMaker()
      const words: string[] = []
      const next = () => {
        const made = word()
        words.push(made)
        return made
      }
      const body = choices.map(([shape, more]) => htmlPart(shape, more, next)).join('\n')
      const source = await readSource(
        new TextEncoder().encode(`<html><title>${next()}</title><p>${next()}</p>${body}`),
      )
      assertAllKept(source, words)
    }),
    runs,
  )
})

function htmlPart(shape: number, more: number, word: () => string): string {
  const inner = () => (more > 0 ? htmlPart((shape * 7 + more * 3) % 17, more - 1, word) : word())
  const parts = [
    () => `<p>${word()} <em>${word()}</em>${word()}</p>`,
    () => `<div>${word()}${inner()}${word()}</div>`,
    () => `<ol type=i start=4><li>${word()}<li>${inner()}</ol>`,
    () => `<ul><li><p>${word()}</p>${inner()}</ul>`,
    () => `<table><tr><td>${word()}<td>${inner()}<tr><td>${word()}<td>${word()}</table>`,
    () =>
      `<table><tr><td>1.<td>${word()} ${'x '.repeat(30)}<tr><td>2.<td>${inner()} ${'x '.repeat(30)}</table>`,
    () => `<p>${word()}<sup><a href="#n${more}">1</a></sup></p><p id="n${more}">1 ${word()}</p>`,
    () => `<p>${word()}<sup>2</sup> ${word()}<sup>${word()}</sup></p><p><sup>2</sup> ${word()}</p>`,
    () => `<nav>${inner()}</nav>`,
    () => `${word()}<del>${word()}</del><ins>${word()}</ins>${word()}<br>${word()}`,
    () => `<header>${word()}</header><footer>${inner()}</footer>`,
    () => `<pre>  ${word()}\n${word()}</pre>`,
    () => `<dl><dt>${word()}<dd>${inner()}</dl>`,
    () => `<select><option>${word()}</select><button>${word()}</button>`,
    () => `<details><summary>${word()}</summary>${inner()}</details>`,
    () => `<span hidden>${word()}</span><a href="#top">${word()}</a>`,
    () => `<blockquote>${inner()}</blockquote>${word()}`,
  ]
  return parts[shape % parts.length]?.() ?? ''
}

test('every letter of a Word file stands in a block, a label, a note or among what is set aside', async () => {
  const shapes = fc.array(fc.tuple(fc.nat(15), fc.nat(2)), { minLength: 1, maxLength: 25 })
  await fc.assert(
    fc.asyncProperty(shapes, async (choices) => {
      const word = wordMaker()
      const file = { words: [] as string[], notes: [] as string[] }
      const next = () => {
        const made = word()
        file.words.push(made)
        return made
      }
      const body = choices.map(([shape, more]) => wordPart(shape, more, next, file.notes)).join('')
      const bytes = wordFile({
        body: paragraph(next()) + body,
        header: paragraph(next()),
        footnotes: file.notes
          .map((text, id) => `<w:footnote w:id="${id}">${paragraph(text)}</w:footnote>`)
          .join(''),
        numbering:
          '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      })
      assertAllKept(await readSource(bytes), file.words)
    }),
    runs,
  )
})

function wordPart(shape: number, more: number, word: () => string, notes: string[]): string {
  const inner = () =>
    more > 0 ? wordPart((shape * 5 + more) % 16, more - 1, word, notes) : paragraph(word())
  const cell = (content: string) => `<w:tc>${content}</w:tc>`
  const field = (code: string, result: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${code}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
  const parts = [
    () => paragraph(word()),
    () => listed(word(), 1),
    () =>
      `<w:p>${run(word())}<w:del>${run(word()).replaceAll('w:t', 'w:delText')}</w:del><w:ins>${run(word())}</w:ins></w:p>`,
    () => `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run(word())}<w:r><w:br/></w:r></w:p>`,
    () =>
      `<w:tbl><w:tr>${cell(inner())}${cell(paragraph(word()))}</w:tr><w:tr>${cell(paragraph(word()))}${cell(inner())}</w:tr></w:tbl>`,
    () => `<w:tbl><w:tr><w:trPr><w:del/></w:trPr>${cell(paragraph(word()))}</w:tr></w:tbl>`,
    () => `<w:p>${run(word())}<w:r><w:footnoteReference w:id="${notes.push(word()) - 1}"/></w:r></w:p>`,
    () =>
      `<w:p>${run(word())}<w:r><w:pict><v:textbox><w:txbxContent>${inner()}</w:txbxContent></v:textbox></w:pict></w:r>${run(word())}</w:p>`,
    () => `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${inner()}</w:sdtContent></w:sdt>`,
    () => `<w:p>${field('<w:r><w:instrText>PAGE</w:instrText></w:r>', run(word()))}${run(word())}</w:p>`,
    () =>
      `<w:p>${run(word(), '<w:vanish/>')}${run(word(), '<w:vertAlign w:val="superscript"/>')}${run(word())}</w:p>`,
    () => `<w:p><w:moveFrom>${run(word())}</w:moveFrom><w:moveTo>${run(word())}</w:moveTo></w:p>`,
    () =>
      `<w:p><w:hyperlink>${run(word())}</w:hyperlink><m:oMath><m:r><m:t>${word()}</m:t></m:r></m:oMath></w:p>`,
    () => `<w:p><w:pPr><w:rPr><w:specVanish/></w:rPr></w:pPr>${run(word())}</w:p>`,
    () => {
      const box = `<w:txbxContent>${paragraph(word())}</w:txbxContent>`
      return `<w:p><w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r></w:p>`
    },
    () => `<w:p>${run(word())}<w:r><w:tab/><w:noBreakHyphen/></w:r>${run(word())}</w:p>`,
  ]
  return parts[shape % parts.length]?.() ?? ''
}

test('every letter of a text stands in a block, whatever its line ends', async () => {
  const pieces = fc.constantFrom(
    '\n',
    '\r\n',
    '\f',
    '\u2028',
    '\v',
    ' ',
    '\t',
    'a)',
    'слово',
    'كلمة',
    '字',
    '1',
    '\u00ad',
    '\u200f',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { minLength: 1 }), async (all) => {
      const text = `x${all.join('')}`
      const source = await readSource(new TextEncoder().encode(text))
      const letters = (from: string) => from.replace(/[^\p{L}\p{N}]/gu, '')
      assert.equal(letters(source.blocks.map((block) => block.text).join('')), letters(text))
    }),
    runs,
  )
})

test('no bytes do worse than to be refused', async () => {
  const starts = fc.constantFrom(
    '',
    '%PDF-1.7\n',
    'PK\x03\x04',
    '<html>',
    '\xff\xfe',
    '{\\rtf',
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  )
  await fc.assert(
    fc.asyncProperty(starts, fc.uint8Array({ maxLength: 400 }), async (start, rest) => {
      const input = Buffer.concat([Buffer.from(start, 'latin1'), rest])
      await readSource(input, { limits: { milliseconds: 5_000 } }).catch((error: unknown) => {
        assert.ok(error instanceof Unreadable, String(error))
      })
    }),
    { numRuns: 60 },
  )
})

test('a Word file with any broken part is read or refused', async () => {
  const noise = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '<w:p>',
      '</w:p>',
      '<w:t>x',
      '&amp;',
      '<!DOCTYPE a [<!ENTITY b "c">]>',
      '<w:tbl><w:tc/></w:tbl>',
      '<w:del>',
      '</w:del>',
      '<mc:Fallback/>',
      '<w:fldChar w:fldCharType="separate"/>',
      '<w:txbxContent/>',
    ),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(noise),
      fc.constantFrom('body', 'styles', 'numbering', 'footnotes', 'settings'),
      async (parts, where) => {
        const file = wordFile(Object.assign({ body: paragraph('text') }, { [where]: parts.join('') }))
        await readSource(file).catch((error: unknown) =>
          assert.ok(error instanceof Unreadable, String(error)),
        )
      },
    ),
    runs,
  )
})

test('archives that unfold too far, lie about their size or are locked are refused at once', async () => {
  const word = (content: string, more: object = {}) =>
    zipOf([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'word/document.xml', content, ...more },
    ])
  const cases: [Uint8Array, string][] = [
    [wordFile({ body: ' '.repeat(30_000_000) }), 'expands-too-far'],
    [word(`<a>${' '.repeat(5_000_000)}</a>`, { claim: 100 }), 'damaged'],
    [word('<a/>', { flags: 1 }), 'encrypted'],
    [word('<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'), 'damaged'],
    [wordFile({ body: '<w:sdt>'.repeat(50_000) }), 'expands-too-far'],
    [zipOf([{ name: 'a.txt', content: 'text' }]), 'unknown-format'],
    [zipOf([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }]), 'unknown-format'],
    [
      zipOf(Array.from({ length: 20 }, (_, index) => ({ name: `f${index}`, content: '' }))),
      'expands-too-far',
    ],
  ]
  for (const [input, code] of cases) {
    await assert.rejects(readSource(input, { limits: { archiveEntries: 15 } }), (error) => {
      assert.ok(error instanceof Unreadable, String(error))
      assert.equal(error.code, code)
      return true
    })
  }
})
