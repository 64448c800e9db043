import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { importLamps } from '../../../../../test/lamp-resolutions.ts'
import { insertPeople } from '../../../../../test/accounts-samples.ts'
import { planWithItems } from '../../../../../test/plan-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../../test/test-site.ts'
import type { GapRecord } from './gap-shape.ts'

describe('the duties without a plan item', () => {
  let site: TestSite
  let eve: SignedIn

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['eve'])
    eve = site.as(person('eve'))
  })

  /** Years of the revisions of Resolution 900 whose duties are told, each with how sure that is. */
  const told = async (): Promise<string[]> => {
    const { status, text } = await eve.get('/en/task-force/gaps.json?kind=duty&limit=200')
    assert.equal(status, 200, text)
    const { rows } = JSON.parse(text) as { rows: GapRecord[] }
    const own = rows.filter(({ record }) => record.startsWith('pp-900'))
    return [
      ...new Set(
        own.map(({ record, certainty }) => `${/\d{4}/.exec(record)?.[0] ?? ''} ${certainty?.code ?? ''}`),
      ),
    ]
  }
  /** A revision of which only the name is known. */
  const hearOf = async (year: number): Promise<void> => {
    const { instrument } = await site.db
      .selectFrom('revisions')
      .select('instrument')
      .where('id', '=', 'pp-900-harbour-2010')
      .executeTakeFirstOrThrow()
    await site.db
      .insertInto('revisions')
      .values({
        ...{ id: `pp-900-harbour-${year}`, instrument, mark: 'Rev.', place: 'Harbour', year },
        ...{ adopted_on: null, standing: 'in-force', verified: false, origin: 'register', note: null },
        ...{ name: JSON.stringify({ en: `Resolution 900 (${year})` }), title: JSON.stringify({}) },
        citation_forms: [],
      })
      .execute()
  }

  test('are those of the last text that is here; presumed where a later one is known', async () => {
    await importLamps(site.db, 2010)
    assert.deepEqual(await told(), ['2010 stated'])
    await hearOf(2014)
    assert.deepEqual(await told(), ['2010 presumed'])
    await importLamps(site.db, 2022)
    // Neither the text of 2014, which is not here, nor that of 2010, which a later one here has replaced.
    assert.deepEqual(await told(), ['2022 stated'])
  })

  test('of the resolutions that were revised since are presumed to go on', async () => {
    const { rows } = JSON.parse((await eve.get('/en/task-force/gaps.json?kind=duty&limit=200')).text) as {
      rows: GapRecord[]
    }
    const revised = rows.filter(({ record }) => record.startsWith('pp-140-dubai-2018'))
    assert.deepEqual([...new Set(revised.map(({ certainty }) => certainty?.code))], ['presumed'])
  })

  test('come in the order of their text, in their own words, and to be answered only where a plan can', async () => {
    const officer = site.as(person('eve', { role: 'secretariat', scope: null }))
    const page = (await officer.get('/en/task-force/gaps.json?kind=duty&limit=200')).text
    const { rows } = JSON.parse(page) as { rows: GapRecord[] }
    const places = (prefix: string) =>
      rows.flatMap(({ record }) => (record.startsWith(prefix) ? [record.slice(prefix.length)] : []))
    const told = places('pp-140-dubai-2018/instructs-secretary-general/')
    assert.deepEqual(told.slice(0, 5), ['1#1', '2#1', '3#1', '3#2', '4#1'])
    assert.equal(told.at(-1), '10#1')
    assert.deepEqual(
      rows.filter(({ record, about }) => record.startsWith('pp-140') && about === null),
      [],
    )
    const closingOf = (record: string) => rows.find((one) => one.record === record)?.closing?.path ?? null
    assert.equal(
      closingOf('pp-140-dubai-2018/requests-council/1#1'),
      '/task-force/gaps/pp-140-dubai-2018/requests-council/1/1',
    )
    assert.equal(closingOf('wtsa-75-hammamet-2016/invites-member-states/0#1'), null)
    assert.equal(closingOf('wtsa-75-hammamet-2016/invites-all-stakeholders/1#1'), null)
  })

  test('are given to an item of a plan that one leads', async () => {
    const { plan, first } = await planWithItems(site.db)
    const address = '/en/task-force/gaps/pp-140-dubai-2018/requests-council/1/1'
    const officer = site.as(person('eve', { role: 'secretariat', scope: null }))
    assert.equal((await eve.get(address)).status, 403)
    assert.equal((await officer.get(`${address}/9`)).status, 404)
    assert.match((await officer.get(address)).text, new RegExp(`value="${plan}"`))
    const shown = await officer.post(address, { plan, _show: 'items' })
    assert.match(shown.text, new RegExp(`value="${first}"`))
    const wrong: Record<string, string>[] = [
      {},
      { plan: 'nothing', item: first },
      { plan },
      { plan, item: 'nothing' },
    ]
    for (const typed of wrong)
      assert.equal((await officer.post(address, typed)).status, 422, JSON.stringify(typed))
    const given = await officer.post(address, { plan, item: first })
    assert.equal(given.location?.split('?')[0], `/en/plan-items/${first}`)
    const again = await officer.post(address, { plan, item: first })
    assert.equal(again.status, 303)
    const item = await officer.get(`/en/plan-items/${first}.json`)
    assert.equal(item.text.split('pp-140-dubai-2018/requests-council/1').length > 1, true)
    const { rows } = JSON.parse((await officer.get('/en/task-force/gaps.json?kind=duty&limit=200')).text) as {
      rows: GapRecord[]
    }
    assert.ok(!rows.some(({ record }) => record === 'pp-140-dubai-2018/requests-council/1#1'))
  })
})
