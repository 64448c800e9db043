import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { operator } from '#platform/access/actor.ts'
import { insertPeople } from '../../../../test/accounts-samples.ts'
import { newCall } from '../../../../test/call-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { clearDemoActivities } from '../demo/clear-demo-commands.ts'
import { takeCallStep } from './call-commands.ts'
import { changeWords } from './word-commands.ts'

const at = new Date('2026-11-21T11:00:00Z')
const by = { actor: operator, at }

type Hit = { id: string; name: string; path: string; title: string; snippet: string; example: boolean }
type Found = { rows: Hit[]; facets: { name: string; values: { value: string }[] }[] }

describe('the search for calls', () => {
  let site: TestSite
  let eve: SignedIn
  let id: string

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['eve'])
    eve = site.as(person('eve'))
    id = await newCall(site.db, {
      words: { title: 'Tell us of your lighthouses', letter: 'Dear keepers of lanterns, write to us.' },
    })
  })

  const found = async (q: string, language = 'en') => {
    const query = new URLSearchParams({ q, kind: 'call' }).toString()
    return JSON.parse((await eve.get(`/${language}/search.json?${query}`)).text) as Found
  }
  const ids = async (q: string, language?: string) => (await found(q, language)).rows.map((hit) => hit.id)

  test('knows nothing of drafts', async () => {
    assert.deepEqual([await ids('lighthouses'), await ids(id)], [[], []])
  })

  test('finds one that was opened by its title and its letter in each language, with its days and years', async () => {
    await takeCallStep(site.db, 'open', { ...by, id })
    const { rows, facets } = await found('lanterns')
    assert.deepEqual(
      rows.map(({ id: one, name, path, title }) => [one, name, path, title]),
      [[id, '1 October – 15 November 2026', `/calls/${id}`, 'Tell us of your lighthouses']],
    )
    assert.deepEqual(
      facets.find(({ name }) => name === 'year')?.values.map(({ value }) => value),
      ['2026'],
    )
    assert.deepEqual(await ids('маяки', 'ru'), [])
    const words = { title: 'Расскажите о маяках', letter: 'Уважаемые хранители фонарей!' }
    await changeWords(site.db, { ...by, id, language: 'ru', words })
    assert.deepEqual([await ids('маяки', 'ru'), await ids('фонари', 'ru')], [[id], [id]])
    assert.deepEqual(await ids(id), [id])
  })

  test('finds it when it is closed, and no more when it is gone', async () => {
    await takeCallStep(site.db, 'close', { ...by, id })
    assert.deepEqual(await ids('lighthouses'), [id])
    await site.db.updateTable('calls').set({ is_example: true }).where('id', '=', id).execute()
    await clearDemoActivities(site.db, { actor: 'start', at })
    assert.deepEqual(await ids('lighthouses'), [])
  })
})
