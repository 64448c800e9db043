import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { insertPeople } from '../../../../test/accounts-samples.ts'
import { newReport, steps, writeAll } from '../../../../test/report-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { sectionsOf } from '../sections/section-queries.ts'

type Waiting = { rows: { waits: { code: string }; section: { code: string } | null; late: boolean }[] }

type Chain = {
  clearance: {
    kind: { code: string }
    state: { code: string }
    on: string | null
    by: string | null
    reason: string | null
  }[]
}

describe('those who are asked for a report', () => {
  let site: TestSite
  let officer: SignedIn
  let facilitator: SignedIn
  let tess: SignedIn
  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['officer', 'tess', 'fatou', 'gero', 'eve'])
    officer = site.as(person('officer', { role: 'secretariat', scope: null }))
    facilitator = site.as(person('fatou', { role: 'facilitator', scope: 'action-line:C5' }))
    tess = site.as(person('tess', { role: 'focal-point', scope: 'body:wsis-sdg-tf' }))
  })

  const seen = async <Of>(who: SignedIn | TestSite, path: string) =>
    JSON.parse((await who.get(`/en${path}`)).text) as Of
  const sectionOf = async (report: string, code: string) =>
    (await sectionsOf(site.db, report)).find((one) => one.code === code)!.id

  test('may be the facilitators of a line, who see that report and no other', async () => {
    const [id, other] = [await newReport(site.db), await newReport(site.db)]
    await steps(site.db, id, ['collect'])
    const section = await sectionOf(id, 'bureaux')
    assert.equal((await facilitator.get(`/en/reports/${id}`)).status, 404)
    const header = { owner: 'action-line:C5', 'due-on': '2027-03-01' }
    assert.equal((await tess.post(`/en/report-sections/${section}/header`, header)).status, 403)
    for (const [typed, sentence] of [
      [{ ...header, owner: 'action-line:C99' }, /action-line:C99/],
      [{ ...header, 'due-on': '2027-05-02' }, /must not be due after its report/],
      [{ ...header, 'due-on': '1 March' }, /href="#f-due-on"/],
    ] as const) {
      const wrong = await officer.post(`/en/report-sections/${section}/header`, typed)
      assert.equal(wrong.status, 422)
      assert.match(wrong.text, sentence)
    }
    assert.equal((await officer.post(`/en/report-sections/${section}/header`, header)).status, 303)
    assert.equal((await facilitator.get(`/en/reports/${id}`)).status, 200)
    assert.equal((await facilitator.get(`/en/reports/${other}`)).status, 404)
    const written = await facilitator.post(`/en/report-sections/${section}/text/en`, { text: 'Of C5.' })
    assert.equal(written.status, 303)
    assert.equal((await facilitator.post(`/en/report-sections/${section}/steps/hand-in`, {})).status, 303)
    const another = site.as(person('eve', { role: 'facilitator', scope: 'action-line:C1' }))
    assert.equal((await another.get(`/en/report-sections/${section}`)).status, 404)
    assert.match((await officer.get(`/en/report-sections/${section}`)).text, /Facilitators of C5/)
  })

  test('see on one list and on their desk what waits for them, and what is late', async () => {
    const id = await newReport(site.db, { dueOn: '2026-11-25', endsOn: '2026-10-31' })
    await steps(site.db, id, ['collect'])
    const section = await sectionOf(id, 'matrix')
    const waiting = (await seen<Waiting>(tess, '/reporting/waiting.json?waits=write')).rows
    assert.equal(waiting[0]?.late, true)
    assert.match((await tess.get(`/en/reports/${id}`)).text, /<strong>late<\/strong>/)
    assert.match((await officer.get('/en/reporting')).text, /6 sections are late/)
    assert.doesNotMatch((await site.get('/en/reporting')).text, /sections are late/)
    const desk = (await tess.get('/en/desk')).text
    assert.match(desk, /Sections of reports to write/)
    await officer.post(`/en/report-sections/${section}/comments/en`, { text: 'Name the lines.' })
    const settle = (await seen<Waiting>(tess, '/reporting/waiting.json?waits=settle')).rows
    assert.deepEqual(
      settle.map((row) => row.section?.code),
      ['matrix'],
    )
    await officer.post(`/en/report-sections/${section}/header`, {
      owner: 'wsis-sdg-tf',
      'due-on': '2026-11-24',
    })
    const moved = (await seen<Waiting>(tess, '/reporting/waiting.json?waits=write')).rows
    assert.equal(moved.filter((row) => row.late && row.section?.code === 'matrix').length, 0)
    const eve = site.as(person('eve'))
    assert.deepEqual((await seen<Waiting>(eve, '/reporting/waiting.json')).rows, [])
    assert.equal((await site.get('/en/reporting/waiting')).status, 303)
  })

  test('read who has cleared a report and why it was sent back; the public reads bodies and days', async () => {
    const id = await newReport(site.db)
    await steps(site.db, id, ['collect'])
    await writeAll(site.db, id, {})
    await steps(site.db, id, ['draft', 'submit'])
    const lead = site.as(person('gero', { role: 'chair', scope: 'body:itu-gs' }))
    const waits = await seen<Waiting>(lead, '/reporting/waiting.json?waits=clear-report')
    assert.equal(waits.rows.length >= 1, true)
    assert.match((await officer.get(`/en/reports/${id}`)).text, /waits for [^<]*General Secretariat/)
    await lead.post(`/en/reports/${id}/steps/send-back`, { reason: 'Count the lamps again.' })
    const returned = (await seen<Chain>(officer, `/reports/${id}.json`)).clearance
    assert.deepEqual(
      returned.filter(({ kind }) => kind.code !== 'unit').map(({ state, reason }) => [state.code, reason]),
      [
        ['returned', 'Count the lamps again.'],
        ['later', null],
        ['later', null],
      ],
    )
    await steps(site.db, id, ['submit', 'clear-sector', 'clear-task-force', 'clear'])
    await officer.post(`/en/reports/${id}/steps/freeze`, { symbol: 'C26/72' })
    const [inside, outside] = [
      (await seen<Chain>(officer, `/reports/${id}.json`)).clearance,
      (await seen<Chain>(site, `/reports/${id}.json`)).clearance,
    ]
    assert.equal(
      inside.every(({ by, on }) => by !== null && on !== null),
      true,
    )
    assert.deepEqual(
      outside.map(({ state, on, by, reason }) => [state.code, on === null, by, reason]),
      outside.map(() => ['done', false, null, null]),
    )
    assert.doesNotMatch((await site.get(`/en/reports/${id}`)).text, /Count the lamps again/)
  })

  test('cannot send a report to clearance that is longer than its recipient takes', async () => {
    const id = await newReport(site.db, { template: 'website-languages' })
    await steps(site.db, id, ['collect'])
    // Two pages are 1,000 words; each of the two sections keeps its own limit.
    await site.db.updateTable('report_sections').set({ limit_number: 900 }).where('report', '=', id).execute()
    await writeAll(site.db, id, { progress: 'lamp '.repeat(600), next: 'lamp '.repeat(500) })
    await steps(site.db, id, ['draft'])
    const answer = await officer.post(`/en/reports/${id}/steps/submit`, {})
    assert.equal(answer.status, 422)
    assert.match(answer.text, /The text has more than 2 pages\./)
    assert.match((await officer.get(`/en/reports/${id}`)).text, /2\.2 \/ 2/)
  })
})
