import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/database/tables.ts'
import { record } from '#platform/history.ts'
import { languageCodes } from '#platform/languages.ts'
import { person, testSite, type TestSite } from '../../../../test/test-site.ts'
import { modules } from '../../../modules.ts'
import type { TimelineRecord } from './timeline-shape.ts'
import type { VersionRecord } from './version-shape.ts'

let site: TestSite

const officer = person('olga', { role: 'secretariat', scope: null })
const colleague = person('chen', { role: 'representative', scope: 'organization:lamps' })
const stranger = person('sam', { role: 'verifier', scope: null })
const reader: Actor = person('rosa')

type Told = { rows: TimelineRecord[]; total: number; next: string | null }

// Answers are kept for a second; another limit is another address.
let limit = 100
const asVisitor = async (path: string) =>
  (await site.json(`${path}${path.includes('?') ? '&' : '?'}limit=${(limit += 1)}`)) as Told
const as = async (actor: Actor, path: string) => JSON.parse((await site.as(actor).get(path)).text) as Told

async function addPerson(tx: Tx, id: string, name: string) {
  await sql`insert into people (id, name, email, created_at, updated_at) values (${id}, ${name}, ${`${id}@example.org`}, now(), now())`.execute(
    tx,
  )
}

const hold = (tx: Tx, holder: string, role: string, scope: string | null) =>
  sql`insert into roles (id, person, role, scope, from_date, granted_at, granted_by)
    values (${`${holder}-${role}`}, ${holder}, ${role}, ${scope}, '2026-01-01', '2026-01-01', 'test')`.execute(
    tx,
  )

const addOrganization = (tx: Tx, id: string, name: string, visibility: string, state = 'approved') =>
  sql`insert into organizations (id, name, stakeholder_type, membership, visibility, state, sort_name, words, proposed_by, revision, created_at, updated_at)
    values (${id}, jsonb_build_object('en', ${name}::text, 'fr', ${`${name} (fr)`}::text), 'civil-society', 'none', ${visibility}, ${state}, ${name}, ${name}, 'amina', 1, now(), now())`.execute(
    tx,
  )

const told = (act: string, id: string, actor: string, at: string, change: (tx: Tx) => Promise<unknown>) =>
  site.db.transaction().execute(async (tx) => {
    await change(tx)
    await record(
      tx,
      { act: `accounts.${act}`, subject: { kind: 'organization', id }, actor, reason: `because of ${id}` },
      new Date(at),
    )
  })

/** A public organization that Amina proposes and edits twice, one that only the secretariat sees, one not yet approved. */
async function threeOrganizations() {
  site = await testSite()
  await site.db.transaction().execute(async (tx) => {
    await addPerson(tx, 'amina', 'Amina Haddad')
    await addPerson(tx, 'erased', 'Somebody')
    await sql`update people set email = null, erased_at = now() where id = 'erased'`.execute(tx)
    await addOrganization(tx, 'lamps', 'Lamps', 'public')
    await hold(tx, 'amina', 'representative', 'organization:lamps')
    await record(
      tx,
      {
        act: 'accounts.propose-organization',
        subject: { kind: 'organization', id: 'lamps' },
        actor: 'amina',
      },
      new Date('2026-11-21T13:00:00Z'),
    )
  })
  await told('edit-organization', 'lamps', 'amina', '2026-11-21T14:00:00Z', (tx) =>
    sql`update organizations set name = '{"en": "Lamps and Lighthouses", "fr": "Lamps (fr)"}', acronym = 'LL' where id = 'lamps'`.execute(
      tx,
    ),
  )
  await told('edit-organization', 'lamps', 'erased', '2026-11-21T15:00:00Z', (tx) =>
    sql`update organizations set acronym = 'LAL' where id = 'lamps'`.execute(tx),
  )
  await told('propose-organization', 'secret', 'amina', '2026-11-21T16:00:00Z', (tx) =>
    addOrganization(tx, 'secret', 'Hidden Harbours', 'secretariat'),
  )
  await told('propose-organization', 'waiting', 'amina', '2026-11-21T17:00:00Z', (tx) =>
    addOrganization(tx, 'waiting', 'Waiting Room', 'public', 'proposed'),
  )
}

