import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { operator } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { forgetOldAnswers } from '#platform/web/api/answer-commands.ts'
import { insertPeople } from '../../../../test/accounts-samples.ts'
import { programOf, programWith } from '../../../../test/program.ts'
import { joined } from '../../../../test/sign-in.ts'
import { person, testSite, type TestSite } from '../../../../test/test-site.ts'
import { Visitor } from '../../../../test/visitor.ts'
import { modules } from '../../../modules.ts'
import { openSite } from '../../../site.ts'
import { readSettings } from '#platform/settings.ts'
import { erasePerson } from '../people/erasure-commands.ts'
import { disablePerson, enablePerson } from '../people/profile-commands.ts'
import { grantRole } from '../roles/role-commands.ts'
import { openAuthentication } from '../sign-in/authentication.ts'
import { endToken, forgetEndedTokens, makeToken } from './token-commands.ts'
import { tokensOf } from './token-queries.ts'

const at = new Date('2026-11-21T12:00:00Z')
const settings = readSettings({ PUBLIC_URL: 'https://actionline.test', REQUESTS_PER_MINUTE: '1000000' }, '/')
const office = person('olga', { role: 'administrator', scope: null })

/** Tables in which some row contains a text, whatever the column. */
async function tablesWith(db: Db, text: string) {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(db)
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ has: boolean }>`
      select exists (select from ${sql.table(name)} x where position(${text} in x::text) > 0) as has`.execute(
      db,
    )
    if (rows[0]?.has === true) found.push(name)
  }
  return found.toSorted()
}

