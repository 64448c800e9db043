import { openDatabase } from '#platform/database/open.ts'
import { record } from '#platform/history.ts'

/** Writes lines of history into a migrated database, for ever, and prints the number of each one only after its commit. Ends only by being killed. */
const [dataDir = '', databaseUrl = ''] = process.argv.slice(2)
const { db } = await openDatabase({
  dataDir,
  databaseUrl: databaseUrl === '' ? null : databaseUrl,
  databaseConnections: 2,
})
process.stdout.write('ready\n')

for (let number = 1; ; number += 1) {
  const subject = { kind: 'test', id: `${process.pid}-${number}` }
  await db
    .transaction()
    .execute((tx) => record(tx, { act: 'test.write', subject, actor: 'test' }, new Date()))
  process.stdout.write(`${subject.id}\n`)
}
