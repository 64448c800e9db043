import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { draftEntry, publishedEntry, sentEntry } from '../../../../test/activity-samples.ts'
import { person, testSite, type TestSite } from '../../../../test/test-site.ts'
import { offerTexts } from '../text-commands.ts'
import { mergeEntry } from './merge-commands.ts'

const at = new Date('2026-11-20T12:00:00Z')
const olga = person('olga', { role: 'secretariat', scope: null })
const organization = 'harbour-office'
const amina = person('amina', { role: 'representative', scope: `organization:${organization}` })

describe('an entry that is merged into another', () => {
  let site: TestSite

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['amina', 'olga', 'eve'])
    await newOrganization(site.db, { id: organization })
    await site.db.updateTable('people').set({ language: 'fr' }).where('id', '=', 'amina').execute()
  })

  const published = (more: object = {}) =>
    publishedEntry(site.db, { actor: amina, at, organization, ...more })
  const merge = (id: string, into: string, more: object = {}) =>
    mergeEntry(site.db, { actor: olga, at, id, into, ...more })
  const rowOf = (id: string) =>
    site.db.selectFrom('activities').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const idsFound = async (words: string) => {
    // Whoever is signed in gets a fresh answer; that of visitors may be a second old.
    const { text } = await site.as(olga).get(`/en/activities.json?q=${words}`)
    const list = JSON.parse(text) as { rows: { id: string }[] }
    return list.rows.map(({ id }) => id)
  }

  test('leads from its address to the one that stays, and leaves the lists and the search', async () => {
    const [one, other] = [
      await published({ title: 'Zanzibar boats' }),
      await published({ title: 'Zanzibar ships' }),
    ]
    await offerTexts(site.db, at)
    assert.equal((await idsFound('zanzibar')).length, 2)
    const page = await site.as(olga).get(`/en/moderation/${one}/merger?into=${other}`)
    assert.match(page.text, /Zanzibar boats/)
    assert.match(page.text, /Zanzibar ships/)
    const done = await site.as(olga).post(`/en/moderation/${one}/merger?into=${other}`, { into: other })
    assert.equal(done.status, 303, done.text)
    assert.deepEqual(await idsFound('zanzibar'), [other])
    const read = await site.get(`/en/activities/${one}`)
    assert.equal(read.status, 200)
    assert.match(read.text, new RegExp(`merged into another.*/en/activities/${other}"`, 's'))
    const record = (await site.json(`/en/activities/${one}.json`)) as { mergedInto: { id: string } }
    assert.equal(record.mergedInto.id, other)
    assert.equal((await site.get(`/en/activities/${one}/revisions/1`)).status, 200)
    const texts = await site.db.selectFrom('texts').select('id').where('kind', '=', 'activity').execute()
    assert.ok(!texts.some(({ id }) => id === one))
    assert.ok(texts.some(({ id }) => id === other))
    const kept = await site.as(amina).get(`/en/entries/${one}`)
    assert.match(kept.text, new RegExp(`/en/activities/${other}"`))
  })

  test('tells its contributor, once and in their language', async () => {
    const [one, other] = [await published(), await published()]
    await merge(one, other)
    const mails = await site.db
      .selectFrom('outbox')
      .select(['language', 'content'])
      .where('kind', '=', 'activities.merged')
      .execute()
    const about = mails.filter(({ content }) => JSON.stringify(content).includes(other))
    assert.deepEqual(
      about.map(({ language }) => language),
      ['fr'],
    )
  })

  test('adds what is chosen to the work on the one that stays, not to what the public reads', async () => {
    const tags = [
      { code: 'C2', why: 'Another reason.', themes: ['C2.1'] },
      { code: 'C4', why: 'Skippers learn.', themes: [] },
    ]
    const one = await published({ content: { countries: ['TV', 'KI'], actionLines: tags } })
    const other = await published()
    await merge(one, other, { joined: ['countries', 'tags'] })
    const { content, published: shown } = await rowOf(other)
    assert.deepEqual(content.countries, ['TV', 'KI'])
    assert.deepEqual(content.actionLines, [
      { code: 'C2', why: 'The islands had no network.', themes: ['C2.1'] },
      { code: 'C4', why: 'Skippers learn.', themes: [] },
    ])
    assert.deepEqual(shown?.countries, ['TV'])
  })

  test('leads on what led to it; there is no chain and no circle', async () => {
    const [first, second, third] = [await published(), await published(), await published()]
    await merge(first, second)
    await merge(second, third)
    assert.deepEqual([(await rowOf(first)).merged_into, (await rowOf(second)).merged_into], [third, third])
    assert.deepEqual(await merge(third, first), {
      issues: [{ field: 'into', key: 'moderation.into.ended' }],
    })
    assert.deepEqual(await merge(third, third), {
      issues: [{ field: 'into', key: 'moderation.into.itself' }],
    })
    assert.deepEqual(await merge(third, 'nothing'), {
      issues: [{ field: 'into', key: 'moderation.into.unknown' }],
    })
  })

  test('of two that are merged into each other at the same moment one stays', async () => {
    const [one, other] = [await published(), await published()]
    const outcomes = await Promise.allSettled([merge(one, other), merge(other, one)])
    const states = [(await rowOf(one)).state, (await rowOf(other)).state].toSorted()
    assert.deepEqual(states, ['merged', 'published'], JSON.stringify(outcomes))
  })

  test('leads to a public one when it is public itself; a draft without an organization may be merged', async () => {
    const [shown, waiting] = [await published(), await sentEntry(site.db, { actor: amina, at, organization })]
    assert.deepEqual(await merge(shown, waiting), {
      issues: [{ field: 'into', key: 'moderation.into.not-public' }],
    })
    const draft = await draftEntry(site.db, { actor: amina, at, organization })
    await site.db.updateTable('activities').set({ organization: null }).where('id', '=', draft).execute()
    assert.deepEqual(await merge(draft, shown), { id: shown })
    assert.equal((await site.get(`/en/activities/${draft}`)).status, 404)
  })

  test('is for the secretariat alone; a stale form is told so', async () => {
    const [one, other] = [await published(), await published()]
    assert.equal((await site.as(amina).get(`/en/moderation/${one}/merger`)).status, 403)
    assert.equal((await site.as(person('eve')).get(`/en/moderation/${one}/merger`)).status, 404)
    await assert.rejects(merge(one, other, { revision: 1 }), { name: 'Stale' })
    const unknown = await site.as(olga).post(`/en/moderation/${one}/merger`, { into: 'none' })
    assert.equal(unknown.status, 422)
    assert.match(unknown.text, /There is no such entry/)
  })
})
