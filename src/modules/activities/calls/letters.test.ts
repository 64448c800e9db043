import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { eraseContributor } from '../personal-data-commands.ts'
import { activitiesOfPerson } from '../personal-data-queries.ts'
import { grantRole } from '#modules/accounts/index.ts'
import { operator } from '#platform/access/actor.ts'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { sentEntry } from '../../../../test/activity-samples.ts'
import { newCall } from '../../../../test/call-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { takeCallStep } from './call-commands.ts'
import { remindOf, sendLetter } from './letter-commands.ts'
import { changeTargets } from './target-commands.ts'
import { changeWords } from './word-commands.ts'

const olga = person('olga', { role: 'secretariat', scope: null })
const amina = person('amina', { role: 'representative', scope: 'organization:harbour-office' })
const opened = new Date('2026-10-01T12:00:00Z')

describe('the letter of a call', () => {
  let site: TestSite
  let officer: SignedIn
  let id: string

  before(async () => {
    site = await testSite()
    const { db } = site
    await insertPeople(db, ['olga', 'amina', 'boris', 'chloe', 'dora', 'gone'])
    await newOrganization(db, { id: 'harbour-office' })
    await newOrganization(db, { id: 'ministry', country: 'FR', region: 'europe', membership: 'member-state' })
    await db.updateTable('people').set({ language: 'ru' }).where('id', '=', 'boris').execute()
    await db.updateTable('people').set({ language: 'fr' }).where('id', '=', 'chloe').execute()
    await db.updateTable('people').set({ disabled_at: opened }).where('id', '=', 'gone').execute()
    for (const [who, role, scope] of [
      ['amina', 'representative', 'organization:harbour-office'],
      ['gone', 'representative', 'organization:harbour-office'],
      ['boris', 'focal-point', 'organization:harbour-office'],
      ['chloe', 'delegate', 'organization:ministry'],
      ['dora', 'regional-officer', 'region:africa'],
    ] as const)
      await grantRole(db, { actor: operator, at: new Date('2026-01-01T12:00:00Z'), person: who, role, scope })
    officer = site.as(olga)
  })

  beforeEach(async () => {
    await site.db.deleteFrom('outbox').execute()
    id = await newCall(site.db)
    const by = { actor: olga, at: opened, id }
    const list = 'harbour-office; 2\nFR; 1\nafrica; 9\nJP; 1'
    await changeTargets(site.db, { ...by, list })
    const words = { title: 'Dites ce que vous faites', letter: 'Chers collègues,\n\nDites-le.' }
    await changeWords(site.db, { ...by, revision: 2, language: 'fr', words })
    await takeCallStep(site.db, 'open', by)
  })

  const mails = async (kind: string) =>
    (
      await site.db.selectFrom('outbox').selectAll().where('kind', '=', kind).orderBy('address').execute()
    ).map(({ person: who, language, content }) => ({ who, language, text: JSON.stringify(content) }))

  test('is counted by language before it is sent, and goes to each once in their own language', async () => {
    const preview = await officer.get(`/en/calls/${id}/mailing`)
    assert.match(preview.text, /Send the letter to 4 people/)
    assert.match(preview.text, /1 line of the target list has nobody to write to/)
    assert.match(preview.text, /missing; they get the original \(English\)/)
    for (const page of [preview, await officer.get(`/en/calls/${id}`)]) {
      const origins = page.text.matchAll(/>(original|given by the secretariat)</g)
      assert.deepEqual(
        [...origins].map(([, origin]) => origin),
        ['original', 'given by the secretariat'],
      )
    }
    assert.deepEqual(await mails('activities.call-letter'), [])
    assert.equal((await officer.post(`/en/calls/${id}/mailing`)).status, 303)
    const sent = await mails('activities.call-letter')
    assert.deepEqual(
      sent.map(({ who, language }) => [who, language]),
      [
        ['amina', 'en'],
        ['boris', 'ru'],
        ['chloe', 'fr'],
        ['dora', 'en'],
      ],
    )
    assert.match(sent[2]?.text ?? '', /Chers collègues,.*Dites-le\..*"language":"fr"/)
    assert.match(sent[1]?.text ?? '', /Please enter what you do\..*"language":"en"/)
    assert.match(sent[0]?.text ?? '', new RegExp(`/entries/new\\?call=${id}`))
    const again = await officer.post(`/en/calls/${id}/mailing`)
    assert.equal(again.status, 303)
    assert.equal((await mails('activities.call-letter')).length, 4)
    assert.match((await officer.get(`/en/calls/${id}/targets`)).text, /letter of/)
  })

  test('is followed by one reminder to those who have not answered, some days before the cut-off', async () => {
    await sendLetter(site.db, { actor: olga, at: opened, id })
    const soon = new Date('2026-11-02T12:00:00Z')
    await sentEntry(site.db, {
      actor: amina,
      at: new Date('2026-10-10T12:00:00Z'),
      organization: 'harbour-office',
      call: id,
    })
    assert.equal(await remindOf(site.db, id, new Date('2026-10-30T12:00:00Z')), 0)
    assert.equal(await remindOf(site.db, id, soon), 1)
    assert.equal(await remindOf(site.db, id, soon), 0)
    const reminded = await mails('activities.call-reminder')
    assert.deepEqual(
      reminded.map(({ who }) => who),
      ['chloe'],
    )
    const line = await site.db
      .selectFrom('history')
      .select(['actor', 'facts'])
      .where('act', '=', 'activities.remind-call')
      .where('subject_id', '=', id)
      .execute()
    assert.deepEqual(line, [{ actor: 'jobs', facts: { count: 1 } }])
  })

  test('is followed by another when the cut-off is moved, and by none after it or when none is wanted', async () => {
    await sendLetter(site.db, { actor: olga, at: opened, id })
    assert.equal(await remindOf(site.db, id, new Date('2026-11-16T12:00:00Z')), 0)
    assert.equal(await remindOf(site.db, id, new Date('2026-11-15T12:00:00Z')), 4)
    const dates = { 'opens-on': '2026-10-01', 'cut-off': '2026-12-15', 'remind-days': '14' }
    assert.equal((await officer.post(`/en/calls/${id}/dates`, dates)).status, 303)
    assert.equal(await remindOf(site.db, id, new Date('2026-12-10T12:00:00Z')), 4)
    assert.equal((await mails('activities.call-reminder')).length, 8)
    await officer.post(`/en/calls/${id}/dates`, { ...dates, 'cut-off': '2026-12-20', 'remind-days': '' })
    assert.equal(await remindOf(site.db, id, new Date('2026-12-19T12:00:00Z')), 0)
  })

  test('goes to nobody for an invented call, nor before it is opened', async () => {
    const example = await newCall(site.db, { isExample: true })
    const by = { actor: olga, at: opened, id: example }
    await changeTargets(site.db, { ...by, list: 'harbour-office' })
    assert.equal((await officer.get(`/en/calls/${example}/mailing`)).status, 409)
    await takeCallStep(site.db, 'open', by)
    assert.match(
      (await officer.get(`/en/calls/${example}/mailing`)).text,
      /This is an example: nobody is written to/,
    )
    assert.deepEqual(await sendLetter(site.db, by), { sent: 0 })
  })

  test('is among what is held about a person, and is forgotten with them', async () => {
    await sendLetter(site.db, { actor: olga, at: opened, id })
    const held = await activitiesOfPerson(site.db, { id: 'boris', email: 'boris@boris.example' })
    const letters = held.find(({ holding }) => holding === 'call-letters')?.rows ?? []
    assert.equal(letters.at(-1)?.['call'] === id || letters.some((row) => row['call'] === id), true)
    await site.db
      .transaction()
      .execute((tx) =>
        eraseContributor(tx, { id: 'boris', email: 'boris@boris.example' }, { actor: 'boris', at: opened }),
      )
    const left = await site.db
      .selectFrom('call_letters')
      .select('person')
      .where('person', '=', 'boris')
      .execute()
    assert.deepEqual(left, [])
  })
})
