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

test('bars leave a long name the room that it needs, if need be two lines, and cut only what is longer', () => {
  const long = 'C7.eEnv · Электронная охрана окружающей среды'
  const picture = (name: string) =>
    barsFile(translate.ru, {
      ...{ title: '', description: '' },
      rows: [
        { name, count: 2 },
        { name: 'C9', count: 1 },
      ],
      written: String,
    })
  const words = (name: string) =>
    [...picture(name).matchAll(/<text[^>]*>([^<]+)</g)].map(([, one]) => one).join(' ')
  assert.equal(words(long), `${long} 2 C9 1`)
  assert.match(words(`${long}, `.repeat(5)), /… 2 C9 1$/)
  const linesOf = (name: string) => [...picture(name).matchAll(/<text/g)].length - 3
  const each = ['C5', 'C5 Trust', 'C5 Trust in what one uses', 'C10 Этика', long, long.repeat(3)]
  assert.deepEqual(each.map(linesOf), [1, 1, 1, 1, 2, 2])
  const longestBar = (name: string) =>
    Math.max(...[...picture(name).matchAll(/width="([\d.]+)" height="16"/g)].map(([, one]) => Number(one)))
  assert.ok(longestBar('C5') > longestBar(long))
  assert.ok(longestBar(`${long} `.repeat(3)) > 200)
})
