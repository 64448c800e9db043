import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { verifyHistory } from '#platform/history.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { modules } from '../../../modules.ts'
import { dutyPageShape, type DutyPageRecord } from './duty-page-shape.ts'

const place = 'wtsa-75-hammamet-2016/instructs-director-tsb/6/1'
const page = `/duties/${place}`
const form = (name: string) => `/en/keeping/${name}/${place}`

const amina = person('amina', { role: 'focal-point', scope: 'body:itu-tsb' })
const bilal = person('bilal', { role: 'focal-point', scope: 'body:itu-bdt' })
const chen = person('chen', { role: 'secretariat', scope: null })
const dina = person('dina', { role: 'delegate', scope: 'organization:example' })
const eve = person('eve')

let site: TestSite
let as: Record<'amina' | 'bilal' | 'chen' | 'dina' | 'eve', SignedIn>

// Somebody signed in: what a visitor is told may be a second old.
const read = async (language = 'en') =>
  dutyPageShape.parse(JSON.parse((await as.eve.get(`/${language}${page}.json`)).text))
const stateIn = ({ dueDates }: DutyPageRecord, key: string) =>
  dueDates.find((date) => date.key === key)?.state.code

async function freshSite() {
  site = await testSite()
  as = {
    amina: site.as(amina),
    bilal: site.as(bilal),
    chen: site.as(chen),
    dina: site.as(dina),
    eve: site.as(eve),
  }
}

