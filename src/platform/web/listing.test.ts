import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCursor, UnreadableCursor, writeCursor, type CursorPart } from './listing.ts'

test('a cursor that a list has made leads on', () => {
  const key = [-3, 'é', '2026-11-21 12:00:00.123+00']
  assert.deepEqual(readCursor(writeCursor(key), ['integer', 'text', 'moment']), key)
  assert.equal(readCursor('', ['text', 'text']), null)
})

const forged: [string, unknown, readonly CursorPart[]][] = [
  ['words where a number belongs', ['abc'], ['integer']],
  ['a number that is too large', [2 ** 40], ['integer']],
  ['a fraction', [0.5], ['integer']],
  ['no moment', ['yesterday'], ['moment']],
  ['a moment that is none', ['2026-13-45T12:00:00Z'], ['moment']],
  ['a number where words belong', [1], ['text']],
  ['a place before the first', [-1], ['place']],
  ['a day that is none', ['2026-02-31'], ['day']],
  ['a moment on a day that is none', ['2026-02-31T12:00:00Z'], ['moment']],
  ['a zero byte', ['\u0000'], ['text']],
  ['too many parts', ['a', 'b'], ['text']],
  ['something else', { a: 1 }, ['text']],
]
for (const [what, key, shape] of forged)
  test(`a cursor with ${what} is refused before the database sees it`, () => {
    const after = Buffer.from(JSON.stringify(key)).toString('base64url')
    assert.throws(() => readCursor(after, shape), UnreadableCursor)
  })
