import { lastLine } from '#platform/content-version.ts'
import type { Db } from '#platform/database/tables.ts'
import { readSettings } from '#platform/settings.ts'
import { openSite } from '../src/site.ts'
import { testDay } from './test-site.ts'

/**
 * How many questions an address costs the database, when all that is remembered has been read. Whether the content has changed is
 * asked about once a second, whatever the address, and does not count.
 */
export async function questionsOf(db: Db): Promise<(path: string) => Promise<number>> {
  const asked: string[] = []
  const watched = db.withPlugin({
    transformQuery: ({ node }) => {
      asked.push(JSON.stringify(node))
      return node
    },
    transformResult: async ({ result }) => result,
  })
  await lastLine(watched)
  const [hasItChanged] = asked
  const settings = readSettings({ REQUESTS_PER_MINUTE: '1000000' }, '/')
  const site = openSite(watched, settings, { now: () => new Date(`${testDay}T12:00:00Z`) })
  const questions = async (path: string) => {
    asked.length = 0
    await (await site.fetch(new Request(`http://site.test${path}`))).text()
    return asked.filter((question) => question !== hasItChanged).length
  }
  return async (path) => {
    await questions(path)
    return questions(`${path}${path.includes('?') ? '&' : '?'}`)
  }
}
