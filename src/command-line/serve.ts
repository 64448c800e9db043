import type * as mandates from '#modules/mandates/index.ts'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { openDatabase, type OpenDatabase } from '#platform/database/open.ts'
import type { Settings } from '#platform/settings.ts'
import { listen, type Serving } from '#platform/web/serve.ts'
import type { Say } from './say.ts'
import { exitCodes } from './verb.ts'

/** `actionline serve`: opens, migrates, loads what is shipped, listens; resolves when it was told to stop and has stopped. */
export async function serve(settings: Settings, say: Say): Promise<number> {
  say('serve.opening', { where: settings.databaseUrl === null ? settings.dataDir : 'PostgreSQL' })
  // The database opens in its own thread while the modules are read in this one.
  const [database, { openSite }, { loadRegister }] = await Promise.all([
    openDatabase(settings),
    import('../site.ts'),
    import('#modules/mandates/index.ts'),
  ])
  const stopped = untilStopped()
  try {
    await prepare(database, loadRegister, say)
    const serving = await listen(
      openSite(database.db, settings, () => new Date(), logLine),
      settings,
    )
    say('serve.listening', { address: serving.address })
    await stopped
    await finish(serving, say)
    return exitCodes.fine
  } finally {
    await database.close()
  }
}

async function prepare({ db }: OpenDatabase, loadRegister: typeof mandates.loadRegister, say: Say) {
  const { keptTables } = await import('../modules.ts')
  await migrate(db, readMigrations(), (name) => say('serve.migrating', { name }), keptTables())
  const loaded = await loadRegister(db, { actor: 'start', at: new Date() })
  say(loaded.changed ? 'serve.loaded' : 'serve.unchanged', {
    duties: loaded.duties,
    provisions: loaded.provisions,
  })
}

async function finish(serving: Serving, say: Say) {
  say('serve.stopping')
  await serving.stop()
  say('serve.stopped')
}

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(130))
        resolve()
      })
    }
  })
}

/** Errors of the program go to standard error as one line of JSON each. */
const logLine = (line: Record<string, unknown>) =>
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`)
