import assert from 'node:assert/strict'
import { test } from 'node:test'
import { words } from '../../../site.ts'
import { dutyTitle } from './duty-card.ts'

test('a duty without a paraphrase is called by its act and its result, and a word of both stands once', () => {
  const said = (text: string) => ({ text, language: 'en' as const })
  const title = (verb: string | null, deliverable: string | null) =>
    String(
      dutyTitle(words().en, {
        paraphrase: null,
        verb: verb === null ? null : said(verb),
        deliverable: deliverable === null ? null : said(deliverable),
      }),
    ).trim()
  assert.equal(title('open', 'reading rooms'), 'open reading rooms')
  assert.equal(title('report', 'report on the reading rooms'), 'report on the reading rooms')
  assert.equal(title('submit a report', 'a report'), 'submit a report')
  assert.equal(title('report', null), 'report')
  assert.equal(title(null, 'report'), 'report')
})
