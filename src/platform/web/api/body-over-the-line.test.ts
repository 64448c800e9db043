import assert from 'node:assert/strict'
import { request } from 'node:http'
import { connect } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { text } from 'node:stream/consumers'
import { insertPeople } from '../../../../test/accounts-samples.ts'
import { programOf } from '../../../../test/program.ts'
import { testSite } from '../../../../test/test-site.ts'
import { readSettings } from '#platform/settings.ts'
import { listen, type Serving } from '../serve.ts'

describe('a body that comes over the line', () => {
  let serving: Serving
  let token: string

  before(async () => {
    const site = await testSite()
    await insertPeople(site.db, ['amina'])
    token = (await programOf(site, 'amina')).token
    serving = await listen({ ...site.app }, readSettings({ PORT: '0' }, '/'))
  })

  after(() => serving.stop())

  const send = async (body: string, headers: Record<string, string>) => {
    const answered = await new Promise<{ status: number | undefined; said: string }>((resolve, reject) => {
      const authorization = `Bearer ${token}`
      const asked = request(
        `${serving.address}/api/v1/activities`,
        {
          method: 'POST',
          agent: false,
          headers: { authorization, 'content-type': 'application/json', ...headers },
        },
        (answer) => void text(answer).then((said) => resolve({ status: answer.statusCode, said }), reject),
      )
      asked.on('error', reject)
      for (let from = 0; from < body.length; from += pieceLetters)
        asked.write(body.slice(from, from + pieceLetters))
      asked.end()
    })
    return [answered.status, answered.status === 201 ? titleIn(answered.said) : answered.said] as const
  }

  const whole = (body: string) => send(body, { 'content-length': String(Buffer.byteLength(body)) })
  const inPieces = (body: string) => send(body, { 'transfer-encoding': 'chunked' })

  test('is the same whether it says how long it is or not', async () => {
    const title = 'Лодки 船 '.repeat(14).trim()
    const bodies = [
      JSON.stringify({ language: 'en', title }),
      '{"language": "en"',
      '[]',
      '',
      '{"language":"xx"}',
    ]
    const [good, ...others] = await Promise.all(bodies.map(whole))
    assert.deepEqual(good, [201, title])
    assert.deepEqual(
      others.map(([status]) => status),
      [400, 400, 400, 422],
    )
    assert.deepEqual(await Promise.all(bodies.map(inPieces)), [good, ...others])
  })

  test('may be missing where nothing is to be said', async () => {
    const { hostname, port } = new URL(serving.address)
    const without = async (...more: string[]) => {
      const line = connect(Number(port), hostname)
      const headers = [`Host: ${hostname}`, `Authorization: Bearer ${token}`, 'Connection: close', ...more]
      line.write(['POST /api/v1/activities/0000000000/submission HTTP/1.1', ...headers, '', ''].join('\r\n'))
      return (await text(line)).slice('HTTP/1.1 '.length, 'HTTP/1.1 404'.length)
    }
    assert.deepEqual([await without(), await without('Content-Length: 0')], ['404', '404'])
  })
})

const pieceLetters = 50

const titleIn = (said: string): string => (JSON.parse(said) as { content: { title: string } }).content.title
