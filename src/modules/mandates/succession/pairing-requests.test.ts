import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import { sql, type KyselyPlugin } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { may } from '#platform/access/rights.ts'
import type { Db } from '#platform/database/tables.ts'
import { importLamps, type LampYear } from '../../../../test/lamp-resolutions.ts'
import { person, testSite, type TestSite } from '../../../../test/test-site.ts'
import { dutyLineage, openPairings } from '../index.ts'
import { pairingRights } from './pairing-rights.ts'
import { successionOf } from './succession-queries.ts'

const officer = person('officer', { role: 'secretariat', scope: null })
const ppFocal = person('focal', { role: 'focal-point', scope: 'body:itu-pp' })
const otherFocal = person('other', { role: 'focal-point', scope: 'body:wtsa' })
const reader = person('reader')

let site: TestSite
const ids = new Map<LampYear, string>()

async function imported(...years: LampYear[]): Promise<string> {
  for (const year of years) ids.set(year, await importLamps(site.db, year))
  return ids.get(years.at(-1) ?? 2010) ?? ''
}

const form = (revision: string) => `/en/revisions/${revision}/pairing`
const changes = (revision: string) => `/en/revisions/${revision}/changes`

const pairsOf = async (revision: string) =>
  (await successionOf(site.db, revision))?.pairs.map(
    ({ before, after, kind, state }) => `${before ?? '–'} ${kind} ${after ?? '–'} ${state}`,
  )

const linksOf = async (revision: string) =>
  (await successionOf(site.db, revision))?.links.map(({ before, after, kind, changes: told }) =>
    [short(before), kind, short(after), ...told.map(({ field }) => field)].join(' '),
  )

