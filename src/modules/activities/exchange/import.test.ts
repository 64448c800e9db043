import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { operator } from '#platform/access/actor.ts'
import { verifyHistory } from '#platform/history.ts'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { newCall } from '../../../../test/call-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { takeCallStep } from '../calls/call-commands.ts'
import { mergeEntry } from '../moderation/merge-commands.ts'
import { runImports } from './import-commands.ts'
import type { CodesRecord } from './code-routes.ts'

const at = new Date('2026-11-21T12:00:00Z')

type Run = {
  id: string
  state: string
  outcomes: Record<string, number>
  wrong: { row: number; issues: { column: string; sentence: string }[] }[]
}

describe('a file of activities', () => {
  let site: TestSite
  let olga: SignedIn

  before(async () => {
    site = await testSite()
    olga = site.as(person('olga', { role: 'secretariat', scope: null }))
    await insertPeople(site.db, ['olga', 'eve'])
    await site.db
      .insertInto('roles')
      .values({
        id: 'olga-office',
        person: 'olga',
        role: 'secretariat',
        scope: null,
        from_date: '2026-01-01',
        to_date: null,
        granted_at: at,
        granted_by: 'command-line',
        reason: null,
        ended_at: null,
        ended_by: null,
        end_reason: null,
      })
      .execute()
    await newOrganization(site.db, { id: 'harbour-office' })
  })

  const work = () => runImports(site.db, site.app.resources.translate, () => at)
  const read = async (id: string) =>
    JSON.parse((await olga.get(`/en/activity-imports/${id}.json`)).text) as Run

  async function brought(name: string, text: string | Uint8Array, mode = 'published'): Promise<Run> {
    const file = { name, bytes: typeof text === 'string' ? Buffer.from(text) : text }
    const fields = { mode, language: 'en', organization: 'harbour-office', licence: 'CC-BY-4.0' }
    const started = await olga.post('/en/activity-imports/new', fields, { file })
    assert.equal(
      started.status,
      303,
      started.text.match(/field-error[\s\S]{0,300}/)?.[0] ?? started.text.slice(0, 2000),
    )
    const id = /activity-imports\/([\w-]{36})/.exec(started.location ?? '')?.[1] ?? ''
    const open = await olga.get(`/en/activity-imports/${id}/columns`)
    const chosen = [...open.text.matchAll(/name="(column-\d+)"[\s\S]*?<\/select>/g)].map(
      ([whole, column = '']) => [column, /value="([^"]*)"\s+selected/.exec(whole)?.[1] ?? ''],
    )
    assert.equal(
      (await olga.post(`/en/activity-imports/${id}/columns`, Object.fromEntries(chosen))).status,
      303,
    )
    await work()
    return read(id)
  }

  async function entered({ id }: Run): Promise<Run> {
    assert.equal((await olga.post(`/en/activity-imports/${id}/entering`)).status, 303)
    await work()
    return read(id)
  }

  const head =
    'external_key,Title,type,summary,reach,countries,status,start,end,action_lines,action_lines_why'
  const rows = [
    'k1,Boats for the islands,project,Boats bring a network.,national,TV;KI,ongoing,2025-03,,C2; C4,No cable reaches them.; Pupils need it.',
    'k2,"=HYPERLINK(""x"")",Programme,A title that looks like a formula.,national,Kenya,completed,2020,2022,C3,',
  ]

  test('is looked at row by row before anything is entered, and then entered whole', async () => {
    const looked = await brought(
      'a.csv',
      [head, ...rows, 'k3,No line,project,Text,national,Kenia,ongoing,2025,,C99,'].join('\n'),
    )
    assert.equal(looked.state, 'checked')
    assert.deepEqual(looked.outcomes, { new: 2, wrong: 1 }, JSON.stringify(looked.wrong))
    assert.deepEqual(
      looked.wrong.map(({ row }) => row),
      [4],
    )
    assert.match(JSON.stringify(looked.wrong), /C99/)
    assert.equal(
      (await olga.get('/en/activities.json?q=boats')).text.includes('Boats for the islands'),
      false,
    )

    const done = await entered(looked)
    assert.equal(done.state, 'entered')
    const found = JSON.parse((await olga.get('/en/activities.json?sort=title')).text) as {
      rows: { id: string; title: { text: string }; countries: { code: string }[] }[]
    }
    assert.deepEqual(
      found.rows.map(({ title, countries }) => [title.text, countries.map(({ code }) => code)]),
      [
        ['=HYPERLINK("x")', ['KE']],
        ['Boats for the islands', ['TV', 'KI']],
      ],
    )
    const page = await olga.get(`/en/activities/${found.rows[1]?.id}`)
    assert.match(page.text, /Pupils need it/)
  })

  test('changes nothing when it comes a second time, and only what is other when it comes changed', async () => {
    const again = await brought('a.csv', [head, ...rows].join('\n'))
    assert.deepEqual(again.outcomes, { unchanged: 2 })
    const changed = await brought(
      'a.csv',
      [head, rows[0]?.replace('Boats bring', 'Six boats bring'), rows[1]].join('\n'),
    )
    assert.deepEqual(changed.outcomes, { changed: 1, unchanged: 1 })
    await entered(changed)
    const found = await olga.get('/en/activities.json?q=%22six%20boats%22')
    const [row] = (JSON.parse(found.text) as { rows: { id: string; revision: number }[] }).rows
    assert.equal(row?.revision, 2)
    assert.match((await olga.get(`/en/activities/${row?.id}/revisions/1`)).text, /Boats bring a network/)
  })

  test('goes out and comes in again the same, in every form', async () => {
    for (const ending of ['csv', 'xlsx', 'jsonl']) {
      const answer = await site.app.fetch(
        new Request(`https://actionline.test/en/activities/export.${ending}`),
      )
      const bytes = new Uint8Array(await answer.arrayBuffer())
      const looked = await brought(`export.${ending}`, bytes)
      assert.deepEqual(looked.outcomes, { unchanged: 2 }, ending)
    }
  })

  test('is refused in one sentence when it is no table, and nobody else sees it', async () => {
    const fields = { mode: 'draft', language: 'en', licence: 'CC-BY-4.0' }
    const bad = await olga.post('/en/activity-imports/new', fields, {
      file: { name: 'a.csv', bytes: Buffer.from('%PDF-1.7') },
    })
    assert.equal(bad.status, 422)
    const run = await brought('b.csv', [head, ...rows].join('\n'), 'draft')
    const eve = site.as(person('eve', { role: 'representative', scope: 'organization:other' }))
    assert.equal((await eve.get(`/en/activity-imports/${run.id}`)).status, 404)
    assert.equal((await eve.get(`/en/activity-imports/${run.id}/result.csv`)).status, 404)
  })

  test('says so when it holds no rows', async () => {
    const { id, state } = await brought('empty.csv', head)
    assert.equal(state, 'checked')
    const { text } = await olga.get(`/en/activity-imports/${id}`)
    assert.match(text, /The file holds no rows/)
    assert.doesNotMatch(text, /\/entering"/)
  })

  test('stays, and the history accounts for it, also when it is no table', async () => {
    const { faults } = await verifyHistory(site.db, {})
    assert.deepEqual(
      faults.filter(({ fault, subject }) => fault === 'unaccounted' && subject === 'stored_files'),
      [],
    )
    const acts = await site.db.selectFrom('history').select('act').distinct().execute()
    assert.equal(acts.map(({ act }) => act).includes('activities.bring-file'), true)
  })

  test('does not enter anew what was merged, and leaves the one that stays as it is', async () => {
    const file = [
      'external_key,Title,summary,type,reach,countries,status,start,action_lines',
      'm-1,Ferries,Ferries bring a network.,project,national,TV,ongoing,2025-03,C2',
      'm-2,Barges,Barges bring a network.,project,national,TV,ongoing,2025-03,C2',
    ].join('\n')
    await entered(await brought('first.csv', file))
    const rows = await site.db
      .selectFrom('activities')
      .select(['id', 'external_key'])
      .where('external_key', 'in', ['m-1', 'm-2'])
      .execute()
    const idOf = (key: string) => rows.find((row) => row.external_key === key)?.id ?? ''
    const actor = person('olga', { role: 'secretariat', scope: null })
    await mergeEntry(site.db, { actor, at, id: idOf('m-1'), into: idOf('m-2') })
    const again = await entered(
      await brought('again.csv', file.replace('Ferries bring', 'New ferries bring')),
    )
    assert.deepEqual(again.outcomes, { merged: 1, unchanged: 1 })
    const staged = await site.db
      .selectFrom('activity_import_rows')
      .select(['external_key', 'activity'])
      .where('import', '=', again.id)
      .where('outcome', '=', 'merged')
      .execute()
    assert.deepEqual(staged, [{ external_key: 'm-1', activity: idOf('m-2') }])
    const named = await site.db
      .selectFrom('activities')
      .select(['id', 'state'])
      .where('external_key', '=', 'm-1')
      .execute()
    assert.deepEqual(named, [{ id: idOf('m-1'), state: 'merged' }])
  })

  test('names the call that an entry answers: by id or title, kept when it is closed, and no closed one anew', async () => {
    const step = (id: string, act: 'open' | 'close') =>
      takeCallStep(site.db, act, { actor: operator, at, id })
    const [summer, winter, secret] = [
      await newCall(site.db, { words: { title: 'Summer call', letter: 'Please write.' } }),
      await newCall(site.db, {
        cutOff: '2026-12-15',
        words: { title: 'Winter call', letter: 'Please write.' },
      }),
      await newCall(site.db, { words: { title: 'Secret call', letter: 'Not yet.' } }),
    ]
    await step(summer, 'open')
    await step(winter, 'open')
    const file = (...named: string[]) =>
      [
        'external_key,Title,summary,type,reach,countries,status,start,action_lines,Convocatoria',
        ...named.map(
          (call, place) => `c-${place},Rafts,A net.,project,national,TV,ongoing,2025-03,C2,${call}`,
        ),
      ].join('\n')
    await entered(await brought('calls.csv', file(summer, 'winter CALL', '')))
    const answered = async () =>
      (
        await site.db
          .selectFrom('activities')
          .select('call')
          .where('external_key', 'like', 'c-%')
          .orderBy('external_key')
          .execute()
      ).map(({ call }) => call)
    assert.deepEqual(await answered(), [summer, winter, null])

    await step(summer, 'close')
    const again = await brought('calls.csv', file(summer, winter, summer, 'Wintr call', secret))
    assert.deepEqual(again.outcomes, { unchanged: 2, wrong: 3 })
    assert.deepEqual(
      again.wrong.map(({ row, issues }) => [
        row,
        ...issues.map(({ column, sentence }) => `${column}: ${sentence}`),
      ]),
      [
        [4, `call: the call “${summer}” is closed; the open one is ${winter}`],
        [5, `call: “Wintr call” is not in the list of codes. The nearest is ${winter}.`],
        [6, `call: “${secret}” is not in the list of codes.`],
      ],
    )
    const out = await site.ask('/en/activities/export.csv')
    const exported = await brought('export.csv', new Uint8Array(await out.arrayBuffer()))
    assert.deepEqual(Object.keys(exported.outcomes), ['unchanged'])

    await entered(await brought('calls.csv', file('', '', winter)))
    assert.deepEqual(await answered(), [summer, winter, winter])
    const { lists } = JSON.parse((await olga.get('/fr/activities/codes.json')).text) as CodesRecord
    assert.deepEqual(lists.find(({ columns }) => columns.includes('call'))?.codes, [
      { code: winter, label: 'Winter call' },
    ])
    await step(winter, 'close')
    const late = await brought('late.csv', file('', summer))
    assert.deepEqual(
      late.wrong.map(({ issues }) => issues[0]?.sentence),
      [`the call “${summer}” is closed, and no other call is open now`],
    )
  })
})
