import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { operator } from '#platform/access/actor.ts'
import { verifyHistory, type Digest } from '#platform/history.ts'
import { insertPeople } from '../../../../test/accounts-samples.ts'
import { newItem, newPlan, planMoment, planWithItems, takeSteps } from '../../../../test/plan-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { keptTables, modules } from '../../../modules.ts'
import { linkItem } from '../link-commands.ts'

const duty = 'pp-140-dubai-2018/requests-council/8#1'

type Row = { id: string; title: { text: string }; lead: { id: string } }
type List<Of = Row> = {
  total: number
  rows: Of[]
  facets: { name: string; values: { value: string; count: number }[] }[]
}

describe('the task force', () => {
  let site: TestSite
  let officer: SignedIn
  let amina: SignedIn
  let facilitator: SignedIn
  let plan: Awaited<ReturnType<typeof planWithItems>>
  /** An operational plan of another unit, a draft, with an item that does nearly the same. */
  let twin: string
  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['officer', 'amina', 'fatou'])
    officer = site.as(person('officer', { role: 'secretariat', scope: null }))
    amina = site.as(person('amina', { role: 'focal-point', scope: 'body:itu-tsb' }))
    facilitator = site.as(person('fatou', { role: 'facilitator', scope: 'action-line:C1' }))
    plan = await planWithItems(site.db)
    await takeSteps(site.db, plan.plan, ['consult', 'coordinate', 'present', 'note', 'put-in-force'])
    const other = await newPlan(site.db, { actionLine: 'C6', lead: 'itu-tsb' })
    const objective = await newItem(site.db, { plan: other, title: 'Rules are known' })
    const outcome = await newItem(site.db, {
      plan: other,
      level: 'outcome',
      parent: objective,
      title: 'Rules are kept',
    })
    twin = await newItem(site.db, {
      plan: other,
      level: 'activity',
      parent: outcome,
      title: 'Write the test for all lamps',
      content: {
        startsOn: '2026-10-01',
        deadlineOn: '2027-01-31',
        parties: [
          { role: 'partner', kind: 'body', party: 'unesco' },
          { role: 'contributor', kind: 'body', party: 'itu-br' },
        ],
        codes: [
          { tree: 'sdg-targets', code: '9.c' },
          { tree: 'countries', code: 'FJ' },
        ],
      },
    })
    const by = { actor: operator, at: planMoment, revision: 1, links: [{ kind: 'duty', record: duty }] }
    await linkItem(site.db, { ...by, id: twin })
  })

  const list = async <Of = Row>(as: SignedIn, path: string): Promise<List<Of>> =>
    JSON.parse((await as.get(path)).text) as List<Of>
  const countOf = ({ facets }: List<unknown>, name: string, value: string) =>
    facets.find((facet) => facet.name === name)?.values.find((one) => one.value === value)?.count

  test('sees the items of all units, drafts too, with counts that ignore their own filter', async () => {
    const all = await list(officer, '/en/task-force.json')
    assert.deepEqual(
      all.rows.slice(0, 3).map(({ title }) => title.text),
      ['Write the test for lamps', 'Write the test for all lamps', 'Teach how to test lamps'],
    )
    assert.equal(all.total, 7)
    const ofGoal = await list(officer, '/en/task-force.json?sdg=9&action-line=C5')
    assert.equal(ofGoal.total, 0)
    assert.equal(countOf(ofGoal, 'action-line', 'C6'), 1)
    assert.equal(countOf(ofGoal, 'sdg', '9'), 0)
    const ofMonths = await list(officer, '/en/task-force.json?from=2027-01&to=2027-03')
    assert.deepEqual(
      ofMonths.rows.map(({ id }) => id),
      [twin],
    )
    assert.equal(countOf(ofMonths, 'month', '2026-12'), 1)
    assert.equal(countOf(all, 'provision', 'pp-140-dubai-2018/requests-council/8'), 1)
  })

  test('hides drafts of other units from whoever is not of the staff', async () => {
    const seen = await list(facilitator, '/en/task-force.json')
    assert.equal(seen.total, 4)
    assert.equal(countOf(seen, 'state', 'draft'), undefined)
    assert.equal((await facilitator.get('/en/task-force/overlaps')).status, 403)
  })

  test('names who leads apart from who contributes', async () => {
    const page = (await officer.get('/en/task-force?action-line=C6')).text
    const row = /Write the test for all lamps[\s\S]*?<\/tr>/.exec(page)?.[0] ?? ''
    assert.deepEqual(
      row.split('<td').map((cell) => /bodies\/([\w-]+)/.exec(cell)?.[1] ?? null),
      [null, null, 'itu-tsb', 'itu-br', null, null],
    )
  })

  test('goes from page to page without losing or repeating a row', async () => {
    const rows: string[] = []
    let after = ''
    for (let pages = 0; pages < 9; pages++) {
      const { text } = await officer.get(`/en/task-force.json?limit=2${after}`)
      const page = JSON.parse(text) as { rows: Row[]; next: string | null }
      rows.push(...page.rows.map(({ id }) => id))
      if (page.next === null) break
      after = `&after=${encodeURIComponent(new URL(page.next, 'http://x').searchParams.get('after') ?? page.next)}`
    }
    assert.equal(new Set(rows).size, 7)
    assert.equal(rows.length, 7)
  })

  test('opens from the pages of what items are about, with the same number', async () => {
    type Held = { held: { total: number; path: string; query: Record<string, string>; first: unknown[] }[] }
    const places = ['country/FJ', 'region/asia-pacific', 'group/SIDS'].map((place) => `places/${place}`)
    const clauses = [`duties/${duty.replace('#', '/')}`, `revisions/${duty.split('#')[0]}`]
    for (const path of [...places, ...clauses, 'action-lines/C6', 'bodies/itu-tsb', 'bodies/itu-br']) {
      const { held } = JSON.parse((await officer.get(`/en/${path}.json`)).text) as Held
      const totals = held.map(({ total }) => total)
      assert.ok(Math.max(...totals) > 0, path)
      for (const one of held) {
        const { total } = await list(
          officer,
          `/en${one.path}.json?${new URLSearchParams(one.query).toString()}`,
        )
        assert.deepEqual([one.total, one.first.length], [total, Math.min(total, 5)], path)
      }
    }
  })

  test('is told of duties and lines without a plan, and of items that nothing shows', async () => {
    type Gap = { kind: { code: string }; record: string; closing: { path: string } | null }
    const gaps = await list<Gap>(officer, '/en/task-force/gaps.json')
    const lines = await list<Gap>(officer, '/en/task-force/gaps.json?kind=line')
    assert.equal(
      lines.rows.some(({ record }) => record === 'C5'),
      false,
    )
    assert.equal(lines.rows.find(({ record }) => record === 'C6')?.closing?.path, '/plans/new')
    assert.equal(countOf(lines, 'kind', 'line'), lines.total)
    assert.ok((countOf(gaps, 'kind', 'duty') ?? 0) > 10)
    const answered = await list<Gap>(officer, '/en/task-force/gaps.json?kind=duty&limit=200')
    assert.equal(
      answered.rows.some(({ record }) => record === duty),
      false,
    )
    const unmeasured = await list<Gap>(officer, '/en/task-force/gaps.json?kind=measure&action-line=C6')
    assert.deepEqual(
      [...new Set(unmeasured.rows.map(({ closing }) => closing?.path.replace(/[0-9a-z]{10}/, ':item')))],
      ['/plan-items/:item/indicators/new'],
    )
    const page = await site.get('/en/task-force/gaps?kind=line')
    assert.equal(page.status, 200)
    assert.doesNotMatch(page.text, /Start the road map/)
  })

  test('settles two items that look like one, and is not asked again until one of them changes', async () => {
    type Pair = { id: string; state: { code: string }; reasons: { code: string }[]; first: Row }
    const { rows } = await list<Pair>(amina, '/en/task-force/overlaps.json')
    const pair = rows.find(({ id }) => id.includes(twin) && id.includes(plan.first))
    assert.deepEqual(pair?.reasons.map(({ code }) => code).slice(0, 2), ['title', 'text'])
    const path = `/en/task-force/overlaps/${pair?.id}`
    assert.equal((await amina.post(`${path}/distinguish`, { reason: '' })).status, 422)
    assert.equal((await amina.post(`${path}/join`, { reason: 'We do it together.' })).status, 303)
    const later = await list<Pair>(amina, '/en/task-force/overlaps.json')
    assert.equal(
      later.rows.some(({ id }) => id === pair?.id),
      false,
    )
    assert.match((await amina.get('/en/task-force/overlaps')).text, /1 decided pair is not shown\./)
    assert.doesNotMatch((await amina.get('/en/task-force/overlaps?state=joint')).text, /is not shown\./)
    assert.match(
      (await amina.get(`/en/plan-items/${twin}`)).text,
      /Carried out jointly with[\s\S]*?<bdi lang="">We do it together\.<\/bdi>/,
    )
    assert.doesNotMatch((await site.get(`/en/plan-items/${plan.first}`)).text, /all lamps/)
    await amina.post(`${path}/reopen`)
    const merged = await officer.post(`${path}/merge`, { keep: plan.first, reason: 'One test is enough.' })
    assert.equal(merged.status, 303)
    const kept = JSON.parse((await officer.get(`/en/plan-items/${plan.first}.json`)).text) as {
      records: { record: string }[]
      parties: { party: { id: string } }[]
    }
    assert.deepEqual(
      kept.records.map(({ record }) => record),
      [duty],
    )
    assert.deepEqual(kept.parties.map(({ party }) => party.id).toSorted(), ['itu-br', 'itu-tsb', 'unesco'])
    const dropped = await officer.get(`/en/plan-items/${twin}`)
    assert.match(dropped.text, /Merged into/)
    assert.match((await officer.get(`/en/history/plan-item/${twin}`)).text, /One test is enough\./)
    const digests = Object.assign({}, ...modules.map((one) => one.digests ?? {})) as Record<string, Digest>
    assert.deepEqual((await verifyHistory(site.db, digests, { kept: keptTables() })).faults, [])
  })
})
