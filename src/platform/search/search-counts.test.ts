import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { activity, asked } from '../../../test/search-samples.ts'
import type { SearchRequest } from './search-document.ts'
import { openIndex } from './search-index.ts'

const entry = (number: number, facets: Record<string, string[]>) =>
  activity('en', { key: `a${number}`, card: `${number}`, facets })

/** Countries a to e, of which each has one more than the one before, and every second entry in the south. */
const entries = ['a', 'b', 'c', 'd', 'e'].flatMap((country, place) =>
  Array.from({ length: place + 1 }, (_, turn) =>
    entry(place * 10 + turn, { country: [country], region: [turn % 2 === 0 ? 'north' : 'south'] }),
  ),
)

const counts = (index: ReturnType<typeof openIndex>, more: Partial<SearchRequest>) => {
  const { total, facets } = index.search(asked('', { facets: 'all', order: 'newest', ...more }))
  const told = (name: string) =>
    (facets[name] ?? []).map(({ value, count }) => `${value} ${count}`).join(', ')
  return { total, country: told('country'), region: told('region') }
}

describe('counts without words', () => {
  const index = openIndex()
  index.put(entries.slice(0, 6))
  index.put(entries.slice(6))

  test('ignore the filter that they are of, asked once or again', () => {
    for (const _ of ['first', 'again']) {
      const { total, country, region } = counts(index, { filters: { country: ['e'], region: ['south'] } })
      assert.equal(total, 2)
      assert.equal(country, 'b 1, c 1, d 2, e 2')
      assert.equal(region, 'north 3, south 2')
    }
  })

  test('follow what is put and what is removed', () => {
    const before = counts(index, { filters: { region: ['south'] } })
    index.put([entry(99, { country: ['a'], region: ['south'] })])
    const after = counts(index, { filters: { region: ['south'] } })
    assert.equal(before.country, 'b 1, c 1, d 2, e 2')
    assert.equal(after.country, 'a 1, b 1, c 1, d 2, e 2')
    index.remove(['a99', 'a41'])
    assert.equal(counts(index, { filters: { region: ['south'] } }).country, 'b 1, c 1, d 2, e 1')
    index.put([entry(41, { country: ['e'], region: ['south'] })])
    assert.deepEqual(counts(index, { filters: { region: ['south'] } }), before)
  })

  test('go no further than asked for: those that count most, and what is filtered by', () => {
    const most = { mostValues: { country: 2 } }
    assert.equal(counts(index, most).country, 'd 4, e 5')
    assert.equal(counts(index, { ...most, filters: { country: ['a', 'zz'] } }).country, 'a 1, d 4, e 5, zz 0')
    assert.equal(counts(index, { ...most, filters: { region: ['south'] } }).country, 'd 2, e 2')
    assert.equal(counts(index, { mostValues: { country: 1 }, filters: { region: ['south'] } }).country, 'd 2')
  })

  test('of a filter that nothing has are nothing', () => {
    const { total, country } = counts(index, { filters: { planet: ['x'] } })
    assert.deepEqual([total, country], [0, ''])
  })
})
