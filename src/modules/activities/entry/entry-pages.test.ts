import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { publishEntry, returnEntry } from '../moderation/decision-commands.ts'

const at = new Date('2026-11-21T12:00:00Z')
const officer = person('olga', { role: 'secretariat', scope: null })

describe('the form of an entry', () => {
  let site: TestSite
  let amina: SignedIn
  let eve: SignedIn

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['amina', 'eve', 'olga'])
    await newOrganization(site.db, { id: 'harbour-office' })
    amina = site.as(person('amina'))
    eve = site.as(person('eve'))
  })

  const started = async () => {
    const answer = await amina.post('/en/entries/new', {
      title: 'Boats that carry the Internet',
      language: 'en',
    })
    assert.equal(answer.status, 303, answer.text)
    return /entries\/([0-9a-z]{10})\//.exec(answer.location ?? '')?.[1] ?? ''
  }

  const filled = async () => {
    const id = await started()
    const parts: [string, Record<string, string | string[]>][] = [
      [
        'basics',
        {
          organization: 'harbour-office',
          language: 'en',
          title: 'Boats that carry the Internet',
          type: 'project',
        },
      ],
      ['description', { summary: 'Four boats bring a network to islands without a cable.' }],
      ['reach', { reach: 'national', countries: ['TV', 'KI'], status: 'ongoing', start: '2025-03' }],
      ['lines', { lines: ['C2'], 'why-C2': 'The islands had no network.', 'themes-C2': ['C2.4', 'C2.6'] }],
    ]
    for (const [part, fields] of parts) {
      const saved = await amina.post(`/en/entries/${id}/${part}`, fields)
      assert.equal(saved.status, 303, `${part}: ${saved.text.slice(0, 3000)}`)
    }
    return id
  }

  test('saves its sections apart, says what is missing, and leads from a draft to what the public reads', async () => {
    const id = await started()
    assert.match((await amina.get(`/en/entries/${id}`)).text, /things are missing/)
    assert.equal((await eve.get(`/en/entries/${id}`)).status, 404)
    const refused = await amina.post(`/en/entries/${id}/steps/send`)
    assert.equal(refused.status, 422)
    assert.match(refused.text, /reach"\s*>Where and when<\/a\s*>\s+—\s+Reach, Status, Start/)

    const whole = await filled()
    assert.match((await amina.get(`/en/entries/${whole}`)).text, /Nothing is missing/)
    assert.equal((await amina.post(`/en/entries/${whole}/steps/send`)).status, 303)
    assert.equal((await site.ask(`/en/activities/${whole}`)).status, 404)

    assert.deepEqual(await publishEntry(site.db, { actor: officer, at, id: whole }), { state: 'published' })
    const page = await site.get(`/en/activities/${whole}`)
    assert.match(page.text, /Boats that carry the Internet/)
    assert.match(page.text, /The islands had no network/)
    const shown = (await site.json(`/en/activities/${whole}.json`)) as {
      actionLines: { code: string; themes: { code: string }[] }[]
    }
    assert.deepEqual(
      shown.actionLines.map(({ code, themes }) => [code, themes.map((theme) => theme.code)]),
      [['C2', ['C2.4', 'C2.6']]],
    )
  })

  test('keeps the public text while an update waits, and each published revision afterwards', async () => {
    const id = await filled()
    await amina.post(`/en/entries/${id}/steps/send`)
    await publishEntry(site.db, { actor: officer, at, id })
    await amina.post(`/en/entries/${id}/description`, { summary: 'Six boats bring a network to islands.' })
    assert.equal((await amina.post(`/en/entries/${id}/steps/send`)).status, 303)
    assert.match((await site.get(`/en/activities/${id}`)).text, /Four boats/)

    const reasons = ['unclear'] as const
    await returnEntry(site.db, { actor: officer, at, id, reasons, words: 'Which six?' })
    assert.match((await amina.get(`/en/entries/${id}`)).text, /Which six\?/)
    assert.doesNotMatch((await site.get(`/en/activities/${id}`)).text, /Which six\?/)
    await amina.post(`/en/entries/${id}/steps/send`)
    await publishEntry(site.db, { actor: officer, at, id })
    assert.match((await eve.get(`/en/activities/${id}`)).text, /Six boats/)
    assert.match((await eve.get(`/en/activities/${id}/revisions/1`)).text, /Four boats/)
    assert.equal((await site.ask(`/en/activities/${id}/revisions/3`)).status, 404)
  })

  test('refuses codes, dates and lengths that cannot be, and keeps what was typed', async () => {
    const id = await started()
    const wrong = await amina.post(`/en/entries/${id}/reach`, {
      reach: 'national',
      countries: ['XX'],
      start: '2026-13',
      end: '2020',
      status: 'ongoing',
    })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /the code “XX” is not known/)
    assert.match(wrong.text, /value="2026-13"/)
    const long = await amina.post(`/en/entries/${id}/description`, { summary: 'word '.repeat(201) })
    assert.match(long.text, /at most 200 words; it has 201/)
    assert.equal((await amina.post(`/en/entries/${id}/lines`, { lines: ['C7'] })).status, 422)
    const target = await amina.post(`/en/entries/${id}/goals`, { 'sdg-1': '16.z' })
    assert.match(
      target.text,
      /the code “16\.z” is not known\. Valid values: 16\.1, 16\.2, .*16\.a, 16\.b, 16</,
    )
  })

  test('tells whoever comes second that the entry has changed', async () => {
    const id = await started()
    const address = `/en/entries/${id}/description`
    const { text } = await amina.get(address)
    const hidden = Object.fromEntries(
      [...text.matchAll(/<input type="hidden" name="(_\w+)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    )
    // Both opened the form before either sent it.
    const answers = await Promise.all(
      ['One.', 'Two.'].map((summary) => amina.send(address, { ...hidden, summary })),
    )
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((one, other) => one - other),
      [303, 409],
    )
  })
})
