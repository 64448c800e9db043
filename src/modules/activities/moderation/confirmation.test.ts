import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { publishedEntry } from '../../../../test/activity-samples.ts'
import { person, testSite, type TestSite } from '../../../../test/test-site.ts'
import { confirmEntry } from '../entry/entry-commands.ts'
import { confirmationJob } from './confirmation-commands.ts'

const published = new Date('2025-01-10T12:00:00Z')
const amina = person('amina')

describe('an entry that nobody has confirmed for long', () => {
  let site: TestSite
  let plain: string
  let ending: string
  let completed: string
  let answered: string

  const entry = (title: string, content: object = {}) =>
    publishedEntry(site.db, { actor: amina, at: published, organization: 'harbour-office', title, content })

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['amina'])
    await site.db.updateTable('people').set({ language: 'es' }).where('id', '=', 'amina').execute()
    await newOrganization(site.db, { id: 'harbour-office' })
    plain = await entry('Plain')
    ending = await entry('Ending', { end: '2025-06' })
    completed = await entry('Completed', { status: 'completed', start: '2024-01', end: '2024-12' })
    answered = await entry('Answered')
  })

  const run = async (day: string) => {
    const parts = { db: site.db, now: () => new Date(`${day}T03:20:00Z`), isStopping: () => false }
    await confirmationJob.run(parts as Parameters<typeof confirmationJob.run>[0])
  }
  const states = async () => {
    const rows = await site.db.selectFrom('activities').select(['id', 'state']).execute()
    const stateOf = new Map(rows.map(({ id, state }) => [id, state]))
    return [plain, ending, completed, answered].map((id) => stateOf.get(id))
  }
  const asked = async () =>
    (
      await site.db
        .selectFrom('outbox')
        .select(['language', 'content'])
        .where('kind', '=', 'activities.confirm')
        .orderBy('id')
        .execute()
    ).map(({ language, content }) => `${language} ${String(content?.values?.['title'])}`)

  test('is asked about when its end has passed, or after a year, once', async () => {
    await run('2025-06-29')
    assert.deepEqual(await states(), ['published', 'published', 'published', 'published'])
    await run('2025-07-01')
    await run('2025-07-02')
    assert.deepEqual(await states(), ['published', 'confirm-due', 'published', 'published'])
    assert.deepEqual(await asked(), ['es Ending'])
    await run('2026-01-10')
    await run('2026-01-10')
    assert.deepEqual(await states(), ['confirm-due', 'archived', 'published', 'confirm-due'])
    assert.deepEqual((await asked()).toSorted(), ['es Answered', 'es Ending', 'es Plain'])
  })

  test('is archived half a year later when nobody answers, and stays readable with all that it said', async () => {
    await confirmEntry(site.db, { actor: amina, at: new Date('2026-02-01T12:00:00Z'), id: answered })
    await run('2026-07-09')
    assert.deepEqual((await states())[0], 'confirm-due')
    await run('2026-07-10')
    assert.deepEqual(await states(), ['archived', 'archived', 'published', 'published'])
    const page = await site.get(`/en/activities/${plain}`)
    assert.equal(page.status, 200)
    assert.match(page.text, /This entry is archived/)
    assert.match(page.text, /Four boats/)
    const rows = await site.db.selectFrom('activities').select('id').execute()
    assert.equal(rows.length, 4)
  })

  test('was asked about and archived by the platform, as the history says', async () => {
    const lines = await site.db
      .selectFrom('history')
      .select(['act', 'actor'])
      .where('subject_kind', '=', 'activity')
      .where('subject_id', '=', plain)
      .where('act', 'in', ['activities.ask', 'activities.archive'])
      .orderBy('seq')
      .execute()
    assert.deepEqual(lines, [
      { act: 'activities.ask', actor: 'jobs' },
      { act: 'activities.archive', actor: 'jobs' },
    ])
    assert.match((await site.get(`/en/history/activity/${plain}`)).text, /platform/i)
  })
})
