import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { followHistory } from '#modules/notices/history-commands.ts'
import { noticesOf } from '#modules/notices/notice-queries.ts'
import { operator } from '#platform/access/actor.ts'
import { verifyHistory, type Digest } from '#platform/history.ts'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { validator } from '../../../../test/html-validator.ts'
import { planMoment, planWithItems, takeSteps } from '../../../../test/plan-samples.ts'
import { testMoment } from '../../../../test/register-database.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { keptTables, modules } from '../../../modules.ts'
import { takePlanStep } from '../plan-commands.ts'
import type { CommentRecord, CommentRow } from './comment-shape.ts'
import { commentFigures } from './comment-queries.ts'
import { commentsOfPerson } from './personal-data-queries.ts'
import { eraseCommenter } from './personal-data-commands.ts'

const olga = person('olga', { role: 'secretariat', scope: null })
const femi = person('femi', { role: 'facilitator', scope: 'action-line:C5' })
const dina = person('dina', { role: 'representative', scope: 'organization:harbour-office' })

const said = { language: 'en', text: 'The lamps must be tested at night.' }

describe('comments on a plan', () => {
  let site: TestSite
  let eve: SignedIn
  let officer: SignedIn
  let facilitator: SignedIn
  let delegate: SignedIn
  let [plan, item, own, ofOffice] = ['', '', '', '']

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['olga', 'femi', 'dina', 'eve'])
    await newOrganization(site.db, { id: 'harbour-office', name: { en: 'Harbour Office' } })
    eve = site.as(person('eve'))
    officer = site.as(olga)
    facilitator = site.as(femi)
    delegate = site.as(dina)
    const made = await planWithItems(site.db)
    ;[plan, item] = [made.plan, made.first]
    await followHistory(site.db, testMoment)
  })

  const rows = async (as: SignedIn, query = '') =>
    (JSON.parse((await as.get(`/en/plans/${plan}/comments.json${query}`)).text) as { rows: CommentRow[] })
      .rows
  const record = async (as: SignedIn, id: string) =>
    JSON.parse((await as.get(`/en/plan-comments/${id}.json`)).text) as CommentRecord
  const told = async (id: string) => (await noticesOf(site.db, id, {})).rows.map(({ words }) => words)
  const idOf = ({ location }: { location: string | null }) =>
    /plan-comments\/([0-9a-z]{10})/.exec(location ?? '')?.[1] ?? ''

  test('are taken while it is open for them, and not before', async () => {
    assert.equal((await eve.get(`/en/plans/${plan}/comments`)).status, 404)
    assert.equal((await officer.post(`/en/plans/${plan}/comments/new`, said)).status, 409)
    await takeSteps(site.db, plan, ['consult'])
    assert.equal((await site.ask(`/en/plans/${plan}/comments/new`)).status, 303)
    const made = await eve.post(`/en/plan-items/${item}/comments/new`, said)
    assert.equal(made.status, 303, made.text)
    own = idOf(made)
    const forOthers = await eve.post(`/en/plans/${plan}/comments/new`, { ...said, behalf: 'harbour-office' })
    assert.equal(forOthers.status, 422)
  })

  test('stand under the name of an organization, or of a person who agreed to be named', async () => {
    const words = { language: 'fr', text: 'Qui répare les feux ?', behalf: 'harbour-office', named: 'yes' }
    ofOffice = idOf(await delegate.post(`/en/plans/${plan}/comments/new`, words))
    const labels = (await rows(eve)).map(({ by, item: on }) => `${on?.code ?? ''} ${by.label}`)
    assert.deepEqual(labels.toSorted(), [' Dina Hidden, for Harbour Office', '1.1.1 a person'])
    for (const path of ['', '.json', '.csv', '.atom'])
      assert.doesNotMatch((await delegate.get(`/en/plans/${plan}/comments${path}`)).text, /Eve Hidden|"eve"/)
    assert.doesNotMatch(
      (await delegate.get(`/en/history/plan-comment/${own}`)).text,
      /commented on a plan/,
      'the line would tell the role of whoever comments as a person',
    )
  })

  test('are found by item, disposition and language', async () => {
    assert.deepEqual(
      (await rows(eve, `?item=${item}`)).map(({ id }) => id),
      [own],
    )
    assert.deepEqual(
      (await rows(eve, '?language=fr&item=plan&disposition=waiting')).map(({ id }) => id),
      [ofOffice],
    )
    assert.deepEqual(await rows(eve, '?disposition=noted'), [])
    const page = await delegate.get(`/ar/plans/${plan}/comments`)
    const { results } = await validator.validateString(page.text)
    assert.deepEqual(
      results.flatMap(({ messages }) => messages),
      [],
    )
  })

  test('hold up the plan until each has a disposition, and the author is told', async () => {
    await takeSteps(site.db, plan, ['coordinate'])
    const present = () => takePlanStep(site.db, 'present', { actor: operator, at: testMoment, id: plan })
    assert.deepEqual((await present()).issues, [
      { field: 'plan', key: 'comments.waiting', values: { count: 2 } },
    ])
    assert.equal((await delegate.get(`/en/plan-comments/${own}/disposition`)).status, 403)
    const reply = { disposition: 'accepted-in-part', language: 'en', text: 'By night and by day.' }
    assert.equal((await facilitator.post(`/en/plan-comments/${own}/disposition`, reply)).status, 303)
    const anew = { ...reply, disposition: 'accepted', language: 'es', text: 'De noche.' }
    assert.equal((await facilitator.post(`/en/plan-comments/${own}/disposition`, anew)).status, 303)
    const { disposition, reply: read } = await record(eve, own)
    assert.deepEqual(
      [disposition?.code, read],
      ['accepted', { text: 'De noche.', language: 'es', isFallback: true }],
    )
    await followHistory(site.db, testMoment)
    assert.deepEqual(await told('eve'), ['notice.plan-comment-disposed', 'notice.plan-comment-disposed'])
    const { all, waiting } = await commentFigures(site.db, plan)
    assert.deepEqual({ all, waiting }, { all: 2, waiting: 1 })
  })

  test('are set aside with a reason: the place remains, the words are for the author and the secretariat', async () => {
    assert.equal((await officer.post(`/en/plan-comments/${ofOffice}/steps/set-aside`)).status, 422)
    const reason = { reason: 'off-topic' }
    assert.equal((await officer.post(`/en/plan-comments/${ofOffice}/steps/set-aside`, reason)).status, 303)
    const shown = await record(eve, ofOffice)
    assert.deepEqual([shown.state.code, shown.reason?.code, shown.text], ['set-aside', 'off-topic', null])
    for (const path of ['', '.csv', '.atom'])
      assert.doesNotMatch(
        (await eve.get(`/en/plans/${plan}/comments${path}`)).text,
        /Qui répare|Dina|Harbour/,
      )
    assert.equal((await record(delegate, ofOffice)).text?.text, 'Qui répare les feux ?')
    assert.equal((await officer.post(`/en/plan-comments/${ofOffice}/steps/restore`)).status, 303)
    assert.equal((await record(eve, ofOffice)).text?.language, 'fr')
    assert.equal((await delegate.post(`/en/plan-comments/${ofOffice}/steps/withdraw`)).status, 303)
    assert.equal((await record(eve, ofOffice)).text, null)
    assert.equal((await eve.post(`/en/plan-comments/${ofOffice}/steps/withdraw`)).status, 403)
    await takeSteps(site.db, plan, ['present'])
    assert.equal((await facilitator.get(`/en/plan-comments/${own}/disposition`)).status, 409)
  })

  test('are shown to whoever made them, and lose the name when they leave', async () => {
    const key = { id: 'dina', email: null }
    const [held] = await commentsOfPerson(site.db, key)
    assert.deepEqual(
      held?.rows.map(({ text, state }) => [text, state]),
      [['Qui répare les feux ?', 'withdrawn']],
    )
    await site.db
      .transaction()
      .execute((tx) => eraseCommenter(tx, key, { actor: 'dina', at: new Date(planMoment) }))
    assert.equal((await record(officer, ofOffice)).by.label, 'Harbour Office')
    const digests = Object.assign({}, ...modules.map((one) => one.digests ?? {})) as Record<string, Digest>
    const { faults } = await verifyHistory(site.db, digests, { kept: keptTables() })
    assert.deepEqual(
      faults.filter(({ subject }) => !subject.startsWith('organizations')),
      [],
    )
  })
})
