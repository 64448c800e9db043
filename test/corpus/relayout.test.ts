import { test } from 'node:test'
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { readUnits } from '#parser/grammar/read-units.ts'
import { readSource } from '#parser/read-source.ts'
import { decodeText } from '#platform/encodings/decode-text.ts'
import { differences, type Expected } from './compare.ts'
import { relayouts } from './relayouts.ts'

/** Where a layout takes away the only thing that told two readings apart. */
const undecidable: Record<string, string[]> = {
  // Three lines of text are too few to tell double spacing from paragraphs.
  'with a blank line after every line': ['en-ecosoc-decision.txt', 'es-ecosoc-decision.txt'],
  // One number in the margin of a few lines tells nothing.
  'with every fifth line numbered': ['en-unga-one-unnumbered.txt', 'en-ecosoc-decision.txt'],
  // Each paragraph stands on one line already; joining would take headings into them.
  'with each paragraph on one line': ['ru-sovet-bez-strok.txt'],
  // A dash below a page number, after a line without punctuation, may belong to the sentence.
  'with page numbers between paragraphs': ['es-amnt-etiquetas-energia.txt'],
}

const here = new URL('./', import.meta.url)

const cases = readdirSync(here)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({
    name,
    text: decodeText(readFileSync(new URL(name, here))).text,
    expected: JSON.parse(
      readFileSync(new URL(name.replace('.txt', '.expected.json'), here), 'utf8'),
    ) as Expected,
  }))

for (const [layout, relaid] of Object.entries(relayouts)) {
  test(`Every text printed ${layout} is read as before.`, async () => {
    const faults = []
    for (const { name, text, expected } of cases) {
      if (undecidable[layout]?.includes(name)) continue
      const input = new TextEncoder().encode(relaid(text.replaceAll('\r\n', '\n')))
      const { sections, footnotes } = expected
      const read = { ...readUnits(await readSource(input, { name })), duties: [] }
      faults.push(...differences({ quirks: [], sections, footnotes }, read).map((line) => `${name}: ${line}`))
    }
    assert.deepEqual(faults, [])
  })
}
