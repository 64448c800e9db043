import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { makeDownloads } from '#modules/activities/open-data/download-commands.ts'
import { openDatabase } from '#platform/database/open.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { readCatalogues, translators, type Translate } from '#platform/messages.ts'
import { readSettings } from '#platform/settings.ts'
import { messageFolders } from '../../src/site.ts'
import { run, startProgram } from '../processes/program.ts'
import { freePort } from '../free-port.ts'
import { accessibilityFaults, openBrowser, overflow } from './browser.ts'

/** The program as an operator starts it, with a browser beside it. */
export type Stage = {
  address: string
  /** Where the first administrator signs in, as the command line has printed it. */
  firstLink: string
  /** Opens a browser of their own for somebody, without scripts. */
  enter: (name: string, language: LanguageCode) => Promise<Somebody>
  /** What is wrong with the pages that were seen. */
  faults: string[]
  end: () => Promise<void>
}

/** Who takes part in the story. */
export type Somebody = {
  name: string
  email: string
  language: LanguageCode
  page: Page
  /** The words of the site in their language. */
  t: Translate
  /** Examines the page that they have before them. */
  look: () => Promise<void>
  stage: Stage
}

export async function openStage(): Promise<Stage> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'actionline-story-'))
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const env = {
    DATA_DIR: folder,
    PORT: String(port),
    PUBLIC_URL: address,
    REQUESTS_PER_MINUTE: '1000000',
    STOP_SECONDS: '1',
  }
  const words = ['person', 'create', '--administrator', 'nadia@example.org', '--name', 'Nadia']
  const made = await run(words, env)
  if (made.code !== 0) throw new Error(made.err)
  const firstLink = /http:\/\/\S+token=\S+/.exec(made.out)?.[0] ?? ''
  await makeFilesOfTheDay(env)
  const program = await startProgram(env)
  const browser = await openBrowser()
  const examine = await examiner(browser, address)
  const translate = translators(readCatalogues(messageFolders()))
  const faults: string[] = []
  const stage: Stage = {
    address,
    firstLink,
    faults,
    enter: async (name, language) => {
      const context = await browser.newContext({ javaScriptEnabled: false })
      context.setDefaultTimeout(60_000)
      const page = await context.newPage()
      const look = async () => void faults.push(...(await examine(page)))
      return { name, email: mailOf(name), language, page, t: translate[language], look, stage }
    },
    end: async () => {
      await browser.close()
      program.signal('SIGTERM')
      await program.ended
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
  return stage
}

const mailOf = (name: string) => `${name.toLowerCase()}@example.org`

/** Axe is a script, and the people of the story have none: what they see is shown once more to a narrow window with scripts. */
/** Else the job that makes them would write into the history while the story is told, if a quarter of an hour ends then. */
async function makeFilesOfTheDay(env: Record<string, string>): Promise<void> {
  const settings = readSettings(env, path.join(import.meta.dirname, '../..'))
  const { db, close } = await openDatabase(settings)
  const translate = translators(readCatalogues(messageFolders()))
  await makeDownloads({ db, settings, translate, now: () => new Date(), isStopping: () => false })
  await close()
}

export async function examiner(
  browser: Browser,
  address: string,
): Promise<(seen: Page) => Promise<string[]>> {
  const viewport = { width: 360, height: 800 }
  const context = await browser.newContext({ bypassCSP: true, viewport })
  const page = await context.newPage()
  await page.goto(`${address}/en/accessibility`)
  return async (seen) => {
    await page.setContent(await seen.content(), { waitUntil: 'load' })
    const where = decodeURIComponent(
      seen
        .url()
        .slice(address.length)
        .replace(/token=.*|invitation\/.*/, '…'),
    )
    const faults = await accessibilityFaults(page)
    const pixels = await overflow(page)
    if (pixels > 0) faults.push(`${pixels} pixels too wide`)
    return faults.map((fault) => `${where}: ${fault}`)
  }
}
