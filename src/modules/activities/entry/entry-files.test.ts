import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { insertPeople } from '../../../../test/accounts-samples.ts'
import { redBesideBlue } from '../../../../test/pictures.ts'
import { person, testSite, type TestSite } from '../../../../test/test-site.ts'

const paper = { name: 'islands.txt', bytes: new TextEncoder().encode('Seven islands without a cable.\n') }

describe('the files of an entry that nobody has published', () => {
  let site: TestSite
  let id: string

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['amina', 'eve', 'olga'])
    const amina = site.as(person('amina'))
    const started = await amina.post('/en/entries/new', { title: 'Boats', language: 'en' })
    id = /entries\/([0-9a-z]{10})\//.exec(started.location ?? '')?.[1] ?? ''
    const picture = { name: 'boats.png', bytes: redBesideBlue(800, 400).writeToBuffer('.png') }
    const alt = { alt: 'Two boats beside a pier' }
    const kept = await amina.post(`/en/entries/${id}/files`, alt, { picture, attachment: paper })
    assert.equal(kept.status, 303, kept.text)
  })

  test('are seen by whoever keeps it and by the secretariat, and by nobody else', async () => {
    const officer = site.as(person('olga', { role: 'secretariat', scope: null }))
    const { text } = await officer.get(`/en/moderation/${id}`)
    const picture = /src="([^"]+\/pictures\/[0-9a-f]{64})"/.exec(text)?.[1] ?? ''
    const attachment = /href="([^"]+\/attachments\/[0-9a-f]{64})"/.exec(text)?.[1] ?? ''
    assert.match(text, /alt="Two boats beside a pier"/)
    const amina = site.as(person('amina'))
    assert.ok((await amina.get(`/en/entries/${id}/files`)).text.includes(`src="${picture}"`))
    for (const one of [officer, amina]) {
      assert.equal((await one.get(picture)).status, 200)
      assert.equal((await one.get(attachment)).text, 'Seven islands without a cable.\n')
    }
    const eve = site.as(person('eve'))
    for (const path of [picture, attachment]) {
      assert.equal((await eve.get(path)).status, 404)
      assert.equal((await site.ask(path)).status, 404)
    }
  })
})
