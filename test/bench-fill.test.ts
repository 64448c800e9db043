import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { issuesOfCodes } from '#modules/activities/entry/content-checks.ts'
import { activityCodes } from '#modules/activities/codes-queries.ts'
import { missingFor } from '#modules/activities/uses.ts'
import { csvOf, importFile } from '../scripts/bench-activities/import-file.ts'
import { fillRegister } from '../scripts/bench-activities/fill-register.ts'
import { inventor, type Inventor } from '../scripts/bench-activities/invented-entries.ts'
import { spelling } from '../scripts/bench-activities/questions.ts'
import { readCodes, readWordStock } from '../scripts/bench-activities/word-stock.ts'
import type { Db } from '#platform/database/tables.ts'
import { verifyHistory } from '#platform/history.ts'
import { dayOf } from '#platform/ui/format.ts'
import { keptTables, modules } from '../src/modules.ts'
import { searchOver } from '../src/site.ts'
import { testDatabase } from './test-database.ts'

const size = 40
const organizations = 5

describe('what the bench of activities fills a database with', () => {
  let db: Db
  let invent: Inventor

  before(async () => {
    const stock = readWordStock()
    invent = inventor(stock, readCodes(stock), organizations)
    db = await testDatabase()
    await fillRegister(db, { size, organizations, invent })
  })

  test('is the same whenever it is invented, and keeps all rules of an entry that is sent', async () => {
    const stock = readWordStock()
    const again = inventor(stock, readCodes(stock), organizations)
    const codes = await activityCodes(db, dayOf(new Date()))
    for (let number = 0; number < 600; number += 1) {
      const entry = invent(number)
      assert.deepEqual(again(number), entry)
      const issues = [
        ...issuesOfCodes(codes, entry),
        ...missingFor('stocktaking', { ...entry, hasContact: false }),
      ]
      assert.deepEqual(issues, [], JSON.stringify(entry))
    }
  })

  test('has its lines of history, which account for every version of every row', async () => {
    const digests = Object.assign({}, ...modules.map((module) => module.digests ?? {})) as Parameters<
      typeof verifyHistory
    >[1]
    assert.deepEqual((await verifyHistory(db, digests, { kept: keptTables() })).faults, [])
  })

  test('is as an import leaves it, and is found', async () => {
    const entries = Array.from({ length: 10 }, (_, place) => invent(4 * size + place))
    await importFile(db, await csvOf(db, entries), entries.length)
    const rows = await db.selectFrom('activities').selectAll().orderBy('id').execute()
    assert.equal(rows.length, size + entries.length)
    const keys = new Set(entries.map(({ externalKey }) => externalKey))
    const usual = (isImported: boolean) =>
      rows
        .filter(({ external_key: key }) => keys.has(key ?? '') === isImported)
        .map(
          ({
            state,
            contributor,
            licence,
            revision,
            published_revision: published,
            is_example: example,
          }) => ({
            ...{ state, contributor, licence, revision, published, example },
          }),
        )
    assert.deepEqual(
      [...new Set(usual(false).map((row) => JSON.stringify(row)))],
      [JSON.stringify(usual(true)[0])],
    )
    for (const row of rows) assert.deepEqual(row.published, row.content)
    const imported = rows.find(({ external_key: key }) => key === entries[0]?.externalKey)
    assert.deepEqual(imported?.content, entries[0]?.content)

    const search = searchOver(db)
    for (const number of [0, size - 1]) {
      const { language, content } = invent(number)
      const [word = ''] = content.title.split(/[:：]/)
      const { hits } = await search.answer({
        ...{
          words: word,
          language,
          lastWord: 'whole',
          filters: {},
          facets: [],
          order: 'relevance',
          limit: 50,
          after: null,
        },
      })
      assert.ok(
        hits.some(({ key }) => key === `activity:${invent(number).id}`),
        `${word} is not found`,
      )
    }
  })
})

test('the same address can be written in many ways that are read alike', () => {
  const plain = '/api/v1/activities?page-size=20&sort=newest'
  const ways = Array.from({ length: 500 }, (_, number) => spelling(plain, number))
  assert.equal(new Set(ways).size, ways.length)
  for (const way of ways)
    assert.deepEqual(
      [...new URL(way, 'http://site').searchParams],
      [...new URL(plain, 'http://site').searchParams],
    )
})
