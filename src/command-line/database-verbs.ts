import { loadRegister } from '#modules/mandates/index.ts'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { openDatabase, type OpenDatabase } from '#platform/database/open.ts'
import { keeping } from '../modules.ts'
import { exitCodes, type Call } from './verb.ts'

/** Opens the database that the settings name, brings its schema up to date and closes it whatever happens. */
export async function withDatabase(
  call: Call,
  act: (database: OpenDatabase) => Promise<number>,
): Promise<number> {
  const database = await openDatabase(call.settings())
  try {
    await migrate(database.db, readMigrations(), () => {}, keeping())
    return await act(database)
  } finally {
    await database.close()
  }
}

export async function migrateVerb(call: Call): Promise<number> {
  const database = await openDatabase(call.settings())
  try {
    const tell = (name: string) => call.say('serve.migrating', { name })
    const ran = await migrate(database.db, readMigrations(), tell, keeping())
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
