import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import pg from 'pg'
import { sql } from 'kysely'
import { openDatabase, type OpenDatabase } from '#platform/database/open.ts'
import { openForm, sendForm, signedIn, type Answered, type Shown, type Signed } from './crowd.ts'
import { desks, type Desk, type Edit, type Moment } from './hundred-desks.ts'
import { prepareGround, type Ground } from './hundred-ground.ts'
import { run, startProgram, type Ended, type Running } from './program.ts'

const serverUrl = process.env['TEST_DATABASE_URL']
const rounds = 5
const patience = { timeout: 300_000 }

type Seated = { desk: Desk; place: number; who: Signed }

/** What somebody tried, and what the site answered. */
type Tried = Seated & { edit: Edit; answer: Answered }

describe('a hundred people who edit at once', { skip: serverUrl ? false : 'no TEST_DATABASE_URL' }, () => {
  const name = `hundred_${process.pid}`
  const url = Object.assign(new URL(serverUrl ?? 'postgres://x'), { pathname: `/${name}` }).toString()
  let site: Running
  let database: OpenDatabase
  let ground: Ground
  let ended: Ended
  let firstLine = 0
  const tried: Tried[] = []
  const done = (act: string) =>
    tried.filter(({ edit, answer }) => answer.status === 303 && edit.act === act).length

  before(async () => {
    await onServer(`create database ${name}`)
    site = await startProgram({
      DATABASE_URL: url,
      DATABASE_CONNECTIONS: '10',
      REQUESTS_PER_MINUTE: '1000000',
    })
    database = await openDatabase({ databaseUrl: url, dataDir: '', databaseConnections: 4 })
    const people = await everybody(database)
    const seatedAt = (desk: string) => people.flatMap((one) => (one.desk.name === desk ? [one.who] : []))
    const [reviewer] = seatedAt('reviewer')
    if (reviewer === undefined) throw new Error('nobody reviews')
    const start = { site: site.address, rounds, askers: seatedAt('asker'), reviewer }
    ground = await prepareGround(database.db, start)
    firstLine = await lastLine(database)
    for (let round = 0; round < rounds; round += 1) tried.push(...(await editAll(people, round)))
    site.signal('SIGTERM')
    ended = await site.ended
  }, patience)

  after(async () => {
    site?.signal('SIGKILL')
    await site?.ended
    await database?.close()
    await onServer(`drop database if exists ${name}`)
  })

  /** All open their forms, and then all send them: nobody has seen what the others did. */
  async function editAll(people: Seated[], round: number): Promise<Tried[]> {
    const last = round === rounds - 1
    const opened = await Promise.all(people.map((one) => open(one, { place: one.place, round, last })))
    return Promise.all(
      opened.map(async ({ shown, edit, ...one }): Promise<Tried> => {
        const { file } = edit
        const fields = typeof edit.fields === 'function' ? edit.fields(shown) : edit.fields
        return { ...one, edit, answer: await sendForm(site.address, one.who, shown, { fields, file }) }
      }),
    )
  }

  async function open(one: Seated, moment: Moment): Promise<Seated & { edit: Edit; shown: Shown }> {
    const edit = await one.desk.edit(ground, moment, database.db)
    const shown = await openForm(site.address, one.who, edit.path)
    assert.equal(shown.status, 200, `${one.who.name} does not get ${edit.path}`)
    return { ...one, edit, shown }
  }

  test('are each done or told that somebody was faster; nothing fails', () => {
    const others = tried.filter(({ answer }) => answer.status !== 303 && answer.status !== 409)
    assert.deepEqual(
      others.map(({ who, edit, answer }) => `${who.name} ${edit.path} ${answer.status}`),
      [],
    )
    // A failed request has a reference, a failed job its name; that a busy machine is slow is no failure.
    const failures = ended.err.split('\n').filter((line) => /"(?:reference|job)":/.test(line))
    assert.deepEqual([ended.code, failures], [0, []])
  })

  test('are done one at each thing in each round', () => {
    const counted = desks.filter((desk) => desk.done !== undefined)
    assert.deepEqual(
      counted.map((desk) => [
        desk.name,
        tried.filter((one) => one.desk === desk && one.answer.status === 303).length,
      ]),
      counted.map((desk) => [desk.name, rounds * (desk.done ?? 0)]),
    )
  })

  test('get back what they wrote when they were too late', () => {
    const lost = tried.filter(
      ({ edit, answer }) => answer.status === 409 && !answer.text.includes(edit.words ?? ''),
    )
    assert.deepEqual(
      lost.map(({ who, edit }) => `${who.name} ${edit.words}`),
      [],
    )
  })

  test('find each change that was acknowledged in the history once, and no other', async () => {
    const people = new Map(tried.map(({ who }) => [who.id, who.name]))
    const lines = await database.db
      .selectFrom('history')
      .select(['act', 'actor'])
      .where('seq', '>', firstLine)
      .where('act', 'in', [...new Set(tried.map(({ edit }) => edit.act))])
      .execute()
    assert.deepEqual(
      lines.map(({ act, actor }) => `${people.get(actor)} ${act}`).toSorted(),
      tried
        .filter(({ answer }) => answer.status === 303)
        .map(({ who, edit }) => `${who.name} ${edit.act}`)
        .toSorted(),
    )
  })

  test('find what they wrote kept when it was acknowledged, and else nowhere', async () => {
    const versions = await sql<{ all: string }>`
      select string_agg(v.row::text, ' ' order by v.id) as all
      from row_versions v join history h on h.batch = v.batch where h.seq > ${firstLine}`.execute(database.db)
    const kept = versions.rows[0]?.all ?? ''
    const wrong = tried.filter(
      ({ edit, answer }) => edit.words !== undefined && kept.includes(edit.words) !== (answer.status === 303),
    )
    assert.deepEqual(
      wrong.map(({ edit, answer }) => `${edit.words} ${answer.status}`),
      [],
    )
  })

  test('leave revisions without gaps, one for each change', async () => {
    const found = await sql<{ what: string; revisions: number[] }>`
      select 'plan ' || duty as what, array_agg(revision order by revision) as revisions from duty_plans
        where duty in (${sql.join(ground.duties.slice(0, 2))}) group by duty
      union all
      select 'decisions', array_agg(seq order by seq) from import_decisions where import = ${ground.draft}
      order by 1`.execute(database.db)
    const upTo = (count: number) => Array.from({ length: count }, (_, place) => place + 1)
    assert.deepEqual(found.rows, [
      { what: 'decisions', revisions: upTo(done('mandates.review-import')) },
      ...ground.duties.slice(0, 2).map((duty) => ({ what: `plan ${duty}`, revisions: upTo(rounds + 1) })),
    ])
    const counters = await sql<{ sum: number }>`
      select sum(revision - 2)::int as sum from organizations where id in (${sql.join(ground.organizations)})
      union all select sum(revision - 1)::int from evidence where id in (${sql.join(ground.evidence)})
      union all select version - 1 from pairings where revision = ${ground.paired}`.execute(database.db)
    assert.deepEqual(
      counters.rows.map(({ sum }) => sum),
      [
        done('accounts.edit-organization'),
        done('mandates.correct-evidence'),
        done('mandates.pair-provisions') + done('mandates.confirm-pairing'),
      ],
    )
  })

  test('verify no revision of a piece of evidence twice', async () => {
    const twice = await sql`
      select subject_id from history where act = 'mandates.verify-evidence' and seq > ${firstLine}
      group by subject_id having count(*) > 1`.execute(database.db)
    assert.deepEqual(twice.rows, [])
    assert.equal(done('mandates.verify-evidence') > 0, true)
  })

  test('cause one mail for each request that was answered, and one file for each that was sent', async () => {
    const mails = await database.db
      .selectFrom('outbox')
      .select('address')
      .where('kind', '=', 'accounts.claim-decided')
      .execute()
    assert.equal(mails.length, done('accounts.grant-claim'))
    const files = await sql<{ name: string }>`
      select e.file_name as name from evidence e join stored_files f on f.checksum = e.checksum`.execute(
      database.db,
    )
    assert.deepEqual(
      files.rows.map(({ name: file }) => file).toSorted(),
      tried.flatMap(({ edit }) => edit.file?.name ?? []).toSorted(),
    )
  })

  test('never wait for each other in a circle, and leave a history that fits', async () => {
    const verified = await run(['history', 'verify'], { DATABASE_URL: url })
    assert.deepEqual([verified.code, verified.err], [0, ''])
    // A server counts what a connection did when it ends.
    await database.close()
    const counted = await onServer(`select deadlocks::int from pg_stat_database where datname = '${name}'`)
    assert.deepEqual(counted, [{ deadlocks: 0 }])
  })
})

async function everybody({ db }: OpenDatabase): Promise<Seated[]> {
  const places = desks.flatMap((desk) => Array.from({ length: desk.people }, (_, place) => ({ desk, place })))
  assert.equal(places.length, 100)
  const people: Seated[] = []
  for (const { desk, place } of places)
    people.push({ desk, place, who: await signedIn(db, `${desk.name}-${place}`, desk.standings) })
  return people
}

async function lastLine({ db }: OpenDatabase): Promise<number> {
  const last = await db
    .selectFrom('history')
    .select((is) => is.fn.max('seq').as('seq'))
    .executeTakeFirst()
  return last?.seq ?? 0
}

async function onServer(statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  const { rows } = await client.query(statement)
  await client.end()
  return rows
}
