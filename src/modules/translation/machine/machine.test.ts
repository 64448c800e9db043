import assert from 'node:assert/strict'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import type { Db } from '#platform/database/tables.ts'
import { textKinds, textsOf, writeSource, writeTranslation } from '#platform/texts/texts.ts'
import { operator } from '#platform/access/actor.ts'
import { modules } from '../../../modules.ts'
import { person, testSite } from '../../../../test/test-site.ts'
import { EngineFailure } from './engine.ts'
import { translateByMachine } from './machine-commands.ts'

const at = new Date('2026-11-20T12:00:00Z')
const id = 'pp-140-dubai-2018/resolves/1#1'
const record = { kind: 'duty', id, language: 'es' as const }
const kinds = textKinds(modules)

type Answer = { status: number; body: string }

describe('a machine that translates', () => {
  let db: Db
  let server: http.Server
  let url = ''
  let asked: { q: string[]; source: string; target: string; api_key?: string }[] = []
  /** What the program answers; each test sets its own. */
  let answer: (q: string[]) => Answer | Promise<Answer> = () => ({ status: 500, body: '' })
  const spanish = (q: string[]) => ({
    status: 200,
    body: JSON.stringify({ translatedText: q.map((one) => `«${one}»`) }),
  })

  before(async () => {
    db = (await testSite()).db
    server = http.createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const body = JSON.parse(Buffer.concat(chunks).toString()) as (typeof asked)[number]
        asked.push(body)
        void Promise.resolve(answer(body.q)).then(({ status, body: text }) =>
          response.writeHead(status, { 'Content-Type': 'application/json' }).end(text),
        )
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    await source('Keep a list. It is public. Send it.')
    await db
      .transaction()
      .execute((tx) =>
        writeTranslation(
          tx,
          { ...record, segments: [{ field: 'verb', segment: 2, text: 'Es pública.' }] },
          'chen',
          at,
        ),
      )
  })
  after(() => server.close())

  const source = (text: string) =>
    db
      .transaction()
      .execute((tx) =>
        writeSource(tx, { kind: 'duty', id, field: 'verb', language: 'en', text }, 'amina', at),
      )
  const translate = (actor = operator) =>
    translateByMachine(db, { ...record, actor, at, kinds, engine: { url, key: 'k' } })
  const states = async () =>
    (
      await db
        .selectFrom('text_translations')
        .select(['text', 'state'])
        .where('language', '=', 'es')
        .orderBy('segment')
        .execute()
    ).map(({ text, state }) => `${state} ${text}`)

  test('leaves everything as it was when it fails, however it does', async () => {
    const before = await states()
    const failures: (typeof answer)[] = [
      () => ({ status: 500, body: '{}' }),
      () => ({ status: 200, body: 'no json' }),
      () => ({ status: 200, body: JSON.stringify({ translatedText: ['one'] }) }),
      (q) => ({ status: 200, body: JSON.stringify({ translatedText: q.map(() => '') }) }),
      (q) => ({ status: 200, body: JSON.stringify({ translatedText: q.map(() => 'x'.repeat(9000)) }) }),
      () => ({ status: 200, body: JSON.stringify({ translatedText: ['x'.repeat(3_000_000), ''] }) }),
      () => ({ status: 302, body: '' }),
    ]
    for (const failure of failures) {
      answer = failure
      await assert.rejects(translate(), EngineFailure)
    }
    assert.deepEqual(await states(), before)
  })

  test('is asked only for what nobody has written, and its texts are labelled', async () => {
    answer = spanish
    asked = []
    assert.equal(await translate(), 2)
    assert.deepEqual(asked, [
      { q: ['Keep a list.', 'Send it.'], source: 'en', target: 'es', format: 'text', api_key: 'k' },
    ])
    assert.deepEqual(await states(), ['machine «Keep a list.»', 'human Es pública.', 'machine «Send it.»'])
    const read = (await textsOf(db, [record], 'es')).get('duty', id)['verb']
    assert.equal(read?.state, 'machine')
  })

  test('never writes over a person who was quicker', async () => {
    await source('Keep a list. It is public. Send it. Then rest.')
    answer = async (q) => {
      const segments = [{ field: 'verb', segment: 4, text: 'Y descanse.' }]
      await db.transaction().execute((tx) => writeTranslation(tx, { ...record, segments }, 'chen', at))
      return spanish(q)
    }
    assert.equal(await translate(), 0)
    assert.equal((await states())[3], 'human Y descanse.')
  })

  test('may be asked by translators, not by anybody', async () => {
    await assert.rejects(translate(person('somebody')), { name: 'Forbidden' })
  })
})

describe('a site without a translation program', () => {
  test('has no page that would ask one', async () => {
    const site = await testSite()
    await site.db
      .transaction()
      .execute((tx) =>
        writeSource(tx, { kind: 'duty', id, field: 'verb', language: 'en', text: 'keep' }, 'amina', at),
      )
    const chen = site.as(person('chen', { role: 'translator', scope: null }))
    assert.equal((await chen.get(`/en/machine-translations/es/duty/${encodeURIComponent(id)}`)).status, 404)
    assert.doesNotMatch(
      (await chen.get(`/en/translation/es/duty/${encodeURIComponent(id)}`)).text,
      /machine-translations/,
    )
  })
})
