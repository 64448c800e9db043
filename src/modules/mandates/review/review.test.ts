import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { person, testSite, type TestSite } from '../../../../test/test-site.ts'
import { verifyHistory } from '#platform/history.ts'
import { modules } from '../../../modules.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** A resolution that nobody has described, with a provision that the parser cannot divide. */
export const lamps = (number: string, year = 2026) => `RESOLUTION ${number} (DOHA, ${year})

Lamps for the keepers of lighthouses

The Plenipotentiary Conference of the International Telecommunication Union (Doha, ${year}),

considering

that the nights are long,

resolves

1 that ITU should light lamps under Action Line C2;

2 that ITU should help to reach SDG 7,

instructs the Secretary-General

1 to report every year to the ITU Council on the lamps;

2 to carry out resolves 1 above in line with Resolution 71 (Rev. Dubai, 2018);

3 to submit a final report to the plenipotentiary conference in ${year}.
`

const secretariat = person('sofia', { role: 'secretariat', scope: null })
const focalPoint = person('amina', { role: 'focal-point', scope: 'body:tsb' })
const colleague = person('carlos', { role: 'focal-point', scope: 'body:tsb' })
const elsewhere = person('wei', { role: 'focal-point', scope: 'body:bdt' })
const company = person('ivan', { role: 'focal-point', scope: 'organization:acme' })
const reader = person('lea')

const file = (text: string, name = 'lamps.txt') => ({ file: { name, bytes: bytesOf(text) } })

async function opened(site: TestSite, text: string, name?: string): Promise<string> {
  const answer = await site.as(focalPoint).post('/en/import', {}, file(text, name))
  assert.deepEqual([answer.status, answer.text.slice(0, 0)], [303, ''])
  return (answer.location ?? '').replace(/^.*\/en/, '').replace(/\?.*$/, '')
}

