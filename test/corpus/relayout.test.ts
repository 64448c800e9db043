import { test } from 'node:test'
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { parseResolution } from '#parser/parse-resolution.ts'
import { decodeText } from '#parser/readers/encoding.ts'
import { differences, type Expected } from './compare.ts'
import { relayouts } from './relayouts.ts'

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
      const input = new TextEncoder().encode(relaid(text.replaceAll('\r\n', '\n')))
      const { sections, footnotes } = expected
      faults.push(
        ...differences({ quirks: [], sections, footnotes }, await parseResolution(input, { name })).map(
          (line) => `${name}: ${line}`,
        ),
      )
    }
    assert.deepEqual(faults, [])
  })
}
