import assert from 'node:assert/strict'
import { once } from 'node:events'
import net from 'node:net'
import { describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { openDatabase } from '#platform/database/open.ts'
import { run, startProgram } from './program.ts'
import { freshFolder, usedFolder } from './used-folder.ts'

const patience = { timeout: 180_000 }

describe('the site on the embedded database', () => {
  test(
    'starts on an empty folder, answers, stops on SIGTERM and starts again with the same register',
    patience,
    async () => {
      const DATA_DIR = freshFolder()
      const first = await startProgram({ DATA_DIR })
      const page = await fetch(`${first.address}/en/duties.json`)
      const before = (await page.json()) as { total: number }
      assert.equal(page.status, 200)
      assert.equal(before.total > 0, true)
      first.signal('SIGTERM')
      assert.equal((await first.ended).code, 0)

      const second = await startProgram({ DATA_DIR })
      const after = (await (await fetch(`${second.address}/en/duties.json`)).json()) as { total: number }
      second.signal('SIGINT')
      assert.equal((await second.ended).code, 0)
      assert.deepEqual(after, before)
    },
  )

  test('finishes a request that runs when it is told to stop', patience, async () => {
    const site = await startProgram({ DATA_DIR: await usedFolder() })
    const { port } = new URL(site.address)
    const socket = net.connect(Number(port), '127.0.0.1')
    let heard = ''
    const closed = new Promise<void>((resolve) =>
      socket
        .setEncoding('utf8')
        .on('data', (text) => (heard += text))
        .on('close', () => resolve()),
    )
    await once(socket, 'connect')
    socket.write('GET /en/duties.json HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n')
    // Connections are taken in turn: when a later one has its answer, the beginning of this request was heard.
    assert.equal((await fetch(`${site.address}/health`)).status, 200)
    site.signal('SIGTERM')
    while (await isOpen(Number(port))) await pause(20)
    socket.write('\r\n')
    await closed
    assert.match(heard, /^HTTP\/1\.1 200 OK/)
    assert.equal((await site.ended).code, 0)
  })

  test('refuses a second process on the same folder and goes on itself', patience, async () => {
    const DATA_DIR = await usedFolder()
    const site = await startProgram({ DATA_DIR })
    const second = await run(['serve'], { DATA_DIR, PORT: '0' })
    assert.equal(second.code, 1)
    assert.match(second.err, /another process is using the data directory/)
    assert.equal((await fetch(`${site.address}/health`)).status, 200)
    site.signal('SIGTERM')
    await site.ended
  })

  test('names every setting that is wrong and starts nothing', patience, async () => {
    const { code, out, err } = await run(['serve'], {
      PORT: 'ninety',
      PUBLIC_URL: 'example',
      DATABASE_URL: 'mysql://secret:word@x/y',
    })
    assert.equal(code, 2)
    assert.equal(out, '')
    assert.match(err, /PORT must be a whole number from 0 to 65535 \(it is 'ninety'\)/)
    assert.match(err, /PUBLIC_URL must be/)
    assert.match(err, /DATABASE_URL must look like/)
    assert.equal(err.includes('secret'), false)
  })

  test('says so when the port is taken', patience, async () => {
    const taken = net.createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => taken.once('listening', resolve))
    const { port } = taken.address() as net.AddressInfo
    const { code, err } = await run(['serve'], { DATA_DIR: await usedFolder(), PORT: String(port) })
    taken.close()
    assert.equal(code, 1)
    assert.match(err, new RegExp(String(port)))
  })

  test('refuses a database that is newer than itself or half migrated', patience, async () => {
    const DATA_DIR = freshFolder()
    assert.equal((await run(['migrate'], { DATA_DIR })).code, 0)
    await change(DATA_DIR, async (db) => {
      await db
        .insertInto('schema_migrations')
        .values({ name: '9999-tomorrow.sql', checksum: 'x', applied_at: new Date() })
        .execute()
    })
    const newer = await run(['serve'], { DATA_DIR, PORT: '0' })
    assert.equal(newer.code, 1)
    assert.match(newer.err, /newer than this program.*9999-tomorrow\.sql/)

    await change(DATA_DIR, async (db) => {
      await db
        .deleteFrom('schema_migrations')
        .where('name', 'in', ['9999-tomorrow.sql', '0001-history.sql'])
        .execute()
    })
    const half = await run(['serve'], { DATA_DIR, PORT: '0' })
    assert.equal(half.code, 1)
    assert.match(half.err, /half migrated: 0001-history\.sql is missing/)
  })
})

const serverUrl = process.env['TEST_DATABASE_URL']

describe('the site on a server', { skip: serverUrl ? false : 'no TEST_DATABASE_URL' }, () => {
  test('two processes share one database', patience, async () => {
    const name = `start_${process.pid}`
    const admin = new pg.Client({ connectionString: serverUrl })
    await admin.connect()
    await admin.query(`create database ${name}`)
    const DATABASE_URL = Object.assign(new URL(serverUrl ?? ''), { pathname: `/${name}` }).toString()

    const sites = await Promise.all([startProgram({ DATABASE_URL }), startProgram({ DATABASE_URL })])
    const answers = await Promise.all(
      sites.map(async ({ address }) => (await fetch(`${address}/fr/duties.json`)).text()),
    )
    sites.forEach((site) => site.signal('SIGTERM'))
    const ends = await Promise.all(sites.map((site) => site.ended))
    await admin.query(`drop database ${name}`)
    await admin.end()
    assert.deepEqual(
      ends.map(({ code }) => code),
      [0, 0],
    )
    assert.equal(answers[0], answers[1])
  })
})

/** Whether somebody listens there. */
async function isOpen(port: number): Promise<boolean> {
  const socket = net.connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

async function change(
  dataDir: string,
  act: (db: Awaited<ReturnType<typeof openDatabase>>['db']) => Promise<void>,
) {
  const { db, close } = await openDatabase({ dataDir, databaseUrl: null, databaseConnections: 1 })
  await act(db)
  await close()
}
