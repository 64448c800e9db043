import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, beforeEach, describe, test } from 'node:test'
import pg from 'pg'
import { openDatabase, openInMemory, type OpenDatabase } from '../database/open.ts'
import { jobList } from './job-queries.ts'
import { openJobs, type Job, type Jobs } from './jobs.ts'

const url = process.env['TEST_DATABASE_URL']
const patience = { timeout: 60_000 }
const name = `jobs_${randomUUID().replaceAll('-', '')}`

let database: OpenDatabase
let logged: Record<string, unknown>[]
const open = () => openJobs({ database, log: (line) => logged.push(line) })
const job = (run: Job['run'], change: Partial<Job> = {}): Job => ({ cron: null, at: 'each', run, ...change })

/** Jobs that are running, with a way to wait for what they do. */
async function running(define: (jobs: Jobs) => void): Promise<Jobs> {
  const jobs = open()
  define(jobs)
  await jobs.start()
  return jobs
}

const until = async (isSo: () => boolean | Promise<boolean>) => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10))
}

const states = async (job: string) =>
  (await database.execute('select state::text from jobs.job where name = $1 order by state', [job])).rows.map(
    ({ state }) => state,
  )

describe('jobs', () => {
  before(async () => {
    if (url) await onServer(`create database ${name}`)
    const databaseUrl = url ? Object.assign(new URL(url), { pathname: `/${name}` }).toString() : null
    database = databaseUrl
      ? await openDatabase({ databaseUrl, dataDir: '', databaseConnections: 10 })
      : await openInMemory()
  })
  after(async () => {
    await database.close()
    if (url) await onServer(`drop database ${name}`)
  })
  beforeEach(() => {
    logged = []
  })

  test('are listed with what became of them, and none before the first start', patience, async () => {
    assert.deepEqual(await jobList(database.db), [])
    const jobs = await running(({ define }) => {
      define(
        'test.listed',
        job(async () => {}, { cron: '17 3 * * *' }),
      )
      define(
        'test.idle',
        job(async () => {}),
      )
    })
    jobs.wake('test.listed')
    await until(async () => (await states('test.listed')).includes('completed'))
    await jobs.stop(5)
    const shown = (await jobList(database.db)).map((row) => ({ ...row, last_done: row.last_done !== null }))
    const idle = { cron: null, waiting: 0, running: 0, last_done: false, last_failed: null }
    assert.deepEqual(shown, [
      { name: 'test.idle', ...idle },
      { name: 'test.listed', ...idle, cron: '17 3 * * *', last_done: true },
    ])
  })

  test('run at once when they are woken, and once for several calls in a moment', patience, async () => {
    const runs: number[] = []
    let free = () => {}
    const jobs = await running(({ define }) =>
      define(
        'test.wake',
        job(() => new Promise((resolve) => ((free = resolve), runs.push(1)))),
      ),
    )
    const asked = performance.now()
    jobs.wake('test.wake')
    await until(() => runs.length === 1)
    const waited = performance.now() - asked
    // What is asked for while it runs makes it run once more, however often it is asked for.
    for (let calls = 0; calls < 5; calls += 1) jobs.wake('test.wake')
    await until(async () => (await states('test.wake')).includes('created'))
    free()
    await until(() => runs.length === 2)
    free()
    await jobs.stop(5)
    assert.equal(runs.length, 2)
    assert.equal(waited < 2000, true, `woken after ${waited} ms`)
  })

  test('are tried again when they fail, and the failure is logged', patience, async () => {
    const jobs = await running(({ define }) =>
      define(
        'test.fail',
        job(() => Promise.reject(new Error('the moon is in the way'))),
      ),
    )
    jobs.wake('test.fail')
    await until(async () => (await states('test.fail')).includes('retry'))
    await jobs.stop(5)
    assert.deepEqual(
      logged.map(({ level, job, error }) => [level, job, String(error).split('\n')[0]]),
      [['error', 'test.fail', 'Error: the moon is in the way']],
    )
  })

  test('finish what they do when the site stops, and begin nothing new', patience, async () => {
    let finished = 0
    const jobs = await running(({ define }) =>
      define(
        'test.finish',
        job(async ({ isStopping }) => {
          await until(isStopping)
          finished += 1
        }),
      ),
    )
    jobs.wake('test.finish')
    await until(async () => (await states('test.finish')).includes('active'))
    await jobs.stop(10)
    jobs.wake('test.finish')
    assert.deepEqual([finished, await states('test.finish')], [1, ['completed']])
  })

  test('are put back when they do not finish in time', patience, async () => {
    const jobs = await running(({ define }) =>
      define(
        'test.slow',
        job(() => new Promise(() => {})),
      ),
    )
    jobs.wake('test.slow')
    await until(async () => (await states('test.slow')).includes('active'))
    const asked = performance.now()
    await jobs.stop(0)
    assert.deepEqual(await states('test.slow'), ['retry'])
    assert.equal(performance.now() - asked < 5000, true)
  })

  test(
    'of two processes share the work, but what one does alone is never done by both',
    patience,
    async () => {
      let together = 0
      let most = 0
      let runs = 0
      const alone = job(
        async () => {
          together += 1
          most = Math.max(most, together)
          await new Promise((resolve) => setTimeout(resolve, 200))
          together -= 1
          runs += 1
        },
        { at: 'one' },
      )
      const both = await Promise.all([1, 2].map(() => running(({ define }) => define('test.alone', alone))))
      both.forEach((jobs) => jobs.wake('test.alone'))
      await until(() => runs > 0)
      both.forEach((jobs) => jobs.wake('test.alone'))
      await until(() => runs > 1)
      await Promise.all(both.map((jobs) => jobs.stop(5)))
      assert.equal(most, 1)
    },
  )

  test('have the schedules that they declare and no other', patience, async () => {
    const schedules = async () =>
      (await database.execute('select name, cron from jobs.schedule order by name')).rows.map(
        ({ name, cron }) => [name, cron],
      )
    const idle = job(async () => {}, { cron: '17 3 * * *' })
    const first = await running(({ define }) => {
      define('test.nightly', idle)
      define('test.gone', idle)
    })
    await first.stop(5)
    const second = await running(({ define }) => define('test.nightly', { ...idle, cron: '0 4 * * *' }))
    await second.stop(5)
    assert.deepEqual(await schedules(), [['test.nightly', '0 4 * * *']])
  })

  test(
    'that a killed process was doing run again',
    { ...patience, skip: url ? 'only one process has the embedded one' : false },
    async () => {
      let runs = 0
      const counted = job(async () => void (runs += 1))
      const killed = await running(({ define }) => define('test.killed', counted))
      await killed.stop(5)
      await database.execute(
        `insert into jobs.job (name, state, policy, retry_limit, started_on) values ('test.killed', 'active', 'short', 3, now())`,
      )

      const again = await running(({ define }) => define('test.killed', counted))
      await until(() => runs > 0)
      await again.stop(5)
      assert.deepEqual([runs, await states('test.killed')], [1, ['completed']])
    },
  )

  test('leave no open transaction behind when the library fails in the middle', async () => {
    await assert.rejects(database.execute('begin; select 1; select * from nowhere; commit'))
    assert.deepEqual((await database.execute('select 1 as one; select 2 as two')).rows, [
      { one: 1 },
      { two: 2 },
    ])
  })
})

async function onServer(statement: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
