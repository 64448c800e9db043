import { fileURLToPath } from 'node:url'
import { chromeOf } from '#modules/site/index.ts'
import { contentVersion } from '#platform/content-version.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { readCatalogues, translators, type Translate } from '#platform/messages.ts'
import type { Settings } from '#platform/settings.ts'
import { dress } from '#platform/ui/dress.ts'
import { createApp, type App, type AppParts } from '#platform/web/app.ts'
import { openSearch, type Search } from '#platform/search/feeding/search-feed.ts'
import { indexMaker } from '#platform/search/feeding/index-maker.ts'
import { signedInPeople, tokenHolders } from './identify.ts'
import { modules } from './modules.ts'

/** What a site takes from where it runs; tests give their own. */
type Surroundings = Partial<Pick<AppParts, 'now' | 'log' | 'identify' | 'search'>>

/** The whole site over an open database: all modules, their words in six languages, the navigation and the style. */
export function openSite(
  db: Db,
  settings: Settings,
  {
    now = () => new Date(),
    log = () => {},
    identify = signedInPeople(db, settings),
    search = searchOver(db),
  }: Surroundings = {},
): App {
  return createApp({
    db,
    settings,
    modules,
    translate: words(),
    layout: dress(chromeOf),
    now,
    contentVersion: contentVersion(db),
    log,
    search,
    identify,
    bearer: tokenHolders(db),
  })
}

/** The search over what all modules publish, with so many threads beside this one; it loads when it is first asked, or told to `warm`. */
export const searchOver = (db: Db, threads = 0): Search =>
  openSearch({ db, sources: modules.flatMap(({ search = [] }) => search), maker: indexMaker(threads) })

let read: Record<LanguageCode, Translate> | null = null

/** The words of the platform and of all modules, read once. */
export const words = (): Record<LanguageCode, Translate> =>
  (read ??= translators(readCatalogues(messageFolders())))

/** Where they stand. */
export const messageFolders = (): string[] => [
  fileURLToPath(new URL('platform/messages', import.meta.url)),
  ...modules.flatMap(({ messages }) => (messages === null ? [] : [messages])),
]