describe('a duty that somebody keeps', () => {
  before(freshSite)

  test('is nobody’s at first, and the page says who could change that', async () => {
    const { keeping, owners, actions } = dutyPageShape.parse(await site.json(`/en${page}.json`))
    assert.deepEqual([keeping.code, owners, stateIn(await read(), '2026')], ['unanswered', [], 'due'])
    assert.deepEqual(
      actions.map(({ action, refused }) => [action, refused?.why]),
      [
        ['take', 'signed-out'],
        ['plan', 'signed-out'],
        ['report', 'signed-out'],
        ['add-evidence', 'signed-out'],
        ['consider', 'signed-out'],
      ],
    )
  })

  test('cannot be taken over by those who do not stand for the body addressed', async () => {
    const statuses = [
      (await as.bilal.get(form('owners'))).status,
      (await as.dina.get(form('owners'))).status,
      (await as.eve.get(form('owners'))).status,
    ]
    assert.deepEqual(statuses, [403, 403, 403])
    assert.match((await as.dina.get(form('owners'))).text, /secretariat officer/)
  })

  test('is taken over by the focal point of the body addressed, for that body and its units alone', async () => {
    const strange = await as.amina.post(form('owners'), { owner: 'body:itu-bdt' })
    assert.equal(strange.status, 422)
    assert.match(strange.text, /Who will answer for it/)
    const taken = await as.amina.post(form('owners'), { owner: 'body:itu-dir-tsb' })
    assert.deepEqual([taken.status, taken.location], [303, `/en${page}?done=keeping.done.taken`])
    const { keeping, owners } = await read()
    assert.equal(keeping.code, 'answered')
    assert.deepEqual(
      owners.map(({ kind, owner, since, until }) => [kind.code, owner, since, until]),
      [['body', 'itu-dir-tsb', '2026-11-21', null]],
    )
  })

  test('is not taken over twice by one owner, but by several', async () => {
    assert.equal((await as.amina.post(form('owners'), { owner: 'body:itu-dir-tsb' })).status, 409)
    assert.equal((await as.chen.post(form('owners'), { owner: 'body:itu-bdt' })).status, 303)
    assert.equal((await read()).owners.length, 2)
    const overlaps = JSON.parse((await as.eve.get('/en/oversight/overlaps.json')).text) as {
      rows: { id: string }[]
    }
    assert.deepEqual(
      overlaps.rows.map(({ id }) => id),
      ['wtsa-75-hammamet-2016/instructs-director-tsb/6#1'],
    )
  })

  test('says of what was due before that nobody answered for it then', async () => {
    const duty = await read()
    assert.deepEqual([stateIn(duty, '2025'), stateIn(duty, '2026')], ['no-information', 'due'])
  })

  test('is under way when an owner says so, for a due date that it has', async () => {
    const wrong = await as.amina.post(form('report'), { occurrence: '1999', text: 'We have begun.' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /We have begun\./)
    assert.equal(
      (await as.amina.post(form('report'), { occurrence: '2026', text: 'We have begun.' })).status,
      303,
    )
    const duty = await read()
    assert.deepEqual([stateIn(duty, '2026'), duty.duty.state.code], ['under-way', 'under-way'])
    const [report] = duty.reports
    assert.deepEqual(report?.reported, {
      id: 'body:itu-tsb',
      name: { text: 'Telecommunication Standardization Bureau', language: 'en' },
      person: null,
      on: '2026-11-21',
    })
    assert.equal(
      (await as.amina.post(`/en/keeping/report-withdrawal/${report?.id}`, { reason: 'Too early.' })).status,
      303,
    )
    assert.equal(stateIn(await read(), '2026'), 'due')
    assert.equal((await as.amina.get(`/en/keeping/report-withdrawal/${report?.id}`)).status, 404)
  })

  test('has a plan whose revisions all stay, and whose translations are labelled when the original changes', async () => {
    const plan = { text: 'Write the chapter.', 'day-1': '2027-02-01', 'milestone-1': 'First draft' }
    assert.equal((await as.amina.post(form('plan'), plan)).status, 303)
    const french = `/fr/keeping/plan/${place}`
    assert.equal(
      (
        await as.amina.post(french, {
          text: 'Rédiger le chapitre.',
          'day-1': '2027-02-01',
          'milestone-1': 'Projet',
        })
      ).status,
      303,
    )
    const inFrench = (await read('fr')).plan
    assert.deepEqual(
      [inFrench?.revision, inFrench?.text?.text, inFrench?.originalLanguage, inFrench?.milestones],
      [2, 'Rédiger le chapitre.', 'en', [{ day: '2027-02-01', text: { text: 'Projet', language: 'fr' } }]],
    )
    assert.equal((await as.amina.post(form('plan'), { ...plan, text: 'Write it all.' })).status, 303)
    const { plan: now, earlierPlans } = await read('fr')
    assert.deepEqual(now?.text, { text: 'Rédiger le chapitre.', language: 'fr', state: 'outdated' })
    assert.deepEqual(
      earlierPlans.map(({ revision }) => revision),
      [2, 1],
    )
  })

  test('gives a plan that was changed meanwhile back with what was typed', async () => {
    const stale = await as.amina.send(form('plan'), {
      _token: /name="_token" value="([^"]*)"/.exec((await as.amina.get(form('plan'))).text)?.[1] ?? '',
      _version: '1',
      text: 'My own words.',
    })
    assert.equal(stale.status, 409)
    assert.match(await stale.text(), /My own words\./)
  })

  test('refuses a milestone without a day or without words, by its field', async () => {
    const { status, text } = await as.amina.post(form('plan'), {
      text: 'x',
      'day-1': '2027-02-31',
      'milestone-1': 'a',
      'milestone-2': 'b',
      'day-3': '2027-01-01',
    })
    assert.equal(status, 422)
    for (const field of ['day-1', 'day-2', 'milestone-3'])
      assert.match(text, new RegExp(`href="#f-${field}"`))
  })

  test('is given back with a reason; who answered for it stays readable', async () => {
    const held = (await read()).owners
    const [bdt, tsb] = ['itu-bdt', 'itu-dir-tsb'].map((id) => held.find(({ owner }) => owner === id))
    assert.equal((await as.amina.get(`/en/keeping/owner/${bdt?.id}`)).status, 403)
    assert.equal((await as.amina.post(`/en/keeping/owner/${tsb?.id}`, {})).status, 422)
    assert.equal((await as.amina.post(`/en/keeping/owner/${tsb?.id}`, { reason: 'BDT has it.' })).status, 303)
    const { owners } = await read()
    assert.deepEqual(
      owners
        .toSorted((a, b) => String(a.owner).localeCompare(String(b.owner)))
        .map(({ owner, until, reason }) => [owner, until, reason]),
      [
        ['itu-bdt', null, null],
        ['itu-dir-tsb', '2026-11-21', 'BDT has it.'],
      ],
    )
    assert.equal((await as.amina.get(`/en/keeping/owner/${tsb?.id}`)).status, 409)
  })

  test('is told in the history without a person’s name, and the history fits', async () => {
    const lines = await site.db
      .selectFrom('history')
      .select(['act', 'facts'])
      .where('subject_kind', '=', 'duty-keeping')
      .orderBy('seq')
      .execute()
    assert.deepEqual(
      [...new Set(lines.map(({ act }) => act))],
      [
        'mandates.take-duty',
        'mandates.report-duty',
        'mandates.withdraw-report',
        'mandates.write-plan',
        'mandates.give-duty-back',
      ],
    )
    const digests = Object.assign({}, ...modules.map((one) => one.digests ?? {}))
    assert.deepEqual((await verifyHistory(site.db, digests)).faults, [])
    await site.db.updateTable('duty_owners').set({ owner: 'itu-br' }).where('owner', '=', 'itu-bdt').execute()
    const faults = (await verifyHistory(site.db, digests)).faults.filter(({ fault }) => fault === 'subject')
    assert.deepEqual(
      faults.map(({ subject, parts }) => [subject, parts.map((part) => part.split(' ')[0])]),
      [['duty-keeping wtsa-75-hammamet-2016/instructs-director-tsb/6#1', ['duty_owners']]],
    )
  })
})