const short = (id: string | null) => id?.replace(/^.*?-(\d{4})\//, '$1/') ?? '–'

describe('a pairing', () => {
  beforeEach(async () => {
    site = await testSite()
    ids.clear()
  })

  test('is proposed with the import, and the public sees it marked as not confirmed', async () => {
    const later = await imported(2010, 2014)
    assert.deepEqual(await pairsOf(later), [
      'resolves/1 kept resolves/1 proposed',
      'resolves/2 dropped – proposed',
      '– new resolves/2 proposed',
      'instructs-secretary-general/1 changed instructs-secretary-general/1 proposed',
      'instructs-secretary-general/2 kept instructs-secretary-general/2 proposed',
    ])
    assert.deepEqual(await linksOf(later), [
      '2010/resolves/1#1 continues 2014/resolves/1#1',
      '2010/resolves/2#1 ends –',
      '– begins 2014/resolves/2#1',
      '2010/instructs-secretary-general/1#1 changes 2014/instructs-secretary-general/1#1 cadence',
      '2010/instructs-secretary-general/2#1 continues 2014/instructs-secretary-general/2#1',
    ])
    const page = await site.get(changes(later))
    assert.equal(page.status, 200)
    assert.match(page.text, /Nobody has checked it yet/)
    assert.match(page.text, /every year[\s\S]{1,200}every four years/)
    assert.deepEqual((await site.db.selectFrom('duty_ancestors').selectAll().execute()).length, 0)
  })

  test('can be decided on by the secretariat and by focal points of the organ, and by nobody else', async () => {
    const later = await imported(2010, 2014)
    const statuses = async (actor: Actor) => (await site.as(actor).get(form(later))).status
    assert.deepEqual(
      [await statuses(officer), await statuses(ppFocal), await statuses(otherFocal), await statuses(reader)],
      [200, 200, 403, 403],
    )
    assert.equal((await site.as(otherFocal).post(form(later))).status, 403)
    assert.equal((await successionOf(site.db, later))?.state, 'proposed')
    const waiting = async (actor: Actor) =>
      (await openPairings(site.db, actor)).rows.map(({ revision }) => revision.id)
    for (const actor of [officer, ppFocal, otherFocal, reader]) {
      const isAllowed = may(pairingRights, 'confirm', actor, { state: 'proposed', within: ['body:itu-pp'] })
      assert.deepEqual(await waiting(actor), isAllowed ? [later] : [], actor.id)
    }
  })

  test('is corrected and confirmed on one form; then duties go on, and their histories say so', async () => {
    const later = await imported(2010, 2014)
    const kept = await site.as(ppFocal).post(form(later), {
      rows: ['resolves/2'],
      'from-resolves/2': 'resolves/2',
      keep: 'yes',
    })
    assert.equal(kept.status, 303)
    assert.equal((await pairsOf(later))?.[1], 'resolves/2 changed resolves/2 proposed')

    const done = await site.as(ppFocal).post(form(later), { rows: ['resolves/2'], 'from-resolves/2': '' })
    assert.deepEqual([done.status, done.location?.split('?')[0]], [303, changes(later)])
    assert.deepEqual(
      [...new Set((await successionOf(site.db, later))?.pairs.map(({ state }) => state))],
      ['confirmed'],
    )
    const page = await site.get(changes(later))
    assert.doesNotMatch(page.text, /Nobody has checked/)
    const acts = await site.db
      .selectFrom('history')
      .select(['act', 'subject_id'])
      .where('subject_kind', '=', 'duty')
      .orderBy('seq')
      .execute()
    assert.deepEqual(
      acts.map(({ act, subject_id }) => `${act.replace('mandates.', '')} ${short(subject_id)}`).sort(),
      [
        'begin-duty 2014/resolves/2#1',
        'change-duty 2014/instructs-secretary-general/1#1',
        'continue-duty 2014/instructs-secretary-general/2#1',
        'continue-duty 2014/resolves/1#1',
        'end-duty 2010/resolves/2#1',
        'replace-duty 2010/instructs-secretary-general/1#1',
        'replace-duty 2010/instructs-secretary-general/2#1',
        'replace-duty 2010/resolves/1#1',
      ],
    )
    const ancestors = await site.db.selectFrom('duty_ancestors').selectAll().orderBy('duty').execute()
    assert.equal(ancestors.length, 3)
  })

  test('comes back with what was typed when an address is wrong, named twice, or the pairing changed meanwhile', async () => {
    const later = await imported(2010, 2014)
    const wrong = await site
      .as(officer)
      .post(form(later), { rows: ['resolves/2'], 'from-resolves/2': 'resolves/77' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /value="resolves\/77"/)
    assert.match(wrong.text, /has no provision “resolves\/77”/)
    const twice = await site
      .as(officer)
      .post(form(later), { rows: ['resolves/2'], 'from-resolves/2': 'resolves/1' })
    assert.equal(twice.status, 422)
    assert.match(twice.text, /name="divided"/)
    const meant = await site.as(officer).post(form(later), {
      rows: ['resolves/2'],
      'from-resolves/2': 'resolves/1',
      divided: 'yes',
    })
    assert.equal(meant.status, 303)
    assert.deepEqual((await linksOf(later))?.slice(0, 2), [
      '2010/resolves/1#1 continues 2014/resolves/1#1',
      '2010/resolves/1#1 changes 2014/resolves/2#1 verb',
    ])

    const again = await site.as(officer).json(form(later), { reason: 'checked again', _version: 1 })
    assert.equal(again.status, 409)
  })

  test('confirmed by five at once is confirmed by one, and four are told', async () => {
    const later = await imported(2010, 2014)
    const five = await Promise.all(Array.from({ length: 5 }, () => site.as(officer).get(form(later))))
    assert.deepEqual([...new Set(five.map(({ status }) => status))], [200])
    const answers = await Promise.all(five.map(() => site.as(officer).post(form(later))))
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409, 409, 409, 409])
    const lines = await site.db
      .selectFrom('history')
      .select('seq')
      .where('act', '=', 'mandates.confirm-pairing')
      .execute()
    assert.equal(lines.length, 1)
  })

  test('is opened again only for what a corrected text touches; the rest stays confirmed', async () => {
    const later = await imported(2010, 2014)
    await site.as(officer).post(form(later))
    await importLamps(site.db, 2014, (text) => text.replace('through the night', 'from dusk to dawn'))
    assert.deepEqual(await pairsOf(later), [
      'resolves/1 changed resolves/1 reopened',
      'resolves/2 dropped – confirmed',
      '– new resolves/2 confirmed',
      'instructs-secretary-general/1 changed instructs-secretary-general/1 confirmed',
      'instructs-secretary-general/2 kept instructs-secretary-general/2 confirmed',
    ])
    const held = await successionOf(site.db, later)
    assert.equal(held?.state, 'reopened')
    assert.deepEqual(
      held.links.map(({ state }) => state),
      ['reopened', 'confirmed', 'confirmed', 'confirmed', 'confirmed'],
    )
    assert.equal((await site.db.selectFrom('duty_ancestors').selectAll().execute()).length, 3)
    assert.equal((await site.as(officer).post(form(later))).status, 303)
    assert.equal((await successionOf(site.db, later))?.state, 'confirmed')
  })

  test('can be opened again for a reason, and what was decided stands meanwhile', async () => {
    const later = await imported(2010, 2014)
    await site.as(officer).post(form(later))
    assert.equal((await site.as(officer).post(form(later))).status, 422)
    assert.equal(
      (await site.as(officer).post(form(later), { reason: 'The bells are not the same.' })).status,
      303,
    )
    assert.equal((await successionOf(site.db, later))?.state, 'reopened')
    assert.equal((await site.db.selectFrom('duty_ancestors').selectAll().execute()).length, 3)
  })

  test('through four revisions makes one line of each duty, whatever its number', async () => {
    await imported(2010, 2014, 2018, 2022)
    for (const year of [2014, 2018, 2022] as const)
      assert.equal((await site.as(officer).post(form(ids.get(year) ?? ''))).status, 303)
    const catalogue = `${ids.get(2022)}/instructs-secretary-general/1#1`
    const steps = await dutyLineage(site.db, catalogue)
    assert.deepEqual(
      steps.map(({ before, after, kind }) => [before?.address, kind, after?.address].join(' ')),
      [
        'instructs-secretary-general/2 continues instructs-secretary-general/2',
        'instructs-secretary-general/2 continues instructs-secretary-general/1',
        'instructs-secretary-general/1 continues instructs-secretary-general/1',
      ],
    )
    const ancestors = await site.db
      .selectFrom('duty_ancestors')
      .select(['ancestor', 'steps'])
      .where('duty', '=', catalogue)
      .orderBy('steps')
      .execute()
    assert.deepEqual(
      ancestors.map(({ ancestor, steps: far }) => `${short(ancestor)} ${far}`),
      [
        '2018/instructs-secretary-general/1#1 1',
        '2014/instructs-secretary-general/2#1 2',
        '2010/instructs-secretary-general/2#1 3',
      ],
    )
    const ended = await dutyLineage(site.db, `${ids.get(2010)}/instructs-secretary-general/1#1`)
    assert.deepEqual(
      ended.map(({ kind }) => kind),
      ['changes', 'continues', 'ends'],
    )
  })

  test('follows the order of the years, whatever came first; what was decided stands until it is decided anew', async () => {
    await imported(2010, 2018)
    const last = ids.get(2018) ?? ''
    await site.as(officer).post(form(last))
    const middle = await imported(2014)
    assert.equal((await successionOf(site.db, middle))?.predecessor.id, ids.get(2010))
    const held = await successionOf(site.db, last)
    assert.deepEqual([held?.predecessor.id, held?.state], [middle, 'reopened'])
    assert.equal(
      held?.links.every(({ before }) => before === null || before.startsWith(`${ids.get(2010)}/`)),
      true,
    )
    for (const id of [middle, last]) assert.equal((await site.as(officer).post(form(id))).status, 303)
    const after = await successionOf(site.db, last)
    assert.equal(
      after?.links.every(({ before }) => before === null || before.startsWith(`${middle}/`)),
      true,
    )
  })

  test('where the years do not tell the order waits until somebody says what was replaced', async () => {
    await imported(2010, 2014)
    await site.db
      .updateTable('revisions')
      .set({ year: 2010 })
      .where('id', '=', ids.get(2014) ?? '')
      .execute()
    await site.db.deleteFrom('pairings').execute()
    const later = ids.get(2014) ?? ''
    assert.equal((await site.get(changes(later))).status, 404)
    assert.equal((await site.as(officer).post(form(later), { predecessor: 'nothing' })).status, 422)
    assert.equal((await site.as(officer).post(form(later), { predecessor: ids.get(2010) ?? '' })).status, 303)
    assert.equal((await successionOf(site.db, later))?.state, 'proposed')
  })

  test('carries owners and plans along, and leaves evidence where it was shown', async () => {
    const later = await imported(2010, 2014)
    const [old, fresh] = [2010, 2014].map(
      (year) => `${ids.get(year as LampYear)}/instructs-secretary-general/1#1`,
    )
    const at = new Date('2026-01-01T00:00:00Z')
    await site.db
      .insertInto('duty_owners')
      .values({
        duty: old ?? '',
        kind: 'body',
        owner: 'itu-sg',
        on_behalf_of: null,
        taken_at: at,
        taken_by: 'x',
      })
      .execute()
    await site.db
      .insertInto('duty_plans')
      .values({
        duty: old ?? '',
        revision: 3,
        body: '{"en": "Write it in spring."}',
        original_language: 'en',
        written_by: 'x',
        written_for: null,
        written_at: at,
      })
      .execute()
    for (const [place, day] of ['2026-05-01', '2027-05-01'].entries())
      await site.db
        .insertInto('duty_milestones')
        .values({ duty: old ?? '', revision: 3, place, day, text: '{"en": "draft"}' })
        .execute()

    await site.as(officer).post(form(later))

    const owners = await site.db
      .selectFrom('duty_owners')
      .select('duty')
      .where('owner', '=', 'itu-sg')
      .execute()
    assert.deepEqual(owners.map(({ duty }) => duty).sort(), [old, fresh].sort())
    const plan = await site.db
      .selectFrom('duty_plans')
      .select(['revision', 'written_by'])
      .where('duty', '=', fresh ?? '')
      .execute()
    assert.deepEqual(plan, [{ revision: 1, written_by: 'x' }])
    const steps = await sql<{
      day: string
    }>`select day::text from duty_milestones where duty = ${fresh}`.execute(site.db)
    assert.deepEqual(steps.rows, [{ day: '2027-05-01' }])
  })

  test('asks the database as often for many provisions as for few, and for three open pairings as for one', async () => {
    const count = async (ask: (db: Db) => Promise<unknown>) => {
      let asked = 0
      const counter: KyselyPlugin = {
        transformQuery: ({ node }) => {
          asked += 1
          return node
        },
        transformResult: async ({ result }) => result,
      }
      await ask(site.db.withPlugin(counter))
      return asked
    }
    const few = await imported(2010, 2014)
    const one = await count((db) => openPairings(db, officer))
    const small = await count((db) => successionOf(db, few))
    await imported(2018, 2022)
    assert.equal(await count((db) => openPairings(db, officer)), one)
    assert.equal(await count((db) => successionOf(db, ids.get(2018) ?? '')), small)
  })
})
