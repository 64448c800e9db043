import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { grantRole } from '#modules/accounts/index.ts'
import { operator } from '#platform/access/actor.ts'
import { insertPeople } from '../../../test/accounts-samples.ts'
import { programOf, programWith, type Program } from '../../../test/program.ts'
import { newReport, steps, writeAll } from '../../../test/report-samples.ts'
import { testSite, type TestSite } from '../../../test/test-site.ts'
import { verifyReport } from './freezing/edition-queries.ts'

const at = new Date('2026-11-20T12:00:00Z')

const report = {
  ...{ template: 'council-comprehensive', language: 'en', title: 'Report on lamps' },
  ...{ startsOn: '2026-01-01', endsOn: '2026-12-31', dueOn: '2027-05-01' },
}

type Section = { id: string; code: string; revision: number; open: object; parts: { key: string }[] }

describe('reports through the API', () => {
  let site: TestSite
  let officer: Program
  let tess: Program
  let visitor: Program
  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['officer', 'tess'])
    const by = { actor: operator, at }
    await grantRole(site.db, { ...by, person: 'officer', role: 'secretariat', scope: null })
    await grantRole(site.db, { ...by, person: 'tess', role: 'focal-point', scope: 'body:wsis-sdg-tf' })
    officer = await programOf(site, 'officer')
    tess = await programOf(site, 'tess')
    visitor = programWith(site, '')
  })

  const reportOf = async (id: string) => (await officer.get(`/reports/${id}`)).body as { revision: number }
  const since = (revision: number) => ({ 'If-Match': `"${revision}"` })

  const collected = async () => {
    const made = await officer.send('POST', '/reports', report)
    assert.equal(made.status, 201, made.text)
    const id = String(made.body['id'])
    const asked = await officer.send('POST', `/reports/${id}/steps`, { step: 'collect' })
    assert.equal(asked.status, 200, asked.text)
    const sections = asked.body['sections'] as Section[]
    const matrix = sections.find(({ code }) => code === 'matrix')!
    return { id, matrix }
  }

  test('are planned, changed and worded, each change once and after the one that was read', async () => {
    assert.equal((await visitor.send('POST', '/reports', report)).status, 401)
    assert.equal((await tess.send('POST', '/reports', report)).status, 403)
    const key = { 'Idempotency-Key': 'lamps-1' }
    const [one, other] = [
      await officer.send('POST', '/reports', report, key),
      await officer.send('POST', '/reports', report, key),
    ]
    assert.equal(one.body['id'], other.body['id'])
    assert.deepEqual(
      (one.body['answers'] as { occurrence: string }[]).map((due) => due.occurrence),
      ['2026', '2027'],
    )
    const path = `/reports/${String(one.body['id'])}`
    const { startsOn, endsOn } = report
    const header = { startsOn, endsOn, dueOn: '2027-05-15', answers: [] }
    assert.equal((await officer.send('PUT', `${path}/header`, header)).status, 428)
    const changed = await officer.send('PUT', `${path}/header`, header, since(1))
    assert.deepEqual(
      [changed.status, changed.body['dueOn'], changed.headers.get('ETag')],
      [200, '2027-05-15', '"2"'],
    )
    assert.equal((await officer.send('PUT', `${path}/header`, header, since(1))).status, 412)
    const wrong = await officer.send('PUT', `${path}/header`, { ...header, endsOn: '2025-01-01' }, since(2))
    assert.equal(wrong.status, 422)
    const words = await officer.send('PUT', `${path}/words/fr`, { title: 'Rapport sur les lampes' }, since(2))
    assert.equal(words.status, 200, words.text)
    assert.equal((await officer.send('PUT', `${path}/words/de`, { title: 'Bericht' }, since(3))).status, 404)
    assert.equal((await visitor.get(path)).status, 404)
  })

  test('have sections that are given, written, filled with live parts, handed in and sent back', async () => {
    const { id, matrix } = await collected()
    const path = `/report-sections/${matrix.id}`
    const given = await officer.send(
      'PUT',
      `${path}/header`,
      { owner: 'wsis-sdg-tf', dueOn: '2027-03-01' },
      since(1),
    )
    assert.deepEqual([given.status, given.body['dueOn']], [200, '2027-03-01'], given.text)
    const query = {
      source: 'activities',
      view: 'figure',
      by: null,
      across: null,
      filters: {},
      inPeriod: true,
    }
    const put = await tess.send('PUT', `${path}/parts/african`, query, since(2))
    assert.equal(put.status, 200, put.text)
    const unknown = await tess.send('PUT', `${path}/text/en`, { text: 'Of {{lamps}}.' }, since(3))
    assert.match(unknown.text, /lamps/)
    const written = await tess.send('PUT', `${path}/text/en`, { text: 'There are {{african}}.' }, since(3))
    assert.equal(written.status, 200, written.text)
    assert.equal((await tess.send('PUT', `${path}/text/en`, { text: 'Late.' }, since(3))).status, 412)
    const dropped = await tess.send('POST', `${path}/parts/african/drop`, {})
    assert.equal(
      (dropped.body['parts'] as { key: string }[]).some(({ key }) => key === 'african'),
      false,
    )
    assert.equal((await tess.send('POST', `${path}/parts/african/drop`, {})).status, 404)
    assert.equal((await tess.send('POST', `${path}/steps`, { step: 'hand-in' })).status, 200)
    assert.equal((await officer.send('POST', `${path}/steps`, { step: 'send-back' })).status, 422)
    const back = await officer.send('POST', `${path}/steps`, { step: 'send-back', reason: 'Which?' })
    assert.equal(back.body['returnedBecause'], 'Which?')
    const open = await officer.send('POST', `/reports/${id}/steps`, { step: 'draft' })
    assert.equal(open.status, 200)
    assert.equal((await officer.send('POST', `/reports/${id}/steps`, { step: 'submit' })).status, 422)
    assert.equal((await tess.send('POST', `/reports/${id}/steps`, { step: 'freeze' })).status, 422)
    const early = { step: 'freeze', symbol: 'C27/1' }
    assert.equal((await officer.send('POST', `/reports/${id}/steps`, early)).status, 409)
  })

  test('are cleared and frozen, once for a key and after the revision that was read', async () => {
    const { id } = await collected()
    await steps(site.db, id, ['draft'])
    await writeAll(site.db, id, { introduction: 'There are {{duties}}.' })
    const take = (step: object, headers = {}) => officer.send('POST', `/reports/${id}/steps`, step, headers)
    for (const step of ['submit', 'clear-sector', 'clear-task-force', 'clear'])
      assert.equal((await take({ step })).status, 200, step)
    const freeze = { step: 'freeze', symbol: 'C27/1' }
    for (const symbol of [undefined, '  ', 'C27\u0000'])
      assert.match((await take({ ...freeze, symbol })).text, /"field":"symbol"/)
    assert.equal((await tess.send('POST', `/reports/${id}/steps`, freeze)).status, 403)
    assert.equal((await take(freeze, since(1))).status, 412)
    const { revision } = await reportOf(id)
    const key = { ...since(revision), 'Idempotency-Key': 'freeze-1' }
    const frozen = await take(freeze, key)
    assert.equal(frozen.status, 200, frozen.text)
    assert.equal((frozen.body['state'] as { code: string }).code, 'frozen')
    assert.deepEqual([frozen.body['symbol'], String(frozen.body['digest']).length], ['C27/1', 64])
    const again = await take(freeze, key)
    assert.deepEqual([again.headers.get('Idempotency-Replayed'), again.text], ['true', frozen.text])
    assert.equal((await take(freeze)).status, 409)
    assert.deepEqual((await verifyReport(site.db, 'C27/1'))?.faults, [])
    const second = await newReport(site.db)
    await steps(site.db, second, ['collect'])
    await writeAll(site.db, second, {})
    await steps(site.db, second, ['draft', 'submit', 'clear-sector', 'clear-task-force', 'clear'])
    const taken = await officer.send('POST', `/reports/${second}/steps`, freeze)
    assert.match(taken.text, /"field":"symbol"/)
  })

  test('have comments that are answered and settled, and wordings that are decided on', async () => {
    const { matrix } = await collected()
    const path = `/report-sections/${matrix.id}`
    await tess.send('PUT', `${path}/text/en`, { text: 'Many lamps.\n\nThey burn.' }, since(1))
    const said = await officer.send('POST', `${path}/comments/en`, { quote: 'Many lamps', text: 'How many?' })
    assert.deepEqual([said.status, said.body['paragraph']], [201, 1], said.text)
    const comment = `/report-comments/${String(said.body['id'])}`
    const answered = await tess.send('POST', `${comment}/replies`, { text: 'Twelve.' })
    assert.equal((answered.body['replies'] as unknown[]).length, 1)
    const settled = await tess.send('POST', `${comment}/steps`, { step: 'settle' }, since(2))
    assert.deepEqual((settled.body['state'] as { code: string }).code, 'settled')
    const wording = { paragraph: 1, after: 'Twelve lamps.', why: 'Say how many.' }
    const proposed = await officer.send('POST', `${path}/suggestions/en`, wording)
    assert.equal(proposed.status, 201, proposed.text)
    const suggestion = `/report-suggestions/${String(proposed.body['id'])}`
    assert.equal((await tess.send('POST', `${suggestion}/steps`, { step: 'reject' })).status, 422)
    assert.equal((await tess.send('POST', `${suggestion}/steps`, { step: 'accept' })).status, 200)
    const now = await tess.get(path)
    assert.equal((now.body['text'] as { text: string }).text, 'Twelve lamps.\n\nThey burn.')
    assert.equal((await visitor.get(comment)).status, 404)
  })
})
