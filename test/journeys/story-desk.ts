import type { Actor } from '#platform/access/actor.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { readCatalogues, translators } from '#platform/messages.ts'
import { messageFolders } from '../../src/site.ts'
import { testSite, type TestSite } from '../test-site.ts'
import { openBrowser } from './browser.ts'
import { running } from './running-site.ts'
import { signIn } from './slow-line.ts'
import { examiner, type Somebody, type Stage } from './story-stage.ts'

/** The site on a port with a browser beside it, for people who are signed in already: lighter than a stage. */
export type Desk = {
  site: TestSite
  enter: (name: string, language: LanguageCode, actor: Actor | null) => Promise<Somebody>
  faults: string[]
  end: () => Promise<void>
}

export async function openDesk(): Promise<Desk> {
  const site = await testSite()
  const { address, stop } = await running(site)
  const browser = await openBrowser()
  const examine = await examiner(browser, address)
  const translate = translators(readCatalogues(messageFolders()))
  const faults: string[] = []
  const examined = new Set<string>()
  const enter: Desk['enter'] = async (name, language, actor) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    context.setDefaultTimeout(60_000)
    if (actor !== null) await signIn(context, address, site.as(actor).cookie)
    const page = await context.newPage()
    const look = async () => {
      // One of a kind is enough: they differ in their words.
      const kind = new URL(page.url()).pathname.replaceAll(/[0-9a-hjkmnp-tv-z]{10}(?=\/|$)/g, '…')
      if (examined.has(kind)) return
      examined.add(kind)
      faults.push(...(await examine(page)))
    }
    const stage: Stage = { address, firstLink: '', enter: () => enter(name, language, actor), faults, end }
    return { name, email: `${name}@example.org`, language, page, t: translate[language], look, stage }
  }
  const end = async () => {
    await browser.close()
    await stop()
  }
  return { site, enter, faults, end }
}
