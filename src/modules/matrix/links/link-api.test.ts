import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { grantRole } from '#modules/accounts/index.ts'
import { operator } from '#platform/access/actor.ts'
import { insertPeople } from '../../../../test/accounts-samples.ts'
import { programOf, type Program } from '../../../../test/program.ts'
import { testSite, type TestSite } from '../../../../test/test-site.ts'
import { loadMatrix } from '../shipped/load-commands.ts'

const at = new Date('2026-11-21T12:00:00Z')

const body = {
  line: 'C2',
  goal: '9.b',
  objective: null,
  language: 'fr',
  agency: 'body:itu',
  rationale: { fr: 'Des usines reliées.', en: 'Factories that are connected.' },
  from: '2026-01-01',
}

describe('links of the Matrix through the API', () => {
  let site: TestSite
  let femi: Program
  let office: Program

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['femi', 'olga'])
    const by = { actor: operator, at }
    await grantRole(site.db, { ...by, person: 'femi', role: 'facilitator', scope: 'action-line:C2' })
    await grantRole(site.db, { ...by, person: 'olga', role: 'secretariat', scope: null })
    await loadMatrix(site.db, { actor: 'start', at })
    femi = await programOf(site, 'femi')
    office = await programOf(site, 'olga')
  })

  test('are proposed, replaced after the change that was read, agreed and withdrawn', async () => {
    const proposed = await femi.send('POST', '/matrix/links', body)
    assert.equal(proposed.status, 201, proposed.text)
    const path = `/matrix/links/${String(proposed.body['id'])}`
    assert.match(proposed.headers.get('Location') ?? '', new RegExp(`${path}$`))
    const { body: read, headers } = await femi.get(`${path}?language=en`)
    assert.deepEqual(read['rationale'], { text: body.rationale.en, language: 'en', isFallback: false })
    const { line: _line, goal: _goal, objective: _objective, language: _language, ...content } = body
    const changed = { ...content, until: '2030-12-31' }
    assert.equal((await femi.send('PUT', path, changed)).status, 428)
    const etag = headers.get('ETag') ?? ''
    const put = await femi.send('PUT', path, changed, { 'If-Match': etag })
    assert.deepEqual([put.status, put.body['validUntil']], [200, '2030-12-31'])
    assert.equal((await femi.send('PUT', path, changed, { 'If-Match': etag })).status, 412)
    assert.equal((await femi.send('POST', `${path}/agreement`, {})).status, 403)
    assert.equal((await office.send('POST', `${path}/agreement`, {})).status, 200)
    assert.equal((await office.send('POST', `${path}/withdrawal`, {})).status, 422)
    const withdrawn = await office.send('POST', `${path}/withdrawal`, { reason: 'Said twice.' })
    assert.deepEqual((withdrawn.body['state'] as { code: string }).code, 'withdrawn')
    assert.equal((await office.send('POST', `${path}/agreement`, {})).status, 409)
  })

  test('are refused naming each field with what would be right', async () => {
    const wrong = { ...body, line: 'C7', goal: '18', agency: 'nobody', rationale: { en: 'No French.' } }
    const refused = await office.send('POST', '/matrix/links', wrong)
    const errors = refused.body['errors'] as { field: string; validValues?: string[] }[]
    assert.deepEqual(
      [refused.status, errors.map(({ field }) => field)],
      [422, ['line', 'goal', 'agency', 'rationale']],
    )
    assert.equal(errors[0]?.validValues?.includes('C7.eGov'), true)
  })

  test('are listed with the grid and the versions, as behind the pages', async () => {
    const links = await femi.get('/matrix/links?action-line=C11&page-size=2&facets=state')
    assert.deepEqual([links.status, links.body['total']], [200, 7])
    for (const path of [
      '/matrix',
      '/matrix/sdgs/9',
      '/matrix/versions',
      '/matrix/versions/1',
      '/matrix/contradictions',
    ])
      assert.equal((await femi.get(path)).status, 200, path)
  })
})
