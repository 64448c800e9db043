import type * as mandates from '#modules/mandates/index.ts'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { openDatabase, type OpenDatabase } from '#platform/database/open.ts'
import type { Settings } from '#platform/settings.ts'
import type { App } from '#platform/web/app.ts'
import { listen, type Serving } from '#platform/web/serve.ts'
import type { Background } from '../background.ts'
import type { Say } from './say.ts'
import { exitCodes } from './verb.ts'

/** `actionline serve`: opens, migrates, loads what is shipped, listens; resolves when it was told to stop and has stopped. */
export async function serve(settings: Settings, say: Say): Promise<number> {
  say('serve.opening', { where: settings.databaseUrl === null ? settings.dataDir : 'PostgreSQL' })
  // The database opens in its own thread while the modules are read in this one.
  const [database, { openSite, searchOver }, { openBackground }, { loadRegister }] = await Promise.all([
    openDatabase(settings),
    import('../site.ts'),
    import('../background.ts'),
    import('#modules/mandates/index.ts'),
  ])
  const stopped = untilStopped()
  try {
    await prepare(database, loadRegister, say)
    const search = searchOver(database.db, settings.searchThreads)
    const background = openBackground(database, settings, logLine, search)
    const app = openSite(database.db, settings, { log: logLine, search })
    const serving = await listen(telling(app, background), settings)
    say('serve.listening', { address: serving.address })
    search.warm()
    const following = setInterval(search.warm, followMilliseconds)
    try {
      await background.start()
      background.changed()
      await stopped
    } finally {
      clearInterval(following)
      await finish(serving, background, settings, say)
      await search.end()
    }
    return exitCodes.fine
  } finally {
    await database.close()
  }
}

/** How often the search looks for what was written while nobody asks, so that who asks next does not wait for all of it. */
export const followMilliseconds = 1000

async function prepare({ db }: OpenDatabase, loadRegister: typeof mandates.loadRegister, say: Say) {
  const { keeping } = await import('../modules.ts')
  await migrate(db, readMigrations(), (name) => say('serve.migrating', { name }), keeping())
  const loaded = await loadRegister(db, { actor: 'start', at: new Date() })
  const { loadMatrix } = await import('#modules/matrix/index.ts')
  await loadMatrix(db, { actor: 'start', at: new Date() })
  const { loadTerms } = await import('#modules/translation/index.ts')
  await loadTerms(db, { actor: 'start', at: new Date() })
  const { loadPlanTypes } = await import('#modules/plans/index.ts')
  await loadPlanTypes(db, { actor: 'start', at: new Date() })
  const { loadReportTemplates } = await import('#modules/reports/index.ts')
  await loadReportTemplates(db, { actor: 'start', at: new Date() })
  say(loaded.changed ? 'serve.loaded' : 'serve.unchanged', {
    duties: loaded.duties,
    provisions: loaded.provisions,
  })
}

/** Whatever people send may have caused a mail; it goes out as soon as they have their answer. */
const telling = (app: App, background: Background): App => ({
  ...app,
  fetch: async (request, env) => {
    const answer = await app.fetch(request, env)
    if (request.method === 'POST' || request.method === 'PUT') background.changed()
    return answer
  },
})

async function finish(serving: Serving, background: Background, { stopSeconds }: Settings, say: Say) {
  say('serve.stopping')
  await Promise.all([serving.stop(), background.stop(stopSeconds)])
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
