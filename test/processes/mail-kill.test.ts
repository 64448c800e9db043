import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, describe, test } from 'node:test'
import { openDatabase } from '#platform/database/open.ts'
import type { Db } from '#platform/database/tables.ts'
import { sendLater, type Mail } from '#platform/mail/outbox.ts'
import { startMailServer } from '../mail-server.ts'
import { startProgram } from './program.ts'
import { usedFolder } from './used-folder.ts'

describe('a process that is killed while the mail server has not answered', () => {
  test(
    'leaves the mails uncertain for an operator to see; they are not sent again, and the others are',
    { timeout: 180_000 },
    async () => {
      const server = await startMailServer()
      after(server.stop)
      const folder = await usedFolder()
      const env = { DATA_DIR: folder, SMTP_URL: server.url, MAIL_FROM: 'actionline@example.org' }
      await onDatabase(folder, (db) => give(db, 'amina', 'chen'))

      server.answers.push('hold', 'hold')
      const killed = await startProgram(env)
      await server.untilHandedOver(2)
      killed.signal('SIGKILL')
      await killed.ended
      await onDatabase(folder, (db) => give(db, 'elena'))
      const again = await startProgram(env)
      await server.untilHandedOver(3)
      again.signal('SIGTERM')
      assert.equal((await again.ended).code, 0)

      assert.deepEqual(
        server.received.map(({ to }) => to),
        ['elena@example.org'],
      )
      const rows = await onDatabase(folder, (db) =>
        db.selectFrom('outbox').select(['person', 'state', 'failure']).orderBy('person').execute(),
      )
      assert.deepEqual(rows, [
        { person: 'amina', state: 'dead', failure: 'uncertain' },
        { person: 'chen', state: 'dead', failure: 'uncertain' },
        { person: 'elena', state: 'sent', failure: null },
      ])
    },
  )
})

async function onDatabase<Answer>(dataDir: string, act: (db: Db) => Promise<Answer>): Promise<Answer> {
  const { db, close } = await openDatabase({ dataDir, databaseUrl: null, databaseConnections: 1 })
  try {
    return await act(db)
  } finally {
    await close()
  }
}

const give = (db: Db, ...people: string[]) =>
  db.transaction().execute(async (tx) => {
    for (const person of people) {
      const mail: Mail = {
        to: { person, address: `${person}@example.org`, name: null },
        language: 'en',
        kind: 'test.notice',
        subject: 'layout.about',
        body: [],
        once: randomUUID(),
      }
      await sendLater(tx, mail, new Date())
    }
  })
