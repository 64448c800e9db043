import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadMatrix } from '#modules/matrix/index.ts'
import { loadTerms } from '#modules/translation/index.ts'
import { readSettings } from '#platform/settings.ts'
import { writeSource } from '#platform/texts/texts.ts'
import { openSite } from '../src/site.ts'
import { registerDatabase } from './register-database.ts'
import { testDay } from './test-site.ts'

const lists = [
  'duties',
  'calendar',
  'instruments',
  'bodies',
  'search',
  'translation',
  'terms',
  'languages/texts',
  'task-force/gaps',
  'matrix/links',
  'matrix/versions/1',
]

const filters: Record<string, string> = {
  search: '&q=report&kind=duty',
  'languages/texts': '&kind=provision',
}

test('a list asks the database as often for one row as for many', async () => {
  const db = await registerDatabase()
  const at = new Date(`${testDay}T12:00:00Z`)
  await loadTerms(db, { actor: 'test', at })
  await loadMatrix(db, { actor: 'test', at })
  const id = 'pp-140-dubai-2018/resolves/1#1'
  const words = { kind: 'duty', id, field: 'verb', language: 'en', text: 'keep' } as const
  await db.transaction().execute((tx) => writeSource(tx, words, 'test', at))
  let asked = 0
  const counted = db.withPlugin({
    transformQuery: ({ node }) => {
      // Whether the content has changed is asked once a second, whatever the list.
      if (!JSON.stringify(node).includes('"history"')) asked += 1
      return node
    },
    transformResult: async ({ result }) => result,
  })
  const site = openSite(counted, readSettings({ REQUESTS_PER_MINUTE: '1000000' }, '/'), { now: () => at })
  const questions = async (list: string, limit: number) => {
    const path = `http://site.test/en/${list}.json?limit=${limit}${filters[list] ?? ''}`
    const before = asked
    const { rows } = (await (await site.fetch(new Request(path))).json()) as { rows: unknown[] }
    return { rows: rows.length > 3 ? 'many' : rows.length, asked: asked - before }
  }
  // The names that all pages need are read once and remembered until something changes.
  await site.fetch(new Request('http://site.test/en/duties.json?limit=2'))
  await site.fetch(new Request('http://site.test/en/search.json?limit=2&q=report'))
  await site.fetch(new Request('http://site.test/en/task-force/gaps.json?limit=2'))
  for (const list of lists) {
    const few = await questions(list, 1)
    const many = await questions(list, 40)
    assert.deepEqual({ list, ...few }, { list, rows: 1, asked: many.asked })
    assert.deepEqual({ list, ...many }, { list, rows: 'many', asked: few.asked })
    assert.notEqual(few.asked, 0)
  }
})
