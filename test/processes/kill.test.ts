import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open.ts'
import { verifyHistory } from '#platform/history.ts'
import { keeping } from '../../src/modules.ts'

const rounds = 22
const writer = path.join(import.meta.dirname, 'acknowledging-writer.ts')
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'actionline-kill-'))
after(() => fs.rmSync(dataDir, { recursive: true, force: true }))

test(
  `nothing acknowledged is lost when the process is killed ${rounds} times`,
  { timeout: 300_000 },
  async () => {
    const fresh = await open()
    await migrate(fresh.db, readMigrations(), () => {}, keeping())
    await fresh.close()

    const acknowledged: string[] = []
    for (let round = 0; round < rounds; round += 1)
      acknowledged.push(...(await writeUntilKilled(5 + ((round * 7) % 40))))
    assert.equal(acknowledged.length >= rounds * 5, true)

    const { db, close } = await open()
    const rows = await db.selectFrom('history').select('subject_id').execute()
    const { faults } = await verifyHistory(db, {})
    await close()

    const kept = new Set(rows.map((row) => row.subject_id))
    assert.deepEqual(
      acknowledged.filter((id) => !kept.has(id)),
      [],
    )
    assert.deepEqual(faults, [])
  },
)

const open = () => openDatabase({ dataDir, databaseUrl: null, databaseConnections: 1 })

/** Lets the writer acknowledge so many lines, kills it at once, and returns all that it had acknowledged. */
async function writeUntilKilled(lines: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', writer, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let heard = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    heard += text
    if (heard.split('\n').length > lines + 1) child.kill('SIGKILL')
  })
  await once(child, 'close')
  // The last piece may be half a line: it was not acknowledged in full.
  return heard.split('\n').slice(1, -1)
}
