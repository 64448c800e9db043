import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { loadRegister } from '#modules/mandates/index.ts'
import { languageCodes } from '#platform/languages.ts'
import { record } from '#platform/history.ts'
import { readSettings } from '#platform/settings.ts'
import { testDatabase } from '../../../test/test-database.ts'
import { person } from '../../../test/test-site.ts'
import { openSite } from '../../site.ts'
import type { Db, Tx } from '../database/tables.ts'
import { instantAskedFor } from './as-of.ts'
import { inPast, momentAt } from './past-queries.ts'

const host = 'https://actionline.test'
const now = new Date('2026-11-21T12:00:00Z')
const page = '/en/revisions/pp-140-dubai-2018/resolves/1'
let db: Db
let ask: (path: string, signedIn?: boolean) => Promise<Response>

const text = async (path: string, signedIn = false) => {
  const answer = await ask(path, signedIn)
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}

const changed = (at: string, act: (tx: Tx) => Promise<unknown>) =>
  db.transaction().execute(async (tx) => {
    await act(tx)
    const change = { act: 'test.change', subject: { kind: 'test', id: 'any' }, actor: 'test' }
    await record(tx, change, new Date(at))
  })

const paraphrase = (words: string) => (tx: Tx) =>
  sql`update provisions set paraphrase = jsonb_build_object('en', ${words}::text)
    where revision = 'pp-140-dubai-2018' and address = 'resolves/1'`.execute(tx)

/** The register was loaded on the 2nd, changed on the 10th, and a body came on the 10th and went on the 15th. */
async function threeDays() {
  db = await testDatabase()
  await loadRegister(db, { actor: 'test', at: new Date('2026-11-02T08:00:00Z') })
  await changed('2026-11-10T08:00:00Z', paraphrase('Read otherwise since the tenth.'))
  await changed('2026-11-10T09:00:00Z', async (tx) => {
    await sql`insert into bodies (id, kind, aliases, name_status, sort) values ('lamps', 'group', '{}', 'own', 900)`.execute(
      tx,
    )
    await sql`insert into body_names (body, place, name) values ('lamps', 0, '{"en": "Group on Lamps"}')`.execute(
      tx,
    )
  })
  await changed('2026-11-15T08:00:00Z', (tx) => sql`delete from bodies where id = 'lamps'`.execute(tx))
  const settings = readSettings({ PUBLIC_URL: host, REQUESTS_PER_MINUTE: '1000000' }, '/')
  const failed: unknown[] = []
  const app = openSite(db, settings, {
    now: () => now,
    log: (line) => failed.push(line),
    identify: async (request) =>
      request.headers.has('Cookie')
        ? { actor: person('amina', { role: 'secretariat', scope: null }), session: 'amina' }
        : null,
  })
  ask = async (path, signedIn = false) => {
    const answer = await app.fetch(
      new Request(`${host}${path}`, signedIn ? { headers: { Cookie: 'session=amina' } } : {}),
    )
    assert.deepEqual(failed.splice(0), [])
    return answer
  }
}

