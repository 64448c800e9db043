import type { Db } from '#platform/database/tables.ts'
import { readSettings } from '#platform/settings.ts'
import { openSite } from '../src/site.ts'
import { testDay } from './test-site.ts'

/** How many questions an address costs the database, when all that is remembered has been read. */
export async function questionsOf(db: Db): Promise<(path: string) => Promise<number>> {
  let asked = 0
  const counted = db.withPlugin({
    transformQuery: ({ node }) => {
      asked += 1
      return node
    },
    transformResult: async ({ result }) => result,
  })
  const settings = readSettings({ REQUESTS_PER_MINUTE: '1000000' }, '/')
  const site = openSite(counted, settings, { now: () => new Date(`${testDay}T12:00:00Z`) })
  const questions = async (path: string) => {
    const before = asked
    await (await site.fetch(new Request(`http://site.test${path}`))).text()
    return asked - before
  }
  return async (path) => {
    await questions(path)
    return questions(`${path}${path.includes('?') ? '&' : '?'}`)
  }
}
