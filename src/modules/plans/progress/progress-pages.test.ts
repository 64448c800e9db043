import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { adjustDates } from '../adjustment-commands.ts'
import { linkItem } from '../link-commands.ts'
import { operator } from '#platform/access/actor.ts'
import { validator } from '../../../../test/html-validator.ts'
import { insertPeople } from '../../../../test/accounts-samples.ts'
import { acceptedReport, draftReport, newIndicator, runningPlan } from '../../../../test/progress-samples.ts'
import { planWithItems, takeSteps } from '../../../../test/plan-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { planPaths } from '../paths.ts'
import { oversightGrid } from '#modules/mandates/oversight/oversight-queries.ts'

const lead = person('lead', { role: 'facilitator', scope: 'action-line:C5' })
const olga = person('olga', { role: 'secretariat', scope: null })
const eve = person('eve')
const zoe = person('zoe', { role: 'translator', scope: null })

type Marked = { id: string; mark: { code: string } | null }

describe('the progress of a plan', () => {
  let site: TestSite
  let made: Awaited<ReturnType<typeof runningPlan>>
  let asLead: SignedIn
  let office: SignedIn

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['lead', 'olga', 'eve', 'zoe'])
    made = await runningPlan(site.db)
    asLead = site.as(lead)
    office = site.as(olga)
  })

  test('is reported, sent back, accepted, and stands at a duty as evidence only when somebody puts it there', async () => {
    const { first, october, plan } = made
    await linkItem(site.db, {
      ...{ actor: operator, at: new Date(), id: first, revision: 1 },
      links: [{ kind: 'provision', record: 'wtsa-75-hammamet-2016/instructs-director-tsb/6' }],
    })
    const write = `/en${planPaths.writeReport(first, october)}`
    const said = {
      ...{ rating: 'on-track', percent: '40', language: 'en', achieved: 'Lamps were tested.' },
      evidence: `/plan-items/${first}\nhttps://example.org/lamps`,
    }
    const wrong = await asLead.post(write, { ...said, percent: '140', evidence: 'nowhere' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /value="140"/)
    const written = await asLead.post(write, said)
    assert.equal(written.status, 303, written.text)
    const report = (written.location ?? '').replace(/\?.*$/, '').replace(/^\/en/, '')
    assert.equal((await site.as(eve).get(`/en${report}`)).status, 404)

    assert.equal((await asLead.post(`/en${report}/steps/submit`)).status, 303)
    assert.equal((await asLead.get(`/en${report}/steps/accept`)).status, 403)
    const waiting = await office.get('/en/plan-reports?waits=review')
    assert.match(waiting.text, /Write the test for lamps/)
    await office.post(`/en${report}/steps/send-back`, { reason: 'Which lamps?' })
    assert.match((await asLead.get(`/en${report}`)).text, /Which lamps\?/)
    await asLead.post(`/en${report}/steps/submit`)
    await office.post(`/en${report}/steps/accept`, { rating: 'at-risk' })

    const page = (await site.as(eve).get(`/en${report}`)).text
    assert.match(page, /Lamps were tested\./)
    assert.match(page, /https:\/\/example\.org\/lamps/)
    assert.doesNotMatch(page, /Which lamps\?/)
    const before = await stateOfDuty()
    const show = `/en${report}/evidence/wtsa-75-hammamet-2016/instructs-director-tsb/6/1`
    assert.equal((await site.as(eve).get(show)).status, 403)
    const shown = { shows: 'Lamps were tested.', happened: '2026-10-31', occurrences: ['2026'] }
    const put = await office.post(show, shown)
    assert.equal(put.status, 303, put.text)
    assert.notEqual(await stateOfDuty(), before)
    assert.match((await office.get(`/en${report}`)).text, /stands there as evidence/)
    for (const path of [
      `/plans/${plan}/progress`,
      `/plans/${plan}`,
      `/plan-items/${first}`,
      `/plans/${plan}/paper`,
    ])
      assert.match((await office.get(`/en${path}`)).text, /at risk/, path)
    for (const path of [`/plan-items/${made.outcome}`, `/plans/${plan}/paper`])
      assert.match((await office.get(`/en${path}`)).text, /Share of tested lamps/, path)
  })

  test('asks for no report on what is done, or not begun, and says on the page of an item where it stands', async () => {
    const { plan, first, second, outcome, october } = await runningPlan(site.db)
    const offered = async () => {
      const { text } = await asLead.get(`/en/plans/${plan}/progress`)
      return [first, second].map((item) => text.split(`/en/plan-items/${item}/reports/`).length - 1)
    }
    assert.deepEqual(await offered(), [3, 3])
    await acceptedReport(site.db, { item: first, period: october, rating: 'done' })
    assert.deepEqual(await offered(), [0, 3])
    const late = { startsOn: '2026-11-20', deadlineOn: '2026-11-21', deadlineTime: '00:00' }
    const moved = { actor: operator, at: new Date(), id: second, revision: 1, reason: 'Later.', ...late }
    assert.deepEqual((await adjustDates(site.db, moved)).issues, [])
    assert.deepEqual(await offered(), [0, 1])
    const done = (await asLead.get(`/en/plan-items/${first}`)).text
    assert.match(done, /is-delivered">done[\s\S]*1 of 1 done/)
    assert.doesNotMatch(done, /Deadline passed/)
    assert.match((await asLead.get(`/en/plan-items/${second}`)).text, /Deadline passed/)
    assert.match((await asLead.get(`/en/plan-items/${outcome}`)).text, /1 of 2 done/)
  })

  test('stands in the table of items, in one word each, once one reports', async () => {
    const { plan, first, second, october, outcome } = await runningPlan(site.db)
    await acceptedReport(site.db, { item: first, period: october, rating: 'done' })
    const marksIn = async (path: string, rows: 'itemRows' | 'below') => {
      const record = JSON.parse((await asLead.get(`/en${path}.json`)).text) as Record<string, Marked[]>
      return new Map(record[rows]?.map(({ id, mark }) => [id, mark?.code]))
    }
    const ofPlan = await marksIn(`/plans/${plan}`, 'itemRows')
    assert.deepEqual(
      [first, second, outcome].map((id) => ofPlan.get(id)),
      ['done', 'missing', 'missing'],
    )
    assert.deepEqual(
      await marksIn(`/plan-items/${outcome}`, 'below'),
      new Map([
        [first, 'done'],
        [second, 'missing'],
      ]),
    )
    const rows = (await asLead.get(`/en/plans/${plan}`)).text.split('<tr')
    assert.match(rows.find((row) => row.includes(`/plan-items/${first}"`)) ?? '', /is-delivered">done</)
    const next = (await asLead.get(`/en/plans/${plan}/next`)).text
    const ticked = (id: string) => new RegExp(`value="${id}"[^>]*\\bchecked`).test(next)
    assert.deepEqual([first, second, outcome].map(ticked), [false, true, true])
    assert.match(next, /· done</)
    const draft = await planWithItems(site.db)
    assert.deepEqual(
      new Set((await marksIn(`/plans/${draft.plan}`, 'itemRows')).values()),
      new Set([undefined]),
    )
  })

  test('shows with the form of a value its unit and what was measured last, and offers the day that is still open', async () => {
    const { indicator } = await runningPlan(site.db)
    const form = async () => (await asLead.get(`/en/plan-indicators/${indicator}/actuals/new`)).text
    assert.match(await form(), /per cent[\s\S]*not measured yet[\s\S]*value="2026-11-15"/)
    const value = { on: '2026-11-15', numerator: '3', denominator: '4', language: 'en' }
    assert.equal((await asLead.post(`/en/plan-indicators/${indicator}/actuals/new`, value)).status, 303)
    assert.match(
      await form(),
      /75[\s\S]*3 \/ 4[\s\S]*15 November 2026[\s\S]*name="on"[\s\S]*value="2026-10-31"/,
    )
    const page = (await site.get(`/en/plan-indicators/${indicator}`)).text
    assert.doesNotMatch(page, /Correct it/)
  })

  test('stands in the menu below the plans, and names the way to them', async () => {
    const { plan, first, indicator } = made
    for (const path of [
      `/plan-items/${first}`,
      `/plan-indicators/${indicator}`,
      '/plan-reports',
      '/plan-types',
    ]) {
      const { text } = await office.get(`/en${path}`)
      assert.match(text, /<a href="\/en\/plans"\s+aria-current="true"/, path)
      assert.match(text, /<bdi>Road maps and operational plans<\/bdi>/, path)
    }
    const places = ['progress', 'indicators', 'timeline', 'board', 'comments', 'paper', 'periods/new']
    for (const place of places) {
      const { text } = await office.get(`/en/plans/${plan}/${place}`)
      assert.match(text, /<bdi>Road maps and operational plans<\/bdi>/, place)
    }
    assert.match((await office.get('/en/plans')).text, /href="\/en\/plan-types"/)
    assert.doesNotMatch((await site.get('/en/plans')).text, /href="\/en\/plan-types"/)
  })

  const stateOfDuty = async () => {
    const look = { today: '2026-11-21', levels: ['public'] as const }
    const { rows } = await oversightGrid(site.db, { revision: 'wtsa-75-hammamet-2016', year: 2026 }, look)
    return rows.find(({ address }) => address === 'instructs-director-tsb/6')?.state
  }

  test('shows what is missing as missing, as page, data and table, in the same numbers', async () => {
    const { plan } = await runningPlan(site.db)
    const data = JSON.parse((await office.get(`/en/plans/${plan}/progress.json`)).text) as {
      rollUp: { leaves: number; byMark: Record<string, number>; shareDone: number }
      items: { isLeaf: boolean; cells: { standing: { code: string } }[] }[]
    }
    assert.deepEqual([data.rollUp.leaves, data.rollUp.byMark['missing'], data.rollUp.shareDone], [2, 2, 0])
    assert.deepEqual(
      data.items
        .filter(({ isLeaf }) => isLeaf)
        .map(({ cells }) => cells.map(({ standing }) => standing.code)),
      [1, 2].map(() => ['missing', 'due', 'not-due']),
    )
    const missing = await office.get(`/en/plans/${plan}/progress.csv?standing=missing`)
    assert.equal(missing.text.match(/,missing,/g)?.length, 2)
    const found = await office.get(`/en/plans/${plan}/progress?standing=accepted`)
    assert.match(found.text, /No item fits/)
  })

  test('an indicator is kept by parts, named in two languages, and its note is translated', async () => {
    const { outcome, plan } = await planWithItems(site.db)
    const fields = {
      ...{ language: 'en', name: 'Tested lamps', frequency: 'yearly', direction: 'up', measure: 'number' },
      ...{ baseline: 'none', 'target-value': '90', 'target-year': '2027' },
    }
    const to = `/en/plan-items/${outcome}/indicators/new`
    const wrong = await asLead.post(to, { ...fields, 'dimension-1': 'Coast', 'parts-1': 'North' })
    assert.match(
      wrong.text,
      /from two to twelve different names[\s\S]*value="North"|value="North"[\s\S]*from two to/,
    )
    const by = { 'dimension-1': 'Coast', 'parts-1': 'North; South', 'sum-1': 'whole' }
    const made = await asLead.post(to, { ...fields, ...by })
    const id = /plan-indicators\/(\w{10})/.exec(made.location ?? '')?.[1] ?? ''
    const french = { name: 'Feux testés', 'dimension-1': 'Côte', 'parts-1': 'Nord ; Sud' }
    assert.equal((await asLead.post(`/en/plan-indicators/${id}/words/fr`, french)).status, 303)
    await takeSteps(site.db, plan, ['consult', 'coordinate', 'present', 'put-in-force'])
    const value = { on: '2026-10-31', language: 'en', note: 'By hand.', 'part-1-1-value': '30' }
    const path = `/fr/plan-indicators/${id}/actuals/new`
    const over = await asLead.post(path, { ...value, 'part-1-2-value': '12', value: '40' })
    assert.match(over.text, /Côte\s» forment le tout et font 42, mais le total indique 40/)
    assert.match(over.text, /Côte, Sud\s: valeur[\s\S]*value="12"/)
    assert.match((await asLead.post(path, { ...value, 'part-9-1-value': '3' })).text, /part-9-1-value/)
    assert.equal((await asLead.post(path, { ...value, 'part-1-2-value': '12' })).status, 303)
    const note = `/fr/translation/fr/plan-actual/${id}-2026-10-31`
    assert.match((await site.as(zoe).get(note)).text, /Feux testés[\s\S]*By hand\./)
    const page = (await office.get(`/fr/plan-indicators/${id}`)).text
    const rows = page.slice(page.search(/id="parts-\w+-d1"/)).replaceAll(/<[^>]+>|\s+/g, ' ')
    assert.match(rows, /Côte .*Nord .*Sud .*Total .*30 .*12 .*42 /)
    const sheet = await office.get(`/fr/plan-indicators/${id}/actuals.xlsx`)
    assert.deepEqual([sheet.status, sheet.text.slice(0, 2)], [200, 'PK'])
    const { results } = await validator.validateString(page)
    assert.deepEqual(
      results.flatMap(({ messages }) => messages),
      [],
    )
  })

  test('is valid HTML in two directions, with all that one can do on it', async () => {
    const { plan, indicator, first, second, october, early } = made
    const draft = await draftReport(site.db, { item: second, period: october })
    await asLead.post(`/en/plan-indicators/${indicator}/actuals/new`, {
      ...{ on: '2026-10-01', numerator: '2', denominator: '8', language: 'en' },
    })
    const again = await asLead.post(`/en/plan-indicators/${indicator}/actuals/new`, {
      ...{ on: '2026-10-31', numerator: '3', denominator: '0', language: 'en' },
    })
    assert.match(again.text, /divided by zero/)
    await asLead.post(`/en/plan-indicators/${indicator}/actuals/new`, {
      ...{ on: '2026-10-31', numerator: '3', denominator: '4', language: 'en', note: 'By hand.' },
    })
    const [actual] = await site.db
      .selectFrom('plan_actuals')
      .select('id')
      .where('note', '=', 'By hand.')
      .execute()
    const drafted = await planWithItems(site.db)
    const open = await newIndicator(site.db, drafted.outcome)
    const paths = [
      `/plans/${plan}/progress`,
      `/plans/${plan}/progress?period=${october}`,
      `/plans/${plan}/indicators`,
      `/plans/${plan}/periods/new`,
      `/plans/${plan}/periods/series`,
      ...['edit', 'remove', 'lock'].map((act) => `/plan-periods/${early}/${act}`),
      '/plan-reports',
      `/plan-reports/${draft.id}`,
      `/plan-reports/${draft.id}/steps/submit`,
      `/plan-items/${first}/reports/${early}`,
      `/plan-indicators/${indicator}`,
      `/plan-indicators/${indicator}/actuals/new`,
      `/plan-actuals/${actual?.id}`,
      `/plan-items/${drafted.outcome}/indicators/new`,
      `/plan-indicators/${open}`,
      `/plan-indicators/${open}/edit`,
      `/plan-indicators/${open}/words/ar`,
      `/plan-indicators/${open}/drop`,
    ]
    const faults: string[] = []
    for (const code of ['en', 'ar'])
      for (const path of paths) {
        const { status, text } = await office.get(`/${code}${path}`)
        if (status !== 200) faults.push(`${path} answers ${status}`)
        const { results } = await validator.validateString(text)
        for (const { messages } of results)
          for (const { line, ruleId, message } of messages)
            faults.push(`${path} ${line}: ${ruleId}: ${message}`)
      }
    assert.deepEqual(faults, [])
    assert.match((await office.get(`/en/plan-indicators/${indicator}`)).text, /<svg[^>]*role="img"/)
  })
})
