import assert from 'node:assert/strict'
import { test } from 'node:test'
import { activity, asked } from '../../../../test/search-samples.ts'
import { openIndex } from '../search-index.ts'
import { packedLength, textAt } from './packed-texts.ts'

test('what many cards end in is kept once, and each card comes back as it was given', () => {
  const cards = ['{"a":1}\nours', '', '\nours', '{"b":2}\ntheirs\nand more', 'alone', '{"c":3}\nours']
  const index = openIndex()
  for (const [place, card] of cards.entries()) index.put([activity('en', { key: `${place}`, card })])
  while (index.tidy(1000, 'one'));

  const { hits } = index.search(asked('', { limit: 10 }))
  assert.deepEqual(
    hits.map(({ card }) => card),
    cards,
  )
  const [{ segment } = assert.fail('nothing is there'), ...others] = index.segments()
  assert.deepEqual(others, [])
  const { ends } = segment.cards
  assert.deepEqual(Array.from({ length: ends.starts.length - 1 }, (_, end) => textAt(ends, end)).toSorted(), [
    '',
    '\nours',
    '\ntheirs\nand more',
  ])
  assert.deepEqual(
    cards.map((_, place) => packedLength(segment.cards, place)),
    [7, 0, 0, 7, 5, 7],
  )
})
