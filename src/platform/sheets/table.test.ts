import assert from 'node:assert/strict'
import path from 'node:path'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { bytesOf } from '../../../test/sheet-parts.ts'
import { issueSentence } from '../errors.ts'
import { readCatalogues, translators } from '../messages.ts'
import { writeCsv } from './csv-write.ts'
import { writeJsonLines } from './json-write.ts'
import { matchColumns } from './match-columns.ts'
import type { Code } from './nearest-code.ts'
import { outlineOfFile, rowsOfFile } from './read-sheet.ts'
import { columnsIn, rowReader } from './table-read.ts'
import { cellsOfRow, objectOfRow, sheetColumns, type Table } from './table.ts'
import { writeXlsx } from './xlsx-write.ts'

type Bridge = {
  name: string
  note: string | null
  built: string | null
  lanes: number | null
  length: number | null
  isOpen: boolean | null
  state: string | null
  lines: readonly string[]
  keepers: readonly string[]
}

const states: Code[] = [
  { code: 'good', labels: { en: 'Good', ru: 'Хорошее' } },
  { code: 'poor', labels: { en: 'Poor', ar: 'سيئ' } },
]
const lines: Code[] = Array.from({ length: 11 }, (_, place) => ({ code: `C${place + 1}`, labels: {} }))
const label = (word: string) => (t: { language: { code: string } }) => `${word} (${t.language.code})`

const bridges: Table<Bridge & { id: string }, Partial<Bridge>> = {
  draft: () => ({}),
  columns: [
    { name: 'id', label: label('Id'), kind: 'text', read: ({ id }) => id },
    {
      name: 'name',
      label: label('Name'),
      kind: 'text',
      isRequired: true,
      read: ({ name }) => name,
      write: (draft, value) => void (draft.name = value ?? ''),
    },
    {
      name: 'note',
      label: label('Note'),
      kind: 'text',
      read: ({ note }) => note,
      write: (draft, value) => void (draft.note = value),
    },
    {
      name: 'built',
      label: label('Built'),
      aliases: ['since'],
      kind: 'day',
      read: ({ built }) => built,
      write: (draft, value) => void (draft.built = value),
    },
    {
      name: 'lanes',
      label: label('Lanes'),
      kind: 'integer',
      read: ({ lanes }) => lanes,
      write: (draft, value) => void (draft.lanes = value),
    },
    {
      name: 'length',
      label: label('Length'),
      kind: 'number',
      read: ({ length }) => length,
      write: (draft, value) => void (draft.length = value),
    },
    {
      name: 'open',
      label: label('Open'),
      kind: 'boolean',
      read: ({ isOpen }) => isOpen,
      write: (draft, value) => void (draft.isOpen = value),
    },
    {
      name: 'state',
      label: label('State'),
      kind: 'code',
      codes: states,
      read: ({ state }) => state,
      write: (draft, value) => void (draft.state = value),
    },
    {
      name: 'action_lines',
      label: label('Lines'),
      kind: 'codes',
      codes: lines,
      read: (bridge) => bridge.lines,
      write: (draft, value) => void (draft.lines = value ?? []),
    },
    {
      name: 'keepers',
      label: label('Keepers'),
      kind: 'texts',
      read: ({ keepers }) => keepers,
      write: (draft, value) => void (draft.keepers = value ?? []),
    },
  ],
}

const translate = translators(readCatalogues([path.resolve(import.meta.dirname, '../messages')]))

async function readBack(file: Uint8Array, byHand = {}) {
  const { columns } = await outlineOfFile(file, 'bridges')
  const matches = matchColumns(columns, columnsIn(bridges, translate), byHand)
  const read = rowReader(bridges, matches, translate)
  return { matches, rows: (await Array.fromAsync(rowsOfFile(file, 'bridges'))).map(read) }
}

const text = fc
  .string({
    unit: fc.constantFrom('=', '-', "'", '"', ';', ',', '\n', ' ', 'é', 'ж', 'م', '中', '0', '\u200f'),
    maxLength: 9,
  })
  .filter((one) => one.trim() !== '')
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const bridge: fc.Arbitrary<Bridge> = fc.record({
  name: text,
  note: orNull(text),
  built: orNull(day),
  lanes: orNull(fc.maxSafeInteger()),
  length: orNull(fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0)),
  isOpen: orNull(fc.boolean()),
  state: orNull(fc.constantFrom('good', 'poor')),
  lines: fc.subarray(lines.map(({ code }) => code)),
  keepers: fc.array(text, { maxLength: 3 }),
})

