import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { activity, asked, thesaurus } from '../../../test/search-samples.ts'
import { indexFingerprint, openIndex } from './search-index.ts'
import { readSegment, writeSegment } from './segment/segment-file.ts'

describe('the life of an index', () => {
  const numbered = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, place) =>
      activity('en', { key: `a:${from + place}`, facets: { parity: [String((from + place) % 2)] } }),
    )

  test('goes on while a merge is under way, and knows what has died meanwhile', () => {
    const own = openIndex()
    for (let from = 0; from < 60; from += 10) own.put(numbered(from, from + 10))
    assert.equal(own.tidy(0), true)
    own.remove(['a:3'])
    own.put([activity('fr', { key: 'a:4' })])
    while (own.tidy(0));
    assert.equal(own.count(), 59)
    assert.equal(own.has('a:3'), false)
    assert.equal(own.search(asked('women')).total, 58)
    assert.equal(own.search(asked('écoles')).total, 1)
    assert.ok(own.segments().length <= 2)
  })

  test('keeps few segments however many changes there are', () => {
    const own = openIndex()
    for (let round = 0; round < 300; round++) {
      own.put(numbered(round % 50, (round % 50) + 1))
      while (own.tidy(1));
    }
    assert.equal(own.count(), 50)
    assert.ok(own.segments().length < 12, `${own.segments().length} segments`)
    own.remove(numbered(0, 50).map(({ key }) => key))
    while (own.tidy(1));
    assert.equal(own.count(), 0)
    assert.deepEqual(own.search(asked('women', { facets: 'all' })).hits, [])
  })

  test('goes on from what was stored', () => {
    const own = openIndex({ thesaurus })
    own.put(numbered(0, 20))
    own.remove(['a:7'])
    const label = { fingerprint: indexFingerprint(thesaurus), note: '' }
    const stored = own.segments().map(({ segment, dead }) => writeSegment(segment, dead, label))
    const again = openIndex({
      thesaurus,
      segments: stored.map((bytes) => readSegment(bytes, label.fingerprint)),
    })
    const request = asked('digital divide', { facets: 'all', filters: { parity: ['1'] } })
    assert.deepEqual({ ...again.search(request), counts: null }, { ...own.search(request), counts: null })
    assert.equal(again.search(request).total, 9)
  })
})
