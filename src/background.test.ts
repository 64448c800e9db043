import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openBackground, type Background } from './background.ts'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { openInMemory, type OpenDatabase } from '#platform/database/open.ts'
import { readSettings } from '#platform/settings.ts'

describe('what happens by itself', { timeout: 60_000 }, () => {
  let database: OpenDatabase
  let background: Background
  before(async () => {
    database = await openInMemory()
    await migrate(database.db, readMigrations())
    const idle = { keep: () => Promise.resolve() }
    background = openBackground(database, readSettings({}, '/'), () => {}, idle)
  })
  after(async () => {
    await background?.stop(5)
    await database?.close()
  })

  test('begins with what was asked for while nothing ran', async () => {
    await background.start()
    let begun: unknown[] = []
    for (let tries = 0; tries < 500 && !begun.includes('reports.papers'); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      const { rows } = await database.execute('select distinct name from jobs.job')
      begun = rows.map(({ name }) => name)
    }
    assert.equal(begun.includes('reports.papers'), true)
  })
})
