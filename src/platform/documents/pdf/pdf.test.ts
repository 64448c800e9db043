import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { paperOf, paperWords, paragraph, wholePaper } from '../../../../test/printed-papers.ts'
import { bare, linesOf, madePdf, readPaper, readPdf } from '../../../../test/pdf-reader.ts'
import { languageCodes, type LanguageCode } from '../../languages.ts'

const wholeFiles = new Map<LanguageCode, ReturnType<typeof readWhole>>()

/** The paper in which everything occurs, made and read once for all tests. */
const whole = (language: LanguageCode) => {
  const known = wholeFiles.get(language) ?? readWhole(language)
  wholeFiles.set(language, known)
  return known
}

async function readWhole(language: LanguageCode) {
  const { bytes, standard } = await madePdf(wholePaper(language))
  return { bytes, standard, file: await readPdf(bytes) }
}

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
    const filler = Array.from({ length: 80 }, () => paragraph(paperWords.en.sentence))
    const { blocks, ...rest } = wholePaper('en')
    const file = await readPaper({ ...rest, blocks: [...blocks.slice(0, 2), ...filler, ...blocks.slice(2)] })

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
    const file = await readPaper({
      ...rest,
      blocks: [...blocks, ...filler, twice],
      notes: [...notes, second],
    })

    const [first, last] = [file.pages[0], file.pages.at(-1)]
    assert.ok(first?.addresses.includes('https://actionline.example/en/evidence/1'))
    assert.deepEqual(last?.addresses, ['https://actionline.example/2'])
    const note = last?.pieces.find(({ text }) => text === 'Second')
    const mark = last?.pieces.find(({ text }) => text.startsWith('Once more'))
    assert.ok(note && mark && note.y < 120 && mark.y > note.y && note.size < mark.size)
    assert.equal(linesOf(file).filter((line) => line.includes('/en/evidence/')).length, 1)
  })

  test('breaks an address without another hyphen, also in Spanish, which has two in words', async () => {
    const step = 'resuelve-que-se-mantenga-y-se-publique-'
    const path = step.repeat(4)
    const address = `https://actionline.example/${path}`
    const { blocks: _, ...rest } = wholePaper('es')
    const cited = paragraph('La fuente:', { span: 'link', text: address, address })
    const file = await readPaper({ ...rest, blocks: [cited] })

    const printed = bare(linesOf(file).join(''))
    assert.ok(printed.includes(bare(path)), printed)
  })

  test('leaves a short number with the word behind it', async () => {
    const sentence = 'Le rapport paraît le 17 juillet, et la réponse vient ensuite. '
    const { blocks: _, ...rest } = wholePaper('fr')
    const file = await readPaper({
      ...rest,
      // Each a word longer, so that the day comes to every place of a line.
      blocks: Array.from({ length: 12 }, (_, more) => paragraph('mot '.repeat(more) + sentence.repeat(4))),
    })

    assert.deepEqual(
      linesOf(file).filter((line) => /\b17$/.test(line.trim())),
      [],
    )
  })

  test('has the footnote of a heading at its foot, and no mark of it in contents and bookmarks', async () => {
    const { blocks, notes, ...rest } = wholePaper('en')
    const cited = blocks.map((block) =>
      block.block === 'heading' && block.anchor === 'two' ? { ...block, notes: [2] } : block,
    )
    const second = { spans: [{ span: 'text', text: 'Of the heading', look: 'plain' } as const] }
    const file = await readPaper({ ...rest, blocks: cited, notes: [...notes, second] })

    assert.equal(linesOf(file).filter((line) => line.includes('Of the heading')).length, 1)
    assert.deepEqual(file.bookmarks.at(-1)?.title, '2. Connecting the unconnected')
    const named = linesOf(file).filter((line) => line.startsWith('2. Connecting the unconnected'))
    assert.deepEqual(
      named.map((line) => line.replace(/^2\. Connecting the unconnected/, '').replaceAll(/[ .]/g, '')),
      ['1', '2'],
    )
  })

  test('has the same bytes each time, and others at another moment', async () => {
    const paper = wholePaper('ar')
    const [one, same, later] = [
      await whole('ar'),
      await madePdf(structuredClone(paper)),
      await madePdf({ ...paper, at: '2026-11-21T00:00:00.000Z' }),
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
    const file = await readPaper(paperOf('en', { block: 'table', anchor: 't', caption: 'Long', names, rows }))

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

  test('goes on with the columns for which the page is too narrow in further tables', async () => {
    const names = Array.from({ length: 40 }, (_, place) => ({ text: `n${place}`, isNumber: place > 0 }))
    const rows = [names.map((_, place) => (place === 0 ? 'Label' : String(100 + place)))]
    const lines = linesOf(
      await readPaper(paperOf('en', { block: 'table', anchor: 't', caption: 'Wide', names, rows })),
    )

    assert.deepEqual(
      lines.filter((line) => line.startsWith('Table')).map((line) => line.replaceAll(/\s+/g, ' ')),
      ['Table 1 Wide (1/3)', 'Table 2 Wide (2/3)', 'Table 3 Wide (3/3)'],
    )
    const cells = lines
      .filter((line) => line.startsWith('Label'))
      .map((line) => line.match(/\d{3}/g)?.map(Number))
    assert.deepEqual(
      cells.flat(),
      names.slice(1).map((_, place) => 101 + place),
    )
    assert.equal(cells.length, 3)
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

  test('leaves a text of the other direction in its own order, with its full stop at its end', async () => {
    const piecesOf = async (language: LanguageCode, text: string) =>
      (await readPaper({ ...paperOf(language, paragraph(text)), title: text })).pages[0]?.pieces ?? []
    const english = await piecesOf('ar', 'Note this.')
    assert.equal(english.filter(({ text }) => text === 'Note this.').length, 2)

    const stops = (await piecesOf('en', 'يحيط المجلس علماً.')).filter(({ text }) => text === '.')
    assert.deepEqual(
      stops.map(({ x }) => Math.round(x)),
      [68, 68],
    )
  })

  test('begins no line of Chinese with a sign that closes', async () => {
    const text = '理事会赞赏地注意到（国际电联）所开展的“工作”，以及各成员国报告的贡献。'
    const offsets = Array.from({ length: 30 }, (_, place) => paragraph('会'.repeat(place) + text.repeat(3)))
    const lines = linesOf(await readPaper(paperOf('zh', ...offsets)))

    assert.ok(lines.length > 90)
    assert.deepEqual(
      lines.filter((line) => /^[，。）”、；：]/.test(line.trim()) || /[（“]$/.test(line.trim())),
      [],
    )
  })
})