describe('what is asked as of a date', () => {
  before(threeDays)

  test('shows what was public at the end of that day: page, JSON and CSV', async () => {
    for (const [day, expected] of [
      ['2026-11-09', false],
      ['2026-11-10', true],
      ['2026-11-10T07:59Z', false],
      ['2026-11-10T09:00:00%2B01:00', true],
      ['2026-11-21', true],
    ] as const) {
      for (const form of [page, `${page}.json`]) {
        const shown = await text(`${form}?as-of=${day}`)
        assert.equal(shown.status, 200)
        assert.equal(shown.text.includes('Read otherwise since the tenth.'), expected, `${form} ${day}`)
      }
    }
    assert.equal((await text(page)).text.includes('Read otherwise since the tenth.'), true)
  })

  test('knows records that are gone, and does not know those that were still to come', async () => {
    const status = async (day: string) => (await text(`/en/bodies/lamps.json?as-of=${day}`)).status
    assert.deepEqual(
      [
        await status('2026-11-09'),
        await status('2026-11-10'),
        await status('2026-11-14'),
        await status('2026-11-15'),
      ],
      [404, 200, 200, 404],
    )
    const listed = async (query: string) =>
      (await text(`/en/bodies.csv${query}`)).text.includes('Group on Lamps')
    assert.deepEqual(
      [await listed('?as-of=2026-11-09'), await listed('?as-of=2026-11-12'), await listed('')],
      [false, true, false],
    )
    const total = async (query: string) =>
      (JSON.parse((await text(`/en/bodies.json${query}`)).text) as { total: number }).total
    assert.equal((await total('?as-of=2026-11-12')) - (await total('')), 1)
  })

  test('says of when it is, leads to now, keeps the date in every link, and is not for search engines', async () => {
    const shown = await text(`${page}?as-of=2026-11-09`)
    assert.match(
      shown.text,
      /You see what was public on 9 November 2026\.\s+<a href="\/en\/revisions\/pp-140-dubai-2018\/resolves\/1">/,
    )
    assert.match(shown.text, /<meta name="robots" content="noindex" \/>/)
    assert.equal(shown.headers.get('X-Robots-Tag'), 'noindex')
    assert.equal(shown.headers.get('Memento-Datetime'), 'Mon, 09 Nov 2026 23:59:59 GMT')
    const links = [...shown.text.matchAll(/<a [^>]*href="(\/en[^"#]*)["#]/g)].map(([, href = '']) => href)
    assert.deepEqual(
      links.filter((href) => !href.includes('as-of=2026-11-09') && href !== page),
      [],
    )
    const instant = await text(`${page}?as-of=2026-11-10T08:30Z`)
    assert.match(instant.text, /public on 10 November 2026 at 08:30 \(UTC\)\./)
    for (const code of languageCodes)
      assert.equal((await text(`/${code}/duties?as-of=2026-11-09`)).status, 200)
  })

  test('is refused for a day that is none, that is to come, or from before anything was kept', async () => {
    const problem = async (asOf: string) => {
      const answer = await text(`/en/duties.json?as-of=${asOf}`)
      const { errors } = JSON.parse(answer.text) as { errors: { parameter: string; detail: string }[] }
      return [answer.status, errors[0]?.parameter, errors[0]?.detail]
    }
    const malformed =
      '“as-of” does not have the right form: a date as year-month-day, such as 2026-05-17, or an instant such as 2026-05-17T09:30Z'
    assert.deepEqual(await problem('2026-02-30'), [400, 'as-of', malformed])
    assert.deepEqual(await problem('yesterday'), [400, 'as-of', malformed])
    assert.deepEqual(await problem('2026-11-22'), [
      400,
      'as-of',
      '“as-of” must be a date that is not in the future.',
    ])
    assert.deepEqual(await problem('2026-11-01'), [
      400,
      'as-of',
      '“as-of” must not be earlier than 2026-11-02: nothing was kept before.',
    ])
    assert.deepEqual(await problem('2026-11-10&as-of=2026-11-11'), [
      400,
      'as-of',
      '“as-of” is given more than once; it may stand once.',
    ])
    assert.equal((await text('/en/duties?as-of=2026-02-30')).status, 400)
  })

  test('cannot be searched for words, and says so', async () => {
    for (const path of ['/en/search?q=lamp', '/en/duties?q=report', '/en/instruments?q=report']) {
      const shown = await text(`${path}&as-of=2026-11-10`)
      assert.equal(shown.status, 400, path)
      assert.match(shown.text, /only the present can be searched/)
    }
  })

  test('is answered as to a visitor, whoever asks', async () => {
    const [asVisitor, signedIn] = [
      await text('/en/bodies?as-of=2026-11-12'),
      await text('/en/bodies?as-of=2026-11-12', true),
    ]
    assert.equal(signedIn.text, asVisitor.text)
  })

  test('leaves no trace on the connections: the past and the present are read side by side', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, async (_, place) => {
        const query =
          place % 2 === 0 ? `?as-of=2026-11-1${place % 4 === 0 ? 2 : 3}&limit=200` : `?limit=${170 + place}`
        return (await text(`/en/bodies.json${query}`)).text.includes('Group on Lamps')
      }),
    )
    assert.deepEqual(
      answers,
      answers.map((_, place) => place % 2 === 0),
    )
    const settings = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const found = await sql<{ path: string; line: string | null }>`
          select current_setting('search_path') as path, current_setting('actionline.line', true) as line`.execute(
          db,
        )
        return [found.rows[0]?.path.includes('past'), found.rows[0]?.line || null]
      }),
    )
    assert.deepEqual(
      settings,
      Array.from({ length: 10 }, () => [false, null]),
    )
  })

  test('can change nothing', async () => {
    await assert.rejects(
      inPast(db, { instant: now, line: 3 }, (past) => sql`delete from public.body_names`.execute(past)),
      /read-only transaction/,
    )
  })

  test('shows every table as it is now when it is asked for the last line', async () => {
    const tables = ['provisions', 'duties', 'bodies', 'framework_nodes', 'revision_chains', 'citations']
    for (const table of tables) {
      const rows = (of: Db) =>
        sql`select md5(string_agg(x::text, '' order by x::text)) as sum, count(*) as count from ${sql.table(table)} x`.execute(
          of,
        )
      const past = await inPast(db, await momentAt(db, now), rows)
      assert.deepEqual(past.rows, (await rows(db)).rows, table)
    }
  })
})

describe('the instant of a date', () => {
  const at = (query: string) => instantAskedFor(new URLSearchParams(query), now)?.toISOString() ?? null

  test('is the end of the day in Universal Time, or now while today lasts', () => {
    assert.equal(at(''), null)
    assert.equal(at('as-of='), null)
    assert.equal(at('as-of=2026-11-20'), '2026-11-20T23:59:59.999Z')
    assert.equal(at('as-of=2026-11-21'), '2026-11-21T12:00:00.000Z')
    assert.equal(at('as-of=2026-11-21T10:00%2B02:00'), '2026-11-21T08:00:00.000Z')
  })
})
