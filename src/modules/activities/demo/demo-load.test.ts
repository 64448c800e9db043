import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { clearDemoAccounts } from '#modules/accounts/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { languageCodes } from '#platform/languages.ts'
import { verifyHistory, type Digest } from '#platform/history.ts'
import { momentAt } from '#platform/past/past-queries.ts'
import { insertPeople } from '../../../../test/accounts-samples.ts'
import { person, testSite, type TestSite } from '../../../../test/test-site.ts'
import { keptTables, modules } from '../../../modules.ts'
import { sendEntry, startEntry } from '../entry/entry-commands.ts'
import { clearDemoActivities } from './clear-demo-commands.ts'
import { loadDemoActivities } from './demo-activity-commands.ts'
import { readDemoActivities } from './demo-activities.ts'

const at = new Date('2026-11-21T12:00:00Z')
const digests: Record<string, Digest> = Object.assign({}, ...modules.map((one) => one.digests ?? {}))
const amina = person('amina')

describe('the example activities of one language', () => {
  let site: TestSite
  let db: Db
  let own: string

  before(async () => {
    site = await testSite()
    db = site.db
    await insertPeople(db, ['amina'])
    assert.deepEqual(await loadDemoActivities(db, { at, languages: ['en'] }), {
      activities: 50,
      organizations: 18,
      people: 19,
    })
  })

  const states = async (): Promise<[string, number][]> => {
    const rows = await db.selectFrom('activities').select('state').execute()
    return counted(rows.map(({ state }) => state))
  }

  test('come to the states that the file says, through a history that is sound', async () => {
    const { entries } = readDemoActivities(['en'])
    assert.deepEqual(await states(), counted(entries.map(({ fate }) => fate)))
    assert.deepEqual(await faults(), [])
    const { rows } = await actsOf(db)
    assert.deepEqual(
      ['ask', 'confirm', 'archive', 'return', 'publish-update'].filter(
        (act) => !rows.includes(`activities.${act}`),
      ),
      [],
    )
    const lines = await db
      .selectFrom('history')
      .select('at')
      .where('act', 'like', 'activities.%')
      .orderBy('seq')
      .execute()
    assert.deepEqual(
      lines.map((line) => line.at),
      lines.map((line) => line.at).toSorted((a, b) => a.getTime() - b.getTime()),
    )
  })

  test('are translated, and reviewed in part', async () => {
    const found = await db
      .selectFrom('text_translations')
      .select('state')
      .where('kind', '=', 'activity')
      .execute()
    assert.deepEqual([...new Set(found.map(({ state }) => state))].toSorted(), ['human', 'reviewed'])
  })

  test('tell nobody by mail, and stay as they are when loaded again', async () => {
    assert.deepEqual(await db.selectFrom('outbox').select('id').execute(), [])
    const before = await states()
    const again = await loadDemoActivities(db, { at, languages: ['en'] })
    assert.deepEqual(again, { activities: 0, organizations: 0, people: 0 })
    assert.deepEqual(await states(), before)
  })

  test('are called examples where they are read', async () => {
    const { id } = await db
      .selectFrom('activities')
      .select('id')
      .where('state', '=', 'published')
      .orderBy('id')
      .limit(1)
      .executeTakeFirstOrThrow()
    const { text } = await site.get(`/en/activities/${id}`)
    assert.match(text, /this activity, its organization and its people are invented/)
    const record = (await site.json(`/en/activities/${id}.json`)) as { example: boolean }
    assert.equal(record.example, true)
  })

  test('have come for two calls in six languages, one closed and one open, where each is called an example', async () => {
    const calls = (await site.json('/en/calls.json')) as {
      rows: { id: string; state: { code: string }; inTime: number; expected: number; example: boolean }[]
    }
    assert.deepEqual(
      calls.rows.map(({ state, example }) => [state.code, example]),
      [
        ['open', true],
        ['closed', true],
      ],
    )
    assert.equal(
      calls.rows.every(({ inTime, expected }) => inTime > 0 && expected > inTime),
      true,
    )
    for (const language of languageCodes)
      for (const { id } of calls.rows) {
        const { letter } = (await site.json(`/${language}/calls/${id}.json`)) as {
          letter: { language: string; isFallback: boolean }
        }
        assert.deepEqual([letter.language, letter.isFallback], [language, false])
      }
    assert.match(
      (await site.get(`/en/calls/${calls.rows[0]?.id}`)).text,
      /this call and its letter are invented/,
    )
  })

  test('do not change what could be read before they came', async () => {
    const first = await db
      .selectFrom('history')
      .select('at')
      .orderBy('seq')
      .limit(1)
      .executeTakeFirstOrThrow()
    await assert.rejects(momentAt(db, new Date('2024-01-01T00:00:00Z')))
    const { line } = await momentAt(db, first.at)
    const last = await db
      .selectFrom('history')
      .select('seq')
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    assert.equal(line, last.seq)
  })

  test('go, and leave what people have entered, without an organization that was invented', async () => {
    own = await enteredByAmina(db)
    const { id: invented } = await db
      .selectFrom('people')
      .select('id')
      .where('is_example', '=', true)
      .orderBy('id')
      .limit(1)
      .executeTakeFirstOrThrow()
    const played = await startEntry(db, {
      ...{ actor: person(invented), at, language: 'en', organization: null },
      content: { title: 'Tried out by an example person' },
    })
    assert.ok('id' in played)
    const { is_example: isExample } = await db
      .selectFrom('activities')
      .select('is_example')
      .where('id', '=', played.id)
      .executeTakeFirstOrThrow()
    assert.equal(isExample, true)
    assert.deepEqual(await clearDemoActivities(db, { actor: 'command-line', at }), { activities: 51 })
    await clearDemoAccounts(db, { actor: 'command-line', at })
    const left = await db.selectFrom('activities').select(['id', 'state', 'organization']).execute()
    assert.deepEqual(left, [{ id: own, state: 'draft', organization: null }])
    for (const table of [
      'activity_revisions',
      'activity_contacts',
      'activity_texts',
      'organizations',
      'roles',
      'calls',
      'call_targets',
    ] as const)
      assert.deepEqual(await db.selectFrom(table).selectAll().execute(), [], table)
    const texts = await db
      .selectFrom('texts')
      .select('id')
      .where('kind', 'in', ['activity', 'call'])
      .execute()
    assert.deepEqual(texts, [])
    assert.deepEqual(await faults(), [])
    assert.deepEqual(await clearDemoActivities(db, { actor: 'command-line', at }), { activities: 0 })
  })

  const faults = async () =>
    (await verifyHistory(db, digests, { kept: keptTables() })).faults
      .map(({ fault, subject }) => `${fault} ${subject}`)
      .filter((fault) => !fault.endsWith(' people'))
})

