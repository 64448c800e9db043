import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { importResolution, revisionText } from '../index.ts'

const sofia = person('sofia', { role: 'secretariat', scope: null })
const amina = person('amina', { role: 'focal-point', scope: 'body:tsb' })
const carlos = person('carlos', { role: 'focal-point', scope: 'body:tsb' })
const bytesOf = (text: string) => new TextEncoder().encode(text)

const nets = (number: string, head = `RESOLUTION ${number} (DOHA, 2026)`) => `${head}

Nets of fishers

The Plenipotentiary Conference of the International Telecommunication Union (Doha, 2026),

considering

that fish swim,

resolves

1 that ITU should mend nets;

2 that ITU should dry them,

instructs the Secretary-General

1 to report every year to the ITU Council on the nets;

2 to keep a list of nets.
`

type Unit = { id: string; address: string; touched: number; checked: boolean; duties: { id: string }[] }

const reviewOf = async (someone: SignedIn, path: string) =>
  JSON.parse((await someone.get(`/en${path}.json`)).text) as { version: number; units: Unit[] }
const unitOf = async (someone: SignedIn, path: string, address: string) =>
  (await reviewOf(someone, path)).units.find((unit) => unit.address === address) as Unit

async function opened(site: TestSite, number: string): Promise<string> {
  const file = { name: `nets-${number}.txt`, bytes: bytesOf(nets(number)) }
  const { location } = await site.as(amina).post('/en/import', {}, { file })
  return (location ?? '').replace(/^\/en/, '').replace(/\?.*$/, '')
}

/** What a form sends that was opened before. */
async function form(someone: SignedIn, path: string) {
  const { text } = await someone.get(path)
  const value = (name: string) => new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(text)?.[1] ?? ''
  return { _token: value('_token'), _version: value('_version') }
}

describe('two people at one draft', () => {
  let site: TestSite

  before(async () => {
    site = await testSite()
    // Connections are open before the races begin.
    await Promise.all([1, 2, 3, 4].map(() => sql`select 1`.execute(site.db)))
  })

  test('are told when the other has decided about the same unit, and what they typed stays', async () => {
    const draft = await opened(site, '501')
    const [one, other] = [site.as(amina), site.as(carlos)]
    const unit = await unitOf(one, draft, 'resolves/2')
    const path = `/en${draft}/units/${unit.id}`
    const [mine, theirs] = [await form(one, path), await form(other, path)]
    assert.equal(
      (await one.send(path, { ...mine, label: '3', level: 'same', role: 'provision' })).status,
      303,
    )
    const late = await other.send(path, { ...theirs, label: '4', level: 'same', role: 'provision' })
    const page = await late.text()
    assert.deepEqual(
      [late.status, /value="4"/.test(page), /changed while you were writing/.test(page)],
      [409, true, true],
    )
    assert.deepEqual((await reviewOf(one, draft)).units.map(({ address }) => address)[2], 'resolves/3')
  })

  test('do not disturb each other at different units', async () => {
    const draft = await opened(site, '502')
    const [one, other] = [site.as(amina), site.as(carlos)]
    const [first, second] = [await unitOf(one, draft, 'resolves/1'), await unitOf(one, draft, 'resolves/2')]
    const paths = [first, second].map(({ id }) => `/en${draft}/units/${id}/check`)
    const forms = [await form(one, paths[0] ?? ''), await form(other, paths[1] ?? '')]
    const answers = await Promise.all([
      one.send(paths[0] ?? '', forms[0] ?? {}),
      other.send(paths[1] ?? '', forms[1] ?? {}),
    ])
    assert.deepEqual(
      answers.map(({ status }) => status),
      [303, 303],
    )
    assert.equal((await reviewOf(one, draft)).units.filter(({ checked }) => checked).length, 2)
  })

  test('confirm once: one does, the other is told', async () => {
    const draft = await opened(site, '503')
    const path = `/en${draft}/confirmation`
    const people = [site.as(amina), site.as(carlos)]
    const forms = await Promise.all(people.map((one) => form(one, path)))
    const answers = await Promise.all(people.map((one, place) => one.send(path, forms[place] ?? {})))
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [303, 409],
    )
    const texts = await site.db
      .selectFrom('revision_texts')
      .select('version')
      .where('revision', '=', 'pp-503-doha-2026')
      .execute()
    assert.deepEqual(texts, [{ version: 1 }])
  })

  test('cannot confirm what they have not seen', async () => {
    const draft = await opened(site, '504')
    const [one, other] = [site.as(amina), site.as(carlos)]
    const seen = await form(one, `/en${draft}/confirmation`)
    const unit = await unitOf(other, draft, 'resolves/2')
    assert.equal((await other.post(`/en${draft}/units/${unit.id}/check`)).status, 303)
    assert.equal((await one.send(`/en${draft}/confirmation`, seen)).status, 409)
    assert.equal((await site.ask('/en/revisions/pp-504-doha-2026')).status, 404)
  })

  test('abandon a draft, of which nothing comes into the register', async () => {
    const draft = await opened(site, '505')
    assert.equal(
      (await site.as(carlos).post(`/en${draft}/abandonment`, { reason: 'A duplicate.' })).status,
      303,
    )
    assert.equal((await site.as(amina).post(`/en${draft}/confirmation`)).status, 409)
    assert.equal((await site.ask('/en/revisions/pp-505-doha-2026')).status, 404)
    assert.equal((await site.as(amina).get(`/en${draft}`)).status, 200)
    assert.equal((await site.ask(`/en${draft}`)).status, 404)
  })
})

