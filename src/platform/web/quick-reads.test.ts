import assert from 'node:assert/strict'
import { get, type IncomingMessage } from 'node:http'
import { after, before, describe, test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { readSettings } from '#platform/settings.ts'
import { registerDatabase } from '../../../test/register-database.ts'
import { openSite } from '../../site.ts'
import type { App } from './app.ts'
import { listen, type Serving } from './serve.ts'

describe('reads past the framework', () => {
  let app: App
  let serving: Serving
  let quick: (boolean | null)[]

  before(async () => {
    const settings = readSettings({ PORT: '0', REQUESTS_PER_MINUTE: '60' }, '/')
    app = openSite(await registerDatabase(), settings)
    quick = []
    const watched: App = {
      ...app,
      readQuickly: (incoming, outgoing) => {
        const reading = app.readQuickly(incoming, outgoing)
        if (reading === null) quick.push(null)
        return reading?.then((isAnswered) => (quick.push(isAnswered), isAnswered)) ?? null
      },
    }
    serving = await listen(watched, settings)
  })

  after(() => serving.stop())

  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
      get(serving.address + path, { headers, agent: false }, resolve).on('error', reject)
    })
    const parts: Buffer[] = []
    for await (const part of incoming) parts.push(part as Buffer)
    const { statusCode: status, headers: told } = incoming
    return { status, headers: told, text: unpacked(Buffer.concat(parts), told['content-encoding']) }
  }

  const usually = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await app.fetch(new Request(`http://localhost${path}`, { headers }))
    const told = Object.fromEntries(answer.headers)
    const bytes = Buffer.from(await answer.arrayBuffer())
    return { status: answer.status, headers: told, text: unpacked(bytes, told['content-encoding']) }
  }

  const ofThatRequest = [
    'date',
    'connection',
    'keep-alive',
    'content-length',
    'ratelimit',
    'transfer-encoding',
  ]
  const lasting = (headers: object) =>
    Object.fromEntries(Object.entries(headers).filter(([name]) => !ofThatRequest.includes(name)))

  const wholly: [string, Record<string, string>][] = [
    ['/api/v1/organizations?page-size=2', { 'accept-language': 'ru, en;q=0.5' }],
    ['/api/v1/activities?facets=none&language=ar', {}],
    ['/api/v1/duties?page-size=1', { 'accept-encoding': 'gzip' }],
    ['/api/v1/duties?page-size=1&language=zh', { 'accept-encoding': 'gzip, br' }],
    ['/fr', {}],
    ['/ar/duties?cadence=annual', { 'accept-encoding': 'br' }],
    ['/es/duties.json?limit=2&done=done.saved', {}],
    ['/ru/duties.csv', { 'accept-encoding': 'gzip' }],
  ]
  for (const [path, headers] of wholly) {
    test(`say at ${path} what the framework says`, async () => {
      const [one, other] = [await ask(path, headers), await usually(path, headers)]
      assert.equal(quick.at(-1), true)
      assert.equal(one.status, 200)
      assert.deepEqual(lasting(one.headers), lasting(other.headers))
      assert.deepEqual(one.text, other.text)
      assert.match(String(one.headers['ratelimit']), /^limit=60, remaining=\d+, reset=\d+$/)
    })
  }

  test('tell whoever has the answer that it is the same', async () => {
    const path = '/api/v1/organizations?page-size=3'
    const { headers } = await ask(path)
    const again = await ask(path, { 'if-none-match': String(headers.etag) })
    assert.deepEqual([again.status, again.text, quick.at(-1)], [304, '', true])
  })

  for (const [path, status] of [
    ['/api/v1/organizations?page-size=many', 400],
    ['/api/v1/organizations?language=xx', 400],
    ['/api/v1/organizations/nobody', 404],
    ['/api/v1/nothing', 404],
    ['/api/v1/organizations/%ff', 404],
    ['/api/v1/duties?as-of=2031-01-01', 400],
    ['/en/duties?limit=many', 400],
    ['/zh/nothing', 404],
    ['/en/duties?as-of=2031-01-01', 400],
  ] as const) {
    test(`leave ${path} to the framework`, async () => {
      const [one, other] = [await ask(path), await usually(path)]
      assert.equal(quick.at(-1), false)
      assert.equal(one.status, status)
      assert.deepEqual(one.text, other.text)
    })
  }

  test('leave pages with a form to the framework, which gives a visitor a secret for it', async () => {
    const { headers } = await ask('/en/sign-in')
    assert.equal(quick.at(-1), false)
    assert.equal(headers['set-cookie']?.length, 1)
  })

  test('are not for whoever sends a cookie or a token', async () => {
    await ask('/en/duties', { cookie: 'a=b' })
    assert.equal(quick.at(-1), null)
    await ask('/api/v1/organizations', { cookie: 'a=b' })
    const { status } = await ask('/api/v1/organizations', { authorization: 'Bearer nobody' })
    assert.deepEqual(quick.slice(-2), [null, null])
    assert.equal(status, 401)
  })

  test('count like all others, and end with them', async () => {
    const statuses = new Set<number | undefined>()
    for (let times = 0; times < 60; times += 1)
      statuses.add((await ask(`/api/v1/organizations?page-size=${1 + times}`)).status)
    assert.ok(statuses.has(200) && statuses.has(429))
    assert.equal(statuses.size, 2)
  })
})

function unpacked(bytes: Buffer, encoding: string | undefined): string {
  if (bytes.length === 0) return ''
  if (encoding === 'br') return brotliDecompressSync(bytes).toString()
  return (encoding === 'gzip' ? gunzipSync(bytes) : bytes).toString()
}
