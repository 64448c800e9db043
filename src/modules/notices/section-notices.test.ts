import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { grantRole } from '#modules/accounts/index.ts'
import { sectionsOf } from '#modules/reports/sections/section-queries.ts'
import { takeSectionStep, writeSection } from '#modules/reports/sections/section-commands.ts'
import { makeComment } from '#modules/reports/talk/comment-commands.ts'
import { suggest, takeSuggestionStep } from '#modules/reports/talk/suggestion-commands.ts'
import { operator } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { insertPeople } from '../../../test/accounts-samples.ts'
import { registerDatabase, testMoment as at } from '../../../test/register-database.ts'
import { newReport, steps, writeAll } from '../../../test/report-samples.ts'
import { person } from '../../../test/test-site.ts'
import { followHistory } from './history-commands.ts'
import { noticesOf } from './notice-queries.ts'
import { remindOfSections } from './section-reminder-commands.ts'

const onDay = (day: string) => new Date(`${day}T05:00:00Z`)

describe('who writes a section of a report', () => {
  let db: Db
  let report: string
  let matrix: string

  before(async () => {
    db = await registerDatabase()
    await insertPeople(db, ['tess', 'nils', 'other'])
    const by = { actor: operator, at, role: 'focal-point' } as const
    await grantRole(db, { ...by, person: 'tess', scope: 'body:wsis-sdg-tf' })
    await grantRole(db, { ...by, person: 'nils', scope: 'body:itu-gs' })
    await grantRole(db, { ...by, person: 'other', scope: 'body:itu-br' })
    report = await newReport(db)
    await steps(db, report, ['collect'])
    matrix = (await sectionsOf(db, report)).find(({ code }) => code === 'matrix')!.id
  })

  const told = async (who: string, kind: string) =>
    (await noticesOf(db, who, {})).rows.filter((one) => one.kind === kind)
  const words = async (who: string, kind: string) =>
    (await told(who, kind)).map((one) => one.words).toSorted()

  test('is asked for it, with purpose, limit, day and the way there', async () => {
    await followHistory(db, at)
    await followHistory(db, at)
    const asked = await told('tess', 'reports.sections')
    assert.deepEqual(
      asked.map((one) => one.words),
      ['notice.report-asked-limit', 'notice.report-asked-limit'],
    )
    const own = asked.find(({ path }) => path === `/report-sections/${matrix}`)
    assert.deepEqual(
      [own?.facts['due'], own?.facts['limit']],
      [{ day: '2027-04-03' }, { words: 'reports.limit.words', values: { count: 250 } }],
    )
    assert.deepEqual(await told('other', 'reports.sections'), [])
  })

  test('is reminded a week and a day before, and once when it is late, until it is handed in', async () => {
    const counts: number[] = []
    for (const day of ['2027-03-26', '2027-03-27', '2027-03-28', '2027-04-02', '2027-04-04', '2027-04-05'])
      counts.push((await remindOfSections(db, onDay(day))) > 0 ? 1 : 0)
    assert.deepEqual(counts, [0, 1, 0, 1, 1, 0])
    await writeSection(db, { actor: operator, at, id: matrix, language: 'en', text: 'Of lamps.' })
    await takeSectionStep(db, 'hand-in', { actor: operator, at, id: matrix })
    await remindOfSections(db, onDay('2027-04-04'))
    assert.deepEqual(await words('tess', 'reports.sections'), [
      'notice.report-asked-limit',
      'notice.report-asked-limit',
      ...Array.from({ length: 4 }, () => 'notice.report-section-due'),
      ...Array.from({ length: 2 }, () => 'notice.report-section-past'),
    ])
  })

  test('is told when it is sent back, and what is said of it; whoever said it hears the outcome', async () => {
    await takeSectionStep(db, 'send-back', { actor: operator, at, id: matrix, reason: 'Name the lines.' })
    const nils = person('nils', { role: 'focal-point', scope: 'body:itu-gs' })
    const tess = person('tess', { role: 'focal-point', scope: 'body:wsis-sdg-tf' })
    const said = { actor: nils, at, section: matrix, language: 'en' } as const
    await makeComment(db, { ...said, quote: 'Of lamps', text: 'Which?' })
    const made = await suggest(db, {
      ...{ ...said, after: 'Of 12 lamps.', why: '' },
      paragraph: { place: 0, before: 'Of lamps.' },
    })
    assert.ok('id' in made)
    await takeSuggestionStep(db, 'accept', { actor: tess, at, id: made.id })
    await followHistory(db, at)
    assert.equal((await words('tess', 'reports.sections')).includes('notice.report-section-returned'), true)
    assert.deepEqual(await words('tess', 'reports.talk'), [
      'notice.report-comment',
      'notice.report-suggestion',
    ])
    assert.deepEqual(await words('nils', 'reports.talk'), ['notice.report-suggestion-accepted'])
  })

  test('is not told of clearance: the body whose turn it is is', async () => {
    await writeAll(
      db,
      await newReport(db).then(async (id) => {
        await steps(db, id, ['collect'])
        report = id
        return id
      }),
      {},
    )
    await steps(db, report, ['draft', 'submit'])
    await followHistory(db, at)
    assert.deepEqual(
      [await words('nils', 'reports.clearance'), await words('tess', 'reports.clearance')],
      [['notice.report-to-clear'], []],
    )
    await steps(db, report, ['clear-sector'])
    await followHistory(db, at)
    await steps(db, report, ['send-back'])
    await followHistory(db, at)
    assert.deepEqual(
      [await words('nils', 'reports.clearance'), await words('tess', 'reports.clearance')],
      [['notice.report-returned', 'notice.report-to-clear'], ['notice.report-to-clear']],
    )
  })
})
