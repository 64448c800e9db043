import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { verifyHistory } from '#platform/history.ts'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { boats } from '../../../../test/boats.ts'
import { programOf, programWith, type Program } from '../../../../test/program.ts'
import { testSite, type TestSite } from '../../../../test/test-site.ts'

describe('entries that are begun at the same moment', () => {
  let site: TestSite
  let amina: Program
  let eve: Program

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['amina', 'eve'])
    await newOrganization(site.db, { id: 'harbour-office' })
    amina = await programOf(site, 'amina')
    eve = await programOf(site, 'eve')
  })

  test('each have their own lines of history, which account for their rows', async () => {
    const programs = [amina, eve, amina, eve, amina, eve]
    const answers = await Promise.all(
      programs.map((program, place) =>
        program.send('POST', '/activities', { ...boats, title: `Boat ${place}`, submit: place % 3 === 0 }),
      ),
    )
    const told = answers.map(({ status, body, headers }) => [status, body['state'], headers.get('ETag')])
    const [sent, draft] = [
      [201, 'submitted', '"2"'],
      [201, 'draft', '"1"'],
    ]
    assert.deepEqual(told, [sent, draft, draft, sent, draft, draft])

    const lines = await sql<{ title: string; actor: string; act: string; state: string | null }>`
      select a.content->>'title' as title, h.actor, h.act, v.row->>'state' as state
      from history h join activities a on a.id = h.subject_id left join row_versions v on v.batch = h.batch
      where h.subject_kind = 'activity' order by 1, h.seq`.execute(site.db)
    const entered = 'activities.enter'
    assert.deepEqual(
      lines.rows.map(({ title, actor, act, state }) => [title, actor, act, state]),
      [
        ['Boat 0', 'amina', entered, null],
        ['Boat 0', 'amina', 'activities.submit', 'submitted'],
        ['Boat 1', 'eve', entered, 'draft'],
        ['Boat 2', 'amina', entered, 'draft'],
        ['Boat 3', 'eve', entered, null],
        ['Boat 3', 'eve', 'activities.submit', 'submitted'],
        ['Boat 4', 'amina', entered, 'draft'],
        ['Boat 5', 'eve', entered, 'draft'],
      ],
    )
    // The people and the organization of the test were put there otherwise.
    const { faults } = await verifyHistory(site.db, {}, { kept: ['activities'] })
    assert.deepEqual(
      faults.filter(({ fault, subject }) => fault !== 'subject' && subject !== 'organizations'),
      [],
    )
    const read = await Promise.all(answers.map(({ body }) => amina.get(`/activities/${String(body['id'])}`)))
    const [own, others] = [200, 404]
    assert.deepEqual(
      read.map(({ status }) => status),
      [own, others, own, others, own, others],
    )
    assert.deepEqual(read[0]?.body['entry'], answers[0]?.body)
  })

  test('are refused one by one', async () => {
    const nobody = programWith(site, `al_${'x'.repeat(43)}`)
    const [good, wrong, unknown, refused] = await Promise.all([
      amina.send('POST', '/activities', boats),
      eve.send('POST', '/activities', { ...boats, organization: 'nowhere', countries: ['ZZ'] }),
      eve.send('POST', '/activities', { ...boats, organization: 'nowhere', submit: true }),
      nobody.send('POST', '/activities', boats),
    ])
    const errors = (answer: typeof wrong) =>
      (answer.body['errors'] as { field: string }[]).map(({ field }) => field)
    assert.deepEqual([good.status, wrong.status, unknown.status, refused.status], [201, 422, 422, 401])
    assert.deepEqual(errors(wrong), ['countries', 'organization'])
    assert.deepEqual(errors(unknown), ['organization'])
  })

  test('do not fail with one that the database refuses', async () => {
    await sql`alter table activities add constraint test_no_storm check (content->>'title' <> 'Storm') not valid`.execute(
      site.db,
    )
    const [good, refused] = await Promise.all([
      amina.send('POST', '/activities', boats),
      amina.send('POST', '/activities', { ...boats, title: 'Storm' }),
    ])
    assert.deepEqual([good.status, refused.status], [201, 500])
  })
})
