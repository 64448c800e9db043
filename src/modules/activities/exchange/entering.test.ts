import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import type { Db } from '#platform/database/tables.ts'
import { verifyHistory } from '#platform/history.ts'
import { newOrganization } from '../../../../test/accounts-samples.ts'
import { registerDatabase } from '../../../../test/register-database.ts'
import { person } from '../../../../test/test-site.ts'
import { keptTables } from '../../../modules.ts'
import { words } from '../../../site.ts'
import { newActivityId } from '../activity.ts'
import { emptyContent, type ActivityContent } from '../content.ts'
import { confirmDays } from '../dates.ts'
import { forgetRows, putDown } from './dry-run-commands.ts'
import { enterRows } from './entering-commands.ts'
import { asImport } from './import-queries.ts'
import type { ActivityImport, ImportRow } from './import.ts'

const at = new Date('2026-11-21T12:00:00Z')
const actor = person('olga', { role: 'secretariat', scope: null })

describe('entering the rows of a file', () => {
  let db: Db

  beforeEach(async () => {
    db = await registerDatabase()
    await newOrganization(db, { id: 'harbour-office' })
  })

  test('asks whether an entry still holds on the days that the rule names', async () => {
    const said = [
      { status: 'ongoing', end: null },
      { status: 'ongoing', end: '2026' },
      { status: 'ongoing', end: '2027-02' },
      { status: 'ongoing', end: '2026-11-21' },
      { status: 'ongoing', end: '2027-11-20' },
      { status: 'ongoing', end: '2027-11-21' },
      { status: 'ongoing', end: '2031' },
      { status: 'ongoing', end: '2024-02' },
      { status: 'completed', end: '2026-12' },
      { status: 'planned', end: '2028-02-29' },
    ] as const
    const rows = said.map((content, place) => rowOf(place + 1, content))
    const run = await newRun(db)
    await putDown(db, run.id, rows)
    await enterRows({ db, actor, at, translate: words(), isStopping: () => false }, run)
    const entered = await db
      .selectFrom('activities')
      .select(['id', 'confirm_on', 'archive_on'])
      .where('import', '=', run.id)
      .execute()
    const days = new Map(entered.map(({ id, ...on }) => [id, on]))
    for (const [place, content] of said.entries()) {
      const { confirmOn, archiveOn } = confirmDays('2026-11-21', content)
      const expected = { confirm_on: confirmOn, archive_on: archiveOn }
      assert.deepEqual(days.get(rows[place]?.activity ?? ''), expected, JSON.stringify(content))
    }
  })

  test('goes on with the next part after a fall, and enters each row once', async () => {
    const run = await newRun(db)
    const wrong: ImportRow = { ...rowOf(3), outcome: 'wrong', content: null, issues: [] }
    const parts = [[rowOf(1), rowOf(2), wrong], [rowOf(4), rowOf(5)], [rowOf(6)]]
    for (const rows of parts) assert.equal(await putDown(db, run.id, rows), true)
    let asked = 0
    const parting = { db, actor, at, translate: words() }
    await enterRows({ ...parting, isStopping: () => ++asked > 2 }, run)
    const half = await counts(db, run.id)
    assert.equal(half.state, 'entering')
    assert.equal(half.parts > 0 && half.parts < parts.length, true, JSON.stringify(half))

    await enterRows({ ...parting, isStopping: () => false }, run)
    assert.deepEqual(await counts(db, run.id), {
      ...{ state: 'entered', seen: 6, done: 6, parts: 3, lines: 3 },
      keys: ['key-1', 'key-2', 'key-4', 'key-5', 'key-6'],
    })
    const { faults } = await verifyHistory(db, {}, { kept: keptTables() })
    assert.deepEqual(
      faults.filter(({ fault, subject }) => subject === 'activities' || ofLines.includes(fault)),
      [],
    )
  })

  test('counts the rows anew when a look that was broken off begins again', async () => {
    const run = await newRun(db)
    await putDown(db, run.id, [rowOf(1), rowOf(2)])
    await forgetRows(db, run.id)
    await putDown(db, run.id, [rowOf(1)])
    const { seen, parts } = await counts(db, run.id)
    assert.deepEqual({ seen, parts }, { seen: 1, parts: 0 })
    const left = await db.selectFrom('activity_import_rows').select('place').execute()
    assert.deepEqual(left, [{ place: 1 }])
  })
})

const ofLines: string[] = ['gap', 'chain', 'line', 'head', 'versions', 'trigger']

const rowOf = (place: number, content: Partial<ActivityContent> = {}): ImportRow => ({
  ...{ number: place + 1, place, outcome: 'new', activity: newActivityId(), revision: null, call: null },
  ...{ organization: 'harbour-office', language: 'en', externalKey: `key-${place}`, licence: 'CC-BY-4.0' },
  ...{ content: { ...emptyContent, title: `Boats ${place}`, ...content }, issues: null, title: 'Boats' },
})

async function newRun(db: Db): Promise<ActivityImport> {
  const bytes = Buffer.from('title')
  const checksum = '0'.repeat(64)
  const file = { name: 'boats.csv', type: 'text/csv', size: bytes.length, bytes, stored_at: at }
  await db
    .insertInto('stored_files')
    .values({ checksum, ...file })
    .execute()
  const row = await db
    .insertInto('activity_imports')
    .values({
      ...{ id: 'an-import', person: 'olga', state: 'entering', file_name: 'boats.csv', checksum },
      ...{ mode: 'published', language: 'en', organization: 'harbour-office', licence: 'CC-BY-4.0' },
      ...{ columns: '{}', created_at: at, changed_at: at, problem: null },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return asImport(row)
}

async function counts(db: Db, id: string) {
  const run = await db
    .selectFrom('activity_imports')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const parts = await db
    .selectFrom('activity_import_parts')
    .select('is_done')
    .where('import', '=', id)
    .execute()
  const lines = await db
    .selectFrom('history')
    .select('seq')
    .where('act', '=', 'activities.import')
    .where('subject_id', '=', id)
    .execute()
  const entries = await db
    .selectFrom('activities')
    .select('external_key')
    .where('import', '=', id)
    .orderBy('external_key')
    .execute()
  return {
    ...{ state: run.state, seen: run.rows_seen, done: run.rows_done, lines: lines.length },
    parts: parts.filter((part) => part.is_done).length,
    keys: entries.map((entry) => entry.external_key),
  }
}
