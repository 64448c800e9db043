import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { operator } from '#platform/access/actor.ts'
import type { Holding } from '#platform/web/holdings.ts'
import { runningPlan } from '../../../../test/progress-samples.ts'
import { councilDuty, frozenReport, newReport, putEntries } from '../../../../test/report-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { deliverReport } from '../delivery-commands.ts'
import { usualQueries } from '../parts/part.ts'

const provision = 'pp-140-dubai-2018/instructs-secretary-general/5'
const later = new Date('2026-11-23T09:00:00Z')

describe('where a record is used', () => {
  let site: TestSite
  let id: string
  let item: string
  let eve: SignedIn
  before(async () => {
    site = await testSite()
    eve = site.as(person('eve'))
    await putEntries(site.db)
    ;({ first: item } = await runningPlan(site.db))
    ;({ id } = await frozenReport(
      site.db,
      {
        introduction: `Of lighthouses.\n\nThe Council asked in [[/revisions/${provision}]]; {{entries}} entries show it.`,
        stocktaking: `See [[/activities/rprt000003]] and [[/plan-items/${item}]].`,
      },
      { parts: { kenya: { ...usualQueries.cases, filters: { country: 'KE' } } } },
    ))
    await newReport(site.db, { words: { title: 'A draft of lighthouses', action: '' } })
  })

  const held = async (path: string, code = 'reports') => {
    const { text } = await eve.get(`/en${path}.json`)
    return (JSON.parse(text) as { held: Holding[] }).held.find((one) => one.code === code)!
  }
  const found = async (query: string) =>
    (JSON.parse((await eve.get(`/en/reports.json?${query}`)).text) as { rows: { id: string }[] }).rows.map(
      (row) => row.id,
    )

  test('is shown on the page of what reports cite, list and ask about, with the list of them', async () => {
    for (const path of [
      '/activities/rprt000003',
      '/activities/rprt000001',
      `/plan-items/${item}`,
      '/places/country/KE',
      `/revisions/${provision}`,
    ]) {
      const { total, first, query } = await held(path)
      assert.deepEqual([path, total, first[0]?.id, first[0]?.within?.text], [path, 1, id, 'C26/35'])
      assert.deepEqual([path, await found(new URLSearchParams(query).toString())], [path, [id]])
    }
    assert.equal((await held('/places/country/FR')).total, 0)
    assert.deepEqual(await found('uses=activity:rprt000009'), [])
    assert.deepEqual(await found('uses=nothing'), [])
    assert.match((await eve.get('/en/activities/rprt000003')).text, /Reports that use it/)
  })

  test('is, of a provision, the very paragraph that answers it, once the report was delivered', async () => {
    assert.equal((await held(`/revisions/${provision}`, 'answers')).total, 0)
    const { issues } = await deliverReport(site.db, {
      ...{ actor: operator, at: later, id },
      deliveredOn: '2026-11-23',
    })
    assert.deepEqual(issues, [])
    for (const path of [`/revisions/${provision}`, `/duties/${provision}/1`]) {
      const { total, first, query } = await held(path, 'answers')
      assert.deepEqual(
        [total, first[0]?.anchor, first[0]?.text],
        [
          1,
          'p-introduction-2',
          {
            text: 'The Council asked in Resolution 140 (Rev. Dubai, 2018); 3 entries show it.',
            language: 'en',
          },
        ],
      )
      assert.deepEqual(await found(new URLSearchParams(query).toString()), [id])
      const page = (await eve.get(`/fr${path}`)).text
      assert.match(page, new RegExp(`href="/fr/reports/${id}#p-introduction-2"`))
      assert.match(page, /3 entries show it/)
    }
    assert.match((await eve.get(`/en/reports/${id}`)).text, /<p id="p-introduction-2"/)
    assert.deepEqual(await found(`answers=${councilDuty.duty.replace('/5#1', '/6#1')}`), [])
  })

  test('finds frozen reports by their symbol and their words, and no draft', async () => {
    const hits = async (words: string) =>
      (
        JSON.parse((await eve.get(`/en/search.json?q=${encodeURIComponent(words)}`)).text) as {
          rows: { kind: { code: string }; id: string; exact: boolean; name: string }[]
        }
      ).rows.filter(({ kind }) => kind.code === 'report')
    const [exact] = await hits('c26/35')
    assert.deepEqual([exact?.id, exact?.exact, exact?.name], [id, true, 'C26/35'])
    assert.deepEqual(
      (await hits('lighthouses')).map((hit) => hit.id),
      [id],
    )
  })
})