describe('a person who answers for a duty', () => {
  before(async () => {
    await freshSite()
    const moment = new Date(0)
    const row = {
      email_verified: true,
      language: 'en' as const,
      second_factor: false,
      erased_at: null,
      created_at: moment,
      updated_at: moment,
    }
    await site.db
      .insertInto('people')
      .values([
        { id: 'amina', name: 'Amina Hidden', email: 'amina@example.org', ...row },
        { id: 'chen', name: 'Chen Open', email: 'chen@example.org', ...row },
      ])
      .execute()
    await as.amina.post(form('owners'), { owner: 'me', behalf: 'body:itu-tsb' })
    await as.chen.post(form('owners'), { owner: 'me', named: 'yes' })
  })

  test('is named only when they agreed, in no form of any page', async () => {
    const seen = []
    for (const path of [
      page,
      '/duties',
      '/oversight',
      '/oversight/overlaps',
      '/revisions/wtsa-75-hammamet-2016/instructs-director-tsb/6',
    ])
      for (const ending of ['', '.json']) seen.push((await site.get(`/en${path}${ending}`)).text)
    for (const path of ['/duties.csv', '/duties.atom', '/oversight.csv'])
      seen.push((await site.get(`/en${path}`)).text)
    assert.deepEqual(
      seen.map((text) => /Hidden|"amina"/.test(text)),
      seen.map(() => false),
    )
    assert.match(seen[0] ?? '', /Chen Open/)
    assert.match(seen[0] ?? '', /on behalf of/)
  })

  test('of two who give one back at the same moment, one does and the other is told', async () => {
    const { id } = await site.db
      .selectFrom('duty_owners')
      .select('id')
      .where('owner', '=', 'amina')
      .executeTakeFirstOrThrow()
    const path = `/en/keeping/owner/${id}`
    const five = Array.from({ length: 5 }, () => as.chen)
    await Promise.all(five.map((one) => one.get(path)))
    const answers = await Promise.all(five.map((one) => one.post(path, { reason: 'Moved on.' })))
    assert.deepEqual(answers.filter(({ status }) => status === 303).length, 1)
    assert.deepEqual(
      answers.filter(({ status }) => ![303, 409].includes(status)),
      [],
    )
  })
})
