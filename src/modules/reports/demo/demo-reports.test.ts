import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { demoActivityLives, liveInOrder, readDemoActivities } from '#modules/activities/index.ts'
import { recordAt } from '#modules/mandates/index.ts'
import { planOf } from '#modules/activities/demo/demo-plan.ts'
import { demoPlanLives, readDemoPlans } from '#modules/plans/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { verifyHistory, type Digest } from '#platform/history.ts'
import { languageCodes } from '#platform/languages.ts'
import { testMoment as at } from '../../../../test/register-database.ts'
import { testSite } from '../../../../test/test-site.ts'
import { keptTables, modules } from '../../../modules.ts'
import { editionOf, verifyReport } from '../freezing/edition-queries.ts'
import type { EditionContent } from '../freezing/edition.ts'
import { citationsIn, markedBlocks, partsIn, uncitedIn } from '../markup/markup.ts'
import { textsNow } from '../talk/talk-queries.ts'
import { readReportTemplates } from '../templates/template-commands.ts'
import { clearDemoReports } from './clear-report-commands.ts'
import { addressed } from './demo-address-queries.ts'
import { demoReportLives } from './demo-report-commands.ts'
import { inventedIn, readDemoReports, type DemoReport, type InSix } from './demo-reports.ts'

const digests: Record<string, Digest> = Object.assign({}, ...modules.map((one) => one.digests ?? {}))
const reports = readDemoReports()
const templates = new Map(readReportTemplates().templates.map((one) => [one.id, one]))

/** All that a file says of sections, also in its corrections. */
const textsOf = ({ sections, events }: DemoReport): { code: string; text: InSix }[] => [
  ...Object.entries(sections).map(([code, { text }]) => ({ code, text })),
  ...events.flatMap((event) => (event.does === 'correct' ? [{ code: event.section, text: event.text }] : [])),
]

describe('the files of the example reports', () => {
  test('cite activities that are published from the first word to the last day', () => {
    // Chinese ones are loaded below; of others it is known when their owners are late, and they are archived for a while.
    const entries = readDemoActivities().entries
    const gone = reports.flatMap((report) => {
      const first = report.events.find(({ does }) => does === 'write')?.on ?? report.madeOn
      const cited = new Set(textsOf(report).flatMap(({ text }) => inventedIn(text.en)))
      return entries.flatMap((entry, place) => {
        const { published, isLate } = planOf(entry, place, at)
        const isOften = entry.language === 'zh' || !isLate
        const isThere = entry.fate === 'published' && isOften && published.toISOString() < first
        return cited.has(`activity/${entry.key}`) && !isThere ? [`${report.name} ${entry.key}`] : []
      })
    })
    assert.deepEqual(gone, [])
  })

  test('say the same in six languages: as many paragraphs, the same numbers and the same claims', () => {
    for (const report of reports)
      for (const { code, text } of textsOf(report)) {
        const { length } = markedBlocks(text.en)
        const said = marksIn(text.en)
        for (const language of languageCodes) {
          const where = `${report.name} ${code} ${language}`
          assert.deepEqual(marksIn(text[language]), said, where)
          assert.equal(markedBlocks(text[language]).length, length, where)
        }
        assert.equal(new Set(languageCodes.map((language) => text[language])).size, 6, report.name)
      }
  })

  test('speak of live parts and sections of their template, of all of them but where one is still written', () => {
    for (const report of reports) {
      const sections = templates.get(report.template)?.sections ?? []
      const known = sections.flatMap(({ parts }) => parts.map(({ key }) => key)).toSorted()
      const codes = sections.map(({ code }) => code)
      const told = new Set(textsOf(report).flatMap(({ text }) => partsIn(markedBlocks(text.en))))
      const isDone = report.events.some(({ does }) => does === 'freeze')
      assert.deepEqual(
        Object.keys(report.sections).filter((code) => !codes.includes(code)),
        [],
        report.name,
      )
      if (isDone) assert.deepEqual([...told].toSorted(), known, report.name)
      if (isDone) assert.deepEqual(Object.keys(report.sections), codes, report.name)
      assert.deepEqual(
        Object.keys(report.filters).filter((key) => !known.includes(key)),
        [],
        report.name,
      )
    }
  })

  test('rest on something in every paragraph, where they are done', () => {
    for (const report of reports.filter(({ events }) => events.some(({ does }) => does === 'freeze')))
      for (const { code, text } of textsOf(report))
        assert.deepEqual(uncitedIn(markedBlocks(text.en)), [], `${report.name} ${code}`)
  })

  test('cite what the example world and the register hold', () => {
    const invented = new Set([
      ...readDemoActivities().entries.map(({ key }) => `activity/${key}`),
      ...readDemoPlans().flatMap(({ name, items }) => [
        `plan/${name}`,
        ...items.map(({ key }) => `item/${name}/${key}`),
      ]),
      ...reports.map(({ name }) => `report/${name}`),
    ])
    for (const report of reports)
      for (const { code, text } of textsOf(report)) {
        const where = `${report.name} ${code}`
        assert.deepEqual(
          inventedIn(text.en).filter((one) => !invented.has(one)),
          [],
          where,
        )
        const addresses = citationsIn(markedBlocks(text.en)).filter((one) => !one.startsWith('@'))
        assert.deepEqual(
          addresses.filter((one) => recordAt(one, '') === null),
          [],
          where,
        )
      }
  })
})

const marksIn = (text: string): string[] => (text.match(/\{\{[^}]*\}\}|\[\[[^\]]*\]\]/g) ?? []).toSorted()

