import assert from 'node:assert/strict'
import { test } from 'node:test'
import { citationsIn, markedBlocks, partsIn, uncitedIn, wordsIn } from './markup.ts'

const text = (words: string, look: 'plain' | 'strong' | 'emphasis' = 'plain') => ({
  span: 'text' as const,
  text: words,
  look,
})

test('the marks of a report are read, each as what it is', () => {
  assert.deepEqual(
    markedBlocks(
      '## Access\nIn **2026** there were {{ entries }} entries,\n*new ones* among them [[/activities/abc]].\n- one\n- two [words](https://example.org/a?b=1)\n\n{{by-line}}\n\n1. first\n2) second',
    ),
    [
      { block: 'heading', spans: [text('Access')] },
      {
        block: 'paragraph',
        spans: [
          text('In '),
          text('2026', 'strong'),
          text(' there were '),
          { span: 'part', key: 'entries' },
          text(' entries,'),
          text(' '),
          text('new ones', 'emphasis'),
          text(' among them '),
          { span: 'citation', address: '/activities/abc' },
          text('.'),
        ],
      },
      {
        block: 'list',
        isOrdered: false,
        lines: [
          [text('one')],
          [text('two '), { span: 'link', text: 'words', address: 'https://example.org/a?b=1' }],
        ],
      },
      { block: 'part', key: 'by-line' },
      { block: 'list', isOrdered: true, lines: [[text('first')], [text('second')]] },
    ],
  )
})

test('what is no mark stays text, and no address but one of the web becomes a link', () => {
  for (const words of [
    '2 * 3 * 4',
    '[words](javascript:alert(1))',
    '{{Not A Key}}',
    '<script>alert(1)</script>',
    '**open',
    '#heading',
    '[[two words]]',
  ])
    assert.equal(wordsIn(markedBlocks(words)), words)
})

test('the words of a text without its marks keep the spaces that belong to French signs', () => {
  assert.equal(
    wordsIn(markedBlocks('Une question [[/x]]\u202f: qui [[/y]] [[/z]], et  quand [[/z]] ? Le {{x}} mai.')),
    'Une question\u202f: qui, et quand ? Le mai.',
  )
})

test('a text tells which parts it shows, what it rests on, and which paragraphs rest on nothing', () => {
  const blocks = markedBlocks(
    'A {{a}} [[/x]] {{b}}\n\n{{a}} again [[/y]][[/x]]\n\nWe did much.\n\n## Head\n- line',
  )
  assert.deepEqual(partsIn(blocks), ['a', 'b'])
  assert.deepEqual(citationsIn(blocks), ['/x', '/y'])
  assert.deepEqual(uncitedIn(blocks), ['We did much.'])
})

test('a paragraph that leads to a list rests on what the list rests on', () => {
  assert.deepEqual(uncitedIn(markedBlocks('Three things:\n- one [[/x]]\n- two')), [])
  assert.deepEqual(uncitedIn(markedBlocks('Three things:\n\n1. one\n2. two')), ['Three things:'])
})

test('a long hostile text is read in time that grows with its length', () => {
  for (const piece of ['*', '**', '[', '[[', '{{', '[a](', '- ', '\n\n', '1. ']) {
    const length = (times: number) => markedBlocks(piece.repeat(times)).length
    assert.ok(length(100_000) >= 0, piece)
  }
})
