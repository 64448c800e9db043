import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Db } from '#platform/database/tables.ts'
import { languageCodes } from '#platform/languages.ts'
import { operator } from '#platform/access/actor.ts'
import { verifyHistory } from '#platform/history.ts'
import { registerDatabase } from '../../../../test/register-database.ts'
import { modules } from '../../../modules.ts'
import { evidenceList } from '../evidence/evidence-queries.ts'
import {
  clearDemo,
  exportedDatasets,
  loadDemo,
  loadDemoReviews,
  revisionById,
  revisionComparison,
} from '../index.ts'

const at = new Date('2026-11-21T12:00:00Z')
const asked = { actor: 'test', at }
const digests = Object.assign({}, ...modules.map((one) => one.digests ?? {}))

async function everything(db: Db): Promise<string> {
  const all: [string, unknown[]][] = []
  for (const { name, rows } of exportedDatasets(db, at)) all.push([name, await Array.fromAsync(rows)])
  const search = await db
    .selectFrom('search_rows')
    .select(['kind', 'id', 'language'])
    .orderBy('kind')
    .orderBy('id')
    .orderBy('language')
    .execute()
  return JSON.stringify([all, search])
}

describe('the example world', () => {
  let db: Db
  let withoutDemo: string
  let revisions: string[]

  before(async () => {
    db = await registerDatabase()
    withoutDemo = await everything(db)
    revisions = [...new Set((await loadDemo(db, asked)).map(({ revision }) => revision))]
    await loadDemoReviews(db, { actor: operator, at })
  })

  test('has a draft that waits for review, and an import that was corrected', async () => {
    const imports = await db
      .selectFrom('imports')
      .select(['file_name', 'state', 'last_decision'])
      .where('origin', '=', 'demo')
      .where('file_name', 'not like', 'reading-rooms%')
      .orderBy('file_name')
      .execute()
    assert.deepEqual(
      imports.map(({ file_name, state, last_decision }) => [file_name, state, last_decision]),
      [
        ['evening-courses-2025-en.txt', 'confirmed', 3],
        ['travelling-shelves-2025-en.txt', 'draft', 0],
      ],
    )
    const courses = await db
      .selectFrom('duties')
      .select(['address', 'cadence', 'confirmed'])
      .where('revision', 'like', '%2-example-city-2025%')
      .where('cadence', '=', 'biennial')
      .execute()
    assert.deepEqual(
      courses.map(({ cadence, confirmed }) => [cadence, confirmed]),
      [['biennial', true]],
    )
  })

  test('is two revisions of one invented resolution, each in six languages, and says that it is an example', async () => {
    const found = await Promise.all(revisions.map((id) => revisionById(db, id, at)))
    assert.equal(found.length, 2)
    assert.deepEqual(
      found.map((one) => one?.instrument.id),
      [found[0]?.instrument.id, found[0]?.instrument.id],
    )
    for (const revision of found) {
      assert.deepEqual(revision?.texts.toSorted(), languageCodes.toSorted())
      const said = [/^مثال/, /^示例/, /^Example/, /^Exemple/, /^Пример/, /^Ejemplo/]
      assert.deepEqual(
        languageCodes.map((code, place) => said[place]?.test(revision?.title[code] ?? '')),
        Array(6).fill(true),
      )
      assert.equal(revision?.body.id, null)
    }
  })

  test('has owners, plans and evidence of every kind and strength', async () => {
    const found = await db
      .selectFrom('evidence')
      .select(['kind', 'state', 'contested', 'visibility'])
      .execute()
    assert.deepEqual([...new Set(found.map(({ kind }) => kind))].toSorted(), ['address', 'file', 'record'])
    assert.deepEqual(
      [...new Set(found.map(({ state, contested }) => (contested ? 'contested' : state)))].toSorted(),
      ['contested', 'documented', 'verified', 'withdrawn'],
    )
    assert.equal(found.filter(({ visibility }) => visibility !== 'public').length, 1)
    const look = { today: '2026-11-21', levels: ['public' as const] }
    const { rows } = await evidenceList(db, {}, look, { limit: 100 })
    assert.deepEqual([rows.length > 0, ...new Set(rows.map(({ isExample }) => isExample))], [true, true])
    const plans = await db.selectFrom('duty_plans').select('revision').execute()
    assert.equal(plans.length, languageCodes.length)
  })

  test('shows every way in which a revision can change', async () => {
    const [first = '', second = ''] = revisions
    for (const language of languageCodes) {
      const comparison = await revisionComparison(db, first, second, language)
      assert.deepEqual(comparison?.basis, { kind: 'official-text', language })
      assert.deepEqual(
        Object.entries(comparison.counts).filter(([, count]) => count === 0),
        [],
        language,
      )
    }
  })

  test('comes once, however often it is loaded', async () => {
    const again = await loadDemo(db, asked)
    assert.deepEqual([...new Set(again.map(({ kind }) => kind))], ['unchanged'])
  })

  test('is removed completely; the history keeps its lines and fits', async () => {
    const { lines } = await verifyHistory(db, digests)
    assert.deepEqual(await clearDemo(db, asked), { revisions: 3 })
    assert.equal(await everything(db), withoutDemo)
    const after = await verifyHistory(db, digests)
    assert.deepEqual([after.faults, after.lines > lines], [[], true])
    const cleared = await db
      .selectFrom('history')
      .select('subject_kind')
      .where('act', '=', 'mandates.clear-demo')
      .execute()
    assert.deepEqual(
      Object.entries(Object.groupBy(cleared, (one) => one.subject_kind))
        .map(([kind, all]) => [kind, all?.length])
        .toSorted(([a], [b]) => String(a).localeCompare(String(b))),
      [
        ['consideration', 1],
        ['duty-keeping', 5],
        ['evidence', 7],
        ['imported-revision', 3],
      ],
    )
    const files = await db.selectFrom('stored_files').select('name').execute()
    assert.deepEqual(
      files.filter(({ name }) => name.startsWith('report-')),
      [],
    )
    assert.deepEqual(await db.selectFrom('imports').select('id').where('origin', '=', 'demo').execute(), [])
    assert.deepEqual(await clearDemo(db, asked), { revisions: 0 })
  })
})
