import assert from 'node:assert/strict'
import { get, type IncomingHttpHeaders } from 'node:http'
import { after, before, describe, mock, test } from 'node:test'
import { readSettings } from '#platform/settings.ts'
import { operator } from '#platform/access/actor.ts'
import { record } from '#platform/history.ts'
import { newOrganization } from '../../../test/accounts-samples.ts'
import { registerDatabase } from '../../../test/register-database.ts'
import type { Db } from '#platform/database/tables.ts'
import { openSite } from '../../site.ts'
import type { App } from './app.ts'
import { listen, type Serving } from './serve.ts'

type Answered = { status: number; headers: IncomingHttpHeaders; body: string }

const page = '/fr/organizations'

describe('what is asked for again and again', () => {
  let db: Db
  let serving: Serving
  let again: boolean[]
  // It goes on by itself in no test: a machine that is busy elsewhere must not make an answer too old to be sent again.
  let clock = 0
  let watch: { mock: { restore: () => void } }

  before(async () => {
    watch = mock.method(performance, 'now', () => clock)
    db = await registerDatabase()
    const settings = readSettings({ PORT: '0', REQUESTS_PER_MINUTE: '100' }, '/')
    const app = openSite(db, settings)
    again = []
    const watched: App = {
      ...app,
      sendAgain: (incoming, outgoing) => {
        again.push(app.sendAgain(incoming, outgoing))
        return again.at(-1) ?? false
      },
    }
    serving = await listen(watched, settings)
  })

  after(async () => {
    watch.mock.restore()
    await serving.stop()
  })

  const ask = (path: string, headers: Record<string, string> = {}) =>
    new Promise<Answered>((resolve, reject) => {
      get(serving.address + path, { headers, agent: false }, (answer) => {
        let body = ''
        answer.setEncoding('latin1').on('data', (text: string) => (body += text))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }))
      }).on('error', reject)
    })

  const asked = async (path: string, headers?: Record<string, string>) => {
    const answer = await ask(path, headers)
    return { ...answer, isAgain: again.at(-1) }
  }

  test('is sent as it was sent before, and counted', async () => {
    const [first, second, third] = [await asked(page), await asked(page), await asked(page)]
    assert.deepEqual([first.isAgain, second.isAgain, third.isAgain], [false, false, true])
    assert.equal(third.body, first.body)
    assert.deepEqual(stable(third), stable(second))
    const left = [first, second, third].map(
      ({ headers }) => /remaining=(\d+)/.exec(String(headers['ratelimit']))?.[1],
    )
    assert.deepEqual(left, ['99', '98', '97'])
  })

  test('is told to be unchanged to whoever has it', async () => {
    const { headers } = await asked(page)
    const known = { 'if-none-match': headers.etag ?? '' }
    const [first, second] = [await asked(page, known), await asked(page, known)]
    assert.deepEqual([first.status, second.status, second.isAgain, second.body], [304, 304, true, ''])
    assert.deepEqual(stable(second), stable(first))
    const other = await asked(page, { 'if-none-match': '"another"' })
    assert.deepEqual([other.status, other.isAgain], [200, false])
  })

  test('is asked anew for who has a cookie or a token, and for another language, form or coding', async () => {
    await asked(page)
    await asked(page)
    for (const [name, value] of [
      ['cookie', 'session=1'],
      ['authorization', 'Bearer nobody'],
      ['accept-encoding', 'br'],
      ['accept-language', 'ru'],
      ['accept', 'application/json'],
    ] as const)
      assert.equal((await asked(page, { [name]: value })).isAgain, false, name)
  })

  test('shows within a second what has changed', async () => {
    await asked(page)
    await db.transaction().execute(async (tx) => {
      await newOrganization(tx, { id: 'latest-harbour', name: { fr: 'Port le plus nouveau' } })
      const subject = { kind: 'organization', id: 'latest-harbour' }
      await record(tx, { act: 'accounts.propose-organization', subject, actor: operator.id }, new Date())
    })
    clock += 1000
    assert.match((await asked(page)).body, /Port le plus nouveau/)
  })

  test('is refused to whoever asks too often', async () => {
    let last = await asked(page)
    for (let number = 0; number < 120 && last.status !== 429; number += 1) last = await asked(page)
    assert.deepEqual([last.status, last.isAgain], [429, false])
  })
})

const stable = ({ status, headers }: Answered) => {
  const { date: _, ratelimit: __, ...rest } = headers
  return { status, headers: rest }
}
