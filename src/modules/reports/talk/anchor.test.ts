import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { paragraphsOf, placeOfQuote, replacedIn } from './anchor.ts'

const text =
  '## Lamps\r\nThere are **many** lamps.\r\n\r\nThey burn\nall night [[/activities/a]].\n\n  \n- one\n- two\n'

test('paragraphs are what stands between empty lines, as it is written', () => {
  assert.deepEqual(
    paragraphsOf(text).map((one) => one.text),
    ['## Lamps\nThere are **many** lamps.', 'They burn\nall night [[/activities/a]].', '- one\n- two'],
  )
  assert.deepEqual(paragraphsOf(' \n\n '), [])
})

describe('words that were quoted', () => {
  for (const [what, quote, now, found] of [
    ['stand where they stood', 'many lamps', text, ['there', 0]],
    ['are found across marks, lines and footnotes', 'They burn all night.', text, ['there', 1]],
    ['are found with other letters before them', 'burn all', 'New.\n\nThey BURN  all night.', ['there', 1]],
    ['are found in a list', 'two', text, ['there', 2]],
    [
      'are found in a paragraph that was edited',
      'They burn all night long',
      'A.\n\nLamps burn all night, long.',
      ['changed', 1],
    ],
    ['are found in Chinese', '灯很多', '开始。\n\n这里灯很多。', ['there', 1]],
    ['are gone when most of them are', 'They burn all night', 'They rest.\n\nOther words.', ['gone', null]],
    ['are gone with the text', 'They burn', '', ['gone', null]],
  ] as const)
    test(what, () => {
      const { standing, place } = placeOfQuote(quote, paragraphsOf(now))
      assert.deepEqual([standing, place], found)
    })
})

describe('a paragraph', () => {
  for (const [what, now, asked, after] of [
    [
      'is replaced, and nothing around it',
      'A.\n\nB.\n\nC.',
      { place: 1, before: 'B.', after: 'B and D.' },
      'A.\n\nB and D.\n\nC.',
    ],
    ['is found where it has moved', 'B.\n\nA.', { place: 1, before: 'B.', after: 'D.' }, 'D.\n\nA.'],
    [
      'is the nearest of those that are the same',
      'A.\n\nB.\n\nA.',
      { place: 2, before: 'A.', after: 'D.' },
      'A.\n\nB.\n\nD.',
    ],
    ['is taken out by an empty wording', 'A.\n\nB.\n\nC.', { place: 1, before: 'B.', after: '' }, 'A.\n\nC.'],
    ['is taken out at the beginning', 'A.\n\nB.', { place: 0, before: 'A.', after: '' }, 'B.'],
    ['is not replaced when a letter has changed', 'A.\n\nb.', { place: 1, before: 'B.', after: 'D.' }, null],
  ] as const)
    test(what, () => assert.equal(replacedIn(now, asked), after))
})
