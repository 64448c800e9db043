import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSource } from '../read-source.ts'
import { Unreadable } from '../source.ts'

const read = (text: string) => readSource(new TextEncoder().encode(text))
const refused = (code: string, values?: object) => (error: unknown) =>
  error instanceof Unreadable &&
  error.code === code &&
  (!values || assert.deepEqual(error.values, values) === undefined)

test('each line with something on it is a block that knows its line, its indent and the blank lines before it', async () => {
  const source = await read(' RESOLUTION 5 \n\n\n  a)\tthat\n\tb\n\u3000c\n')

  assert.deepEqual(
    source.blocks.map(({ at, text, indent, blankBefore, whole }) => [at, text, indent, blankBefore, whole]),
    [
      ['line 1', 'RESOLUTION 5', 1, 0, false],
      ['line 4', 'a)\tthat', 2, 2, false],
      ['line 5', 'b', 8, 0, false],
      ['line 6', 'c', 2, 0, false],
    ],
  )
  assert.equal(source.format, 'text')
})

test('line ends of all systems are line ends, and a form feed begins a page', async () => {
  const source = await read('a\r\nb\rc\u0085d\u2028e\u2029f\vg\n\fh\fi\n\f\n\nj')

  assert.deepEqual(
    source.blocks.map(({ text, newPage }) => text + (newPage ? ' on a new page' : '')),
    ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h on a new page', 'i on a new page', 'j on a new page'],
  )
  assert.deepEqual(
    source.blocks.slice(6).map(({ at, blankBefore }) => [at, blankBefore]),
    [
      ['line 7', 0],
      ['line 8', 0],
      ['line 8', 0],
      ['line 11', 2],
    ],
  )
})

test('a line of nothing but signs of direction is blank', async () => {
  const source = await read('a\n\u200f\u200e\nb')

  assert.deepEqual(
    source.blocks.map(({ text, blankBefore }) => [text, blankBefore]),
    [
      ['a', 0],
      ['b', 1],
    ],
  )
})

test('what is no text is refused, by what it is and not by its name', async () => {
  const bytes = (...start: number[]) => Uint8Array.from([...start, ...Array<number>(2000).fill(0)])
  const cases: [Uint8Array, string, object?][] = [
    [new Uint8Array(0), 'empty'],
    [new TextEncoder().encode(' \n\t\r\n\ufeff'), 'empty'],
    [bytes(), 'unknown-format', { kind: 'binary' }],
    [bytes(0x89, 0x50, 0x4e, 0x47), 'unknown-format', { kind: 'image' }],
    [bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'unknown-format', { kind: 'doc' }],
    [new TextEncoder().encode('{\\rtf1 text}'), 'unknown-format', { kind: 'rtf' }],
    [new TextEncoder().encode('<?xml version="1.0"?><a>text</a>'), 'unknown-format', { kind: 'xml' }],
    [new TextEncoder().encode('text\0\0\0\0 with zeros'), 'unknown-format', { kind: 'binary' }],
  ]
  for (const [input, code, values] of cases) {
    await assert.rejects(readSource(input, { name: 'resolution.txt' }), refused(code, values))
  }
})

test('limits hold for bytes, lines and characters', async () => {
  const input = new TextEncoder().encode('ab\n'.repeat(100))

  await assert.rejects(readSource(input, { limits: { inputBytes: 299 } }), refused('too-large'))
  await assert.rejects(
    readSource(input, { limits: { blocks: 99 } }),
    refused('too-large', { what: 'lines', limit: 99 }),
  )
  await assert.rejects(readSource(input, { limits: { characters: 199 } }), refused('too-large'))
  assert.equal(
    (await readSource(input, { limits: { inputBytes: 300, blocks: 100, characters: 200 } })).blocks.length,
    100,
  )
})

test('an encoding that is not named is guessed with a warning', async () => {
  const source = await readSource(
    Uint8Array.from([0x52, 0xe9, 0x73, 0x6f, 0x6c, 0x75, 0x74, 0x69, 0x6f, 0x6e]),
  )

  assert.equal(source.blocks[0]?.text, 'Résolution')
  assert.deepEqual(source.warnings, [
    { code: 'encoding-guessed', values: { encoding: 'windows-1252' }, at: 'line 1' },
  ])
})
