import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { insertPeople } from '../../../../../test/accounts-samples.ts'
import { planWithItems, takeSteps } from '../../../../../test/plan-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../../test/test-site.ts'

describe('a matter of the task force', () => {
  let site: TestSite
  let officer: SignedIn
  let amina: SignedIn
  let eve: SignedIn
  let fields: Record<string, string>
  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['officer', 'amina', 'eve'])
    officer = site.as(person('officer', { role: 'secretariat', scope: null }))
    amina = site.as(person('amina', { role: 'focal-point', scope: 'body:itu-tsb' }))
    eve = site.as(person('eve'))
    const { plan, first } = await planWithItems(site.db)
    await takeSteps(site.db, plan, ['consult'])
    fields = {
      language: 'en',
      kind: 'output',
      visibility: 'public',
      title: 'Consider the list of lamps',
      text: 'The working group asks for one list.',
      origin: 'itu-council',
      'decided-on': '2026-10-01',
      carer: 'itu-tsb',
      'due-on': '2026-11-01',
      addresses: `/en/plan-items/${first}\n/revisions/pp-140-dubai-2018/resolves/6`,
    }
  })

  const made = async (of: Record<string, string> = {}): Promise<string> => {
    const { location, text } = await officer.post('/en/task-force/matters/new', { ...fields, ...of })
    assert.ok(location, text)
    return location.replace(/\?.*$/, '').replace('/en', '')
  }

  test('is put on the list by the secretariat, with what it concerns, and is late after its day', async () => {
    const path = await made()
    const { text } = await eve.get(`/fr${path}`)
    assert.match(text, /Consider the list of lamps/)
    assert.match(text, /Write the test for lamps/)
    assert.match(text, /Échéance dépassée/)
    // Which plan it is an item of.
    assert.match(text, /Write the test for lamps[\s\S]*?<span class="muted">[^·]*Road map for lamps/)
    assert.equal((await amina.get('/en/task-force/matters/new')).status, 403)
    const wrong = await officer.post('/en/task-force/matters/new', { ...fields, 'due-on': '2026-09-01' })
    assert.match(wrong.text, /It is due before its own date\./)
    assert.match((await amina.get('/en/desk')).text, /Matters of the task force due within a month/)
    assert.match((await site.get('/en/task-force/matters.atom')).text, /Consider the list of lamps/)
  })

  test('is for the staff alone while it is internal: no list, no feed, no history tells of it', async () => {
    const path = await made({ visibility: 'secretariat', title: 'Something quite internal' })
    assert.equal((await eve.get(`/en${path}`)).status, 404)
    for (const list of ['/en/task-force/matters', '/en/task-force/matters.atom', '/en/history'])
      assert.doesNotMatch((await eve.get(list)).text, /quite internal/)
    assert.match(
      (await amina.get('/en/task-force/matters')).text,
      /quite internal[\s\S]*Only the staff of the Union read it/,
    )
    const { title: _title, text: _text, language: _language, ...header } = fields
    assert.equal((await officer.post(`/en${path}/edit`, header)).status, 303)
    assert.match((await eve.get(`/en${path}`)).text, /quite internal/)
  })

  test('is taken into account by the unit that takes care of it, with an outcome in words', async () => {
    const path = await made()
    assert.equal((await eve.get(`/en${path}/report`)).status, 403)
    assert.equal((await amina.post(`/en${path}/steps/take-up`)).status, 303)
    assert.equal(
      (await amina.post(`/fr${path}/report`, { outcome: 'La liste est en préparation.' })).status,
      303,
    )
    assert.match((await amina.get(`/en${path}`)).text, /La liste est en préparation\./)
    assert.equal((await amina.post(`/en${path}/steps/account`, { outcome: '' })).status, 422)
    assert.equal(
      (await amina.post(`/en${path}/steps/account`, { outcome: 'There is one list.' })).status,
      303,
    )
    const page = await eve.get(`/en${path}`)
    assert.match(page.text, /There is one list\./)
    assert.doesNotMatch(page.text, /en préparation/)
    assert.equal((await amina.get(`/en${path}/steps/close`)).status, 403)
    assert.equal((await officer.get(`/en${path}/steps/close`)).status, 409)
    assert.equal((await officer.post(`/en${path}/steps/reopen`)).status, 303)
    assert.equal((await officer.post(`/en${path}/steps/close`, { reason: '' })).status, 422)
    assert.equal((await officer.post(`/en${path}/steps/close`, { reason: 'Done elsewhere.' })).status, 303)
    assert.match((await eve.get(`/en${path}`)).text, /Done elsewhere\./)
  })

  test('speaks the languages in which the secretariat writes it', async () => {
    const path = await made()
    const words = { title: 'النظر في قائمة المصابيح', text: '' }
    assert.match((await officer.get(`/en${path}`)).text, /Write the words in العربية/)
    assert.equal((await officer.post(`/en${path}/words/ar`, words)).status, 303)
    const { text } = await officer.get(`/en${path}`)
    assert.match(text, /Change the words in English[\s\S]*Change the words in العربية/)
    assert.match(text, /Write the words in Français/)
    assert.match((await eve.get(`/ar${path}`)).text, /النظر في قائمة المصابيح/)
    assert.match((await eve.get(`/en${path}`)).text, /Consider the list of lamps/)
  })
})
