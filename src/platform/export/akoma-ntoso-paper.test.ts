import assert from 'node:assert/strict'
import test from 'node:test'
import type { Paper, PaperBlock, PaperSpan } from '../documents/paper.ts'
import { sound } from '../documents/sound-paper.ts'
import { akomaNtosoFaults } from '../../../test/akoma-ntoso-schema.ts'
import { paperAsAkomaNtoso, type PaperWork } from './akoma-ntoso-paper.ts'

const work: PaperWork = {
  steps: ['itu-gs', '2026', 'C26/35'],
  symbol: 'C26/35',
  author: { id: 'itu-gs', name: 'General Secretariat' },
  day: '2026-11-22',
  version: 2,
  isDraft: false,
  aliases: ['https://actionline.test/en/reports/abcdefghjk'],
}

const text = (words: string): PaperSpan => ({ span: 'text', text: words, look: 'plain' })

const paper = (words: string): Paper => {
  const blocks: PaperBlock[] = [
    { block: 'paragraph', number: null, spans: [text(words)], look: 'warning' },
    { block: 'heading', level: 1, text: words, anchor: 'introduction' },
    {
      block: 'paragraph',
      number: '1.',
      spans: [
        text(words),
        { span: 'text', text: words, look: 'strong' },
        { span: 'link', text: words, address: 'https://actionline.test/en/reports/x/parts/y', quantity: 12 },
        { span: 'note', number: 1 },
      ],
    },
    { block: 'heading', level: 2, text: words, anchor: 'introduction-2', notes: [1] },
    { block: 'list', isOrdered: true, lines: [[text(words)], [text('two')]], language: 'fr' },
    {
      block: 'table',
      anchor: 'part-a',
      caption: words,
      names: [{ text: words, isNumber: false }],
      rows: [[words]],
    },
    { block: 'picture', anchor: 'part-b', caption: words, svg: '<svg/>', description: words },
    { block: 'heading', level: 1, text: words, anchor: 'empty' },
  ]
  return {
    language: 'ar',
    title: words,
    head: {
      recipient: words,
      meeting: words,
      number: words,
      marks: [{ name: words, value: words }],
      from: words,
      boxes: [{ name: words, lines: [[text(words)]] }],
      warnings: [words],
    },
    blocks,
    notes: [{ spans: [text(words), { span: 'link', text: words, address: `https://lamps.test/${words}` }] }],
    words: { contents: 'Contents', figure: 'Figure', table: 'Table', page: '{number}', rows: '{number}' },
    at: '2026-11-22T12:00:00.000Z',
  }
}

const hostile = `</p></doc>]]> & "' \u0000\u001b\ud800 \u202e =cmd|' /C calc'!A0 <script>alert(1)</script>`

test('a report with every kind of block is valid against the OASIS schema', async (t) => {
  assert.deepEqual(await akomaNtosoFaults(t, paperAsAkomaNtoso(paper('Lamps'), work)), [])
})

test('a report whose every text is hostile is valid too, and the text stays text', async (t) => {
  const xml = paperAsAkomaNtoso(sound(paper(hostile)), work)
  assert.deepEqual(await akomaNtosoFaults(t, xml), [])
  assert.equal(xml.includes('<script>'), false)
  assert.deepEqual(
    ['\u0000', '\u001b', '\u202e'].filter((sign) => xml.includes(sign)),
    [],
  )
})

test('says which number is counted, which footnote stands where, and which version it is', () => {
  const xml = paperAsAkomaNtoso(paper('Lamps'), work)
  assert.match(
    xml,
    /<quantity eId="introduction__para_1__quantity_1" refersTo="#records" normalized="12"><ref /,
  )
  assert.match(xml, /<authorialNote eId="authorialNote_1" marker="1" placement="bottom"><p>Lamps/)
  assert.match(xml, /<heading>Lamps<authorialNote eId="authorialNote_2" marker="1" placement="bottom">/)
  assert.match(xml, /<FRBRuri value="\/akn\/un\/doc\/report\/itu-gs\/2026\/C26%2F35\/ara@2026-11-22"\/>/)
  assert.match(xml, /<FRBRversionNumber value="2"\/>/)
})