describe('what happened', () => {
  before(threeOrganizations)

  test('is told in the reader’s language, the latest first, as page, JSON, table and feed', async () => {
    for (const code of languageCodes)
      for (const path of ['/history', '/history.csv', '/history.atom', '/history/organization/lamps'])
        assert.equal((await site.get(`/${code}${path}`)).status, 200, `/${code}${path}`)
    const { rows } = await asVisitor('/fr/history.json?kind=register')
    assert.match(rows[0]?.sentence ?? '', /a chargé une édition du registre/)
    const { rows: lamps, total } = await asVisitor('/en/history/organization/lamps.json')
    assert.equal(total, 3)
    assert.deepEqual(
      lamps.map(({ at, reason, subject }) => [at, reason, subject.name]),
      [
        ['2026-11-21T15:00:00.000Z', 'because of lamps', 'Lamps and Lighthouses'],
        ['2026-11-21T14:00:00.000Z', 'because of lamps', 'Lamps and Lighthouses'],
        ['2026-11-21T13:00:00.000Z', null, 'Lamps and Lighthouses'],
      ],
    )
  })

  test('names people only to those who may know their names', async () => {
    const sentences = (answer: Told) => answer.rows.map(({ sentence }) => sentence)
    const path = '/en/history/organization/lamps.json'
    const byRole = [
      'A person whose data was erased edited the organization',
      'Somebody acting as representative of an organization (Lamps and Lighthouses) edited the organization',
      'Somebody acting as representative of an organization (Lamps and Lighthouses) proposed the organization',
    ]
    const byName = [
      'A person whose data was erased edited the organization',
      'Amina Haddad edited the organization',
      'Amina Haddad proposed the organization',
    ]
    assert.deepEqual(sentences(await asVisitor(path)), byRole)
    assert.deepEqual(sentences(await as(reader, path)), byRole)
    assert.deepEqual(sentences(await as(stranger, path)), byRole)
    assert.deepEqual(sentences(await as(colleague, path)), byName)
    assert.deepEqual(sentences(await as(officer, path)), byName)
    // Whoever may be named beside a role is not named beside all that they did.
    await sql`update people set name_is_public = true where id = 'amina'`.execute(site.db)
    assert.deepEqual(sentences(await asVisitor(path)), byRole)
    assert.equal((await site.get('/en/history')).text.includes('Amina'), false)
    assert.equal((await site.get('/en/history.csv')).text.includes('Amina'), false)
  })

  test('does not tell what the reader may not see: no line, no count, no gap, no page', async () => {
    const [all, seen] = [await as(officer, '/en/history.json'), await asVisitor('/en/history.json')]
    assert.equal(all.total - seen.total, 2)
    const everything = await Promise.all(
      ['/en/history', '/en/history.json', '/en/history.csv', '/en/history.atom'].map(
        async (path) => (await site.get(path)).text,
      ),
    )
    assert.equal(/secret\b|Hidden Harbours|Waiting Room|waiting\b/.test(everything.join()), false)
    for (const id of ['secret', 'waiting', 'nobody'])
      assert.equal((await site.get(`/en/history/organization/${id}`)).status, 404)
    assert.equal((await site.as(officer).get('/en/history/organization/secret')).status, 200)
    assert.deepEqual(
      seen.rows.filter((row) => 'seq' in row),
      [],
    )
  })

  test('was not to be seen before it became public, and is not after it stopped to be', async () => {
    const total = async () => (await asVisitor('/en/history.json')).total
    const before = await total()
    await told('edit-organization', 'secret', 'amina', '2026-11-21T18:00:00Z', (tx) =>
      sql`update organizations set visibility = 'public' where id = 'secret'`.execute(tx),
    )
    assert.deepEqual(
      (await asVisitor('/en/history/organization/secret.json')).rows.map(({ at }) => at),
      ['2026-11-21T18:00:00.000Z'],
    )
    assert.equal(await total(), before + 1)
    await told('edit-organization', 'secret', 'amina', '2026-11-21T19:00:00Z', (tx) =>
      sql`update organizations set visibility = 'secretariat' where id = 'secret'`.execute(tx),
    )
    assert.equal(await total(), before)
  })

  test('goes on page after page without losing or repeating a line', async () => {
    const whole = await asVisitor('/en/history.json')
    const pages: TimelineRecord[] = []
    for (let next: string | null = ''; next !== null;) {
      const part = (await site.json(`/en/history.json?limit=2${next === '' ? '' : `&after=${next}`}`)) as Told
      pages.push(...part.rows)
      next = part.next
    }
    assert.deepEqual(pages, whole.rows)
    for (const after of ['x', Buffer.from('["0"]').toString('base64url')])
      assert.equal((await site.get(`/en/history.json?after=${after}`)).status, 400)
  })

  test('of a duty and of a text begins with the register that brought them', async () => {
    for (const path of [
      '/en/history/duty/pp-140-dubai-2018~resolves~6~i!1.json',
      '/en/history/imported-revision/pp-140-dubai-2018.json',
    ])
      assert.deepEqual(
        (await asVisitor(path)).rows.map(({ act }) => act),
        ['mandates.load-register'],
        path,
      )
    for (const path of ['/en/history/duty/nothing~1!1', '/en/history/imported-revision/nothing'])
      assert.equal((await site.get(path)).status, 404, path)
    const page = (await site.get('/ar/revisions/pp-140-dubai-2018')).text
    assert.match(page, /href="\/ar\/history\/imported-revision\/pp-140-dubai-2018"/)
  })

  test('is asked as of a date too', async () => {
    const { rows } = await asVisitor('/en/history.json?as-of=2026-11-21')
    assert.deepEqual(
      rows.map(({ act }) => act),
      ['mandates.load-register', 'accounts.load-bodies', 'frameworks.load'],
    )
    assert.equal((await site.get('/en/history/organization/lamps?as-of=2026-11-21')).status, 404)
  })
})

