import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { record, verifyHistory } from '#platform/history.ts'
import { testDatabase } from '../../../test/test-database.ts'
import { keptTables } from '../../modules.ts'
import type { Db, Tx } from '../database/tables.ts'
import { redactVersions } from './redaction-commands.ts'
import { describeTables, literal, quoted } from './kept-table-queries.ts'

const at = new Date('2026-11-21T12:00:00Z')
const change = (id: string) => ({ act: 'test.write', subject: { kind: 'test', id }, actor: 'test' })
let db: Db

/** What a test does to the tables themselves is undone afterwards. */
class Undo extends Error {}

async function undone(act: (tx: Tx) => Promise<void>) {
  const inside = async (tx: Tx) => {
    await act(tx)
    throw new Undo()
  }
  await assert.rejects(db.transaction().execute(inside), Undo)
}

const faults = async (tx: Db, kept: string[] = []) =>
  (await verifyHistory(tx, {}, { kept })).faults.map(({ fault, subject, parts }) =>
    [fault, subject, ...parts].join(' '),
  )

const addBody = (tx: Db, id: string) =>
  sql`insert into bodies (id, kind, aliases, name_status, sort) values (${id}, 'group', '{}', 'own', 1)`.execute(
    tx,
  )

describe('what is done behind the back of the platform', () => {
  before(async () => {
    db = await testDatabase()
  })

  for (const name of keptTables()) {
    test(`is found and named in ${name}, with the triggers and without them`, async () => {
      await undone(async (tx) => {
        const key = await withOneRow(tx, name)
        assert.deepEqual(await faults(tx, [name]), [])
        const [column] = await changeable(tx, name)
        const statements = [
          // Of a table of keys alone, rows come and go, and nothing else can be changed.
          ...(column === undefined ? [] : [`update ${name} set ${quoted(column)} = null`]),
          `delete from ${name}`,
          `insert into ${name} select * from other`,
        ]
        for (const statement of statements) {
          await sql`savepoint before`.execute(tx)
          if (statement.startsWith('insert')) await makeOther(tx, name)
          await sql.raw(statement).execute(tx)
          const shown = statement.startsWith('insert') ? otherKey(key) : key
          assert.deepEqual(await faults(tx, [name]), [`unaccounted ${name} ${shown}`])
          await sql`rollback to savepoint before`.execute(tx)

          await sql.raw(`alter table ${name} disable trigger user`).execute(tx)
          if (statement.startsWith('insert')) await makeOther(tx, name)
          await sql.raw(statement).execute(tx)
          await sql.raw(`alter table ${name} enable trigger user`).execute(tx)
          assert.deepEqual(await faults(tx, [name]), [`row ${name} ${shown}`])
          await sql`rollback to savepoint before`.execute(tx)
        }
      })
    })
  }

  const tamperings: [what: string, statement: string, named: string[]][] = [
    ['a line that was changed', `update history set reason = 'other' where seq = 2`, ['line test b']],
    [
      'a line that was taken out',
      `delete from history where seq = 2`,
      ['gap test c', 'chain test c', 'unaccounted bodies b'],
    ],
    [
      'the last lines taken away',
      `delete from history where seq > 1`,
      ['head history', 'unaccounted bodies b c'],
    ],
    [
      'the last lines taken away with what they account for',
      `delete from row_versions where batch in (select batch from history where seq > 1); delete from history where seq > 1;
       delete from bodies where id <> 'a'; delete from row_versions where batch not in (select batch from history)`,
      ['head history'],
    ],
    [
      'a kept version that was changed',
      `update row_versions set row = row || '{"acronym": "other"}' where key = 'b'; update bodies set acronym = 'other' where id = 'b';
       delete from row_versions where batch not in (select batch from history where batch is not null)`,
      ['versions test b'],
    ],
    [
      'a version that was added to a line',
      `insert into row_versions (table_name, key, row, batch, digest) select 'bodies', 'b', '{}', batch, row_version_digest('bodies', 'b', '{}') from history where seq = 3`,
      ['versions test c', 'row bodies b'],
    ],
    [
      'a trigger that was switched off',
      `alter table bodies disable trigger keep_versions_on_update`,
      ['trigger bodies keep_versions_on_update'],
    ],
    [
      'triggers that were taken away',
      `drop trigger keep_versions_on_insert on bodies; drop trigger keep_versions_on_delete on bodies`,
      ['trigger bodies keep_versions_on_delete keep_versions_on_insert'],
    ],
  ]

  for (const [what, statement, named] of tamperings) {
    test(`is found and named: ${what}`, async () => {
      await undone(async (tx) => {
        await threeBodies(tx)
        assert.deepEqual(await faults(tx, ['bodies']), [])
        await sql.raw(statement).execute(tx)
        assert.deepEqual(await faults(tx, ['bodies']), named)
      })
    })
  }

  test('is told from personal data that was taken out of versions, for which a line of history accounts', async () => {
    await undone(async (tx) => {
      await threeBodies(tx)
      await sql`update bodies set acronym = 'secret', sort = 2 where id = 'b'`.execute(tx)
      await record(tx, change('b'), at)
      await sql`update bodies set acronym = null where id = 'b'`.execute(tx)
      await redactVersions(tx, { table: 'bodies', keys: ['b'], columns: ['acronym'] })
      await record(tx, change('b'), at)
      assert.deepEqual(await faults(tx, ['bodies']), [])
      const held = await sql`select from row_versions where row::text like '%secret%'`.execute(tx)
      assert.equal(held.rows.length, 0)

      await sql`savepoint before`.execute(tx)
      await sql`update row_versions set row = row || '{"sort": 3}' where key = 'b' and (row->>'sort')::int = 2`.execute(
        tx,
      )
      assert.deepEqual(await faults(tx), ['versions test b'])
      await sql`rollback to savepoint before`.execute(tx)
      await sql`update row_versions set row = row || '{"sort": 3}', redacted = 999 where key = 'a'`.execute(
        tx,
      )
      assert.deepEqual(await faults(tx), ['unaccounted bodies a'])
    })
  })

  test('is found by an anchor that was kept elsewhere, when the whole history was written anew', async () => {
    await undone(async (tx) => {
      await threeBodies(tx)
      const anchors = await tx.selectFrom('history').select(['seq', 'hash']).orderBy('seq').execute()
      assert.deepEqual((await verifyHistory(tx, {}, { anchors })).faults, [])
      await sql`delete from history where seq = 3`.execute(tx)
      await sql`delete from row_versions where key = 'c'`.execute(tx)
      await sql`update history_head set (seq, hash) = (select seq, hash from history where seq = 2)`.execute(
        tx,
      )
      const { faults: found } = await verifyHistory(tx, {}, { anchors })
      assert.deepEqual(found, [{ seq: 3, fault: 'anchor', subject: 'history', parts: [] }])
    })
  })
})

