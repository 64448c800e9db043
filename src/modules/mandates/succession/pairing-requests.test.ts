import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import type { Actor } from '#platform/access/actor.ts'
import { may } from '#platform/access/rights.ts'
import { languageCodes } from '#platform/languages.ts'
import {
  changesPage,
  lampSite,
  officer,
  pairingForm,
  shortDuty,
  type LampSite,
} from '../../../../test/lamp-site.ts'
import { person } from '../../../../test/test-site.ts'
import { openPairings } from '../index.ts'
import { changesShape } from './changes-shape.ts'
import { pairingRights } from './pairing-rights.ts'
import { successionOf } from './succession-queries.ts'
import { validator } from '../../../../test/html-validator.ts'

const ppFocal = person('focal', { role: 'focal-point', scope: 'body:itu-pp' })
const otherFocal = person('other', { role: 'focal-point', scope: 'body:wtsa' })
const reader = person('reader')

let site: LampSite

describe('a pairing', () => {
  beforeEach(async () => {
    site = await lampSite()
  })

  test('is proposed with the import, and the public sees it marked as not confirmed', async () => {
    const later = await site.imported(2010, 2014)
    assert.deepEqual(await site.pairsOf(later), [
      'resolves/1 kept resolves/1 proposed',
      'resolves/2 dropped – proposed',
      '– new resolves/2 proposed',
      'instructs-secretary-general/1 changed instructs-secretary-general/1 proposed',
      'instructs-secretary-general/2 kept instructs-secretary-general/2 proposed',
    ])
    assert.deepEqual(await site.linksOf(later), [
      '2010/resolves/1#1 continues 2014/resolves/1#1',
      '2010/resolves/2#1 ends –',
      '– begins 2014/resolves/2#1',
      '2010/instructs-secretary-general/1#1 changes 2014/instructs-secretary-general/1#1 cadence',
      '2010/instructs-secretary-general/2#1 continues 2014/instructs-secretary-general/2#1',
    ])
    const page = await site.get(changesPage(later))
    assert.equal(page.status, 200)
    assert.match(page.text, /Nobody has checked it yet/)
    assert.match(page.text, /every year[\s\S]{1,200}every four years/)
    assert.deepEqual((await site.db.selectFrom('duty_ancestors').selectAll().execute()).length, 0)
  })

  test('can be decided on by the secretariat and by focal points of the organ, and by nobody else', async () => {
    const later = await site.imported(2010, 2014)
    const statuses = async (actor: Actor) => (await site.as(actor).get(pairingForm(later))).status
    assert.deepEqual(
      [await statuses(officer), await statuses(ppFocal), await statuses(otherFocal), await statuses(reader)],
      [200, 200, 403, 403],
    )
    assert.equal((await site.as(otherFocal).post(pairingForm(later))).status, 403)
    assert.equal((await successionOf(site.db, later))?.state, 'proposed')
    const waiting = async (actor: Actor) =>
      (await openPairings(site.db, actor)).rows.map(({ revision }) => revision.id)
    for (const actor of [officer, ppFocal, otherFocal, reader]) {
      const isAllowed = may(pairingRights, 'confirm', actor, { state: 'proposed', within: ['body:itu-pp'] })
      assert.deepEqual(await waiting(actor), isAllowed ? [later] : [], actor.id)
    }
  })

  test('is corrected and confirmed on one form; then duties go on, and their histories say so', async () => {
    const later = await site.imported(2010, 2014)
    const kept = await site.as(ppFocal).post(pairingForm(later), {
      rows: ['resolves/2'],
      'from-resolves/2': 'resolves/2',
      keep: 'yes',
    })
    assert.equal(kept.status, 303)
    assert.equal((await site.pairsOf(later))[1], 'resolves/2 changed resolves/2 proposed')

    const done = await site
      .as(ppFocal)
      .post(pairingForm(later), { rows: ['resolves/2'], 'from-resolves/2': '' })
    assert.deepEqual([done.status, done.location?.split('?')[0]], [303, changesPage(later)])
    assert.deepEqual(
      [...new Set((await successionOf(site.db, later))?.pairs.map(({ state }) => state))],
      ['confirmed'],
    )
    const page = await site.get(changesPage(later))
    assert.doesNotMatch(page.text, /Nobody has checked/)
    const acts = await site.db
      .selectFrom('history')
      .select(['act', 'subject_id'])
      .where('subject_kind', '=', 'duty')
      .orderBy('seq')
      .execute()
    assert.deepEqual(
      acts.map(({ act, subject_id }) => `${act.replace('mandates.', '')} ${shortDuty(subject_id)}`).sort(),
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
    const later = await site.imported(2010, 2014)
    const wrong = await site
      .as(officer)
      .post(pairingForm(later), { rows: ['resolves/2'], 'from-resolves/2': 'resolves/77' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /value="resolves\/77"/)
    assert.match(wrong.text, /has no provision “resolves\/77”/)
    const twice = await site
      .as(officer)
      .post(pairingForm(later), { rows: ['resolves/2'], 'from-resolves/2': 'resolves/1' })
    assert.equal(twice.status, 422)
    assert.match(twice.text, /name="divided"/)
    const meant = await site.as(officer).post(pairingForm(later), {
      rows: ['resolves/2'],
      'from-resolves/2': 'resolves/1',
      divided: 'yes',
    })
    assert.equal(meant.status, 303)
    assert.deepEqual((await site.linksOf(later)).slice(0, 2), [
      '2010/resolves/1#1 continues 2014/resolves/1#1',
      '2010/resolves/1#1 changes 2014/resolves/2#1 verb',
    ])

    const again = await site.as(officer).json(pairingForm(later), { reason: 'checked again', _version: 1 })
    assert.equal(again.status, 409)
  })

  test('confirmed by five at once is confirmed by one, and four are told', async () => {
    const later = await site.imported(2010, 2014)
    const hand = site.as(officer)
    const five = await Promise.all(Array.from({ length: 5 }, () => hand.get(pairingForm(later))))
    assert.deepEqual([...new Set(five.map(({ status }) => status))], [200])
    const sent = (text: string) =>
      Object.fromEntries(
        ['_token', '_version'].map((name) => [
          name,
          new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(text)?.[1] ?? '',
        ]),
      )
    const answers = await Promise.all(five.map(({ text }) => hand.send(pairingForm(later), sent(text))))
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [303, 409, 409, 409, 409],
    )
    // Whoever sends the same form later still is told so too, and not asked why it should be opened again.
    assert.equal((await hand.send(pairingForm(later), sent(five[0]?.text ?? ''))).status, 409)
    const lines = await site.db
      .selectFrom('history')
      .select('seq')
      .where('act', '=', 'mandates.confirm-pairing')
      .execute()
    assert.equal(lines.length, 1)
  })

  test('has pages of sound markup in six languages, and the same content as JSON and CSV', async () => {
    const later = await site.imported(2010, 2014)
    const faults = async (text: string) =>
      (await validator.validateString(text)).results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
      )
    for (const language of languageCodes) {
      const page = await site.get(changesPage(later).replace('/en/', `/${language}/`))
      const form = await site.as(officer).get(pairingForm(later).replace('/en/', `/${language}/`))
      assert.deepEqual([page.status, form.status], [200, 200])
      assert.deepEqual([await faults(page.text), await faults(form.text)], [[], []], language)
    }
    const whole = changesShape.parse(await site.json(`${changesPage(later)}.json`))
    assert.deepEqual(whole, await site.json(`${changesPage(later)}.json`))
    const record = whole.changes
    assert.ok(record)
    assert.deepEqual(record.duties, { continues: 2, changes: 1, ends: 1, begins: 1 })
    const changed = record.rows.flatMap(({ duties }) => duties).flatMap((duty) => duty.changes)
    assert.deepEqual(
      changed.map(({ field, before, after }) => [field.code, before?.text, after?.text]),
      [['cadence', 'every year', 'every four years']],
    )
    const only = changesShape.parse(await site.json(`${changesPage(later)}.json?what=ends`)).changes
    assert.deepEqual(
      only?.rows.map(({ before }) => before?.address),
      ['resolves/2'],
    )
    const csv = (await site.get(`${changesPage(later)}.csv`)).text.trim().split('\r\n')
    assert.equal(csv.length, 1 + record.rows.length)
  })
})
