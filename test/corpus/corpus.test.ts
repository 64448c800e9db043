import { test } from 'node:test'
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { parseResolution } from '#parser/parse-resolution.ts'
import { Unreadable } from '#parser/source.ts'
import { differences, type Expected } from './compare.ts'

const here = new URL('./', import.meta.url)
const names = readdirSync(here)

for (const expectation of names.filter((name) => name.endsWith('.expected.json'))) {
  const stem = expectation.slice(0, -'.expected.json'.length)
  const file = names.find((name) => name.startsWith(`${stem}.`) && name !== expectation)

  test(`${stem} is read as its author meant it.`, async () => {
    assert.ok(file, `there is no document beside ${expectation}`)
    const expected = JSON.parse(readFileSync(new URL(expectation, here), 'utf8')) as Expected
    const read = await parseResolution(readFileSync(new URL(file, here)), { name: file })
    assert.deepEqual(differences(expected, read), [])
  })
}

for (const name of readdirSync(new URL('not-resolutions/', here))) {
  test(`${name} is refused, because it is no resolution.`, async () => {
    const bytes = readFileSync(new URL(`not-resolutions/${name}`, here))
    await assert.rejects(parseResolution(bytes, { name }), (error) => error instanceof Unreadable)
  })
}
