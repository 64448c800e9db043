import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { paperOf, paperWords, paragraph, square } from '../../../../test/printed-papers.ts'
import { bare, linesOf, madePdf, readPaper, readPdf } from '../../../../test/pdf-reader.ts'
import type { PaperBlock } from '../paper.ts'
import { pdfBounds, pdfOf } from './pdf.ts'

describe('a paper that means harm', () => {
  test('is printed as it is written, whatever it would be to the program that sets it', async () => {
    const text =
      '*b* #read("/etc/passwd") ]#panic("x")[ #import "@preview/cetz:0.1.0": * $x$ @ref <l> \\ // -- =H'
    const nasty: PaperBlock[] = [
      paragraph(text),
      { block: 'heading', level: 1, text, anchor: '"]#panic()' },
      { block: 'list', isOrdered: true, lines: [[{ span: 'text', text, look: 'strong' }]] },
      {
        block: 'table',
        anchor: '',
        caption: text,
        names: [{ text, isNumber: false }],
        rows: [[text, text], []],
      },
      { block: 'picture', anchor: 'p', caption: text, svg: square, description: text },
    ]
    const lines = bare(linesOf(await readPaper({ ...paperOf('en', ...nasty), title: text })).join(''))
    // The title, the contents, and each of the blocks; the table has it in its caption, its head and one row.
    assert.equal(lines.split(bare('#read("/etc/passwd")')).length - 1, 8)
    assert.doesNotMatch(lines, /root:/)
  })

  test('brings no signs that cannot be printed or that turn a line around', async () => {
    const text = 'a\u0000b\u0007c\u009bd\u202ee\u2066f\u200fg\ud800h\ufffei\uffffj\ufeffk\u{e0041}l\nm'
    const { bytes, standard } = await madePdf(paperOf('en', paragraph(text)))
    assert.equal(standard, 'ua-1')
    assert.ok(linesOf(await readPdf(bytes)).includes('abcdefghijkl m'))
  })

  test('with a sign that no font has is still made and tagged, but promises less', async () => {
    const { bytes, standard } = await madePdf(paperOf('en', paragraph('Smile \u{1f600}')))
    const file = await readPdf(bytes)
    assert.deepEqual([standard, file.universalAccess, file.isMarked], ['1.7', null, true])
  })

  test('keeps a word without end on the page', async () => {
    const { pages } = await readPaper(
      paperOf('en', paragraph('x'.repeat(3000)), paragraph('مجلس'.repeat(500))),
    )
    const right = pages.flatMap(({ pieces }) => pieces.map(({ x }) => x))
    assert.ok(Math.max(...right) < 530 && Math.min(...right) > 60)
    assert.equal(linesOf({ pages }).join('').match(/x/g)?.length, 3000)

    for (const word of ['-'.repeat(900), '1/'.repeat(400)]) {
      const { pages } = await readPaper(paperOf('en', paragraph(word)))
      const lines = pages.flatMap(({ lines }) => lines).filter((line) => line.includes(word.slice(0, 9)))
      assert.ok(lines.length > 3 && lines.every((line) => line.length < 200), lines.join('|'))
    }
  })

  test('offers no address but of the web and of mail', async () => {
    const link = (address: string) => paragraph({ span: 'link', text: 'here', address })
    const all = [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'data:text/html,x',
      '#x',
      'https://itu.int/',
      'mailto:a@itu.int',
    ]
    const { pages } = await readPaper(paperOf('en', ...all.map(link)))
    assert.deepEqual(pages[0]?.addresses, ['https://itu.int/', 'mailto:a@itu.int'])
  })

  test('is refused when it is too long to be read by anybody', async () => {
    assert.deepEqual(await pdfOf(paperOf('en', paragraph('word '.repeat(2_000_000)))), { fault: 'heavy' })
    const picture = (svg: string): PaperBlock => ({
      block: 'picture',
      anchor: 'p',
      caption: '',
      svg,
      description: '',
    })
    assert.deepEqual(await pdfOf(paperOf('en', picture(square + ' '.repeat(50_000_000)))), { fault: 'heavy' })
  })

  test('is ended when it takes more time or memory than it is given, and the next is made', async () => {
    const long = paperOf('ar', ...Array.from({ length: 3000 }, () => paragraph(paperWords.ar.sentence)))
    const heavy = { fault: 'heavy' }
    assert.deepEqual(await pdfOf(long, { bounds: { ...pdfBounds, seconds: 0.2 } }), heavy)
    // So short that not even the process begins.
    assert.deepEqual(await pdfOf(long, { bounds: { ...pdfBounds, secondsOnTheWall: 0.01 } }), {
      fault: 'busy',
    })
    assert.deepEqual(await pdfOf(long, { bounds: { ...pdfBounds, megabytes: 60 } }), heavy)
    assert.equal((await madePdf(paperOf('en', paragraph('next')))).standard, 'ua-1')
  })

  test('is left when nobody waits for it any more, and refused when too many wait', async () => {
    const leaving = new AbortController()
    const paper = paperOf('en', paragraph('word'))
    const waiting = Array.from({ length: 21 }, () => pdfOf(paper, { signal: leaving.signal }))
    const outcomes = Promise.allSettled(waiting)
    assert.deepEqual(await pdfOf(paper), { fault: 'busy' })
    leaving.abort()
    assert.deepEqual(new Set((await outcomes).map(({ status }) => status)), new Set(['rejected']))
    assert.equal((await madePdf(paper)).standard, 'ua-1')
  })
})