describe('a token of a person', () => {
  let site: TestSite
  let db: Db

  before(async () => {
    site = await testSite()
    db = site.db
    await insertPeople(db, ['amina', 'eve', 'lina', 'nur', 'olga', 'omar', 'rosa', 'yara'])
    await grantRole(db, { actor: operator, at, person: 'olga', role: 'administrator', scope: null })
  })

  test('acts with the roles that the person has at that moment', async () => {
    const program = await programOf(site, 'rosa')
    assert.equal((await program.get('/people')).status, 403)
    await grantRole(db, { actor: operator, at, person: 'rosa', role: 'secretariat', scope: null })
    const people = await program.get('/people?page-size=1')
    assert.equal(people.status, 200)
    assert.equal(people.headers.get('Cache-Control'), 'private, no-store')
    assert.match(
      people.headers.get('Link') ?? '',
      /^<https:\/\/actionline\.test\/api\/v1\/people\?page-size=1&cursor=[\w-]+>; rel="next"$/,
    )
  })

  test('is refused when it is wrong, ended or of another kind, and says so', async () => {
    const { token } = await programOf(site, 'amina')
    const wrong = [`${token}x`, token.slice(0, -1), token.replace('al_', 'ab_'), 'al_', 'x'.repeat(300)]
    for (const one of wrong) {
      const answer = await programWith(site, one).get('/duties')
      assert.deepEqual(
        [answer.status, answer.headers.get('WWW-Authenticate'), answer.headers.get('Content-Type')],
        [401, 'Bearer realm="Actionline", error="invalid_token"', 'application/problem+json'],
      )
    }
    const basic = await programWith(site, '').get('/duties', { Authorization: 'Basic YW1pbmE6eA==' })
    assert.equal(basic.status, 401)
    const later = openSite(db, settings, { now: () => new Date('2027-02-01T00:00:00Z') })
    assert.equal((await programWith({ app: later }, token).get('/duties')).status, 401)
  })

  test('opens no page and no form, and cookies open nothing of the API', async () => {
    const { token } = await programOf(site, 'olga')
    const page = await site.ask('/en/people', { Authorization: `Bearer ${token}` })
    assert.equal(page.status, 303)
    const { cookie } = site.as(office)
    assert.equal((await programWith(site, '').get('/people', { Cookie: cookie })).status, 401)
  })

  test('is noted as used, by the day', async () => {
    const program = await programOf(site, 'eve')
    assert.deepEqual(
      (await tokensOf(db, 'eve')).map(({ usedOn }) => usedOn),
      [null],
    )
    await program.get('/duties?page-size=1')
    assert.deepEqual(
      (await tokensOf(db, 'eve')).map(({ usedOn }) => usedOn),
      ['2026-11-21'],
    )
  })

  test('ends by hand, with being shut out for good, and with the account', async () => {
    const [first, second] = [await programOf(site, 'lina'), await programOf(site, 'lina')]
    const [newest] = await tokensOf(db, 'lina')
    assert.equal(await endToken(db, { actor: person('eve'), at, id: newest?.id ?? '' }), false)
    for (const { id } of await tokensOf(db, 'lina'))
      if ((await tokensOf(db, 'lina')).length === 2) await endToken(db, { actor: person('lina'), at, id })
    const left = [await first.get('/duties'), await second.get('/duties')].map(({ status }) => status)
    assert.deepEqual(
      left.toSorted((one, other) => one - other),
      [200, 401],
    )

    await disablePerson(db, { actor: office, at, id: 'lina', reason: 'left' })
    await enablePerson(db, { actor: office, at, id: 'lina' })
    assert.equal((await first.get('/duties')).status, 401)
    assert.equal((await second.get('/duties')).status, 401)

    const gone = await programOf(site, 'nur')
    await gone.send('POST', '/activities', { language: 'en', title: 'A' }, { 'Idempotency-Key': 'nur-1' })
    const erasers = modules.flatMap((module) => module.erasePerson ?? [])
    await erasePerson(db, { actor: person('nur'), at, erasers })
    assert.equal((await gone.get('/duties')).status, 401)
    for (const table of ['personal_tokens', 'api_answers'] as const)
      assert.deepEqual(await db.selectFrom(table).select('person').where('person', '=', 'nur').execute(), [])
  })

  test('is good for a year at most, and twenty are enough, also when many are made at once', async () => {
    const make = (endsOn: string) =>
      makeToken(db, { actor: person('omar'), at, name: 'upload', endsOn, may: 'read' })
    for (const endsOn of ['2026-11-20', '2027-11-22', '2099-01-01']) {
      const made = await make(endsOn)
      assert.deepEqual('issues' in made && made.issues.map(({ rule }) => rule), ['rule.token-end'])
    }
    const made = await Promise.all(Array.from({ length: 25 }, () => make('2027-11-21')))
    assert.equal(made.filter((one) => 'token' in one).length, 20)
    await forgetEndedTokens(db, '2027-11-22')
    assert.deepEqual(await tokensOf(db, 'omar'), [])
  })

  test('stands nowhere: not in the database, the log, the history or the data of the person', async () => {
    const program = await programOf(site, 'yara')
    await program.send('POST', '/activities', { language: 'en', title: 'Nets' }, { 'Idempotency-Key': 'y-1' })
    await program.get(`/duties?q=${program.token}`)
    await program.get(`/${program.token}`)
    await program.send('POST', `/activities/${program.token}/submission`)
    await (await grantedRefusal(program.token)).text()
    assert.deepEqual(await tablesWith(db, program.token), [])
    assert.deepEqual(await tablesWith(db, program.token.slice(3)), [])
    assert.doesNotMatch(JSON.stringify(site.logged), new RegExp(program.token.slice(3)))
    const data = (await site.as(person('yara')).get('/en/account/data.json')).text
    assert.match(data, /"holding":"tokens"/)
    assert.doesNotMatch(data, /token_digest|tokenDigest/)
    assert.doesNotMatch(data, new RegExp(program.token.slice(3)))
  })

  const grantedRefusal = async (token: string) =>
    site.app.fetch(
      new Request(`https://actionline.test/api/v1/people/${token}`, {
        headers: { Authorization: `Bearer ${token}` },
      }),
    )

  test('an answer that is kept for a key is forgotten after a day', async () => {
    const program = await programOf(site, 'amina')
    const body = { language: 'en', title: 'Kept' }
    const headers = { 'Idempotency-Key': 'for-a-day' }
    const first = await program.send('POST', '/activities', body, headers)
    await forgetOldAnswers(db, new Date('2026-11-22T11:59:00Z'))
    assert.equal((await program.send('POST', '/activities', body, headers)).text, first.text)
    await forgetOldAnswers(db, new Date('2026-11-22T12:00:00Z'))
    assert.notEqual((await program.send('POST', '/activities', body, headers)).body['id'], first.body['id'])
  })

  test('is shown once, on the page where it was made, to whoever gave the password', async () => {
    const app = openSite(db, settings)
    const engine = await openAuthentication(db, settings)
    const amina = await joined(engine, 'amina.d@example.org', 'harbour lantern oblique')
    const visitor = new Visitor(app)
    for (const [name, value] of amina.cookies) visitor.cookies.set(name, value)
    const ends = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
    const fields = { name: 'monthly', ends, may: 'read' }
    const guessed = await visitor.fill('/en/account/tokens/new', { ...fields, present: 'a guess' })
    assert.equal(guessed.status, 422)
    const made = await visitor.fill('/en/account/tokens/new', {
      ...fields,
      present: 'harbour lantern oblique',
    })
    const token = /al_[\w-]{43}/.exec(made.text)?.[0] ?? ''
    assert.equal(made.status, 200)
    assert.equal((await programWith({ app }, token).get('/duties?page-size=1')).status, 200)

    const listed = await visitor.get('/en/account/tokens')
    assert.match(listed.text, /monthly/)
    // What protects forms is random and may hold any letters.
    assert.doesNotMatch(listed.text.replaceAll(/name="_token"\s+value="[^"]*"/g, ''), /al_/)
    const end = /action="\/en(\/account\/tokens\/[\w-]+\/end)"/.exec(listed.text)?.[1] ?? ''
    assert.equal((await visitor.fill(`/en${end}`)).status, 303)
    assert.equal((await programWith({ app }, token).get('/duties')).status, 401)
  })
})
