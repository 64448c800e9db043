import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import { sql, type KyselyPlugin } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { importLamps } from '../../../../test/lamp-resolutions.ts'
import {
  changesPage,
  lampSite,
  officer,
  pairingForm,
  shortDuty,
  type LampSite,
} from '../../../../test/lamp-site.ts'
import { dutyLineage, openPairings } from '../index.ts'
import { successionOf } from './succession-queries.ts'

let site: LampSite

describe('a confirmed pairing', () => {
  beforeEach(async () => {
    site = await lampSite()
  })

  test('is opened again only for what a corrected text touches; the rest stays confirmed', async () => {
    const later = await site.imported(2010, 2014)
    await site.as(officer).post(pairingForm(later))
    await importLamps(site.db, 2014, (text) => text.replace('through the night', 'from dusk to dawn'))
    assert.deepEqual(await site.pairsOf(later), [
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
    assert.equal((await site.as(officer).post(pairingForm(later))).status, 303)
    assert.equal((await successionOf(site.db, later))?.state, 'confirmed')
  })

  test('can be opened again for a reason, and what was decided stands meanwhile', async () => {
    const later = await site.imported(2010, 2014)
    await site.as(officer).post(pairingForm(later))
    assert.equal((await site.as(officer).post(pairingForm(later))).status, 422)
    assert.equal(
      (await site.as(officer).post(pairingForm(later), { reason: 'The bells are not the same.' })).status,
      303,
    )
    assert.equal((await successionOf(site.db, later))?.state, 'reopened')
    assert.equal((await site.db.selectFrom('duty_ancestors').selectAll().execute()).length, 3)
  })

  test('through four revisions makes one line of each duty, whatever its number', async () => {
    await site.imported(2010, 2014, 2018, 2022)
    for (const year of [2014, 2018, 2022] as const)
      assert.equal((await site.as(officer).post(pairingForm(site.idOf(year)))).status, 303)
    const catalogue = `${site.idOf(2022)}/instructs-secretary-general/1#1`
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
      ancestors.map(({ ancestor, steps: far }) => `${shortDuty(ancestor)} ${far}`),
      [
        '2018/instructs-secretary-general/1#1 1',
        '2014/instructs-secretary-general/2#1 2',
        '2010/instructs-secretary-general/2#1 3',
      ],
    )
    const ended = await dutyLineage(site.db, `${site.idOf(2010)}/instructs-secretary-general/1#1`)
    assert.deepEqual(
      ended.map(({ kind }) => kind),
      ['changes', 'continues', 'ends'],
    )
  })

  test('follows the order of the years, whatever came first; what was decided stands until it is decided anew', async () => {
    await site.imported(2010, 2018)
    const last = site.idOf(2018)
    await site.as(officer).post(pairingForm(last))
    const middle = await site.imported(2014)
    assert.equal((await successionOf(site.db, middle))?.predecessor.id, site.idOf(2010))
    const held = await successionOf(site.db, last)
    assert.deepEqual([held?.predecessor.id, held?.state], [middle, 'reopened'])
    assert.equal(
      held?.links.every(({ before }) => before === null || before.startsWith(`${site.idOf(2010)}/`)),
      true,
    )
    for (const id of [middle, last]) assert.equal((await site.as(officer).post(pairingForm(id))).status, 303)
    const after = await successionOf(site.db, last)
    assert.equal(
      after?.links.every(({ before }) => before === null || before.startsWith(`${middle}/`)),
      true,
    )
  })

  test('where the years do not tell the order waits until somebody says what was replaced', async () => {
    await site.imported(2010, 2014)
    await site.db.updateTable('revisions').set({ year: 2010 }).where('id', '=', site.idOf(2014)).execute()
    await site.db.deleteFrom('pairings').execute()
    const later = site.idOf(2014)
    assert.match((await site.get(changesPage(later))).text, /is not in this register/)
    assert.equal((await site.get(changesPage('nothing'))).status, 404)
    assert.equal((await site.as(officer).post(pairingForm(later), { predecessor: 'nothing' })).status, 422)
    assert.equal(
      (await site.as(officer).post(pairingForm(later), { predecessor: site.idOf(2010) })).status,
      303,
    )
    assert.equal((await successionOf(site.db, later))?.state, 'proposed')
  })

  test('carries owners and plans along, and leaves evidence where it was shown', async () => {
    const later = await site.imported(2010, 2014)
    const [old, fresh] = ([2010, 2014] as const).map(
      (year) => `${site.idOf(year)}/instructs-secretary-general/1#1`,
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

    await site.as(officer).post(pairingForm(later))

    const owners = await site.db
      .selectFrom('duty_owners')
      .select('duty')
      .where('owner', '=', 'itu-sg')
      .execute()
    assert.deepEqual(new Set(owners.map(({ duty }) => duty)), new Set([old, fresh]))
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
    const few = await site.imported(2010, 2014)
    const one = await count((db) => openPairings(db, officer))
    const small = await count((db) => successionOf(db, few))
    await site.imported(2018, 2022)
    assert.equal(await count((db) => openPairings(db, officer)), one)
    assert.equal(await count((db) => successionOf(db, site.idOf(2018))), small)
  })
})