async function threeBodies(tx: Tx) {
  for (const id of ['a', 'b', 'c']) {
    await addBody(tx, id)
    await record(tx, change(id), at)
  }
  await sql`set constraints all immediate`.execute(tx)
}

/** A row with nothing but its key, in a table from which all rules were taken: what the row says does not matter here. */
async function withOneRow(tx: Tx, name: string): Promise<string> {
  const rules = await sql<{ name: string }>`
    select conname as name from pg_constraint
    where conrelid = ${`public.${name}`}::regclass and contype in ('c', 'f', 'x', 'u')`.execute(tx)
  for (const rule of rules.rows)
    await sql.raw(`alter table ${name} drop constraint ${quoted(rule.name)} cascade`).execute(tx)
  const once = await sql<{ name: string }>`
    select indexrelid::regclass::text as name from pg_index
    where indrelid = ${`public.${name}`}::regclass and indisunique and not indisprimary`.execute(tx)
  for (const index of once.rows) await sql.raw(`drop index ${index.name}`).execute(tx)
  const [table] = await describeTables(tx, [name])
  const columns = table?.columns ?? []
  for (const { name: column, isKey } of columns)
    if (!isKey) await sql.raw(`alter table ${name} alter column ${quoted(column)} drop not null`).execute(tx)
  const types = await typesOf(tx, name)
  const values = columns.map(({ name: column, isKey, isBytes }) =>
    isKey ? valueOf(types.get(column) ?? '') : isBytes ? `'x'` : changeableValue(types.get(column) ?? ''),
  )
  await sql
    .raw(
      `insert into ${name} (${columns.map((one) => quoted(one.name)).join(', ')}) values (${values.join(', ')})`,
    )
    .execute(tx)
  await record(tx, change(name), at)
  const found = await sql<{ key: string }>`
    select replace(key, chr(31), ' ') as key from row_versions where table_name = ${name}`.execute(tx)
  return found.rows[0]?.key ?? ''
}

async function typesOf(tx: Tx, name: string): Promise<Map<string, string>> {
  const found = await sql<{ column: string; type: string }>`
    select attname as column, format_type(atttypid, null) as type from pg_attribute
    where attrelid = ${`public.${name}`}::regclass and attnum > 0 and not attisdropped`.execute(tx)
  return new Map(found.rows.map(({ column, type }) => [column, type]))
}

/** Columns that hold something and may be emptied. */
async function changeable(tx: Tx, name: string): Promise<string[]> {
  const types = await typesOf(tx, name)
  const [table] = await describeTables(tx, [name])
  const open = (table?.columns ?? []).filter(
    (one) => !one.isKey && changeableValue(types.get(one.name) ?? '') !== 'null',
  )
  return open.map((one) => one.name)
}

const makeOther = async (tx: Tx, name: string) => {
  const types = await typesOf(tx, name)
  const [table] = await describeTables(tx, [name])
  const key = (table?.columns ?? []).find(({ isKey }) => isKey)?.name ?? ''
  await sql.raw(`create temporary table other on commit drop as select * from ${name}`).execute(tx)
  await sql.raw(`update other set ${quoted(key)} = ${otherValue(types.get(key) ?? '')}`).execute(tx)
}

const firstUuid = '00000000-0000-4000-8000-000000000001'
/** Two keys of each type, as they stand in a statement. */
const keysOf = (type: string): [one: string, other: string] =>
  type === 'uuid'
    ? [literal(firstUuid), literal(firstUuid.replace(/1$/, '2'))]
    : /^(integer|bigint)$/.test(type)
      ? ['1', '2']
      : type === 'boolean'
        ? ['true', 'false']
        : type === 'date'
          ? [`'2026-01-01'`, `'2026-01-02'`]
          : [`'one'`, `'two'`]
const valueOf = (type: string) => keysOf(type)[0]
const otherValue = (type: string) => keysOf(type)[1]
const otherKey = (key: string) =>
  key
    .replace(/^one/, 'two')
    .replace(/^true/, 'false')
    .replace(/^1\b/, '2')
    .replace(firstUuid, firstUuid.replace(/1$/, '2'))
const changeableValue = (type: string) =>
  type === 'text'
    ? `'words'`
    : /^(integer|bigint)$/.test(type)
      ? '7'
      : type === 'boolean'
        ? 'true'
        : type === 'jsonb'
          ? `'{}'`
          : 'null'
