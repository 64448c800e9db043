import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { operator } from '#platform/access/actor.ts'
import { insertPeople } from '../../../../test/accounts-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { editLink, proposeLink, takeLinkStep } from '../links/link-commands.ts'
import { allLinks } from '../links/link-queries.ts'
import { loadMatrix } from '../shipped/load-commands.ts'
import { latestMatrixVersion, matrixVersionById, matrixVersionLinks } from './version-queries.ts'
import type { ChangeRow } from './version-shape.ts'
import { changesBetween, type FrozenLink } from './version.ts'

const at = new Date('2026-11-21T11:00:00Z')
const by = { actor: operator, at }

const frozen = (id: string, of: Partial<FrozenLink> = {}): FrozenLink => ({
  ...{ id, line: 'C2', sdg: 9, target: '9.1', objective: null, agency: null, source: null, revision: 1 },
  ...{
    language: 'en',
    rationale: { en: 'Roads.', fr: 'Routes.' },
    validFrom: '2026-01-01',
    validUntil: null,
  },
  ...of,
})

test('two versions differ by what was added, withdrawn, reworded, or has other days or another agency', () => {
  const cases: [string, Partial<FrozenLink>, string[]][] = [
    ['nothing', {}, []],
    ['a translation', { rationale: { en: 'Roads.', fr: 'Chaussées.' } }, []],
    ['another revision of the same words', { revision: 4 }, []],
    ['the rationale', { rationale: { en: 'Better roads.' } }, ['reworded']],
    ['the first day', { validFrom: '2026-02-01' }, ['validity']],
    ['the last day', { validUntil: '2027-01-01' }, ['validity']],
    ['the agency', { agency: 'body:itu' }, ['agency']],
    [
      'all of it',
      { rationale: { en: 'X.' }, validUntil: '2027-01-01', agency: 'body:itu' },
      ['reworded', 'validity', 'agency'],
    ],
  ]
  for (const [what, of, kinds] of cases) {
    const changes = changesBetween([frozen('one')], [frozen('one', of)])
    assert.deepEqual({ what, kinds: changes.flatMap((change) => change.kinds) }, { what, kinds })
  }
  const moved = changesBetween([frozen('one')], [frozen('two')])
  assert.deepEqual(
    moved.map(({ kinds, before, after }) => [kinds, before?.id, after?.id]),
    [
      [['withdrawn'], 'one', undefined],
      [['added'], undefined, 'two'],
    ],
  )
})

describe('a version of the Matrix', () => {
  let site: TestSite
  let officer: SignedIn
  let eve: SignedIn

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['olga', 'eve'])
    await loadMatrix(site.db, { actor: 'start', at })
    officer = site.as(person('olga', { role: 'secretariat', scope: null }))
    eve = site.as(person('eve'))
  })

  const changes = async (query: string) => {
    const { rows } = JSON.parse((await eve.get(`/en/matrix/comparison.json?${query}`)).text) as {
      rows: ChangeRow[]
    }
    return rows.map(({ id, kinds }) => `${id} ${kinds.map(({ code }) => code).join()}`).toSorted()
  }

  test('is published by the secretariat with the links that are agreed and hold, and never changes', async () => {
    const links = (await allLinks(site.db)).filter(({ source }) => source === '2017')
    const [gone, reworded] = links.map(({ id }) => id)
    const added = await proposeLink(site.db, {
      ...{ ...by, line: 'C2', goal: '17.6', objective: '1', language: 'fr', agency: 'itu' },
      ...{ from: '2026-01-01', until: null, rationale: { fr: 'Des réseaux.' } },
    })
    const later = await proposeLink(site.db, {
      ...{ ...by, line: 'C2', goal: '17.7', objective: null, language: 'en', agency: 'itu' },
      ...{ from: '2027-01-01', until: null, rationale: { en: 'Not yet.' } },
    })
    assert.ok('link' in added && 'link' in later)
    for (const { link } of [added, later]) await takeLinkStep(site.db, 'agree', { ...by, id: link.id })
    await takeLinkStep(site.db, 'withdraw', { ...by, id: gone ?? '', reason: 'Test.' })
    const words = { agency: '', from: '2017-03-07', until: null, rationale: { en: 'Said anew.' } }
    assert.ok('link' in (await editLink(site.db, { ...by, id: reworded ?? '', ...words })))
    assert.equal((await eve.get('/en/matrix/versions/new')).status, 403)
    const published = await officer.post('/en/matrix/versions/new', { note: 'After the Forum.' })
    assert.deepEqual([published.status, published.location?.split('?')[0]], [303, '/en/matrix/versions/2'])
    const version = await latestMatrixVersion(site.db)
    assert.deepEqual([version?.number, version?.links, version?.source], [2, 190, null])
    const expected = [`${added.link.id} added`, `${gone} withdrawn`, `${reworded} reworded`].toSorted()
    assert.deepEqual(await changes('from=1&to=2'), expected)
    assert.deepEqual(await changes('from=2'), [])
    assert.match((await eve.get('/ar/matrix/versions/2')).text, /After the Forum\./)
  })

  test('stays as it was when its links go on', async () => {
    const before = await matrixVersionLinks(site.db, 2)
    const link = before.find(({ language }) => language === 'fr')
    await takeLinkStep(site.db, 'withdraw', { ...by, id: link?.id ?? '', reason: 'Test.' })
    assert.deepEqual(await matrixVersionLinks(site.db, 2), before)
    assert.deepEqual(await changes('from=2'), [`${link?.id} withdrawn`])
    const statementsOf = async (path: string) => {
      const graph = JSON.parse((await eve.get(`/en/matrix.jsonld${path}`)).text) as {
        '@graph': { '@id': string; '@type': string }[]
      }
      return graph['@graph']
        .filter((thing) => thing['@type'] === 'rdf:Statement')
        .map((thing) => thing['@id'])
    }
    const statement = `https://actionline.test/en/matrix/versions/2#${link?.id}`
    assert.deepEqual((await statementsOf('?version=2')).length, 190)
    assert.equal((await statementsOf('?version=2')).includes(statement), true)
    assert.equal((await statementsOf('')).length, 189)
    const turtle = (await eve.get('/en/matrix.ttl?version=2')).text
    assert.match(turtle, /versions\/2> a dcmitype:Dataset ;[\s\S]*"After the Forum\."@en/)
    assert.match((await eve.get('/en/matrix/versions/2')).text, /matrix\.ttl\?version=2/)
    await assert.rejects(
      site.db
        .updateTable('matrix_version_links')
        .set({ agency: 'body:itu' })
        .where('version', '=', 2)
        .execute(),
      /is published/,
    )
  })

  test('is named by its number, also where there is none', async () => {
    assert.equal((await matrixVersionById(site.db, 1))?.datedOn, '2017-03-07')
    assert.equal(await matrixVersionById(site.db, 99), null)
  })
})