describe('the example reports', () => {
  let db: Db

  before(async () => {
    ;({ db } = await testSite())
    const activities = await demoActivityLives(db, { at, languages: ['zh'] })
    const plans = await demoPlanLives(db, { at })
    const { lives, made } = await demoReportLives(db, { plans: plans.made })
    await liveInOrder([...activities.lives, ...plans.lives, ...lives], at)
    assert.equal(made.size, reports.length)
  })

  const editions = async (): Promise<EditionContent[]> => {
    const found = await db.selectFrom('report_editions').select('report').orderBy('report').execute()
    return Promise.all(found.map(async ({ report }) => (await editionOf(db, report))?.content)).then((all) =>
      all.filter((one) => one !== undefined),
    )
  }

  test('stand where their files leave them, one in a second version', async () => {
    const rows = await db
      .selectFrom('reports')
      .select(['template', 'version', 'state'])
      .where('is_example', '=', true)
      .orderBy('due_on')
      .orderBy('version')
      .execute()
    assert.deepEqual(
      rows.map(({ template, version, state }) => `${template} ${version} ${state}`),
      [
        'cstd-lines 1 considered',
        'tsb-summary 1 delivered',
        'tsb-summary 2 delivered',
        'council-comprehensive 1 considered',
        'hlpf-contribution 1 delivered',
        'stocktaking-regional 1 frozen',
        'pp-progress 1 frozen',
        'council-comprehensive 1 drafting',
      ],
    )
  })

  test('count what there was on their day, and come out the same again', async () => {
    const frozen = await editions()
    assert.deepEqual(
      frozen.flatMap(({ report, sections }) =>
        sections.flatMap(({ parts }) =>
          parts.flatMap(({ key, result }) => (result.total > 0 ? [] : [`${report.symbol} ${key}`])),
        ),
      ),
      [],
    )
    for (const { symbol, version } of frozen.map(({ report }) => report))
      assert.deepEqual((await verifyReport(db, symbol, version))?.faults, [], symbol)
  })

  test('rest on records that were there', async () => {
    for (const { report, sections } of await editions())
      for (const { code, text, cited } of sections) {
        const said = citationsIn(markedBlocks(text[report.language]?.text ?? ''))
        const unknown = said.filter((one) => cited[one] === undefined)
        assert.deepEqual(unknown, [], `${report.symbol} ${code}`)
      }
  })

  test('cite what everybody sees, also while its owner is asked whether it holds', async () => {
    const titles = new Map(readDemoActivities().entries.map(({ key, title }) => [key, title]))
    const asked = db.transaction().execute(async (tx) => {
      await sql`update activities set state = 'confirm-due' where content->>'title' = ${titles.get('zh-11')}`.execute(
        tx,
      )
      const world = { db: tx, plans: new Map<never, never>(), made: new Map<never, never>(), titles }
      throw new Error(await addressed(world, 'Trained [[@activity/zh-11]].'))
    })
    await assert.rejects(asked, /^Error: Trained \[\[\/activities\/[a-z0-9]+\]\]\.$/)
    const unknown = { db, plans: new Map<never, never>(), made: new Map<never, never>(), titles }
    await assert.rejects(
      addressed(unknown, 'So [[@activity/zh-999]].'),
      /no example activity is called zh-999/,
    )
  })

  test('show a text that a machine wrote, and one that is older than its original', async () => {
    const marked = (await editions()).flatMap(({ report, sections }) =>
      sections.flatMap(({ code, text }) =>
        languageCodes.flatMap((language) => {
          const state = text[language]?.state
          return state === 'original' ? [] : [`${report.template} ${code} ${language} ${state}`]
        }),
      ),
    )
    assert.deepEqual(marked.toSorted(), [
      'hlpf-contribution theme ru outdated',
      'stocktaking-regional introduction zh machine',
      'stocktaking-regional needs zh machine',
      'stocktaking-regional projects zh machine',
      'stocktaking-regional statistics zh machine',
    ])
  })

  test('are spoken of while they are written: comments and wordings in every state, in six languages', async () => {
    const comments = await db.selectFrom('report_comments as c').select(['c.language', 'c.state']).execute()
    const suggestions = await db.selectFrom('report_suggestions').select(['language', 'state']).execute()
    assert.deepEqual(
      [...comments, ...suggestions].map(({ language, state }) => `${language} ${state}`).toSorted(),
      ['ar open', 'en accepted', 'es settled', 'fr open', 'fr rejected', 'ru withdrawn', 'zh open'],
    )
    const [matrix] = await db
      .selectFrom('report_suggestions')
      .select('section')
      .where('state', '=', 'accepted')
      .execute()
    const { text } = (await textsNow(db, [matrix?.section ?? '']))(matrix?.section ?? '', 'en')
    assert.match(text, /than in the report on 2025 \[\[\/reports\/[a-z0-9]+\]\]; an empty cell/)
  })

  test('go with one command, and leave nothing', async () => {
    const { length } = await db.selectFrom('reports').select('id').execute()
    assert.deepEqual(await clearDemoReports(db, { actor: 'command-line', at }), { reports: length })
    for (const table of [
      'reports',
      'report_sections',
      'report_parts',
      'report_answers',
      'report_editions',
      'report_edition_records',
      'report_uses',
      'report_reuses',
      'report_comments',
      'report_replies',
      'report_suggestions',
      'evidence',
      'considerations',
    ] as const)
      assert.deepEqual(await db.selectFrom(table).selectAll().execute(), [], table)
    const texts = await sql`
      select id from texts where kind in ('report', 'report-section', 'evidence')`.execute(db)
    assert.deepEqual(texts.rows, [])
    const { faults } = await verifyHistory(db, digests, { kept: keptTables() })
    assert.deepEqual(
      faults.map(({ fault, subject }) => `${fault} ${subject}`).filter((one) => !one.endsWith(' people')),
      [],
    )
    assert.deepEqual(await clearDemoReports(db, { actor: 'command-line', at }), { reports: 0 })
  })
})
