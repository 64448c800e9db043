import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { draftEntry } from '../../../../test/activity-samples.ts'
import { newCall } from '../../../../test/call-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'

const olga = person('olga', { role: 'secretariat', scope: null })
const amina = person('amina', { role: 'representative', scope: 'organization:harbour-office' })

describe('a call that is not sound', () => {
  let site: TestSite
  let officer: SignedIn
  let id: string

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['olga', 'amina'])
    await newOrganization(site.db, { id: 'harbour-office' })
    officer = site.as(olga)
    id = await newCall(site.db)
  })

  test('is not made, and what was typed stays', async () => {
    const good = {
      language: 'fr',
      title: 'Appel',
      letter: 'Madame, Monsieur,',
      'opens-on': '2026-10-01',
      'cut-off': '2026-11-15',
    }
    for (const [wrong, said] of [
      [{ 'cut-off': '2026-09-30' }, /the cut-off comes before the opening day/],
      [{ 'opens-on': '2026-02-31' }, /a date as year-month-day/],
      [{ 'opens-on': 'soon' }, /a date as year-month-day/],
      [{ 'remind-days': '0' }, /a whole number of days from 1 to 180/],
      [{ 'remind-days': '1.5' }, /a whole number of days from 1 to 180/],
      [{ title: '' }, /must be filled in/],
      [{ letter: 'x'.repeat(10_001) }, /at most 10,000 characters/],
      [{ language: 'de' }, /is none of the choices/],
    ] as const) {
      const { status, text } = await officer.post('/en/calls/new', { ...good, ...wrong })
      assert.equal(status, 422, JSON.stringify(wrong))
      assert.match(text, said)
      if (!('letter' in wrong)) assert.match(text, /Madame, Monsieur,/)
    }
  })

  test('has no target that is nothing, twice there or without a number; all lines are told of at once', async () => {
    const list = 'Atlantis; 3\nKE; 2\nKenya\nharbour-office; 0\nAFRICA; 999999999'
    const { status, text } = await officer.post(`/en/calls/${id}/targets/edit`, { list })
    assert.equal(status, 422)
    for (const said of [
      /line 1: “Atlantis” is no country, region or organization/,
      /line 4: a whole number from 1 to 100000/,
      /line 5: a whole number/,
      /named more than once: KE/,
    ])
      assert.match(text, said)
    assert.match(text, /Atlantis; 3/)
    const many = Array.from({ length: 2001 }, () => 'KE').join('\n')
    assert.match(
      (await officer.post(`/en/calls/${id}/targets/edit`, { list: many })).text,
      /at most 2000 lines/,
    )
    const group = { list: '', group: 'nowhere' }
    assert.equal((await officer.post(`/en/calls/${id}/targets/edit`, group)).status, 422)
    assert.deepEqual(await site.db.selectFrom('call_targets').selectAll().execute(), [])
  })

  test('takes all countries of a group, but for those that the list names', async () => {
    const fields = { list: 'TV; 7', group: 'SIDS', each: '2' }
    assert.equal((await officer.post(`/en/calls/${id}/targets/edit`, fields)).status, 303)
    const rows = await site.db.selectFrom('call_targets').selectAll().execute()
    assert.equal(rows.find(({ code }) => code === 'TV')?.expected, 7)
    assert.equal(rows.find(({ code }) => code === 'KI')?.expected, 2)
    const shown = (await officer.get(`/en/calls/${id}/targets/edit`)).text
    assert.match(shown, /TV; Tuvalu; 7/)
  })

  test('is not found where there is none, nor in a language that is none', async () => {
    for (const path of ['calls/zzzzzzzzzz', `calls/${id}/words/de`, `calls/${id}/steps/burn`, 'calls/%00'])
      assert.equal((await officer.get(`/en/${path}`)).status, 404, path)
    assert.equal((await officer.get(`/en/calls/${id}/entries?timing=never`)).status, 400)
    assert.equal((await officer.get(`/en/calls/${id}/entries?after=nonsense`)).status, 400)
  })

  test('is not answered while it is a draft, nor where it does not exist', async () => {
    const writer = site.as(amina)
    for (const call of [id, 'zzzzzzzzzz', "'); drop table calls"]) {
      const { status, text } = await writer.post('/en/entries/new', { title: 'Boats', language: 'en', call })
      assert.equal(status, 422)
      assert.match(text, /is none of the choices/)
    }
    const at = new Date('2026-11-20T12:00:00Z')
    await assert.rejects(
      draftEntry(site.db, { actor: amina, at, organization: 'harbour-office', call: 'zzzzzzzzzz' }),
      /form\.value\.choice/,
    )
  })

  test('is changed by one of two who write at once; the other is told and loses nothing', async () => {
    const page = `/en/calls/${id}/words/en`
    const { text } = await officer.get(page)
    const token = /name="_token"\s+value="([^"]*)"/.exec(text)?.[1] ?? ''
    const version = /name="_version"\s+value="([^"]*)"/.exec(text)?.[1] ?? ''
    const words = { _token: token, _version: version, title: 'Mine', letter: 'My letter.' }
    assert.equal((await officer.send(page, words)).status, 303)
    const late = await officer.send(page, { ...words, title: 'Yours', letter: 'Your letter.' })
    assert.equal(late.status, 409)
    assert.match(await late.text(), /Your letter\./)
  })
})
