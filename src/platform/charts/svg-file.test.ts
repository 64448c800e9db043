import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCatalogues, translators } from '../messages.ts'
import { barsFile } from './bars-file.ts'

const translate = translators(readCatalogues([new URL('../messages', import.meta.url).pathname]))

test('a picture without a title keeps no room for it', () => {
  const heightOf = (title: string) =>
    Number(
      /height="(\d+)"/.exec(
        barsFile(translate.en, {
          title,
          description: '',
          rows: [{ name: 'C1', count: 2 }],
          written: String,
        }),
      )?.[1],
    )
  assert.equal(heightOf(''), 2 * 20 + 26 + 8)
  assert.ok(heightOf('Entries') > heightOf(''))
})
