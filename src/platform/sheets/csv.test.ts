import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { encodedAs } from '../../../test/corpus/encode.ts'
import { bytesOf, refusedWith, rowsOf as rows } from '../../../test/sheet-parts.ts'
import { writeCsv } from './csv-write.ts'
import { outlineOfFile, rowsOfFile, type SheetOptions } from './read-sheet.ts'

const bytes = (text: string) => Buffer.from(text)

describe('a CSV file', () => {
  test('is read with commas, semicolons or tabs, whichever parts its rows', async () => {
    for (const sign of [',', ';', '\t']) {
      const text = `name${sign}length\nIron, grey; old${sign}12\n"Stone${sign} white"${sign}7\n`.replace(
        `Iron, grey; old`,
        sign === '\t' ? 'Iron, grey; old' : '"Iron, grey; old"',
      )
      assert.deepEqual(await rows(text), [
        [2, { name: 'Iron, grey; old', length: '12' }],
        [3, { name: `Stone${sign} white`, length: '7' }],
      ])
    }
    assert.deepEqual(await rows('name, in full;length\nIron, grey;12,5\n'), [
      [2, { 'name, in full': 'Iron, grey', length: '12,5' }],
    ])
    assert.deepEqual(await rows('sep=;\nname;length\nIron;1\n'), [[2, { name: 'Iron', length: '1' }]])
  })

  test('gives the row as a person counts it, with line ends of all systems and inside of cells', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['name,note', 'Iron,"two', 'lines"', '', ' ,', '"Stone ""White""",x"y', 'Last,'].join(end)
      assert.deepEqual(await rows(text), [
        [2, { name: 'Iron', note: `two${end}lines` }],
        [4, { name: ' ' }],
        [5, { name: 'Stone "White"', note: 'x"y' }],
        [6, { name: 'Last' }],
      ])
    }
  })

  test('begins where its first words stand, or in the row that is named', async () => {
    assert.deepEqual(await rows('\n,\nname\nIron\n'), [[4, { name: 'Iron' }]])
    assert.deepEqual(await rows('All bridges\nname\nIron\n', { headerRow: 2 }), [[3, { name: 'Iron' }]])
  })

  test('is read in the encodings that spreadsheets write, and tells which one was guessed', async () => {
    const text = 'мост;год\nЖелезный мост через реку;1901\n'
    const expected = [[2, { мост: 'Железный мост через реку', год: '1901' }]]
    for (const [encoding, mark, guessed] of [
      ['utf-8', '', null],
      ['utf-8', '\ufeff', null],
      ['utf-16le', '\ufeff', null],
      ['windows-1251', '', 'windows-1251'],
    ] as const) {
      const source = encodedAs(mark + text, encoding)
      assert.deepEqual(await rows(source), expected)
      const outline = await outlineOfFile(source, 'x')
      assert.deepEqual(outline, {
        kind: 'csv',
        guessedEncoding: guessed,
        sheetNames: [],
        columns: ['мост', 'год'],
      })
    }
  })

  test('comes from a stream as well, and closes it when nobody reads on', async () => {
    let isClosed = false
    async function* endless() {
      try {
        yield bytes('name,number\n')
        for (let number = 1; ; number += 1) yield bytes(`Iron,${number}\n`)
      } finally {
        isClosed = true
      }
    }
    for await (const row of rowsOfFile(endless(), 'x')) if (row.number === 70_000) break
    assert.equal(isClosed, true)
  })
})

