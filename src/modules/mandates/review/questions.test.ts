import assert from 'node:assert/strict'
import { test } from 'node:test'
import { person, testDay } from '../../../../test/test-site.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { readSettings } from '#platform/settings.ts'
import { openSite } from '../../../site.ts'
import { importResolution } from '../index.ts'

const sofia = person('sofia', { role: 'secretariat', scope: null })
const text = (number: number, clauses: number) => `RESOLUTION ${number} (DOHA, 2026)

Oars

The Plenipotentiary Conference of the International Telecommunication Union (Doha, 2026),

considering

that rivers run,

resolves

${Array.from({ length: clauses }, (_, place) => `${place + 1} that ITU should carve oar ${place + 1}`).join(';\n\n')}.
`

test('pages of the review ask the database as often for one row as for many', async () => {
  const db = await testDatabase()
  const at = new Date(`${testDay}T12:00:00Z`)
  const stored: string[] = []
  const revisions: string[] = []
  for (const [number, clauses] of [
    [701, 2],
    [702, 40],
    [703, 3],
  ] as const) {
    const bytes = new TextEncoder().encode(text(number, clauses))
    await importResolution(db, { bytes, name: `oars-${number}.txt`, actor: 'test', at })
    const { id, revision } = await db
      .selectFrom('imports')
      .select(['id', 'revision'])
      .where('file_name', '=', `oars-${number}.txt`)
      .executeTakeFirstOrThrow()
    stored.push(id)
    revisions.push(revision ?? '')
  }
  let asked = 0
  const counted = db.withPlugin({
    transformQuery: ({ node }) => {
      // Whether the content has changed is asked once a second, whatever the page.
      if (!JSON.stringify(node).includes('"history"')) asked += 1
      return node
    },
    transformResult: async ({ result }) => result,
  })
  const settings = readSettings({ REQUESTS_PER_MINUTE: '1000000' }, '/')
  const site = openSite(counted, settings, {
    now: () => at,
    identify: async () => ({ actor: sofia, session: 'test' }),
  })
  const questions = async (path: string) => {
    const before = asked
    const answer = await site.fetch(new Request(`http://site.test/en/${path}`))
    assert.deepEqual([path, answer.status], [path, 200])
    return asked - before
  }
  // What is read once is read now: keys that sign, names of bodies.
  for (const path of ['imports.json', `imports/${stored[2]}`]) await questions(path)
  assert.equal(await questions('imports.json?limit=1'), await questions('imports.json?limit=3'))
  const [few, many] = [await questions(`imports/${stored[0]}`), await questions(`imports/${stored[1]}`)]
  assert.equal(few, many)
  assert.ok(many > 0)
  const versions = revisions.map((revision) => `revisions/${revision}/languages.json`)
  assert.equal(await questions(versions[0] ?? ''), await questions(versions[1] ?? ''))
})
