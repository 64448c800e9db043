import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { languageCodes } from '#platform/languages.ts'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { sentEntry } from '../../../../test/activity-samples.ts'
import { validator } from '../../../../test/html-validator.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { recallEntry } from '../entry/entry-commands.ts'
import { publishEntry } from '../moderation/decision-commands.ts'
import { takeCallStep } from './call-commands.ts'
import type { CallRecord } from './call-shape.ts'

const olga = person('olga', { role: 'secretariat', scope: null })
const amina = person('amina', { role: 'representative', scope: 'organization:harbour-office' })

const call = {
  language: 'en',
  title: 'Tell us what you do',
  letter: 'Dear colleagues,\n\nPlease enter what you do. We read all of it.',
  'opens-on': '2026-10-01',
  'cut-off': '2026-11-15',
  'remind-days': '14',
}

describe('a call', () => {
  let site: TestSite
  let officer: SignedIn
  let id: string

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['olga', 'amina', 'eve'])
    await newOrganization(site.db, { id: 'harbour-office', name: { en: 'Harbour Office' } })
    await newOrganization(site.db, { id: 'lighthouses', country: 'FR', region: 'europe' })
    officer = site.as(olga)
  })

  const record = async (as: Pick<SignedIn, 'get'> = officer, language = 'en') =>
    JSON.parse((await as.get(`/${language}/calls/${id}.json`)).text) as CallRecord
  const sent = (on: string, more: Partial<Parameters<typeof sentEntry>[1]> = {}) =>
    sentEntry(site.db, { actor: amina, at: new Date(on), organization: 'harbour-office', ...more })

  test('is made by the secretariat as a draft that nobody else sees', async () => {
    const made = await officer.post('/en/calls/new', call)
    assert.equal(made.status, 303, made.text)
    id = /calls\/([0-9a-z]{10})/.exec(made.location ?? '')?.[1] ?? ''
    assert.match((await officer.get(`/en/calls/${id}`)).text, /A draft\. Write it in six languages/)
    for (const path of ['', '.json', '/letter', '/letter.txt', '/entries', '/entries.csv', '/targets.json'])
      assert.equal((await site.as(person('eve')).get(`/en/calls/${id}${path}`)).status, 404, path)
    assert.doesNotMatch((await site.as(person('eve')).get('/en/calls')).text, /Tell us what you do/)
    assert.doesNotMatch((await site.as(person('eve')).get('/en/history?kind=call')).text, new RegExp(id))
  })

  test('is read in each of the six languages, in its own where there is no other, which is said', async () => {
    for (const language of languageCodes.filter((code) => code !== 'en' && code !== 'ru')) {
      const words = { title: `Title ${language}`, letter: `Letter ${language}.` }
      assert.equal((await officer.post(`/en/calls/${id}/words/${language}`, words)).status, 303)
    }
    assert.match((await officer.get(`/en/calls/${id}/steps/open`)).text, /in 1 language, whose readers/)
    assert.equal((await officer.post(`/en/calls/${id}/steps/open`)).status, 303)
    const eve = site.as(person('eve'))
    for (const language of languageCodes) {
      const { title, letter } = await record(eve, language)
      const isOwn = language !== 'ru'
      const expected = language === 'en' || !isOwn ? call.title : `Title ${language}`
      assert.deepEqual([title.text, title.language], [expected, isOwn ? language : 'en'])
      assert.equal(letter.isFallback, !isOwn)
    }
    assert.match((await eve.get(`/ru/calls/${id}`)).text, /Показан текст на языке оригинала/)
    assert.match((await eve.get(`/fr/calls/${id}/letter`)).text, /Letter fr\./)
    const text = (await eve.get(`/en/calls/${id}/letter.txt`)).text
    assert.match(text, /Dear colleagues,\n\nPlease enter/)
    assert.match(text, new RegExp(`https://actionline.test/en/calls/${id}`))
  })

  test('counts what came by region, in time and late, by the day in Geneva', async () => {
    const list = 'Harbour Office; 3\nFR\t2\neurope;\t5\nTV'
    const changed = await officer.post(`/en/calls/${id}/targets/edit`, { list })
    assert.equal(changed.status, 303, changed.text)
    await sent('2026-09-30T21:59:59Z')
    await sent('2026-09-30T22:00:00Z')
    const last = await sent('2026-11-15T22:59:59Z')
    await sent('2026-11-15T23:00:00Z', { organization: 'lighthouses' })
    await publishEntry(site.db, { actor: olga, at: new Date('2026-11-16T09:00:00Z'), id: last })
    const recalled = await sent('2026-10-20T12:00:00Z')
    await recallEntry(site.db, { actor: amina, at: new Date('2026-10-21T12:00:00Z'), id: recalled })
    const { regions, ...sums } = await record()
    const figures = Object.fromEntries(
      regions
        .filter(({ expected, inTime, late }) => expected + inTime + late > 0)
        .map(({ region, expected, inTime, late, published }) => [
          region?.code,
          [expected, inTime, late, published],
        ]),
    )
    assert.deepEqual(figures, { africa: [3, 2, 0, 1], 'asia-pacific': [1, 0, 0, 0], europe: [5, 0, 1, 0] })
    assert.deepEqual([sums.expected, sums.inTime, sums.late, sums.published], [9, 2, 1, 1])
    assert.equal(sums.isPastCutOff, true)
    assert.match(
      (await officer.get(`/en/calls/${id}`)).text,
      /The cut-off has passed\. Entries are still taken/,
    )
  })

  test('tells everybody of the entries that are published, and the secretariat who has answered', async () => {
    const eve = site.as(person('eve'))
    const entries = JSON.parse((await eve.get(`/en/calls/${id}/entries.json`)).text) as {
      rows: { timing: { code: string }; region: { code: string } }[]
    }
    assert.deepEqual(
      entries.rows.map(({ timing, region }) => [timing.code, region.code]),
      [['in-time', 'africa']],
    )
    assert.match((await eve.get(`/en/calls/${id}/entries.csv`)).text, /in-time/)
    assert.equal((await eve.get(`/en/calls/${id}/entries?timing=late`)).status, 200)
    assert.equal((await eve.get(`/en/calls/${id}/targets`)).status, 403)
    const targets = JSON.parse((await officer.get(`/en/calls/${id}/targets.json`)).text) as {
      rows: { code: string; inTime: number; late: number; hasAnswered: boolean }[]
    }
    assert.deepEqual(
      targets.rows.map(({ code, inTime, late, hasAnswered }) => [code, inTime, late, hasAnswered]),
      [
        ['europe', 0, 1, true],
        ['FR', 0, 1, true],
        ['TV', 0, 0, false],
        ['harbour-office', 2, 0, true],
      ],
    )
    const missing = (await officer.get(`/en/calls/${id}/targets.csv?answered=no`)).text
    assert.deepEqual(missing.trim().split('\r\n').length, 2)
    assert.match((await officer.get(`/en/calls/${id}/targets`)).text, /not yet/)
  })

  test('has pages that are valid HTML, with what only the secretariat sees', async () => {
    const parts = ['', '/letter', '/entries', '/targets', '/targets/edit', '/mailing', '/dates', '/words/ar']
    for (const [language, part] of parts.flatMap((one) => [['en', one] as const, ['ar', one] as const])) {
      const { status, text } = await officer.get(`/${language}/calls/${id}${part}`)
      assert.equal(status, 200, part)
      const { results } = await validator.validateString(text)
      const faults = results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
      )
      assert.deepEqual([part, faults], [part, []])
    }
  })

  test('is named by the entry that answers it, also after it was closed', async () => {
    const writer = site.as(amina)
    const address = `/en/entries/new?call=${id}`
    assert.match((await writer.get(address)).text, new RegExp(`value="${id}"\\s+selected`))
    await takeCallStep(site.db, 'close', { actor: olga, at: new Date('2026-11-17T12:00:00Z'), id })
    await sent('2026-11-18T12:00:00Z')
    assert.equal((await record()).late, 1)
    const fields = { title: 'Buoys', language: 'en', organization: 'harbour-office', call: id }
    const started = await writer.post(address, fields)
    const entry = /entries\/([0-9a-z]{10})/.exec(started.location ?? '')?.[1] ?? ''
    assert.match((await writer.get(`/en/entries/${entry}`)).text, new RegExp(`href="/en/calls/${id}"`))
    await sent('2026-11-19T12:00:00Z', { call: id })
    assert.equal((await record()).late, 2)
    assert.equal((await officer.post(`/en/calls/${id}/steps/reopen`)).status, 303)
    assert.equal((await record()).late, 3)
    const all = (await officer.get(`/en/moderation?call=${id}`)).text
    assert.match(all, /Boats that carry the Internet/)
  })

  test('tells its history to everybody from the day on which it was opened, and nothing of its list', async () => {
    const { text } = await site.as(person('eve')).get(`/en/history/call/${id}`)
    assert.match(text, /opened the call/)
    assert.doesNotMatch(text, /made the call|target list/)
    assert.match((await officer.get(`/en/history/call/${id}`)).text, /changed the target list/)
  })
})
