import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { languageCodes } from '#platform/languages.ts'
import { unpacked } from '../../../../test/office-files.ts'
import { insertPeople } from '../../../../test/accounts-samples.ts'
import { validator } from '../../../../test/html-validator.ts'
import { newItem, planWithItems, takeSteps } from '../../../../test/plan-samples.ts'
import { newIndicator } from '../../../../test/progress-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { makeComment } from '../consultation/comment-commands.ts'
import { disposeComment } from '../consultation/disposition-commands.ts'
import { operator } from '#platform/access/actor.ts'
import { testMoment } from '../../../../test/register-database.ts'

describe('the paper of a plan', () => {
  let site: TestSite
  let reader: SignedIn
  let plan = ''

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['eve'])
    reader = site.as(person('eve'))
    const made = await planWithItems(site.db)
    plan = made.plan
    await newItem(site.db, {
      plan,
      level: 'activity',
      parent: made.outcome,
      title: 'Lend lamps',
      words: { text: 'To whoever asks.' },
      content: {
        lead: 'itu-tsb',
        deadlineOn: '2027-03-28',
        deadlineTime: '23:00',
        amount: 1500,
        currency: 'CHF',
        parties: [{ role: 'partner', kind: 'body', party: 'unesco' }],
      },
    })
    await newIndicator(site.db, made.outcome)
    await takeSteps(site.db, plan, ['consult'])
    const said = { actor: person('eve'), at: testMoment, plan, organization: null, named: false }
    const comment = await makeComment(site.db, {
      ...said,
      item: made.first,
      language: 'en',
      text: 'At night.',
    })
    assert.ok('id' in comment)
    await makeComment(site.db, { ...said, item: null, language: 'en', text: 'All in all, good.' })
    const disposed = { actor: operator, at: testMoment, id: comment.id, language: 'en' } as const
    await disposeComment(site.db, { ...disposed, disposition: 'accepted', reply: 'So it will be.' })
  })

  const inOrder = (text: string, words: readonly string[]) => {
    let from = 0
    for (const word of words) {
      const at = text.indexOf(word, from)
      assert.notEqual(at, -1, `${word} after ${text.slice(Math.max(0, from - 80), from)}`)
      from = at
    }
  }

  const plain = (markup: string) => markup.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

  const expected = [
    'Road map for lamps that can be trusted',
    'Action line',
    'C5',
    'Version 1',
    'Every lamp tells the truth.',
    'Lamps are tested',
    'Fewer false lamps',
    'Write the test for lamps',
    'Led by: International Telecommunication Union',
    '1 October – 31 December 2026',
    'Lend lamps',
    'To whoever asks.',
    'Led by: Telecommunication Standardization Bureau',
    '28 March 2027, 23:00 (Europe/Zurich)',
    '1,500 CHF',
    'Indicators',
    'not measured yet',
    'Annex: comments received',
    'All in all, good.',
    '1.1.1',
    'At night.',
    'accepted',
    'So it will be.',
  ]

  test('says all of it in the order in which a Council reads, on the page and in the document alike', async () => {
    const page = await reader.get(`/en/plans/${plan}/paper`)
    assert.equal(page.status, 200)
    inOrder(plain(page.text), expected)
    const answer = await site.ask(`/en/plans/${plan}/paper.docx`)
    const parts = await unpacked(new Uint8Array(await answer.arrayBuffer()))
    inOrder(plain(parts['word/document.xml'] ?? ''), expected)
  })

  test('is whole in each of the six languages', async () => {
    for (const language of languageCodes) {
      const { text } = await reader.get(`/${language}/plans/${plan}/paper`)
      const { results } = await validator.validateString(text)
      assert.deepEqual(
        results.flatMap(({ messages }) => messages.map(({ message }) => `${language}: ${message}`)),
        [],
      )
      assert.equal((await site.ask(`/${language}/plans/${plan}/paper.docx`)).status, 200)
    }
  })
})
