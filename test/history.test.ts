import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { clearDemoAccounts, loadDemoAccounts } from '#modules/accounts/index.ts'
import { clearDemo, loadDemo, loadDemoReviews, loadRegister } from '#modules/mandates/index.ts'
import { loadDemoTranslations } from '#modules/translation/index.ts'
import { operator } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { verifyHistory, type Digest } from '#platform/history.ts'
import { readSettings } from '#platform/settings.ts'
import { keptTables, modules } from '../src/modules.ts'
import { testDatabase } from './test-database.ts'

const at = new Date('2026-11-21T12:00:00Z')
const by = { actor: 'command-line', at }
const digests: Record<string, Digest> = Object.assign({}, ...modules.map((one) => one.digests ?? {}))
let db: Db

const faults = async () =>
  (await verifyHistory(db, digests, { kept: keptTables() })).faults.map(({ fault, subject, parts }) =>
    [fault, subject, ...parts.slice(0, 5)].join(' '),
  )

describe('the history accounts for every row', () => {
  before(async () => {
    db = await testDatabase()
    await loadRegister(db, by)
  })

  test('that the commands of all modules write for the example world, and take away again', async () => {
    assert.deepEqual(await faults(), [])

    await loadDemoAccounts(db, { settings: readSettings({}, '/'), at })
    await loadDemo(db, by)
    await loadDemoReviews(db, { actor: operator, at })
    await loadDemoTranslations(db, { at })
    assert.deepEqual(await faults(), [])

    await clearDemo(db, by)
    await clearDemoAccounts(db, by)
    assert.deepEqual(await faults(), [])
  })
})
