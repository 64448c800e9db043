import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { paperOf, paperWords, paragraph, square, wholePaper } from '../../../../test/papers.ts'
import { readPdf, type ReadPdf } from '../../../../test/pdf-reader.ts'
import { languageCodes, type LanguageCode } from '../../languages.ts'
import type { Paper, PaperBlock } from '../paper.ts'
import { pdfBounds, pdfOf } from './pdf.ts'

async function made(paper: Paper) {
  const answer = await pdfOf(paper)
  return 'fault' in answer ? assert.fail(answer.fault) : answer
}

const read = async (paper: Paper): Promise<ReadPdf> => readPdf((await made(paper)).bytes)

const wholeFiles = new Map<LanguageCode, ReturnType<typeof readWhole>>()

/** The paper in which everything occurs, made and read once for all tests. */
const whole = (language: LanguageCode) => {
  const known = wholeFiles.get(language) ?? readWhole(language)
  wholeFiles.set(language, known)
  return known
}

async function readWhole(language: LanguageCode) {
  const { bytes, standard } = await made(wholePaper(language))
  return { bytes, standard, file: await readPdf(bytes) }
}

const linesOf = ({ pages }: ReadPdf) => pages.flatMap(({ lines }) => lines)

/** As it is read out, whatever the places of its lines, and without the marks above and below Arabic letters. */
const bare = (text: string) => text.normalize('NFKC').replace(/[\s\p{Mn}\u200b]/gu, '')