describe('a table that is described once', () => {
  test('goes out and comes in as CSV, XLSX and JSON Lines, with names or with labels, and is equal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(bridge, { minLength: 1, maxLength: 4 }), async (all) => {
        const rows = all.map((one, place) => ({ ...one, id: String(place) }))
        const cells = rows.map((row) => cellsOfRow(bridges, row))
        const files = [
          writeCsv(
            bridges.columns.map(({ name }) => name),
            cells,
          ),
          writeXlsx([{ name: 'Bridges', columns: sheetColumns(bridges, null), rows: cells }]),
          writeXlsx([
            { name: 'الجسور', direction: 'rtl', columns: sheetColumns(bridges, translate.ar), rows: cells },
          ]),
          writeJsonLines(rows.map((row) => objectOfRow(bridges, row))),
        ]
        for (const file of files) {
          const found = await readBack(await bytesOf(file))
          // JSON has only the columns that hold something.
          const drafts = found.rows.map(({ draft }) => ({ ...empty, ...draft }))
          assert.deepEqual(
            found.rows.flatMap(({ issues }) => issues),
            [],
          )
          assert.deepEqual(
            drafts,
            all.map((one) => ({ ...one, length: one.length === null ? null : one.length + 0 })),
          )
        }
      }),
      { numRuns: 100 },
    )
  })

  test('leaves out what only goes out, and leaves alone what a file does not have', async () => {
    const { matches, rows } = await readBack(Buffer.from('id,since,colour\n7,2026-05-17,red\n'))
    assert.deepEqual(
      matches.map(({ header, column }) => [header, column]),
      [
        ['id', null],
        ['since', 'built'],
        ['colour', null],
      ],
    )
    assert.deepEqual(rows, [{ draft: { built: '2026-05-17' }, issues: [] }])
  })

  test('says row, column, rule and the nearest code of what is wrong, in any language', async () => {
    const header = 'name,note,built,lanes,length,open,state,action_lines'
    const wrong = [
      ',a\u0001,2026-02-30,1.5,"1,5",perhaps,God,C1; C12; x',
      'Iron,,17.5.2026,9007199254740993,1e999,2,zzz,C0',
    ]
    const { rows } = await readBack(Buffer.from(`\ufeff${header}\n${wrong.join('\n')}\n`))
    assert.deepEqual(
      rows.map(({ issues }) =>
        issues.map(({ row, field, rule, nearest }) => [row, field, rule ?? nearest ?? null]),
      ),
      [
        [
          [2, 'name', 'rule.required'],
          [2, 'note', 'rule.no-control'],
          [2, 'built', 'rule.date'],
          [2, 'lanes', 'rule.whole-number'],
          [2, 'length', 'rule.number'],
          [2, 'open', 'rule.yes-or-no'],
          [2, 'state', 'good'],
          [2, 'action_lines', 'C1'],
          [2, 'action_lines', null],
        ],
        [
          [3, 'built', 'rule.date'],
          [3, 'lanes', 'rule.whole-number'],
          [3, 'length', 'rule.number'],
          [3, 'open', 'rule.yes-or-no'],
          [3, 'state', null],
          [3, 'action_lines', 'C1'],
        ],
      ],
    )
    const near = rows[0]?.issues.find(({ field }) => field === 'state')
    assert.ok(near)
    assert.equal(issueSentence(translate.en, near), '“God” is not in the list of codes. The nearest is good.')
    assert.equal(issueSentence(translate.ru, near), '«God» нет в списке кодов. Ближайший код: good.')
  })

  test('reads what people type: yes in six languages, labels of codes, digits of Arabic', async () => {
    const typed = [
      ['نعم', 'سيئ', '١٢', 'true'],
      ['否', 'хорошее', '+7', 'false'],
      ['Oui', ' GOOD ', '1e3', 'true'],
      ['нет', 'Poor', '٣', 'false'],
    ]
    const { rows } = await readBack(
      Buffer.from(
        `name;open;state;lanes\n${typed.map(([...cells]) => `x;${cells.slice(0, 3).join(';')}`).join('\n')}\n`,
      ),
    )
    assert.deepEqual(
      rows.map(({ draft, issues }) => [issues.length, draft.isOpen, draft.state, draft.lanes]),
      [
        [0, true, 'poor', 12],
        [0, false, 'good', 7],
        [0, true, 'good', 1000],
        [0, false, 'poor', 3],
      ],
    )
  })
})

const empty: Bridge = {
  ...{ name: '', note: null, built: null, lanes: null, length: null, isOpen: null, state: null },
  ...{ lines: [], keepers: [] },
}
