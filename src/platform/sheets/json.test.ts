import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { bytesOf, refusedWith, rowsOf as rows } from '../../../test/sheet-parts.ts'
import { writeJsonLines } from './json-write.ts'
import { cellOf, listOf } from './lists.ts'
import { outlineOfFile } from './read-sheet.ts'

async function* inChunks(text: string, length: number) {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

describe('a JSON file', () => {
  test('gives an array of objects by their place, and JSON Lines by the line', async () => {
    const one = { name: 'Iron "old" {grey}', lines: ['C1', 'a;b'], length: 12.5, open: true, note: null }
    const cells = { name: 'Iron "old" {grey}', lines: 'C1; "a;b"', length: '12.5', open: 'true' }
    const array = JSON.stringify([one, {}, { name: 'Stone\\' }], null, 2)
    const lines = `${JSON.stringify(one)}\n\n${JSON.stringify({ name: 'Stone\\' }, null, 1)}\r\n{"name":"Wood"}`
    for (const length of [1, 7, 1000]) {
      assert.deepEqual(await rows(inChunks(array, length)), [
        [1, cells],
        [2, {}],
        [3, { name: 'Stone\\' }],
      ])
      assert.deepEqual(await rows(inChunks(lines, length)), [
        [1, cells],
        [3, { name: 'Stone\\' }],
        [6, { name: 'Wood' }],
      ])
    }
    assert.deepEqual(await rows('[]'), [])
    assert.deepEqual(await rows('{"__proto__": 1, "constructor": 2}'), [
      [
        1,
        Object.fromEntries([
          ['__proto__', '1'],
          ['constructor', '2'],
        ]),
      ],
    ])
  })

  test('has the columns of all its rows', async () => {
    assert.deepEqual(await outlineOfFile(Buffer.from('{"a":1}\n{"b":2,"a":3}\n'), 'x'), {
      kind: 'json',
      guessedEncoding: null,
      sheetNames: [],
      columns: ['a', 'b'],
    })
  })

  test('is refused with its row when it is broken, nested or too long', async () => {
    const refused = (text: string, key: string, values: object, options = {}) =>
      assert.rejects(rows(text, options, 'x.json'), refusedWith(key, values), text.slice(0, 40))
    for (const text of [
      '[{"a":1} {"a":2}]',
      '[{"a":1},,{"a":2}]',
      '[{"a":1},]',
      '[{"a":1}',
      '[{"a":1},{"a":}]',
      '{"a":1}\n{"a',
      '{"a":1}\n,',
      '{"a":1}\n[1]',
    ])
      await refused(text, 'sheet.json', { row: 2 })
    for (const text of ['"a"', '[1]', '7', '[{]}', '{"a":tru}', '[', 'a,b\n1,2'])
      await refused(text, 'sheet.json', { row: 1 })
    await refused('[{"a":1}] x', 'sheet.json', { row: 2 })
    await refused('{"a":1}\n{"a":{"b":1}}', 'sheet.nested', { row: 2 })
    await refused('[{"a":[["b"]]}]', 'sheet.nested', { row: 1 })
    await refused(`{"a":${'['.repeat(5_000_000)}`, 'sheet.nested', { row: 1 })
    await refused(`{"a":"${'x'.repeat(5_000_000)}`, 'sheet.row', { row: 1, limit: 2_000_000 })
    await refused('{"a":1,"b":2,"c":3}', 'sheet.columns', { row: 1, limit: 2 }, { limits: { columns: 2 } })
    await refused(
      '{"a":"1234"}',
      'sheet.cell',
      { row: 1, column: 'a', limit: 3 },
      { limits: { cellCharacters: 3 } },
    )
    await refused('{"a":1}\n'.repeat(4), 'sheet.rows', { limit: 3 }, { limits: { rows: 3 } })
  })

  test('that goes out comes in again as it was', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 10 })
    const object = fc.dictionary(
      text,
      fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text, { maxLength: 3 })),
      { maxKeys: 4 },
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(object, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 50 }),
        async (objects, length) => {
          const file = await bytesOf(writeJsonLines(objects))
          const found = await rows(inChunks(file.toString(), length), {}, 'x.jsonl')
          const cells = objects.map((one) =>
            Object.fromEntries(
              Object.entries(one)
                .map(([name, value]) => [name, Array.isArray(value) ? cellOf(value) : String(value)] as const)
                .filter(([, cell]) => cell !== ''),
            ),
          )
          assert.deepEqual(
            found,
            cells.map((one, place) => [place + 1, one]),
          )
        },
      ),
      // Signs of control that JSON leaves as they are, in a file of few letters.
      { examples: [[[{ a: '\u007f\u0080' }], 50]] },
    )
  })
})

describe('a list in one cell', () => {
  test('has a semicolon between its values, and comes back as it was', () => {
    assert.equal(
      cellOf(['C1', 'C7', 'a; b', '"x"', 'it"s', ' y', '']),
      'C1; C7; "a; b"; """x"""; it"s; " y"; ""',
    )
    const sign = fc.constantFrom(';', '؛', '；', '"', ' ', '\n', '\u00a0', '\ufeff', 'a', 'م', '中', '=')
    const value = fc.oneof(
      fc.string({ unit: sign, maxLength: 6 }),
      fc.string({ unit: 'binary', maxLength: 6 }),
    )
    fc.assert(
      fc.property(fc.array(value, { maxLength: 6 }), (values) =>
        assert.deepEqual(listOf(cellOf(values)), values),
      ),
      { numRuns: 2_000 },
    )
  })

  test('is read as people type it', () => {
    assert.deepEqual(listOf(' C1;C2 ;; C3; '), ['C1', 'C2', 'C3'])
    assert.deepEqual(listOf('م١؛ م٢'), ['م١', 'م٢'])
    assert.deepEqual(listOf('一；二'), ['一', '二'])
    assert.deepEqual(listOf('"a; b'), ['"a', 'b'])
    assert.deepEqual(listOf('"a" b; c'), ['"a" b', 'c'])
    assert.deepEqual(listOf(''), [])
  })
})
