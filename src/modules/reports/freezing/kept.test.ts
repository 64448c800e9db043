import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { addEvidence } from '#modules/mandates/index.ts'
import { loadMatrix } from '#modules/matrix/index.ts'
import { operator } from '#platform/access/actor.ts'
import { sha256 } from '#platform/sha256.ts'
import { changeActivity } from '../../../../test/published-activities.ts'
import { acceptedReport, runningPlan } from '../../../../test/progress-samples.ts'
import { councilDuty, frozenReport, putEntries } from '../../../../test/report-samples.ts'
import { testMoment } from '../../../../test/register-database.ts'
import { person, testSite, type TestSite } from '../../../../test/test-site.ts'
import { emptyContent } from '#modules/activities/index.ts'
import { usualQueries } from '../parts/part.ts'
import type { ReportRecord } from '../report-shape.ts'
import type { ComparedCitation } from '../citing/compared-citation-shape.ts'
import type { ComparedPart } from './compared-shape.ts'
import { countedThen, editionOf, verifyReport } from './edition-queries.ts'
import { saveTemplate } from '../templates/template-commands.ts'
import { reportTemplate } from '../templates/template-queries.ts'
import { asFormat1 } from './format.ts'

const later = new Date('2026-11-23T09:00:00Z')

describe('what a frozen report keeps', () => {
  let site: TestSite
  let id: string
  let plan: string
  let evidence: string
  before(async () => {
    site = await testSite()
    const { db } = site
    await putEntries(db)
    await loadMatrix(db, { actor: 'start', at: testMoment })
    const running = await runningPlan(db)
    plan = running.plan
    await acceptedReport(db, { item: running.first, period: running.october, rating: 'at-risk' })
    const added = await addEvidence(db, {
      ...{ actor: operator, at: testMoment, duty: councilDuty.duty, kind: 'record', language: 'en' },
      ...{ record: { kind: 'activity', id: 'rprt000002' }, url: null, title: null, seenOn: null, file: null },
      ...{ visibility: 'public', shows: 'Lamps were counted.', happenedOn: '2026-11-01' },
      occurrences: [councilDuty.occurrence],
    })
    if ('issues' in added) throw new Error(JSON.stringify(added.issues))
    evidence = `/evidence/${added.id}`
    ;({ id } = await frozenReport(
      db,
      {
        stocktaking: `Of [[/activities/rprt000003]], [[${evidence}]], [[/plan-items/${running.first}]] and [[/activities/rprt000009]].`,
        introduction: `Asked in [[/duties/${councilDuty.duty.replace('#', '/')}]].`,
      },
      {
        parts: {
          'all-cases': { ...usualQueries.cases, filters: { country: 'KE' } },
          'all-duties': usualQueries.duties,
          'all-links': usualQueries.matrix,
          'all-progress': usualQueries.progress,
          'all-reporting': usualQueries.reporting,
        },
      },
    ))
    await changeActivity(
      db,
      { id: 'rprt000001', at: later, act: 'publish' },
      {
        published: JSON.stringify({ ...emptyContent, title: 'Another name', type: 'project' }),
        published_revision: 2,
        changed_at: later,
      },
    )
    await changeActivity(
      db,
      { id: 'rprt000003', at: later, act: 'archive' },
      {
        ...{ state: 'discarded', published: null, published_revision: null, changed_at: null },
        ...{ first_published_at: null, published_language: null },
      },
    )
  })

  const read = async <Shape>(path: string) =>
    JSON.parse((await site.as(person('eve')).get(`/en${path}.json`)).text) as Shape
  const partOf = async (key: string) =>
    (await read<ReportRecord>(`/reports/${id}`)).sections
      .flatMap(({ parts }) => parts)
      .find((part) => part.key === key)!

  test('is what stood in a list, as it was called, whatever has become of the records', async () => {
    const { listed, listColumns } = await partOf('all-cases')
    assert.deepEqual(
      listColumns.map(({ code }) => code),
      ['country', 'year'],
    )
    assert.deepEqual(
      listed.map(({ title, facts }) => [title, ...facts]),
      [
        ['Entry rprt000001', 'Kenya', '2026'],
        ['Entry rprt000002', 'Peru, Kenya', '2026'],
      ],
    )
  })

  test('is the Matrix that was in force, with the entries that show its links', async () => {
    const report = await read<ReportRecord>(`/reports/${id}`)
    assert.deepEqual(report.matrix?.number, 1)
    const part = await partOf('all-links')
    const { n } = (
      await sql<{ n: number }>`select count(*)::int as n from matrix_version_links where version = 1`.execute(
        site.db,
      )
    ).rows[0]!
    assert.equal(part.total, n)
    const shown = part.cells.filter((cell) => (cell.shown ?? 0) > 0)
    assert.deepEqual(
      shown.map(({ row, column, shown: entries }) => [row, column, entries]),
      [
        ['C2', '9', 1],
        ['C5', '9', 1],
      ],
    )
    assert.equal((await countedThen(site.db, id, 'all-links')).length, n + 1)
    const { behind } = await read<ComparedPart>(`/reports/${id}/parts/all-links`)
    assert.equal(behind, n + 1)
  })

  test('is how far plans had come, by what reviewers said and by what is missing', async () => {
    const cells = async (key: string) =>
      (await partOf(key)).cells
        .filter(({ row }) => row === plan)
        .map(({ column, count }) => `${column} ${count}`)
    assert.deepEqual(await cells('all-progress'), ['at-risk 1', 'no-report 1'])
    assert.deepEqual(await cells('all-reporting'), ['accepted 1', 'missing 1'])
  })

  test('is what claims rested on, with strength and age then, and what has become of it', async () => {
    const { sections } = await read<ReportRecord>(`/reports/${id}`)
    const cited = sections.flatMap((section) => section.cited)
    const stood = cited.map((one) => [
      one.stood?.kind.code ?? null,
      one.stood?.strength?.code ?? null,
      one.stood?.age?.code ?? null,
      one.stood?.day ?? null,
      one.isPublic,
    ])
    assert.deepEqual(stood, [
      ['duty', 'documented', 'fresh', '2026-11-01', true],
      ['activity', 'reported', 'fresh', '2026-11-10', false],
      ['evidence', 'documented', 'fresh', '2026-11-01', true],
      ['plan-item', 'documented', 'fresh', stood[3]?.[3], true],
      [null, null, null, null, false],
    ])
    const compared = (place: number) =>
      read<ComparedCitation>(`/reports/${id}/citations/${cited[place]?.number}`)
    const gone = await compared(1)
    assert.deepEqual(
      [gone.before?.name?.text, gone.now, gone.path, gone.changes],
      ['Entry rprt000003', null, null, ['gone']],
    )
    assert.deepEqual((await compared(2)).changes, [])
    assert.deepEqual((await compared(4)).before, null)
    assert.equal((await site.get(`/en/reports/${id}/citations/6`)).status, 404)
    for (const code of ['ar', 'zh', 'en', 'fr', 'ru', 'es'])
      assert.equal((await site.get(`/${code}/reports/${id}/citations/1`)).status, 200)
  })

  test('is the list of what it leaves unanswered', async () => {
    const before = (await read<ReportRecord>(`/reports/${id}`)).unanswered
    assert.equal(before.length, 1)
    assert.equal(before[0]?.words === null, false)
    const template = (await reportTemplate(site.db, 'council-comprehensive'))!
    await saveTemplate(site.db, {
      ...{ actor: operator, at: later, isNew: false },
      template: { ...template, duties: [] },
    })
    assert.deepEqual((await read<ReportRecord>(`/reports/${id}`)).unanswered, before)
  })

  test('comes out the same from the past, also of a report of the format before', async () => {
    const faults = async () => (await verifyReport(site.db, 'C26/35'))?.faults
    const { content } = (await editionOf(site.db, id))!
    assert.equal(content.format, 2)
    assert.deepEqual(await faults(), [])
    const old = asFormat1(content)
    await sql`update report_editions set content = ${JSON.stringify(old)}::jsonb, digest = ${sha256(old)}
      where report = ${id}`.execute(site.db)
    assert.deepEqual(await faults(), [])
    const page = await site.get(`/en/reports/${id}`)
    assert.equal(page.status, 200)
    assert.match(page.text, /Entry rprt000002/)
  })
})
