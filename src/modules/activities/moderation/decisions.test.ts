import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { publishedEntry, sentEntry } from '../../../../test/activity-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { saveEntry, sendEntry } from '../entry/entry-commands.ts'
import { returnEntry } from './decision-commands.ts'
import { addNote } from './note-commands.ts'

const at = new Date('2026-11-20T12:00:00Z')
const olga = person('olga', { role: 'secretariat', scope: null })
const oscar = person('oscar', { role: 'secretariat', scope: null })
const amina = person('amina', { role: 'representative', scope: 'organization:harbour-office' })
const organization = 'harbour-office'

describe('an entry before the secretariat', () => {
  let site: TestSite
  let officer: SignedIn
  let second: SignedIn

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['amina', 'olga', 'oscar', 'eve'])
    await newOrganization(site.db, { id: organization })
    officer = site.as(olga)
    second = site.as(oscar)
  })

  const sent = (more: object = {}) => sentEntry(site.db, { actor: amina, at, organization, ...more })
  const stateOf = async (id: string) =>
    (await site.db.selectFrom('activities').select('state').where('id', '=', id).executeTakeFirstOrThrow())
      .state
  const mailsAbout = async (kind: string) =>
    (
      await site.db.selectFrom('outbox').select(['language', 'content']).where('kind', '=', kind).execute()
    ).map(({ language, content }) => ({ language, content: JSON.stringify(content) }))

  test('is shown in full, with what is missing, who entered it and the way to decide', async () => {
    const page = (await officer.get(`/en/moderation/${await sent()}`)).text
    assert.match(page, /Four boats bring a network/)
    assert.match(page, /C2 · .*— The islands had no network/)
    assert.match(page, /Amina Hidden/)
    assert.match(page, /not confirmed to act for the organization/)
    assert.match(page, />\s*Publish\s*</)
    assert.match(page, /There is already an entry about this activity/)
  })

  test('shows of an update what differs from what the public reads', async () => {
    const id = await publishedEntry(site.db, { actor: amina, at, organization })
    const content = { summary: 'Six boats bring a network to islands without a cable.' }
    await saveEntry(site.db, { actor: amina, at, id, changes: { content } })
    await sendEntry(site.db, { actor: amina, at, id })
    const { text } = await officer.get(`/en/moderation/${id}.json`)
    const { fields } = JSON.parse(text) as {
      fields: { field: string; public: string | null; changes: { kind: string; text: string }[] }[]
    }
    const changed = fields.filter((field) => field.public !== null)
    assert.deepEqual(
      changed.map(({ field, changes }) => [field, changes.slice(0, 2)]),
      [
        [
          'summary',
          [
            { kind: 'removed', text: 'Four' },
            { kind: 'added', text: 'Six' },
          ],
        ],
      ],
    )
    const published = await officer.post(`/en/moderation/${id}/steps/publish-update`)
    assert.equal(published.status, 303)
    assert.match((await site.get(`/en/activities/${id}`)).text, /Six boats/)
  })

  test('is sent back with at least one reason, which goes to the contributor in their own language, once', async () => {
    await site.db.updateTable('people').set({ language: 'fr' }).where('id', '=', 'amina').execute()
    const id = await sent({ title: 'Bateaux' })
    const path = `/en/moderation/${id}/steps/return`
    const without = await officer.post(path, { words: 'Which islands?' })
    assert.equal(without.status, 422)
    assert.match(without.text, /Which islands\?/)
    const back = await officer.post(path, { reasons: ['dates', 'unclear'], words: 'Which islands?' })
    assert.equal(back.status, 303, back.text)
    assert.equal(await stateOf(id), 'returned')
    assert.equal((await officer.post(path, { reasons: ['dates'] })).status, 409)
    const mails = (await mailsAbout('activities.returned')).filter(({ content }) => content.includes(id))
    assert.deepEqual(
      mails.map(({ language }) => language),
      ['fr'],
    )
    assert.match(
      mails[0]?.content ?? '',
      /activities\.reason\.dates.*activities\.reason\.unclear.*Which islands\?/s,
    )
    assert.match((await officer.get(`/en/moderation/${id}`)).text, /Status and dates contradict each other/)
  })

  test('is published once, and its contributor is told in their own language', async () => {
    const id = await sent()
    const [first, other] = await Promise.all([
      officer.post(`/en/moderation/${id}/steps/publish`),
      second.post(`/en/moderation/${id}/steps/publish`),
    ])
    assert.deepEqual(
      [first.status, other.status].toSorted((one, two) => one - two),
      [303, 409],
    )
    const mails = (await mailsAbout('activities.published')).filter(({ content }) => content.includes(id))
    assert.deepEqual(
      mails.map(({ language }) => language),
      ['fr'],
    )
  })

  test('is not published by whoever entered it or acts for its organization', async () => {
    const own = await sentEntry(site.db, { actor: olga, at, organization })
    assert.match(
      (await officer.get(`/en/moderation/${own}`)).text,
      /somebody else of the secretariat must publish it/,
    )
    assert.equal((await officer.get(`/en/moderation/${own}/steps/publish`)).status, 403)
    const both = site.as({ ...olga, standings: [...olga.standings, ...amina.standings] })
    assert.equal((await both.get(`/en/moderation/${await sent()}/steps/publish`)).status, 403)
    assert.equal((await second.post(`/en/moderation/${own}/steps/publish`)).status, 303)
  })

  test('is taken care of by one, and given back to all', async () => {
    const id = await sent()
    await second.post(`/en/moderation/${id}/care`, { care: 'take' })
    assert.match((await officer.get(`/en/moderation/${id}`)).text, /looked after by Oscar Hidden/)
    await officer.post(`/en/moderation/${id}/care`, { care: 'leave' })
    assert.doesNotMatch((await officer.get(`/en/moderation/${id}`)).text, /looked after by/)
  })

  test('notes, words, reasons and contact reach nobody but those they are for', async () => {
    const secret = 'quietharbourword'
    const id = await sent()
    await site.db
      .insertInto('activity_contacts')
      .values({
        activity: id,
        person: 'amina',
        honorific: null,
        first_name: `${secret}-contact`,
        last_name: 'Hidden',
        position: null,
        email: 'contact@contact.example',
        phone: null,
        consented_at: at,
      })
      .execute()
    await addNote(site.db, { actor: olga, at, id, words: `${secret}-note` })
    await returnEntry(site.db, { actor: olga, at, id, reasons: ['dates'], words: `${secret}-words` })
    await sendEntry(site.db, { actor: amina, at, id })
    await officer.post(`/en/moderation/${id}/steps/publish`)
    const open = ['', '.json', '/revisions/1'].map((end) => `/en/activities/${id}${end}`)
    const lines = [`/en/history/activity/${id}`, '/en/history', '/en/history.json', '/en/history.atom']
    const lists = ['/en/activities', '/en/activities.json', '/en/activities.csv', `/en/search?q=${secret}`]
    for (const path of [...open, ...lines, ...lists]) {
      const said = (await (await site.ask(path)).text())
        .replaceAll(`q=${secret}`, '')
        .replaceAll(`"${secret}"`, '')
      assert.equal(said.includes(`${secret}-`), false, path)
      assert.doesNotMatch(said, /contact@contact|activities\.note/, path)
    }
    const keeper = site.as(amina)
    for (const path of [`/en/entries/${id}`, `/en/entries/${id}.json`, `/en/history/activity/${id}.json`])
      assert.doesNotMatch((await keeper.get(path)).text, /quietharbourword-note|activities\.note/, path)
    const page = (await officer.get(`/en/moderation/${id}`)).text
    assert.match(page, new RegExp(`${secret}-note`))
    assert.match(page, /contact@contact/)
    assert.match((await officer.get(`/en/history/activity/${id}.json`)).text, /activities\.note/)
  })

  test('keeps no name of somebody who was erased', async () => {
    const id = await sent()
    await addNote(site.db, {
      actor: person('eve', { role: 'secretariat', scope: null }),
      at,
      id,
      words: 'Look twice.',
    })
    assert.match((await officer.get(`/en/moderation/${id}`)).text, /Eve Hidden/)
    await site.db
      .updateTable('people')
      .set({ name: '', email: null, erased_at: at })
      .where('id', '=', 'eve')
      .execute()
    const page = (await officer.get(`/en/moderation/${id}`)).text
    assert.doesNotMatch(page, /Eve Hidden/)
    assert.match(page, /Look twice\./)
  })

  test('wants two people where two pairs of eyes are asked for', async () => {
    const id = await sent()
    assert.equal((await officer.post('/en/moderation/settings', { 'second-pair': 'yes' })).status, 303)
    assert.match((await officer.get('/en/history/activity-settings/all')).text, /how the Stocktaking is run/)
    const path = `/en/moderation/${id}/steps/publish`
    assert.equal((await officer.post(path)).status, 303)
    assert.equal(await stateOf(id), 'submitted')
    assert.match((await officer.get(`/en/moderation/${id}`)).text, /was approved by you already/)
    const again = await officer.post(path)
    assert.equal(again.status, 409)
    assert.match(again.text, /You have approved this entry already/)
    assert.match((await second.get(`/en/moderation/${id}`)).text, /First approval: Olga Hidden/)
    assert.equal((await second.post(path)).status, 303)
    assert.equal(await stateOf(id), 'published')
    await officer.post('/en/moderation/settings')
    const alone = await sent()
    assert.equal((await officer.post(`/en/moderation/${alone}/steps/publish`)).status, 303)
    assert.equal(await stateOf(alone), 'published')
  })
})
