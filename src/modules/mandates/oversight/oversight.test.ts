import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { readSettings } from '#platform/settings.ts'
import { openSite } from '../../../site.ts'
import { person, testDay, testSite, type TestSite } from '../../../../test/test-site.ts'
import { dutyStates } from '../duties/duty.ts'
import { takeDuty } from '../keeping/owner-commands.ts'
import { addEvidence } from '../evidence/evidence-commands.ts'
import { gravest } from './oversight.ts'
import { cellShape, type CellRecord } from './oversight-shape.ts'

const at = new Date(`${testDay}T12:00:00Z`)
const duty = 'wtsa-75-hammamet-2016/instructs-director-tsb/6#1'
const chen = person('chen', { role: 'secretariat', scope: null })

type Listed = {
  rows: CellRecord[]
  total: number
  next: string | null
  facets: { name: string; values: { value: string }[] }[]
}

let site: TestSite
const grid = async (query = '') => (await site.json(`/en/oversight.json${query}`)) as Listed

test('the gravest of several states names a provision', () => {
  const table = [
    [['delivered', 'overdue', 'due'], 'overdue'],
    [['considered', 'due'], 'due'],
    [['upcoming', 'no-information'], 'no-information'],
    [['considered', 'delivered'], 'delivered'],
    [['continuing', 'considered'], 'continuing'],
    [[], null],
  ] as const
  for (const [states, word] of table) assert.equal(gravest(states), word, states.join())
  assert.deepEqual(
    dutyStates.filter((state) => gravest([state]) !== state),
    [],
  )
})

describe('the grid for a council', () => {
  before(async () => {
    site = await testSite()
    await takeDuty(site.db, { actor: chen, at, duty, owner: 'body:itu-tsb' })
    await addEvidence(site.db, {
      actor: chen,
      at,
      duty,
      kind: 'record',
      record: { kind: 'body', id: 'itu-tsb' },
      url: null,
      title: null,
      seenOn: null,
      file: null,
      shows: 'The report was sent.',
      happenedOn: '2026-10-01',
      visibility: 'public',
      occurrences: ['2026'],
      language: 'en',
    })
  })

  test('has one cell for every operative provision, each with a letter', async () => {
    const { rows, total, next } = await grid()
    const provisions = await site.db
      .selectFrom('provisions')
      .select(['revision', 'address'])
      .where('kind', '=', 'operative')
      .where('chapeau', '=', false)
      .execute()
    const name = (one: { revision: string | { id: string }; address: string }) =>
      `${typeof one.revision === 'string' ? one.revision : one.revision.id}/${one.address}`
    assert.deepEqual(rows.map(name).toSorted(), provisions.map(name).toSorted())
    assert.deepEqual([total, next], [rows.length, null])
    assert.deepEqual(
      rows.map((row) => cellShape.parse(row)),
      rows,
    )
    assert.deepEqual(
      rows.filter(({ letter }) => letter === ''),
      [],
    )
  })

  test('tells the state, who answers, the last evidence and the next date of each', async () => {
    const { rows } = await grid('?revision=wtsa-75-hammamet-2016')
    const cell = rows.find(({ duties }) => duties.includes(duty))
    assert.deepEqual(
      [
        cell?.state?.code,
        cell?.letter,
        cell?.owners.map(({ owner }) => owner),
        cell?.lastEvidence?.happenedOn,
        cell?.next?.year,
      ],
      ['delivered', 'De', ['itu-tsb'], '2026-10-01', 2027],
    )
    const { text } = await site.get('/en/oversight')
    assert.match(
      text,
      /title="instructs \(Director of the Telecommunication Standardization Bureau\) 6: delivered\. Last evidence: 1 October 2026, documented\. Next date: 2027\."/,
    )
  })

  test('can be narrowed to a body, a year and a revision, and refuses what there is not', async () => {
    const ofBody = await grid('?body=itu-dir-tsb&revision=wtsa-75-hammamet-2016')
    assert.equal(ofBody.rows.length, 6)
    assert.equal(ofBody.total, 6)
    const inYear = await grid('?year=2025&body=itu-dir-tsb&revision=wtsa-75-hammamet-2016')
    assert.deepEqual(
      inYear.rows.flatMap(({ state }) => state?.code ?? []),
      ['no-information'],
    )
    for (const query of ['?body=nobody', '?revision=none', '?year=26', '?after=nonsense', '?colour=red'])
      assert.equal((await site.get(`/en/oversight${query}`)).status, 400, query)
  })

  test('comes revision by revision, each provision once', async () => {
    const seen: string[] = []
    for (let after: string | null = ''; after !== null;) {
      const part: Listed = await grid(`?limit=1&after=${after}`)
      assert.equal(new Set(part.rows.map(({ revision }) => revision.id)).size, 1)
      seen.push(...part.rows.map(({ revision, address }) => `${revision.id}/${address}`))
      after = part.next
    }
    assert.equal(new Set(seen).size, (await grid()).total)
  })

  test('stands whole in the table, with codes and labels beside each other', async () => {
    const rows = parse((await site.get('/fr/oversight.csv')).text, { bom: true, columns: true }) as Record<
      string,
      string
    >[]
    const row = rows.find(({ duties }) => duties === duty)
    assert.deepEqual(
      [row?.['letter'], row?.['state'], row?.['state_label'], row?.['owner'], row?.['last_evidence']],
      ['Ré', 'delivered', 'réalisé', 'body:itu-tsb', '2026-10-01'],
    )
  })

  test('asks the database as often for one revision as for all, and so do the lists beside it', async () => {
    let asked = 0
    const counted = site.db.withPlugin({
      transformQuery: ({ node }) => {
        if (!JSON.stringify(node).includes('"history"')) asked += 1
        return node
      },
      transformResult: async ({ result }) => result,
    })
    const counting = openSite(counted, readSettings({ REQUESTS_PER_MINUTE: '1000000' }, '/'), {
      now: () => at,
    })
    const questions = async (path: string) => {
      const earlier = asked
      const answer = await counting.fetch(new Request(`http://site.test/en${path}`))
      assert.equal(answer.status, 200, path)
      await answer.text()
      return asked - earlier
    }
    await questions('/oversight.json')
    for (const [few, many] of [
      ['/oversight.json?limit=1', '/oversight.json?limit=2'],
      ['/duties/unanswered.json?limit=1', '/duties/unanswered.json?limit=40'],
      ['/oversight/gaps.json?limit=1', '/oversight/gaps.json?limit=40'],
    ] as const)
      assert.equal(await questions(few), await questions(many), few)
  })
})

