import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { insertPeople } from '../../../../test/accounts-samples.ts'
import { redBesideBlue } from '../../../../test/pictures.ts'
import { keptTables } from '../../../modules.ts'
import { verifyHistory } from '#platform/history.ts'
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

  test('are kept with the change that names them, for which one line of the history accounts', async () => {
    const { faults } = await verifyHistory(site.db, {}, { kept: keptTables() })
    const ofFiles = faults.filter(({ subject }) => subject === 'stored_files' || subject === 'pictures')
    assert.deepEqual(ofFiles, [])
    const lines = await site.db
      .selectFrom('row_versions')
      .innerJoin('history', 'history.batch', 'row_versions.batch')
      .select(['history.act', 'history.subject_id'])
      .distinct()
      .where('table_name', 'in', ['stored_files', 'pictures'])
      .execute()
    assert.deepEqual(lines, [{ act: 'activities.edit', subject_id: id }])
  })

  test('are kept with the change or not at all', async () => {
    const amina = site.as(person('amina'))
    const stored = () => site.db.selectFrom('stored_files').select('name').orderBy('checksum').execute()
    const form = `/en/entries/${id}/files`
    const [before, opened] = [await stored(), await amina.get(form)]
    assert.equal((await amina.post(form, { alt: 'Two boats' })).status, 303)
    const late = new FormData()
    for (const name of ['_token', '_version'])
      late.set(name, new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(opened.text)?.[1] ?? '')
    late.set('alt', 'Boats')
    late.set('attachment', new File(['Too late.\n'], 'late.txt'))
    const headers = { Cookie: amina.cookie }
    const answer = await site.app.fetch(
      new Request(`https://actionline.test${form}`, { method: 'POST', headers, body: late }),
    )
    assert.equal(answer.status, 409)
    assert.deepEqual(await stored(), before)
  })
})
