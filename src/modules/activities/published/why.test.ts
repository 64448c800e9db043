import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { publishedEntry } from '../../../../test/activity-samples.ts'
import { person, testSite, type TestSite } from '../../../../test/test-site.ts'
import { offerTexts } from '../text-commands.ts'

const at = new Date('2026-11-20T12:00:00Z')
const organization = 'harbour-office'
const amina = person('amina', { role: 'representative', scope: `organization:${organization}` })
const chen = person('chen', { role: 'translator', scope: null })

describe('the sentence that says why a tag fits', () => {
  let site: TestSite
  let id: string
  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['amina', 'chen'])
    await newOrganization(site.db, { id: organization })
    const sdgs = [
      { code: '9.c', why: 'Boats need no cable.' },
      { code: '14', why: '' },
    ]
    id = await publishedEntry(site.db, { actor: amina, at, organization, content: { sdgs } })
    await offerTexts(site.db, at)
  })

  const goal = async () => {
    const { text } = await site.as(chen).get(`/fr/activities/${id}.json`)
    const { sdgs } = JSON.parse(text) as { sdgs: { code: string; why: unknown }[] }
    return sdgs
  }

  test('is translated in the workbench, and read in that language', async () => {
    assert.deepEqual((await goal())[0]?.why, { text: 'Boats need no cable.', language: 'en' })
    const form = await site.as(chen).get(`/fr/translation/fr/activity/${id}`)
    assert.match(form.text, /Boats need no cable[\s\S]*id="f-why-sdgs-9\.c-1"/)
    assert.doesNotMatch(form.text, /why-sdgs-14/)
    const saved = await site.as(chen).post(`/fr/translation/fr/activity/${id}`, {
      'why-sdgs-9.c-1': 'Les bateaux n’ont pas besoin de câble.',
    })
    assert.equal(saved.status, 303)
    assert.deepEqual(
      (await goal()).map(({ why }) => why),
      [{ text: 'Les bateaux n’ont pas besoin de câble.', language: 'fr' }, null],
    )
  })

  test('goes from the workbench with its tag', async () => {
    const { published } = await site.db
      .selectFrom('activities')
      .select('published')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await site.db
      .updateTable('activities')
      .set({ published: JSON.stringify({ ...published, sdgs: [] }), published_revision: 2 })
      .where('id', '=', id)
      .execute()
    await offerTexts(site.db, at)
    const left = await site.db
      .selectFrom('texts')
      .select('field')
      .where('id', '=', id)
      .where('field', 'like', 'why-%')
      .execute()
    assert.deepEqual(left, [{ field: 'why-actionLines-C2' }])
  })
})