describe('a paper as PDF', () => {
  test('gives back what it says, in six languages', async () => {
    for (const language of languageCodes) {
      const { heading, sentence } = paperWords[language]
      const text = bare(linesOf((await whole(language)).file).join(''))
      const words = [...new Set(`${heading} ${sentence}`.split(/[\s.,，。]+/).filter((word) => word !== ''))]
      const found = words.filter((word) => text.includes(bare(word)))
      // No reader finds all letters of Arabic again, however they were set.
      const enough = language === 'ar' ? 0.85 : 1
      assert.ok(found.length >= enough * words.length, `${language}: ${found.length} of ${words.length}`)
    }
  })

  test('says to those who do not see what each part is, and in which language', async () => {
    const tags: Record<LanguageCode, string> = {
      ar: 'ar',
      zh: 'zh-CN',
      en: 'en',
      fr: 'fr',
      ru: 'ru',
      es: 'es',
    }
    for (const language of languageCodes) {
      const { file, standard } = await whole(language)
      assert.deepEqual(
        [standard, file.universalAccess, file.isMarked, file.language, file.title],
        ['ua-1', '1', true, tags[language], paperWords[language].heading],
      )
      const roles = new Set(file.pages.flatMap(({ roles }) => roles))
      const needed = 'Document TOC TOCI H1 H2 P L LI LBody Table THead TH TD Caption Figure Link Note'.split(
        ' ',
      )
      assert.deepEqual(
        needed.filter((role) => !roles.has(role)),
        [],
      )
      assert.deepEqual(
        file.pages.flatMap(({ alternatives }) => alternatives),
        [paperWords[language].sentence],
      )
    }
  })

  test('is found one’s way in by contents and by bookmarks, none of which leaves a level out', async () => {
    const filler = Array.from({ length: 40 }, () => paragraph(paperWords.en.sentence))
    const { blocks, ...rest } = wholePaper('en')
    const file = await read({ ...rest, blocks: [...blocks.slice(0, 2), ...filler, ...blocks.slice(2)] })

    const last = file.pages.length
    assert.ok(last > 2)
    assert.deepEqual(
      file.bookmarks.map(({ title, depth }) => [title, depth]),
      [
        ['1. Connecting the unconnected', 1],
        ['Connecting the unconnected', 2],
        ['2. Connecting the unconnected', 1],
      ],
    )
    const inContents = file.pages[0]?.lines.flatMap((line) => /\. \. \. (\d+)$/.exec(line.trim())?.[1] ?? [])
    assert.deepEqual(
      inContents?.map(Number),
      file.bookmarks.map(({ page }) => page),
    )
  })

  test('has its footnotes at the foot of the page that refers to them, with their addresses', async () => {
    const filler = Array.from({ length: 50 }, () => paragraph(paperWords.en.sentence))
    const twice = paragraph('Once more', { span: 'note', number: 1 }, { span: 'note', number: 2 })
    const { blocks, notes, ...rest } = wholePaper('en')
    const second = {
      spans: [{ span: 'link', text: 'Second', address: 'https://actionline.example/2' } as const],
    }
    const file = await read({ ...rest, blocks: [...blocks, ...filler, twice], notes: [...notes, second] })

    const [first, last] = [file.pages[0], file.pages.at(-1)]
    assert.ok(first?.addresses.includes('https://actionline.example/en/evidence/1'))
    assert.deepEqual(last?.addresses, ['https://actionline.example/2'])
    const note = last?.pieces.find(({ text }) => text === 'Second')
    const mark = last?.pieces.find(({ text }) => text.startsWith('Once more'))
    assert.ok(note && mark && note.y < 120 && mark.y > note.y && note.size < mark.size)
    assert.equal(linesOf(file).filter((line) => line.includes('/en/evidence/')).length, 1)
  })

  test('has the same bytes each time, and others at another moment', async () => {
    const paper = wholePaper('ar')
    const [one, same, later] = [
      await whole('ar'),
      await made(structuredClone(paper)),
      await made({ ...paper, at: '2026-11-21T00:00:00.000Z' }),
    ]
    assert.ok(Buffer.from(one.bytes).equals(same.bytes))
    assert.equal(Buffer.from(one.bytes).equals(later.bytes), false)
  })

  test('repeats the head of a long table, prints a thousand rows, and says how many there are', async () => {
    const rows = Array.from({ length: 1200 }, (_, place) => [`Row ${place + 1}.`, '1'])
    const names = [
      { text: 'Name of the row', isNumber: false },
      { text: 'Count', isNumber: true },
    ]
    const file = await read(paperOf('en', { block: 'table', anchor: 't', caption: 'Long', names, rows }))

    const lines = linesOf(file)
    assert.equal(file.pages.length > 10, true)
    assert.equal(
      file.pages.filter(({ lines }) => lines.some((line) => line.includes('Name of the row'))).length,
      file.pages.length,
    )
    assert.ok(lines.some((line) => line.includes('Row 1000.')))
    assert.equal(
      lines.some((line) => line.includes('Row 1001.')),
      false,
    )
    assert.ok(lines.includes('Rows printed: 1000 of 1200'))
    assert.deepEqual(
      file.pages.map(({ lines }) => lines.at(-1)?.replace(/\s+/g, ' ')),
      file.pages.map((_, place) => `C27/35 Page ${place + 1} of ${file.pages.length}`),
    )
  })

  test('runs from the right in Arabic: columns, marks and lists, but not its numbers', async () => {
    const places = async (language: LanguageCode) => {
      const { pages } = (await whole(language)).file
      const pieces = pages.flatMap(({ pieces }) => pieces)
      const x = (text: string) =>
        pieces.find((one) => one.text.replaceAll('\u00a0', ' ') === text)?.x ?? assert.fail(text)
      return { mark: x('C27/35'), name: x('•'), count: x('7') }
    }
    const [english, arabic] = [await places('en'), await places('ar')]
    assert.ok(english.mark > 300 && english.name < 150 && english.count > 300, JSON.stringify(english))
    assert.ok(arabic.mark < 300 && arabic.name > 400 && arabic.count < 300, JSON.stringify(arabic))
    const { pages } = (await whole('ar')).file
    assert.ok(pages.some(({ pieces }) => pieces.some(({ text }) => text === '14 300')))
  })

  test('begins no line of Chinese with a sign that closes', async () => {
    const text = '理事会赞赏地注意到（国际电联）所开展的“工作”，以及各成员国报告的贡献。'
    const offsets = Array.from({ length: 30 }, (_, place) => paragraph('会'.repeat(place) + text.repeat(3)))
    const lines = linesOf(await read(paperOf('zh', ...offsets)))

    assert.ok(lines.length > 90)
    assert.deepEqual(
      lines.filter((line) => /^[，。）”、；：]/.test(line.trim()) || /[（“]$/.test(line.trim())),
      [],
    )
  })
})

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
    const lines = bare(linesOf(await read({ ...paperOf('en', ...nasty), title: text })).join(''))
    // The title, the contents, and each of the blocks; the table has it in its caption, its head and one row.
    assert.equal(lines.split(bare('#read("/etc/passwd")')).length - 1, 8)
    assert.doesNotMatch(lines, /root:/)
  })

  test('brings no signs that cannot be printed or that turn a line around', async () => {
    const text = 'a\u0000b\u0007c\u009bd\u202ee\u2066f\u200fg\ud800h\ufffei\uffffj\ufeffk\u{e0041}l\nm'
    const { bytes, standard } = await made(paperOf('en', paragraph(text)))
    assert.equal(standard, 'ua-1')
    assert.ok(linesOf(await readPdf(bytes)).includes('abcdefghijkl m'))
  })

  test('with a sign that no font has is still made and tagged, but promises less', async () => {
    const { bytes, standard } = await made(paperOf('en', paragraph('Smile \u{1f600}')))
    const file = await readPdf(bytes)
    assert.deepEqual([standard, file.universalAccess, file.isMarked], ['1.7', null, true])
  })

  test('keeps a word without end on the page', async () => {
    const { pages } = await read(paperOf('en', paragraph('x'.repeat(3000)), paragraph('مجلس'.repeat(500))))
    const right = pages.flatMap(({ pieces }) => pieces.map(({ x }) => x))
    assert.ok(Math.max(...right) < 530 && Math.min(...right) > 60)
    assert.equal(
      linesOf({ pages } as ReadPdf)
        .join('')
        .match(/x/g)?.length,
      3000,
    )
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
    const { pages } = await read(paperOf('en', ...all.map(link)))
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
    assert.equal((await made(paperOf('en', paragraph('next')))).standard, 'ua-1')
  })

  test('is left when nobody waits for it any more, and refused when too many wait', async () => {
    const leaving = new AbortController()
    const paper = paperOf('en', paragraph('word'))
    const waiting = Array.from({ length: 21 }, () => pdfOf(paper, { signal: leaving.signal }))
    const outcomes = Promise.allSettled(waiting)
    assert.deepEqual(await pdfOf(paper), { fault: 'busy' })
    leaving.abort()
    assert.deepEqual(new Set((await outcomes).map(({ status }) => status)), new Set(['rejected']))
    assert.equal((await made(paper)).standard, 'ua-1')
  })
})
