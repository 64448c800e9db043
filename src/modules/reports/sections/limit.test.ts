import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { markedBlocks } from '../markup/markup.ts'
import type { PartQuery } from '../parts/part.ts'
import { isTooLong, lengthIn, usualCounting, type Counting, type Measured } from './limit.ts'
import { measured } from './measured.ts'

const whole: Measured = {
  text: 'Lamps burn, all night.',
  headings: 'Of lamps',
  footnotes: 'Resolution 140',
  tables: 'Africa 2 Asia 3',
}
const nothing = { footnotes: false, tables: false, headings: false }
const counting = (own: Partial<Counting>): Counting => ({ ...usualCounting, ...nothing, ...own })
const of = (text: string): Measured => ({ text, headings: '', footnotes: '', tables: '' })

describe('the length of a text is counted as its recipient counts', () => {
  for (const [what, unit, text, language, how, length] of [
    ['words of the text alone', 'words', whole, 'en', {}, 4],
    ['headings too', 'words', whole, 'en', { headings: true }, 6],
    ['footnotes too', 'words', whole, 'en', { footnotes: true }, 6],
    ['tables too', 'words', whole, 'en', { tables: true }, 8],
    ['all of it', 'words', whole, 'en', { headings: true, footnotes: true, tables: true }, 12],
    ['signs are no words', 'words', of('One – two & three.'), 'fr', {}, 3],
    ['Arabic by its words', 'words', of('تقرير عن المصابيح'), 'ar', {}, 3],
    ['pages of 500 words', 'pages', of('lamp '.repeat(750)), 'en', {}, 1.5],
    [
      'pages of 530 words, as at the United Nations',
      'pages',
      of('lamp '.repeat(8480)),
      'en',
      { wordsOfPage: 530 },
      16,
    ],
    ['a page begins with a tenth', 'pages', of('lamp '.repeat(30)), 'en', {}, 0.1],
    [
      'Chinese by characters that stand for a word',
      'words',
      of('灯亮了一整夜，很多灯。'),
      'zh',
      { charactersOfWord: 1 },
      11,
    ],
    ['which are fewer words', 'words', of('灯'.repeat(17)), 'zh', {}, 10],
    ['pages of Chinese', 'pages', of('灯'.repeat(850)), 'zh', {}, 1],
    ['characters with one space between words', 'characters', of('Two  lamps'), 'en', {}, 9],
    ['characters of Chinese without spaces', 'characters', of('灯 亮'), 'zh', {}, 2],
    ['nothing', 'words', of(''), 'en', {}, 0],
  ] as const)
    test(what, () => assert.equal(lengthIn(unit, text, language, counting(how)), length))
})

test('a text is too long only above its limit, and never without one', () => {
  const text = of('one two three')
  assert.deepEqual(
    [3, 2].map((number) => isTooLong({ unit: 'words', number }, text, 'en')),
    [false, true],
  )
  assert.equal(isTooLong(null, text, 'en'), false)
})

test('what is measured falls into text, headings, footnotes and tables', () => {
  const query: PartQuery = {
    ...{ source: 'activities', view: 'table', by: 'region', across: null, filters: {}, inPeriod: false },
  }
  const result = { total: 5, rows: [{ value: 'AFR', count: 2 }], none: 0, cells: [], listed: [] }
  const part = { key: 'by-region', query, result, labels: { 'region AFR': { en: 'Africa' } } }
  const blocks = markedBlocks(
    '## Of **lamps**\nThere are {{by-region}} [[/duties/a]].\n\n{{by-region}}\n\n- one',
  )
  const around = { language: 'en', parts: [part], cited: new Map([['/duties/a', 'Resolution 140']]) } as const
  assert.deepEqual(measured(blocks, around), {
    text: 'There are 5. one',
    headings: 'Of lamps',
    footnotes: 'Resolution 140',
    tables: 'Africa 2',
  })
})
