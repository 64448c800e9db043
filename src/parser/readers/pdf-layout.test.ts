import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { defaultLimits, startBudget } from './limits.ts'
import { layOut } from './pdf-layout.ts'
import type { PdfItem, PdfPage } from './pdf-pages.ts'

const item = (text: string, x: number, y: number, more: Partial<PdfItem> = {}): PdfItem => ({
  text,
  x,
  y,
  width: text.length * 5,
  size: 10,
  italic: false,
  isTurned: false,
  ...more,
})

const page = (number: number, items: PdfItem[]): PdfPage => ({ number, width: 595, height: 842, items })

const read = (pages: PdfPage[]) =>
  layOut({ pages, language: null, hasFaults: false }, startBudget(defaultLimits))

test('every word that a PDF places is kept, and only once, wherever it stands', () => {
  const placed = fc.record({
    x: fc.integer({ min: 0, max: 500 }),
    y: fc.integer({ min: 0, max: 60 }).map((row) => row * 12 + 20),
    size: fc.constantFrom(6, 8, 10, 10, 10, 14),
    raise: fc.constantFrom(0, 0, 0, 4),
    isTurned: fc.constantFrom(false, false, false, false, true),
    script: fc.constantFrom('abcdefghij', 'ابتثجحخدذر', '一二三四五六七八九十'),
  })
  const pages = fc.array(fc.array(placed, { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(pages, (all) => {
      const words: string[] = []
      const made = all.map((placements, index) =>
        page(
          index + 1,
          placements.map(({ x, y, size, raise, isTurned, script }) => {
            // The tenth letter stands at both ends and nowhere between, so that words side by side make no third one.
            const digits = words.length.toString(9).padStart(4, '0')
            const word = `9${digits}9`.replace(/\d/g, (digit) => script.charAt(Number(digit)))
            words.push(word)
            return item(word, x, y - raise, { size, isTurned: isTurned && words.length > 1 })
          }),
        ),
      )
      const source = read(made)
      const kept = [...source.blocks, ...source.notes, ...source.setAside].map(({ text }) => text).join('\n')
      for (const word of words) assert.equal(kept.split(word).length, 2, word)
    }),
    { numRuns: 300 },
  )
})

test('a note at the foot goes on at the foot of the next page', () => {
  const body = (number: number) =>
    Array.from('abcdef', (letter, row) => item(letter.repeat(6 * number), 72, 100 + row * 14))
  const source = read([
    page(1, [
      ...body(1),
      item('1', 100, 96, { size: 6 }),
      item('1', 72, 700, { size: 5 }),
      item('It begins here', 80, 703, { size: 8 }),
    ]),
    page(2, [...body(2), item('and ends there.', 72, 703, { size: 8 })]),
  ])

  assert.deepEqual(source.notes, [{ mark: '1', text: 'It begins here and ends there.', at: 'footnote 1' }])
  assert.equal(source.blocks.length, 12)
})

test('a font that nobody can read is told from text', () => {
  assert.throws(() => read([page(1, [item('\ue001\ue002\ue003', 72, 100)])]), { message: 'no-text' })
  assert.deepEqual(read([page(1, [item('readable but for \ue001', 72, 100)])]).warnings, [
    { code: 'characters-replaced', values: { count: 1 }, at: 'page 1' },
  ])
})
