import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { operator } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { changeActivity } from '../../../../test/published-activities.ts'
import { registerDatabase } from '../../../../test/register-database.ts'
import { councilDuty, frozenReport, newReport, putEntries, steps } from '../../../../test/report-samples.ts'
import { considerReport, deliverReport } from '../delivery-commands.ts'
import { countedThen, editionOf, verifyReport } from './edition-queries.ts'

const later = new Date('2026-11-23T09:00:00Z')
const by = { actor: operator, at: later }

describe('a frozen report', () => {
  let db: Db
  let id: string
  before(async () => {
    db = await registerDatabase()
    await putEntries(db)
    ;({ id } = await frozenReport(db, {
      introduction:
        'Not [[/revisions/pp-140-dubai-2018/instructs-secretary-general/50]].\n\nThe Council asked in [[/revisions/pp-140-dubai-2018/instructs-secretary-general/5]] for this report.',
      stocktaking: 'There are {{entries}} entries.\n\n{{entries-by-line}}',
    }))
  })

  test('keeps the answer to each question with the records that it counts', async () => {
    const { content } = (await editionOf(db, id))!
    const parts = content.sections.flatMap((section) => section.parts)
    const part = (key: string) => parts.find((one) => one.key === key)!
    assert.equal(part('entries').result.total, 3)
    assert.deepEqual(part('entries-by-line').result.rows, [
      { value: 'C2', count: 2 },
      { value: 'C5', count: 2 },
    ])
    assert.deepEqual(part('lines-and-goals').result.cells, [
      { row: 'C2', column: '4', count: 1 },
      { row: 'C2', column: '9', count: 1 },
      { row: 'C5', column: '9', count: 1 },
    ])
    assert.equal(part('entries-by-line').labels['action-line C2']?.['fr'] === undefined, false)
    assert.deepEqual(await countedThen(db, id, 'entries'), [
      ['rprt000001', 1],
      ['rprt000002', 1],
      ['rprt000003', 1],
    ])
  })

  test('is derived again byte for byte after its records have changed', async () => {
    await changeActivity(
      db,
      { id: 'rprt000001', at: later, act: 'archive' },
      { state: 'archived', updated_at: later },
    )
    assert.deepEqual((await verifyReport(db, 'C26/35'))?.faults, [])
    assert.equal(await verifyReport(db, 'C26/36'), null)
  })

  test('becomes evidence for what it answers when it is delivered, and considered with the decision', async () => {
    const state = async () =>
      (
        await sql<{ states: string[] }>`
          select array_agg(e.state || ' ' || o.occurrence || ' ' || e.record_kind || ' ' || (e.shows->>'en')) as states
          from evidence e join evidence_occurrences o on o.evidence = e.id where e.duty = ${councilDuty.duty}`.execute(
          db,
        )
      ).rows[0]?.states
    assert.deepEqual(
      (await deliverReport(db, { ...by, id, deliveredOn: '2026-11-20' })).issues.map(({ key }) => key),
      ['reports.before-frozen'],
    )
    assert.equal(await state(), null)
    assert.deepEqual((await deliverReport(db, { ...by, id, deliveredOn: '2026-11-22' })).issues, [])
    assert.deepEqual(await state(), [
      'documented 2026 report The Council asked in Resolution 140 (Rev. Dubai, 2018) for this report.',
    ])
    const decided = { ...by, id, consideredOn: '2026-11-23', decision: 'C26/Decision 600' }
    assert.deepEqual((await considerReport(db, decided)).issues, [])
    const considered = await sql<{ body: string; source: string }>`
      select body, source from considerations where duty = ${councilDuty.duty}`.execute(db)
    assert.deepEqual(considered.rows, [{ body: 'itu-council', source: 'C26/Decision 600' }])
  })

  test('goes to clearance only when every unit has cleared its section, and gets a symbol of its own', async () => {
    const other = await newReport(db)
    await steps(db, other, ['collect', 'draft'])
    await assert.rejects(steps(db, other, ['submit']), /reports\.sections-open/)
    await assert.rejects(frozenReport(db, {}), /reports\.symbol-taken/)
  })

  test('tells which part of what is kept was changed behind its back', async () => {
    const faults = async () => (await verifyReport(db, 'C26/35'))?.faults
    await sql`update report_edition_records set records = '[]' where report = ${id} and part = 'entries'`.execute(
      db,
    )
    assert.deepEqual(await faults(), ['records'])
    await sql`update report_editions set content = jsonb_set(content, '{report,lead}', '"itu-bdt"') where report = ${id}`.execute(
      db,
    )
    assert.deepEqual(await faults(), ['content', 'records'])
  })
})