describe('the lists of what nobody answers for', () => {
  type Duties = { rows: { id: string }[]; total: number }
  const list = async (path: string) => (await site.json(`/en${path}.json?limit=200`)) as Duties

  before(async () => {
    site = await testSite()
  })

  test('hold every duty at first, and lose it when somebody takes it over', async () => {
    const [unanswered, gaps, overlaps] = [
      await list('/duties/unanswered'),
      await list('/oversight/gaps'),
      await list('/oversight/overlaps'),
    ]
    assert.deepEqual([unanswered.total, gaps.total, overlaps.total], [77, 77, 0])
    await takeDuty(site.db, { actor: chen, at, duty, owner: 'body:itu-tsb' })
    await takeDuty(site.db, { actor: chen, at, duty, owner: 'body:itu-bdt' })
    const reader = site.as(person('eve'))
    const now = async (path: string) =>
      JSON.parse((await reader.get(`/en${path}.json?limit=200`)).text) as Duties
    assert.deepEqual(
      (await now('/oversight/overlaps')).rows.map(({ id }) => id),
      [duty],
    )
    for (const path of ['/duties/unanswered', '/oversight/gaps']) {
      const { rows, total } = await now(path)
      assert.deepEqual([total, rows.some(({ id }) => id === duty)], [76, false])
    }
    assert.equal((await now('/duties')).total, 77)
    assert.equal(
      (JSON.parse((await reader.get('/en/duties.json?owner=body:itu-tsb')).text) as Duties).total,
      1,
    )
  })

  test('say in every language what it means to stand in them', async () => {
    for (const language of ['ar', 'zh', 'en', 'fr', 'ru', 'es'])
      for (const path of [
        '/duties/unanswered',
        '/oversight/gaps',
        '/oversight/overlaps',
        '/oversight',
        '/evidence',
      ])
        assert.match(
          (await site.get(`/${language}${path}`)).text,
          /<p class="lead">[^<]{20,}/,
          `${language}${path}`,
        )
  })
})
