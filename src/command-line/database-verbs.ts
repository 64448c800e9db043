import { loadRegister } from '#modules/mandates/index.ts'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { openDatabase, type OpenDatabase } from '#platform/database/open.ts'
import { verifyHistory, type Digest } from '#platform/history.ts'
import { modules } from '../modules.ts'
import { exitCodes, type Call } from './verb.ts'

/** Opens the database that the settings name, brings its schema up to date and closes it whatever happens. */
export async function withDatabase(
  call: Call,
  act: (database: OpenDatabase) => Promise<number>,
): Promise<number> {
  const database = await openDatabase(call.settings())
  try {
    await migrate(database.db, readMigrations())
    return await act(database)
  } finally {
    await database.close()
  }
}

export async function migrateVerb(call: Call): Promise<number> {
  const database = await openDatabase(call.settings())
  try {
    const ran = await migrate(database.db, readMigrations(), (name) => call.say('serve.migrating', { name }))
    if (ran.length === 0) call.say('migrate.nothing')
    return exitCodes.fine
  } finally {
    await database.close()
  }
}

export const registerLoad = (call: Call): Promise<number> =>
  withDatabase(call, async ({ db }) => {
    const { changed, duties, provisions } = await loadRegister(db, { actor: 'command-line', at: new Date() })
    call.say(changed ? 'serve.loaded' : 'serve.unchanged', { duties, provisions })
    return exitCodes.fine
  })

/** Exit code 1 when anything does not fit, with one line for each fault. */
export const historyVerify = (call: Call): Promise<number> =>
  withDatabase(call, async ({ db }) => {
    const digests: Record<string, Digest> = Object.assign({}, ...modules.map((one) => one.digests ?? {}))
    const { lines, faults } = await verifyHistory(db, digests)
    for (const { seq, fault, subject, parts } of faults)
      call.complain(`history-verify.${fault}`, { line: seq, subject, parts: partsShown(parts) })
    if (faults.length === 0) call.say('history-verify.fine', { lines })
    return faults.length === 0 ? exitCodes.fine : exitCodes.failed
  })

const mostParts = 20

const partsShown = (parts: string[]): string =>
  parts.slice(0, mostParts).join(', ') + (parts.length > mostParts ? ', …' : '')