describe('the versions of a record', () => {
  before(threeOrganizations)

  test('stay readable, each at its own address, and are compared field by field with words marked', async () => {
    const { rows } = await asVisitor('/en/history/organization/lamps.json')
    const [last, second, first] = rows.map(({ id }) => id)
    const path = `/en/history/organization/lamps/${second}`
    const version = (await site.json(`${path}.json`)) as VersionRecord
    assert.deepEqual([version.version.number, version.other?.number, version.versions.length], [2, 1, 3])
    assert.deepEqual(
      version.fields.filter(({ changed }) => changed),
      [
        {
          label: 'Name',
          language: 'en',
          value: 'Lamps and Lighthouses',
          before: 'Lamps',
          changed: true,
          segments: [
            { kind: 'same', text: 'Lamps' },
            { kind: 'added', text: ' and Lighthouses' },
          ],
        },
        {
          label: 'Acronym',
          language: null,
          value: 'LL',
          before: null,
          changed: true,
          segments: [{ kind: 'added', text: 'LL' }],
        },
      ],
    )
    const farther = (await site.json(
      `/en/history/organization/lamps/${last}.json?with=${first}`,
    )) as VersionRecord
    assert.deepEqual(
      farther.fields.filter(({ changed }) => changed).map(({ before: old, value }) => [old, value]),
      [
        ['Lamps', 'Lamps and Lighthouses'],
        [null, 'LAL'],
      ],
    )
    assert.match((await site.get(path)).text, /<ins>.*and Lighthouses/s)
    for (const code of languageCodes)
      assert.equal((await site.get(`/${code}/history/organization/lamps/${last}`)).status, 200)
  })

  test('are not there for those who may not see the record, nor by guessing', async () => {
    const { rows } = await as(officer, '/en/history/organization/secret.json')
    const path = `/en/history/organization/secret/${rows[0]?.id}`
    assert.equal((await site.as(officer).get(path)).status, 200)
    assert.equal((await site.get(path)).status, 404)
    assert.equal((await site.get('/en/history/organization/lamps/000000000000')).status, 404)
    assert.equal((await site.get('/en/history/person/amina')).status, 404)
    assert.equal((await site.get('/en/history/nonsense/amina')).status, 404)
  })
})

test('every kind of subject that has a digest says who may see it, and has a word', () => {
  const digested = modules.flatMap(({ digests = {} }) => Object.keys(digests))
  const kinds = modules.flatMap(({ subjects = [] }) => subjects.map(({ kind }) => kind))
  // Told to nobody but its receiver.
  const toNobody = ['notice', 'mail']
  assert.deepEqual(
    digested.filter((kind) => !kinds.includes(kind) && !toNobody.includes(kind)),
    [],
  )
  assert.deepEqual([...new Set(kinds)], kinds)
})