describe('a text that is corrected after its import', () => {
  let site: TestSite
  const revision = 'pp-511-doha-2026'
  const correction = `/en/revisions/${revision}/texts/en/correction`

  before(async () => {
    site = await testSite()
    const at = new Date('2026-11-20T12:00:00Z')
    await importResolution(site.db, { bytes: bytesOf(nets('511')), name: 'nets.txt', actor: 'test', at })
  })

  test('is corrected by those who may, in a draft that nobody else sees', async () => {
    assert.equal((await site.as(person('lea')).get(correction)).status, 403)
    const begun = await site.as(sofia).post(correction)
    const draft = begun.location?.split('?')[0] ?? ''
    assert.equal(begun.status, 303)
    assert.equal((await site.as(sofia).post(correction)).location?.split('?')[0], draft)
    assert.equal((await site.ask(draft)).status, 404)
  })

  test('becomes the next version; the earlier stays readable and duties keep their ids', async () => {
    const someone = site.as(sofia)
    const draft = ((await someone.post(correction)).location ?? '').replace(/^\/en/, '').replace(/\?.*$/, '')
    const dutyIds = async () =>
      (
        await site.db
          .selectFrom('duties')
          .select(['id', 'address', 'confirmed'])
          .where('revision', '=', revision)
          .orderBy('id')
          .execute()
      ).map(({ id, address, confirmed }) => `${id} ${address} ${confirmed}`)
    const before = await dutyIds()

    const unit = await unitOf(someone, draft, 'instructs-secretary-general/2')
    assert.equal(
      (await someone.post(`/en${draft}/units/${unit.id}`, { label: '3', level: 'same', role: 'provision' }))
        .status,
      303,
    )
    assert.deepEqual(await dutyIds(), before)
    assert.equal((await someone.post(`/en${draft}/confirmation`)).status, 303)

    const old = `${revision}/instructs-secretary-general/2#1`
    assert.deepEqual(
      (await dutyIds()).filter((one) => one.startsWith(old)),
      [`${old} instructs-secretary-general/3 true`],
    )
    const labels = async (version?: number) =>
      (await revisionText(site.db, revision, 'en', version))?.units.map(({ label }) => label)
    assert.deepEqual(await labels(1), [null, '1', '2', '1', '2'])
    const shown = async (query: string) => {
      const path = `/en/revisions/${revision}/texts/en.json${query}`
      const { version, versions, units } = (await site.json(path)) as {
        version: number
        versions: number[]
        units: { label: string | null }[]
      }
      return [version, versions, units.at(-1)?.label]
    }
    assert.deepEqual(await shown('?version=1'), [1, [1, 2], '2'])
    assert.deepEqual(await shown(''), [2, [1, 2], '3'])
    assert.equal((await site.ask(`/en/revisions/${revision}/texts/en?version=1`)).status, 200)
    assert.equal((await site.ask(`/en/revisions/${revision}/texts/en?version=9`)).status, 404)
    assert.equal((await site.ask(`/en/revisions/${revision}/texts/en?version=x`)).status, 400)
    assert.deepEqual(await labels(), [null, '1', '2', '1', '3'])
    assert.equal((await site.ask(`/en/revisions/${revision}/instructs-secretary-general/3`)).status, 200)
  })

  test('is not overwritten by a correction of an older version', async () => {
    const someone = site.as(sofia)
    const draft = ((await someone.post(correction)).location ?? '').split('?')[0] ?? ''
    const at = new Date('2026-11-21T12:00:00Z')
    const bytes = bytesOf(`${nets('511')}\n`)
    await importResolution(site.db, { bytes, name: 'newer.txt', actor: 'test', at })
    const answer = await someone.post(`${draft}/confirmation`)
    assert.deepEqual([answer.status, /newer version/.test(answer.text)], [409, true])
  })

  test('of the register keeps the register’s duties, and says so', async () => {
    const at = new Date('2026-11-21T12:00:00Z')
    const text = nets('140', 'RESOLUTION 140 (REV. DUBAI, 2018)').replaceAll('(Doha, 2026)', '(Dubai, 2018)')
    const { revision: id } = await importResolution(site.db, {
      bytes: bytesOf(text),
      name: 'r140.txt',
      actor: 'test',
      at,
    })
    assert.equal(id, 'pp-140-dubai-2018')
    const duties = async () =>
      site.db
        .selectFrom('duties')
        .select(['id', 'cadence', 'origin'])
        .where('revision', '=', id)
        .orderBy('id')
        .execute()
    const before = await duties()
    const page = await site.as(sofia).get(`/en/revisions/${id}/texts/en/correction`)
    assert.match(page.text, /duties of the register are corrected in its files only/)
    const begun = await site.as(sofia).post(`/en/revisions/${id}/texts/en/correction`)
    const draft = (begun.location ?? '').replace(/^\/en/, '').replace(/\?.*$/, '')
    const unit = await unitOf(site.as(sofia), draft, 'resolves/2')
    assert.equal((await site.as(sofia).post(`/en${draft}/units/${unit.id}/merger`)).status, 303)
    assert.equal((await site.as(sofia).post(`/en${draft}/confirmation`)).status, 303)
    assert.deepEqual(await duties(), before)
    assert.equal((await revisionText(site.db, id, 'en'))?.units.length, 4)
  })
})
