import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { pendingMigrations, readMigrations, SchemaMismatch, type Migration } from './migrate.ts'

const known: Migration[] = ['0001-a.sql', '0002-b.sql', '0003-c.sql'].map((name) => ({
  name,
  sql: '',
  checksum: `sum of ${name}`,
}))
const applied = (...names: string[]) => names.map((name) => ({ name, checksum: `sum of ${name}` }))
const refusal = (rows: { name: string; checksum: string }[]) => {
  try {
    pendingMigrations(known, rows)
  } catch (error) {
    if (error instanceof SchemaMismatch) return error.reason
    throw error
  }
  return null
}

describe('what is still to run on a database', () => {
  test('is everything on an empty one, the rest on an older one, nothing on a present one', () => {
    const names = (rows: { name: string; checksum: string }[]) =>
      pendingMigrations(known, rows).map(({ name }) => name)
    assert.deepEqual(names([]), ['0001-a.sql', '0002-b.sql', '0003-c.sql'])
    assert.deepEqual(names(applied('0001-a.sql')), ['0002-b.sql', '0003-c.sql'])
    assert.deepEqual(names(applied('0001-a.sql', '0002-b.sql', '0003-c.sql')), [])
  })

  test('is refused on a newer one', () => {
    assert.equal(refusal(applied('0001-a.sql', '0002-b.sql', '0003-c.sql', '0004-d.sql')), 'newer')
  })

  test('is refused where one is missing in the middle or was changed', () => {
    assert.equal(refusal(applied('0001-a.sql', '0003-c.sql')), 'half-migrated')
    assert.equal(refusal([{ name: '0001-a.sql', checksum: 'another' }]), 'half-migrated')
  })
})

test('each migration has a number of its own and says in its first line what it is for', () => {
  const migrations = readMigrations()
  const numbers = migrations.map(({ name }) => Number(name.slice(0, 4)))
  assert.deepEqual([...new Set(numbers)], numbers)
  assert.deepEqual(
    migrations.filter(({ sql }) => !sql.startsWith('-- ')).map(({ name }) => name),
    [],
  )
})
