import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { publishedEntry } from '../../../../test/activity-samples.ts'
import { putActivities } from '../../../../test/published-activities.ts'
import { person, testSite, type TestSite } from '../../../../test/test-site.ts'

const organization = 'harbour-office'
const amina = person('amina', { role: 'representative', scope: `organization:${organization}` })

describe('an activity is cited', () => {
  let site: TestSite
  let id: string
  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['amina'])
    await newOrganization(site.db, { id: organization })
    id = await publishedEntry(site.db, {
      actor: amina,
      at: new Date('2026-11-20T12:00:00Z'),
      organization,
      content: { title: 'Boats & 50% lamps' },
    })
  })

  const read = async (ending: string, path = `/en/activities/${id}`) =>
    (await site.as(amina).get(`${path}${ending}`)).text

  test('by a sentence, and for reference managers, at the address of its revision', async () => {
    const address = `https://actionline.test/en/activities/${id}/revisions/1`
    const sentence = await read('.txt')
    assert.match(sentence, /Boats & 50% lamps\. WSIS Stocktaking \(20 November 2026\)\.\n/)
    assert.ok(sentence.endsWith(`\n${address}\n`))
    const ris = await read('.ris')
    for (const line of [`ID  - ${id}-1`, 'TI  - Boats & 50% lamps', 'PY  - 2026', `UR  - ${address}`])
      assert.ok(ris.split('\r\n').includes(line), line)
    assert.match(await read('.bib'), /title = \{\{Boats \\& 50\\% lamps\}\}/)
    assert.equal(await read('.ris', `/en/activities/${id}/revisions/1`), ris)
  })

  test('and says that it is invented, where it is', async () => {
    await putActivities(site.db, [{ id: 'examp00001', example: true, content: { title: 'Lamps' } }])
    const path = '/en/activities/examp00001'
    assert.match(await read('.txt', path), /^Lamps\. WSIS Stocktaking \(10 November 2026\) · Example\.\n/)
    assert.match(await read('.ris', path), /M1 {2}- WSIS Stocktaking \(10 November 2026\) · Example\r\n/)
  })

  test('is offered on its page, and does not exist for what is not public', async () => {
    assert.match(await read(''), new RegExp(`href="[^"]*${id}\\.bib"`))
    assert.equal((await site.ask('/en/activities/0000000000.bib')).status, 404)
  })
})