describe('a file that a focal point sends', () => {
  let site: TestSite
  let draft: string

  before(async () => {
    site = await testSite()
    draft = await opened(site, lamps('301'))
  })

  test('waits as a draft for those who may review it, and does not exist for others', async () => {
    const asked = async (actor: Parameters<TestSite['as']>[0]) =>
      (await site.as(actor).get(`/en${draft}`)).status
    assert.deepEqual(
      await Promise.all([focalPoint, colleague, secretariat, elsewhere, company, reader].map(asked)),
      [200, 200, 200, 404, 404, 404],
    )
    assert.equal((await site.ask(`/en${draft}`)).status, 404)
    assert.equal((await site.ask(`/en${draft}/source`)).status, 404)
    assert.deepEqual(((await site.json('/en/imports.json')) as { total: number }).total, 0)
    assert.equal((await site.ask('/en/revisions/pp-301-doha-2026')).status, 404)
  })

  test('is refused from whoever is no focal point of a body', async () => {
    for (const actor of [company, reader]) {
      const answer = await site.as(actor).get('/en/import')
      assert.equal(answer.status, 403)
      // Also whoever is a focal point, but of an organization.
      assert.match(answer.text, /A role counts for the organization, body, action line or region for which/)
    }
  })

  test('shows the source beside each provision, with label, duties and how sure the parser is', async () => {
    const { text } = await site.as(focalPoint).get(`/en${draft}`)
    assert.match(text, /0 of 6 provisions checked/)
    assert.match(text, /instructs-secretary-general\/1/)
    assert.match(text, /1 to report every year to the ITU Council on the lamps;/)
    assert.match(text, /every year/)
  })

  test('is corrected, checked and confirmed, and only then stands in the register', async () => {
    const amina = site.as(focalPoint)
    const units = async () =>
      Object.fromEntries(
        (
          JSON.parse((await amina.get(`/en${draft}.json`)).text) as {
            units: { address: string; id: string; duties: { id: string }[] }[]
          }
        ).units.map((unit) => [unit.address, unit]),
      )
    const before = await units()
    const report = before['instructs-secretary-general/1']
    const duty = report?.duties[0]?.id ?? ''

    const cadence = await amina.post(`/en${draft}/duties/${duty}`, {
      force: 'instructs',
      addressees: 'Secretary-General',
      verb: 'report',
      deliverable: 'on the lamps',
      recipients: 'ITU Council',
      cadence: 'biennial',
      basis: 'explicit',
    })
    assert.equal(cadence.status, 303)
    const label = await amina.post(`/en${draft}/units/${before['resolves/2']?.id}`, {
      label: '3',
      level: 'same',
      role: 'provision',
    })
    assert.equal(label.status, 303)
    assert.deepEqual(Object.keys(await units()).includes('resolves/3'), true)
    assert.equal((await amina.post(`/en${draft}/withdrawal`)).status, 303)
    assert.deepEqual(Object.keys(await units()).includes('resolves/2'), true)
    assert.equal((await amina.post(`/en${draft}/acceptance`)).status, 303)
    const confirmed = await amina.post(`/en${draft}/confirmation`)
    assert.deepEqual(
      [confirmed.status, confirmed.location?.split('?')[0]],
      [303, '/en/revisions/pp-301-doha-2026'],
    )

    const { rows } = (await site.json('/en/duties.json?revision=pp-301-doha-2026&limit=50')) as {
      rows: { address: string; cadence: { value: { code: string } | null }; confirmed: boolean }[]
    }
    const stored = rows.find(({ address }) => address === 'instructs-secretary-general/1')
    assert.deepEqual([stored?.cadence.value?.code, stored?.confirmed], ['biennial', true])
    const source = await site.ask(`/en${draft}/source`)
    assert.deepEqual(
      [
        source.status,
        source.headers.get('Content-Disposition')?.startsWith('attachment'),
        await source.text(),
      ],
      [200, true, lamps('301')],
    )
  })

  test('counts what people took of the suggestions, and opens each of them', async () => {
    const { rows } = (await site.json('/en/suggestions.json')) as {
      rows: { language: string; field: { code: string }; suggestions: number; accepted: number }[]
    }
    const cadence = rows.find(({ field }) => field.code === 'cadence')
    assert.equal((cadence?.suggestions ?? 0) - (cadence?.accepted ?? 0), 1)
    const changed = (await site.json('/en/suggestions/decisions.json?field=cadence&accepted=no')) as {
      rows: { suggested: string; decided: string; address: string }[]
    }
    assert.deepEqual(
      changed.rows.map(({ suggested, decided, address }) => [suggested, decided, address]),
      [['annual (explicit)', 'biennial (explicit)', 'instructs-secretary-general/1']],
    )
  })

  test('leaves a history that fits', async () => {
    const digests = Object.assign({}, ...modules.map((one) => one.digests ?? {}))
    assert.deepEqual((await verifyHistory(site.db, digests)).faults, [])
  })
})

test('a text whose number was read wrongly is known by what a person says, shown before anything is stored', async () => {
  const site = await testSite()
  const amina = site.as(focalPoint)
  const draft = await opened(site, lamps('302'))
  assert.match((await amina.get(`/en${draft}`)).text, /Nobody has described this text yet/)
  const head = {
    title: 'Lamps for the keepers of lighthouses',
    number: '140',
    body: 'The Plenipotentiary Conference of the International Telecommunication Union',
    place: 'Dubai',
    year: '2018',
    revision: 'Rev.',
  }
  assert.equal((await amina.post(`/en${draft}/head`, { ...head, year: 'soon' })).status, 422)
  assert.equal((await amina.post(`/en${draft}/head`, head)).status, 303)
  const { text } = await amina.get(`/en${draft}`)
  assert.match(text, /The text is taken for/)
  assert.match(text, /pp-140-dubai-2018/)
  assert.match(text, /The register describes this revision itself/)
})