const counted = (all: readonly string[]): [string, number][] =>
  [...Map.groupBy(all, (one) => one)]
    .map(([one, { length }]): [string, number] => [one, length])
    .toSorted(([a], [b]) => (a < b ? -1 : 1))

const actsOf = async (db: Db) => ({
  rows: (await db.selectFrom('history').select('act').distinct().execute()).map(({ act }) => act),
})

/** An entry of a real person for an invented organization, sent to the secretariat. */
async function enteredByAmina(db: Db): Promise<string> {
  const { id: organization } = await db
    .selectFrom('organizations')
    .select('id')
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  const content = {
    title: 'A well with a sensor',
    summary: 'The village sees how much water is left.',
    type: 'project',
    reach: 'local',
    countries: ['NE'],
    status: 'ongoing',
    start: '2026',
    actionLines: [{ code: 'C7.eEnv', why: '', themes: [] }],
  } as const
  const started = await startEntry(db, {
    actor: amina,
    at,
    language: 'en',
    organization,
    content: { ...content, countries: ['NE'], actionLines: [{ code: 'C7.eEnv', why: '', themes: [] }] },
  })
  const id = 'id' in started ? started.id : ''
  assert.deepEqual(await sendEntry(db, { actor: amina, at, id }), { id })
  return id
}
