import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { draftEntry, publishedEntry, sentEntry } from '../../../../test/activity-samples.ts'
import { person, testSite, type TestSite } from '../../../../test/test-site.ts'

const at = new Date('2026-11-20T12:00:00Z')
const olga = person('olga', { role: 'secretariat', scope: null })
const amina = person('amina', { role: 'representative', scope: 'organization:harbour-office' })
const chen = person('chen', { role: 'representative', scope: 'organization:ferry-line' })

const boats = {
  summary: 'Four boats with 26 antennas bring a network to 14 islands without a cable.',
  website: 'https://boats.example/network',
}

describe('likely duplicates', () => {
  let site: TestSite
  let shown: string
  let hidden: string

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['amina', 'olga', 'chen'])
    await newOrganization(site.db, { id: 'harbour-office' })
    await newOrganization(site.db, { id: 'ferry-line' })
    const of = { at, organization: 'ferry-line', actor: chen }
    shown = await publishedEntry(site.db, { ...of, content: boats })
    hidden = await draftEntry(site.db, { ...of, content: boats, title: 'Boats that nobody has seen' })
    await publishedEntry(site.db, {
      ...of,
      title: 'A school for pilots',
      content: {
        summary: 'Young people learn to steer by the stars.',
        countries: ['KI'],
        start: '2019',
        actionLines: [{ code: 'C4', why: 'They learn.', themes: [] }],
      },
    })
  })

  const mine = (more: object = {}) => ({ actor: amina, at, organization: 'harbour-office', ...more })

  test('are shown before sending: what is public, with the reasons, and no draft of others', async () => {
    const id = await draftEntry(site.db, mine({ content: boats }))
    const { text } = await site.as(amina).get(`/en/entries/${id}/steps/send`)
    assert.match(text, /Likely duplicates/)
    assert.ok(text.includes(`/en/activities/${shown}"`))
    assert.match(text, /the same web page/)
    assert.match(text, /the same figures: 14 and 26/)
    assert.ok(!text.includes(hidden))
    assert.ok(!text.includes('Boats that nobody has seen'))
    assert.ok(!text.includes('A school for pilots'))
  })

  test('are found in another language, by what is the same in all, and told in the language of the reader', async () => {
    const content = {
      summary: 'Quatre bateaux et 26 antennes relient 14 îles sans câble.',
      website: 'https://www.boats.example/network/',
    }
    const id = await draftEntry(site.db, mine({ title: 'Internet par bateau', language: 'fr', content }))
    const { text } = await site.as(amina).get(`/fr/entries/${id}/steps/send`)
    assert.ok(text.includes(`/fr/activities/${shown}"`))
    assert.match(text, /les mêmes chiffres\s: 14 et 26/)
    assert.match(text, /les mêmes pays\s: Tuvalu/)
  })

  test('are found by the words of the title, where nothing else leads to them', async () => {
    const id = await draftEntry(
      site.db,
      mine({
        content: { summary: 'Four boats with 26 antennas bring a network to 14 islands without a cable.' },
      }),
    )
    assert.ok((await site.as(amina).get(`/en/entries/${id}/steps/send`)).text.includes(shown))
  })

  test('are shown to the secretariat, drafts too, with the way to merge', async () => {
    const id = await sentEntry(site.db, mine({ content: boats }))
    const { text } = await site.as(olga).get(`/en/moderation/${id}`)
    assert.ok(text.includes(`/en/moderation/${id}/merger?into=${shown}`))
    assert.ok(text.includes(hidden))
    const answer = JSON.parse((await site.as(olga).get(`/en/moderation/${id}.json`)).text) as {
      likelyDuplicates: { id: string; score: number; reasons: { code: string; values: string[] }[] }[]
    }
    const found = answer.likelyDuplicates.find((one) => one.id === shown)
    assert.deepEqual(found?.reasons.find(({ code }) => code === 'figures')?.values, ['14', '26'])
    assert.ok(!text.includes('A school for pilots'))
  })

  test('are not shown where there are none', async () => {
    const content = { summary: 'Bread.', countries: ['FR'], start: '2010', website: null }
    const id = await draftEntry(site.db, mine({ title: 'Bakers online', content }))
    assert.doesNotMatch((await site.as(amina).get(`/en/entries/${id}/steps/send`)).text, /Likely duplicates/)
  })
})