describe('a CSV file is refused', () => {
  const refused = (text: string | Uint8Array, key: string, values: object, options?: SheetOptions) =>
    assert.rejects(rows(text, options), refusedWith(key, values))

  test('with the row and the column, when it is no table', async () => {
    await refused('', 'sheet.empty', {})
    await refused('\n\n , ,\n', 'sheet.empty', {})
    await refused('name,note\nIron,"open\nStone,x\n', 'sheet.quote', { row: 2 })
    await refused('name,note,name\n', 'sheet.column-twice', { column: 'name' })
    await refused('name,,note\nIron,,x\nStone,7,x\n', 'sheet.column-nameless', { row: 3, column: 'B' })
    const broken = Buffer.concat([
      bytes('мост,год\nЖелезный,1\nа'),
      Buffer.from([0xff]),
      bytes('б\n'.repeat(99)),
    ])
    await refused(broken, 'sheet.encoding', { row: 3 })
  })

  test('when it is something else', async () => {
    for (const start of [
      '%PDF-1.7\n',
      '<html><table>',
      '<?xml version="1.0"?>',
      '{\\rtf1',
      '\u0000\u0001\u0002',
    ])
      await refused(start, 'sheet.kind', { kind: 'other' })
    await refused(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), 'sheet.kind', {
      kind: 'other',
    })
  })

  test('when it is too long, too wide or too large, and no sooner', async () => {
    const limits = { rows: 3, columns: 4, cellCharacters: 10, rowCharacters: 25, textBytes: 200 }
    await refused('a\n1\n2\n3\n4\n', 'sheet.rows', { limit: 3 }, { limits })
    await refused('a,b,c,d,e\n', 'sheet.columns', { row: 1, limit: 4 }, { limits })
    await refused('a,b\n1,12345678901\n', 'sheet.cell', { row: 2, column: 'B', limit: 10 }, { limits })
    await refused(
      `a,b,c\n${Array(3).fill('123456789').join()}\n`,
      'sheet.row',
      { row: 2, limit: 25 },
      { limits },
    )
    await refused('a\n'.repeat(101), 'sheet.too-large', { megabytes: 0 }, { limits })
    assert.deepEqual(await rows('a,b,c,d,,,,\n1,2,3,1234567890,,,,,\n2\n3\n', { limits }), [
      [2, { a: '1', b: '2', c: '3', d: '1234567890' }],
      [3, { a: '2' }],
      [4, { a: '3' }],
    ])
  })

  test('when reading takes too long, but not when its rows are worked on for long', async (t) => {
    let clock = 0
    t.mock.method(performance, 'now', () => clock)
    async function* slowly(milliseconds: number) {
      for (const piece of ['name\n', 'Iron\n', 'Stone\n']) {
        clock += milliseconds
        yield bytes(piece)
      }
    }
    const limits = { milliseconds: 2000 }
    const work = async (milliseconds: { reading: number; working: number }) => {
      let count = 0
      for await (const _ of rowsOfFile(slowly(milliseconds.reading), 'x', { limits })) {
        count += 1
        clock += milliseconds.working
      }
      return count
    }
    assert.equal(await work({ reading: 0, working: 9000 }), 2)
    await assert.rejects(work({ reading: 900, working: 0 }), refusedWith('sheet.too-slow', { seconds: 2 }))
  })

  test('without memory or time being spent on millions of empty cells', async () => {
    const commas = bytes(`a,b\n${','.repeat(20_000_000)}\n1,2\n`)
    assert.deepEqual(await rows(commas), [[3, { a: '1', b: '2' }]])
  })
})

const scripts = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  "'",
  '"',
  ',',
  ';',
  ' ',
  '\u00a0',
  '\u200f',
  '\u202e',
  '\ufeff',
  '0',
  '7',
]
const letters = [
  'a',
  'é',
  'Ж',
  'ف',
  'ّ',
  '中',
  '😀',
  '＝',
  '\u0001',
  '\u2028',
  'sep=',
  '[{"',
  '<table>',
  '%PDF-',
  '_x0041_',
]
const hostile = fc.oneof(
  fc.string({ unit: fc.constantFrom(...scripts, ...letters), maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
)

describe('a CSV file that goes out', () => {
  const csv = (columns: string[], table: (string | number | boolean | null)[][]) =>
    bytesOf(writeCsv(columns, table))

  test('comes in again as it was, whatever people have typed', async () => {
    const tables = fc
      .tuple(
        fc.uniqueArray(
          hostile.filter((name) => name === name.trim() && name !== ''),
          { minLength: 1, maxLength: 4 },
        ),
        fc.integer({ min: 1, max: 5 }),
      )
      .chain(([columns, count]) =>
        fc.record({
          columns: fc.constant(columns),
          table: fc.array(fc.array(hostile, { minLength: columns.length, maxLength: columns.length }), {
            minLength: count,
            maxLength: count,
          }),
        }),
      )
    await fc.assert(
      fc.asyncProperty(tables, async ({ columns, table }) => {
        const source = await csv(columns, table)
        const outline = await outlineOfFile(source, 'x.csv')
        assert.deepEqual([outline.kind, outline.columns], ['csv', columns])
        const expected = table.flatMap((values, place) => {
          const cells = columns.flatMap((name, column) => (values[column] ? [[name, values[column]]] : []))
          return cells.length === 0 ? [] : [[place + 2, Object.fromEntries(cells)]]
        })
        assert.deepEqual(await rows(source), expected)
      }),
      { numRuns: 500 },
    )
  })

  test('holds nothing that a spreadsheet would run, and numbers as numbers', async () => {
    const written = await csv(
      ['text', 'number'],
      [
        ['=1+1', -3],
        ["'=x", 2.5],
        ["it's", null],
        ["'quoted'", true],
      ],
    )
    assert.equal(
      written.toString(),
      "\ufefftext,number\r\n'=1+1,-3\r\n''=x,2.5\r\nit's,\r\n'quoted',true\r\n",
    )
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const first = (await csv(['a'], [[text]])).toString().split('\ufeffa\r\n')[1] ?? ''
        assert.doesNotMatch(first.replace(/^"/, ''), /^[=+\-@\t\n＝＋－＠]/)
      }),
    )
  })
})
