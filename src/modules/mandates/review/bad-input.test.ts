import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { person, testSite, type TestSite } from '../../../../test/test-site.ts'

const sofia = person('sofia', { role: 'secretariat', scope: null })
const text = `RESOLUTION 601 (DOHA, 2026)

Ropes

The Plenipotentiary Conference of the International Telecommunication Union (Doha, 2026),

considering

that boats drift,

resolves

1 that ITU should plait ropes; 2 that ITU should tar them;

2 that ITU should measure them,

instructs the Secretary-General

1 to report every year to the ITU Council on the ropes.

_______________________________
`

describe('what does not fit into a form of the review', () => {
  let site: TestSite
  let draft: string
  let unit: string
  let duty: string

  before(async () => {
    site = await testSite()
    const file = { name: 'ropes.txt', bytes: new TextEncoder().encode(text) }
    const { location } = await site.as(sofia).post('/en/import', {}, { file })
    draft = (location ?? '').replace(/\?.*$/, '')
    const { units } = JSON.parse((await site.as(sofia).get(`${draft}.json`)).text) as {
      units: { id: string; address: string; duties: { id: string }[] }[]
    }
    unit = units.find(({ address }) => address === 'resolves/1')?.id ?? ''
    duty = units.find(({ address }) => address === 'instructs-secretary-general/1')?.duties[0]?.id ?? ''
  })

  const typed = async (path: string, fields: Record<string, string>) => {
    const { status, text: page } = await site.as(sofia).post(`${draft}${path}`, fields)
    const error = /class="field-error"[^>]*>\s*([^<]+)/.exec(page)?.[1]?.trim()
    return [status, error]
  }

  test('is named with its field and its rule, and stays typed', async () => {
    assert.deepEqual(await typed(`/units/${unit}`, { label: 'a'.repeat(21) }), [422, 'at most 20 characters'])
    assert.deepEqual(await typed(`/units/${unit}`, { role: 'footnote' }), [422, 'must be filled in'])
    assert.deepEqual(await typed(`/units/${unit}`, { role: 'footnote', mark: '1', of: 'resolves/99' }), [
      422,
      'the address of a provision of this text, such as resolves/6/i',
    ])
    assert.deepEqual(await typed(`/units/${unit}/division`, { text: 'other words\n\nare here' }), [
      422,
      'the text as it is printed: only empty lines may be added',
    ])
    assert.deepEqual(await typed(`/duties/${duty}`, { force: 'instructs', year: 'soon' }), [
      422,
      'a year of four digits',
    ])
    const page = (
      await site
        .as(sofia)
        .post(`${draft}/duties/${duty}`, { force: 'instructs', year: 'soon', verb: 'plait' })
    ).text
    assert.deepEqual([/value="soon"/.test(page), /value="plait"/.test(page)], [true, true])
  })

  test('is said to be impossible where the text does not allow it', async () => {
    const first = (
      JSON.parse((await site.as(sofia).get(`${draft}.json`)).text) as { units: { id: string }[] }
    ).units[0]?.id
    const answer = await site.as(sofia).post(`${draft}/units/${first}/merger`)
    assert.deepEqual([answer.status, /does not allow this here/.test(answer.text)], [422, true])
    assert.equal((await typed(`/sections/considering`, { role: 'provision' }))[0], 422)
  })

  test('never ends as a fault of the server, whatever the form and whatever is sent', async () => {
    const paths = [
      `/units/${unit}`,
      `/units/${unit}/division`,
      `/units/${unit}/merger`,
      `/units/${unit}/check`,
      `/units/${unit}/duties/new`,
      `/duties/${duty}`,
      `/duties/${duty}/removal`,
      '/sections/resolves',
      '/acceptance',
      '/withdrawal',
      '/confirmation',
      '/abandonment',
    ]
    const bad: Record<string, string>[] = [
      { unknown: 'x' },
      { label: '\u0000' },
      { label: 'x', level: 'sideways', role: 'king' },
      { text: '\n\n'.repeat(1000) },
      { force: 'x', cadence: 'never', addressees: 'x'.repeat(5000) },
      { role: 'x' },
      { reason: 'x'.repeat(3000), other: '1' },
    ]
    for (const path of paths)
      for (const fields of bad) {
        const { status } = await site.as(sofia).post(`${draft}${path}`, { ...fields, unknown: 'x' })
        assert.deepEqual([path, status], [path, 422])
      }
    for (const path of ['/units/none', '/units/none/check', '/duties/none', '/sections/none', '/asides/none'])
      assert.equal((await site.as(sofia).get(`${draft}${path}`)).status, 404)
    for (const query of ['after=none', 'only=x', 'after=', 'x=1'])
      assert.ok((await site.as(sofia).get(`${draft}?${query}`)).status < 500)
  })

  test('is taken as JSON by the same rules', async () => {
    const answer = await site.as(sofia).json(`${draft}/units/${unit}`, { label: 'a'.repeat(30) })
    assert.equal(answer.status, 422)
    assert.equal((await site.as(sofia).json(`${draft}/units/${unit}/division`, {})).status, 422)
  })

  test('divides a provision that the parser took for one', async () => {
    const { status } = await site.as(sofia).post(`${draft}/units/${unit}/division`, {
      text: 'that ITU should plait ropes;\n\n2 that ITU should tar them;',
    })
    assert.equal(status, 303)
    const { units } = JSON.parse((await site.as(sofia).get(`${draft}.json`)).text) as {
      units: { address: string; duties: { verb: string }[] }[]
    }
    assert.deepEqual(
      units.map(({ address, duties }) => `${address} ${duties.map(({ verb }) => verb).join()}`),
      [
        'considering/0 ',
        'resolves/1 plait',
        'resolves/2 tar',
        'resolves/2~2 measure',
        'instructs-secretary-general/1 report',
      ],
    )
  })
})
