import { readSettings } from '#platform/settings.ts'
import { listen } from '#platform/web/serve.ts'
import { pagesInOtherStates, samplePaths } from '../sample-pages.ts'
import { testSite } from '../test-site.ts'

export type RunningSite = {
  address: string
  /** One path of every kind of page in every kind of state, without language. */
  samplePaths: string[]
  stop: () => Promise<void>
}

/** The real site with the register in it, on a port of its own. */
export async function startSite(): Promise<RunningSite> {
  const { app } = await testSite()
  const serving = await listen(app, { ...readSettings({ PORT: '0' }, '.'), stopSeconds: 1 })
  return {
    address: serving.address,
    samplePaths: [...samplePaths(app), ...pagesInOtherStates],
    stop: serving.stop,
  }
}
