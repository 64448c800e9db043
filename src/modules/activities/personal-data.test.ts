import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { insertPeople, newOrganization } from '../../../test/accounts-samples.ts'
import { draftEntry, publishedEntry } from '../../../test/activity-samples.ts'
import { newCall } from '../../../test/call-samples.ts'
import { person, testSite, type TestSite } from '../../../test/test-site.ts'
import { startEntry } from './entry/entry-commands.ts'
import { takeCare } from './moderation/decision-commands.ts'
import { addNote } from './moderation/note-commands.ts'
import { eraseContributor } from './personal-data-commands.ts'
import { activitiesOfPerson } from './personal-data-queries.ts'

const at = new Date('2026-11-20T12:00:00Z')
const organization = 'harbour-office'
const amina = person('amina', { role: 'representative', scope: `organization:${organization}` })
const key = { id: 'amina', email: 'amina@harbour.example' }
const contact = {
  honorific: null,
  firstName: 'Amina',
  lastName: 'Hidden',
  position: null,
  email: key.email,
  phone: null,
  consents: true,
}

describe('what activities hold of a person', () => {
  let site: TestSite
  let own: string
  let shown: string
  let ofOrganization: string

  before(async () => {
    site = await testSite()
    const { db } = site
    await insertPeople(db, ['amina', 'olga'])
    await newOrganization(db, { id: organization })
    const content = { title: 'Words of Amina alone' }
    const started = await startEntry(db, {
      actor: amina,
      at,
      language: 'en',
      organization: null,
      content,
      contact,
    })
    own = 'id' in started ? started.id : ''
    shown = await publishedEntry(db, { actor: amina, at, organization })
    ofOrganization = await draftEntry(db, { actor: amina, at, organization })
    const officer = person('amina', { role: 'secretariat', scope: null })
    await takeCare(db, { actor: officer, at, id: shown, moderator: 'amina' })
    await addNote(db, { actor: officer, at, id: shown, words: 'To be asked.' })
    const bytes = Buffer.from('title')
    const checksum = '0'.repeat(64)
    await db
      .insertInto('stored_files')
      .values({ checksum, name: 'boats.csv', type: 'text/csv', size: bytes.length, bytes, stored_at: at })
      .execute()
    await db
      .insertInto('activity_imports')
      .values({
        id: 'an-import',
        person: 'amina',
        state: 'checked',
        file_name: 'boats.csv',
        checksum,
        mode: 'draft',
        language: 'en',
        organization,
        licence: 'CC-BY-4.0',
        columns: '{}',
        created_at: at,
        changed_at: at,
      })
      .execute()
    const call = await newCall(site.db)
    await site.db
      .insertInto('call_letters')
      .values({ call, person: 'amina', language: 'en', sent_at: at, reminded_at: null })
      .execute()
  })

  test('is shown to them: entries, contacts, imports, letters, what they moderated', async () => {
    const held = await activitiesOfPerson(site.db, key)
    assert.deepEqual(
      held.map(({ holding, rows }) => [holding, rows.length]),
      [
        ['activities', 3],
        ['activity-contacts', 1],
        ['activity-imports', 1],
        ['call-letters', 1],
        ['moderation', 2],
      ],
    )
    const ofOthers = await activitiesOfPerson(site.db, { id: 'olga', email: null })
    assert.deepEqual(
      ofOthers.map(({ rows }) => rows.length),
      [0, 0, 0, 0, 0],
    )
  })

  test('goes when they leave; what stands for an organization stays', async () => {
    await site.db.transaction().execute((tx) => eraseContributor(tx, key, { actor: 'amina', at }))
    const held = await activitiesOfPerson(site.db, key)
    assert.deepEqual(
      held.map(({ rows }) => rows.length),
      [3, 0, 0, 0, 1],
    )
    const rows = await site.db
      .selectFrom('activities')
      .select(['id', 'state', 'moderator', 'contributor'])
      .where('id', 'in', [own, shown, ofOrganization])
      .execute()
    const stateOf = (id: string) => rows.find((row) => row.id === id)?.state
    assert.deepEqual(
      [stateOf(own), stateOf(shown), stateOf(ofOrganization)],
      ['discarded', 'published', 'draft'],
    )
    assert.ok(rows.every(({ moderator, contributor }) => moderator === null && contributor === 'amina'))
    const versions = await site.db.selectFrom('row_versions').selectAll().execute()
    assert.ok(!JSON.stringify(versions).includes('Words of Amina alone'))
    assert.equal((await site.get(`/en/activities/${shown}`)).status, 200)
  })
})
