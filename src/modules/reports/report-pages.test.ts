import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { insertPeople } from '../../../test/accounts-samples.ts'
import { changeActivity } from '../../../test/published-activities.ts'
import { frozenReport, newReport, putEntries, steps, writeAll } from '../../../test/report-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../test/test-site.ts'
import { sectionsOf } from './sections/section-queries.ts'

const fields = {
  template: 'council-comprehensive',
  language: 'fr',
  'starts-on': '2026-01-01',
  'ends-on': '2026-12-31',
  'due-on': '2027-05-01',
  title: 'Rapport sur les lampes',
}
const entries = { source: 'activities', view: 'figure' }

type Answer = { duty: string; occurrence: string }

/** What the JSON of the pages of this module says, as far as these tests look at it. */
type Seen = {
  title: { text: string }
  state: { code: string }
  version: number
  symbol: string
  correction: string
  answers: Answer[]
  unanswered: Answer[]
  sections: { code: string; text: { text: string }; parts: unknown[] }[]
  part: { total: number }
  now: number
  became: object
  records: unknown[]
  rows: {
    template: { id: string }
    due: unknown[]
    reports: { id: string | null; symbol: string | null }[]
  }[]
}

describe('pages of reports', () => {
  let site: TestSite
  let officer: SignedIn
  let writer: SignedIn
  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['officer', 'tess', 'eve'])
    await putEntries(site.db)
    officer = site.as(person('officer', { role: 'secretariat', scope: null }))
    writer = site.as(person('tess', { role: 'focal-point', scope: 'body:wsis-sdg-tf' }))
  })

  const record = async (who: SignedIn | TestSite, path: string) =>
    JSON.parse((await who.get(`/en${path}.json`)).text) as Seen

  test('let the secretariat plan a report, which answers what is due by its day', async () => {
    const made = await officer.post('/fr/reports/new', fields)
    assert.equal(made.status, 303)
    const path = (made.location ?? '').replace('/fr', '').replace(/\?.*/, '')
    const report = await record(officer, path)
    assert.deepEqual(
      [report.title.text, report.state.code, report.sections.length],
      ['Rapport sur les lampes', 'planned', 6],
    )
    assert.deepEqual(
      report.answers.map((one) => `${one.duty}@${one.occurrence}`),
      [
        'pp-140-dubai-2018/instructs-secretary-general/5#1@2026',
        'pp-140-dubai-2018/instructs-secretary-general/5#1@2027',
      ],
    )
    assert.deepEqual(
      report.unanswered.map((one) => one.duty),
      ['pp-140-dubai-2018/requests-council/7#1'],
    )
    assert.equal((await site.get(`/en${path}`)).status, 404)
    assert.equal((await writer.post('/en/reports/new', fields)).status, 403)
    const late = await officer.post('/en/reports/new', { ...fields, 'ends-on': '2025-01-01' })
    assert.equal(late.status, 422)
    assert.match(late.text, /The period must end after it begins\./)
    assert.match(late.text, /Rapport sur les lampes/)
  })

  test('let a unit write its section and no other, within its limit', async () => {
    const id = await newReport(site.db)
    await steps(site.db, id, ['collect'])
    const sections = await sectionsOf(site.db, id)
    const [own, other] = ['matrix', 'introduction'].map(
      (code) => sections.find((one) => one.code === code)!.id,
    )
    assert.equal((await writer.post(`/en/report-sections/${other}/text/en`, { text: 'Ours.' })).status, 403)
    const unknown = await writer.post(`/en/report-sections/${own}/text/en`, { text: 'Of {{lamps}}.' })
    assert.match(unknown.text, /The report has no live parts called lamps\./)
    const long = `${'lamp '.repeat(251)} {{lines-and-goals}}`
    assert.equal((await writer.post(`/en/report-sections/${own}/text/en`, { text: long })).status, 303)
    const tooLong = await writer.post(`/en/report-sections/${own}/steps/hand-in`, {})
    assert.match(tooLong.text, /The text has more than 250 words\. Shorten it\./)
    await writer.post(`/en/report-sections/${own}/text/en`, { text: 'Lines meet Goals. {{lines-and-goals}}' })
    assert.equal((await writer.post(`/en/report-sections/${own}/steps/hand-in`, {})).status, 303)
    assert.equal((await officer.post(`/en/report-sections/${own}/steps/send-back`, {})).status, 422)
    await officer.post(`/en/report-sections/${own}/steps/send-back`, { reason: 'Name the lines.' })
    assert.match((await writer.get(`/en/report-sections/${own}`)).text, /Name the lines\./)
    assert.equal((await site.get(`/en/report-sections/${own}`)).status, 404)
    const outsider = site.as(person('eve', { role: 'focal-point', scope: 'organization:sample' }))
    assert.equal((await outsider.get(`/en/report-sections/${own}`)).status, 404)
    assert.equal((await outsider.get(`/en/reports/${id}`)).status, 404)
  })

  test('leave each step of the clearance to the body that it is named after', async () => {
    const id = await newReport(site.db)
    await steps(site.db, id, ['collect'])
    await writeAll(site.db, id, {})
    await steps(site.db, id, ['draft', 'submit'])
    const chairOf = (body: string) => site.as(person('eve', { role: 'chair', scope: `body:${body}` }))
    const [lead, force, general] = ['itu-gs', 'wsis-sdg-tf', 'itu-sg'].map(chairOf)
    const take = async (who: SignedIn | undefined, step: string) =>
      (await who!.post(`/en/reports/${id}/steps/${step}`, { reason: 'So.' })).status
    assert.deepEqual(
      [await take(force, 'clear-sector'), await take(force, 'send-back'), await take(lead, 'clear-sector')],
      [403, 403, 303],
    )
    assert.deepEqual(
      [
        await take(lead, 'clear-task-force'),
        await take(lead, 'send-back'),
        await take(force, 'clear-task-force'),
      ],
      [403, 403, 303],
    )
    assert.deepEqual([await take(force, 'clear'), await take(general, 'clear')], [403, 303])
    assert.equal(await take(general, 'send-back'), 303)
    assert.equal((await record(officer, `/reports/${id}`)).state.code, 'drafting')
  })

  test('take live parts, and name what cannot be asked', async () => {
    const id = await newReport(site.db)
    await steps(site.db, id, ['collect'])
    const section = (await sectionsOf(site.db, id)).find(({ code }) => code === 'matrix')!.id
    const ask = (typed: Record<string, string>) =>
      writer.post(`/en/report-sections/${section}/parts/new`, { ...entries, ...typed })
    assert.equal((await ask({ key: 'african', 'filter-country': 'KE' })).status, 303)
    const part = await record(writer, `/reports/${id}/parts/african`)
    assert.deepEqual([part.part.total, part.records.length], [2, 2])
    for (const [typed, words] of [
      [{ key: 'african' }, /The report has a live part of this name\./],
      [{ key: 'Not a key' }, /small Latin letters, digits and hyphens/],
      [{ key: 'rows', view: 'table' }, /Rows: counted by/],
      [{ key: 'rows', view: 'table', by: 'rating' }, /action-line/],
      [{ key: 'rows', 'filter-country': 'ZZ' }, /href="#f-filter-country"/],
      [{ key: 'rows', 'filter-rating': 'done' }, /href="#f-filter-rating"/],
      [{ key: 'rows', source: 'duties', 'filter-state': 'lost' }, /href="#f-filter-state"/],
    ] as const)
      assert.match((await ask(typed)).text, words)
    const usual = (await writer.get(`/en/report-sections/${section}/parts/new?ask=matrix`)).text
    for (const chosen of ['matrix', 'table', 'action-line', 'sdg'])
      assert.match(usual, new RegExp(`<option\\s+value="${chosen}"\\s+selected`))
    assert.equal((await writer.post(`/en/report-sections/${section}/parts/african/drop`, {})).status, 303)
    assert.equal((await writer.get(`/en/reports/${id}/parts/african`)).status, 404)
  })

  test('show a frozen report to everybody as it was, and by what now differs', async () => {
    const { id } = await frozenReport(site.db, {
      stocktaking: 'There are {{entries}} entries [[/activities/rprt000003]].',
    })
    await changeActivity(
      site.db,
      { id: 'rprt000003', at: new Date('2026-11-21T13:00:00Z'), act: 'archive' },
      {
        state: 'discarded',
        published: null,
        published_revision: null,
        changed_at: null,
        first_published_at: null,
        published_language: null,
      },
    )
    const page = (await site.as(person('eve')).get(`/en/reports/${id}`)).text
    assert.match(page, /There are <a href="\/en\/reports\/\w+\/parts\/entries"[^>]*\s*>3<\/a/)
    assert.match(page, /C26\/35/)
    const part = await record(site.as(person('eve')), `/reports/${id}/parts/entries`)
    assert.deepEqual(
      [part.part.total, part.now, part.became],
      [3, 2, { gone: 1, other: 0, new: 0, moved: 0, edited: 0 }],
    )
    const csv = (await site.as(person('eve')).get(`/en/reports/${id}/parts/entries-by-line.csv`)).text
    assert.match(csv, /C2,C2 · [^,]+,2\r\n/)
    assert.equal((await officer.post(`/en/reports/${id}/header`, fields)).status, 409)
  })

  test('are filtered by the names of their recipients in the language of the reader', async () => {
    await frozenReport(site.db, {}, { symbol: 'C26/37' })
    const { text } = await site.as(person('eve')).get('/fr/reports.json')
    const { facets } = JSON.parse(text) as {
      facets: { name: string; values: { value: string; label: string }[] }[]
    }
    const recipients = facets.find(({ name }) => name === 'recipient')?.values ?? []
    assert.equal(recipients.find(({ value }) => value === 'itu-council')?.label, 'Conseil de l’UIT')
  })

  test('begin a corrected version that carries the symbol, while the first stays', async () => {
    const { id } = await frozenReport(site.db, { stocktaking: 'Old.' }, { symbol: 'C26/36' })
    const made = await officer.post(`/en/reports/${id}/correction`, { correction: 'A number was wrong.' })
    const next = (made.location ?? '').replace(/\?.*/, '').replace('/en', '')
    const report = await record(officer, next)
    assert.deepEqual(
      [report.version, report.symbol, report.state.code, report.correction],
      [2, 'C26/36', 'drafting', 'A number was wrong.'],
    )
    assert.equal(report.sections.find((one) => one.code === 'stocktaking')?.text.text, 'Old.')
    assert.equal((await officer.post(`/en/reports/${id}/correction`, { correction: 'Again.' })).status, 409)
    assert.equal((await site.as(person('eve')).get(`/en/reports/${id}`)).status, 200)
  })

  test('tell in six languages what is expected, when, and what is in the making', async () => {
    for (const code of ['ar', 'zh', 'en', 'fr', 'ru', 'es']) {
      const { status, text } = await site.get(`/${code}/reporting`)
      assert.equal(status, 200)
      assert.match(text, /R3/)
    }
    const lines = await record(site, '/reporting')
    const council = lines.rows.find((row) => row.template.id === 'council-comprehensive')!
    assert.equal(
      council.reports.every((one) => one.id === null || one.symbol !== null),
      true,
    )
    assert.equal(council.due.length > 0, true)
  })

  test('let the secretariat copy a template, with its live parts', async () => {
    const form = await officer.get('/en/report-templates/new?from=tsb-summary')
    const values = Object.fromEntries(
      [...form.text.matchAll(/name="([^"_]+)"[^>]*?value="([^"]*)"/gs)].map(([, name, value]) => [
        name,
        value,
      ]),
    )
    const known = Object.entries(values).filter(([name]) => !/^limit-\w+-\d/.test(name))
    const own = { code: 'own-summary', cadence: 'annual', 'limit-unit': 'pages' }
    const typed = { ...Object.fromEntries(known), ...own }
    const wrong = await officer.post('/en/report-templates/new?from=tsb-summary', {
      ...typed,
      'limit-number': 'four',
    })
    assert.match(wrong.text, /a number above 0 and at most 100,000/)
    const nobody = await officer.post('/en/report-templates/new?from=tsb-summary', {
      ...typed,
      'owner-1': 'action-line:C99',
    })
    assert.match(nobody.text, /action-line:C99/)
    assert.equal(nobody.status, 422)
    const ofLine = { ...typed, 'owner-1': 'action-line:C5' }
    const made = await officer.post('/en/report-templates/new?from=tsb-summary', ofLine)
    assert.equal(made.status, 303, made.text.slice(0, 3000))
    const page = await officer.get('/en/report-templates/own-summary')
    assert.match(page.text, /<a href="[^"]*C5"\s*>Facilitators of C5/)
    const template = await record(officer, '/report-templates/own-summary')
    assert.deepEqual(
      template.sections.map((one) => one.parts.length),
      [1, 1, 1, 0],
    )
  })
})
