import { readSettings } from '#platform/settings.ts'
import { listen } from '#platform/web/serve.ts'
import { addressOf } from '#platform/web/address.ts'
import { busySite } from '../busy-site.ts'
import { pageIn, pagesInOtherStates, samplePaths } from '../sample-pages.ts'
import { testSite, type TestSite } from '../test-site.ts'

export type RunningSite = { address: string; stop: () => Promise<void> }

/** A page without language, and the cookie of whoever opens it; visitors have none. */
export type Place = { path: string; cookie: string | null }

/** The real site with the register in it, on a port of its own. */
export const startSite = async (): Promise<RunningSite> => running(await testSite())

/** A site on which people have begun to work, with one page of every kind in every kind of state, and every form. */
export async function startBusySite(): Promise<RunningSite & { places: Place[] }> {
  const site = await busySite()
  const forms = site.forms.map(({ address, as }): Place => ({ path: encoded(address), cookie: as.cookie }))
  const others = [...samplePaths(site.app), ...pagesInOtherStates].filter(
    (path) => !forms.some((form) => form.path === path),
  )
  const places = [...(await Promise.all(others.map((path) => openedBy(site, path)))), ...forms]
  return { ...(await running(site)), places }
}

/** As it stands in links. */
const encoded = (path: string): string => addressOf('en', path).slice('/en'.length)

/** Where visitors are asked to sign in, an officer looks. */
async function openedBy(site: Awaited<ReturnType<typeof busySite>>, path: string): Promise<Place> {
  const { status } = await site.ask(pageIn('en', path))
  return { path, cookie: status === 303 || status === 403 ? site.officer.cookie : null }
}

export async function running({ app }: Pick<TestSite, 'app'>): Promise<RunningSite> {
  const serving = await listen(app, { ...readSettings({ PORT: '0' }, '.'), stopSeconds: 1 })
  return { address: serving.address, stop: serving.stop }
}
