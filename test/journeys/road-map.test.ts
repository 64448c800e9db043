import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { open, submit, textOf, tick, fill, pathOf } from './story-hands.ts'
import { accept, invite, newMinistry, openFirstLink } from './story-people.ts'
import {
  addIndicator,
  addItem,
  addPeriod,
  comment,
  dispose,
  link,
  progressText,
  report,
  startRoadMap,
  takeStep,
} from './story-plans.ts'
import { openStage, type Somebody, type Stage } from './story-stage.ts'

const patience = { timeout: 900_000 }
const duty = '/duties/pp-140-dubai-2018/resolves/6/i/1'

/** A day so many days from now, as year-month-day. */
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

let stage: Stage
let nadia: Somebody
let fatou: Somebody
let samir: Somebody
let ellen: Somebody
let sofia: Somebody
let reader: Somebody
let plan = ''
let activity = ''
let writing = ''

describe('from a template to the next road map', () => {
  before(async () => {
    stage = await openStage()
    nadia = await stage.enter('Nadia', 'en')
    fatou = await stage.enter('Fatou', 'fr')
    samir = await stage.enter('Samir', 'ar')
    ellen = await stage.enter('Ellen', 'en')
    sofia = await stage.enter('Sofia', 'en')
    reader = await stage.enter('Reader', 'en')
    await openFirstLink(nadia)
    await invite(nadia, fatou, 'facilitator', { line: 'C5' })
    await invite(nadia, sofia, 'secretariat', {})
    const ministry = await newMinistry(nadia, 'Ministry of Islands')
    for (const guest of [samir, ellen]) await invite(nadia, guest, 'delegate', { organization: ministry })
    for (const guest of [fatou, sofia, samir, ellen]) await accept(nadia, guest)
  })
  after(async () => {
    await stage.end()
  })

  test(
    'a facilitator drafts the road map of C5, with what it answers and what it measures',
    patience,
    async () => {
      plan = await startRoadMap(fatou, {
        line: 'C5',
        title: 'Feuille de route pour la confiance',
        vision: 'Chacun peut se fier aux réseaux.',
        'starts-on': day(-150),
        'ends-on': day(400),
      })
      const objective = await addItem(fatou, plan, 'objective', { title: 'Renforcer les équipes nationales' })
      const outcome = await addItem(fatou, objective, 'outcome', { title: 'Des incidents mieux traités' })
      activity = await addItem(fatou, outcome, 'activity', {
        title: 'Former les équipes d’intervention',
        'starts-on': day(-140),
        'deadline-on': day(200),
        sdgs: '9.c',
      })
      await link(fatou, activity, duty)
      await addIndicator(fatou, activity, {
        name: 'Équipes formées',
        'target-value': '40',
        'target-year': '2027',
      })
      await assert.rejects(open(samir, plan), /404/)
    },
  )

  test('two stakeholders comment, and each sees what becomes of it', patience, async () => {
    await takeStep(fatou, plan, 'consult', { 'comments-until': day(10) })
    await comment(samir, activity, 'نرجو أن تشمل الأنشطة الدول الجزرية الصغيرة.')
    await comment(ellen, activity, 'Please say who will train the teams.')
    await dispose(fatou, plan, 'accepted', 'Les petits États insulaires sont ajoutés.')
    await dispose(fatou, plan, 'noted', 'Le plan annuel le dira.')
    await open(samir, `${plan}/comments`)
    assert.equal((await textOf(samir)).includes(samir.t('comments.disposition.accepted')), true)
  })

  test('it is presented, frozen and carried out', patience, async () => {
    await takeStep(sofia, plan, 'coordinate')
    await takeStep(fatou, plan, 'present')
    await open(reader, `${plan}/editions/3`)
    assert.equal((await textOf(reader)).includes('Former les équipes d’intervention'), true)
    await assert.rejects(open(fatou, `${activity}/edit`), /409/)
    await takeStep(sofia, plan, 'note')
    await takeStep(sofia, plan, 'put-in-force')
  })

  test('a quarter passes: progress is reported, sent back, and accepted', patience, async () => {
    writing = await addPeriod(fatou, plan, activity, {
      'starts-on': day(-140),
      'ends-on': day(-50),
      'due-on': day(-20),
    })
    assert.equal((await progressText(reader, plan)).includes(reader.t('progress.standing.missing')), true)
    const path = await report(fatou, writing, 'on-track', {
      percent: '30',
      achieved: 'Douze équipes formées.',
    })
    await open(sofia, `${path}/steps/send-back`)
    await fill(sofia, { reason: 'In which countries?' })
    await submit(sofia)
    await report(fatou, writing, 'on-track', {
      percent: '30',
      achieved: 'Douze équipes formées dans six pays.',
    })
    await open(sofia, `${path}/steps/accept`)
    await tick(sofia, 'rating', 'at-risk')
    await submit(sofia)
    // A visitor's page may be a second old; who is signed in sees it at once.
    const told = await progressText(fatou, plan)
    assert.equal(told.includes(fatou.t('progress.standing.missing')), false)
    assert.equal(told.includes(fatou.t('progress.rating.at-risk')), true)
  })

  test(
    'the Matrix counts the item, and next year’s version is compared with this one',
    patience,
    async () => {
      await open(reader, '/matrix/action-lines/C5?measure=evidence')
      assert.equal((await textOf(reader)).includes('9'), true)
      await open(fatou, `${plan}/next`)
      await fill(fatou, { 'starts-on': day(401), 'ends-on': day(760) })
      await submit(fatou)
      const next = pathOf(fatou)
      await addItem(fatou, next, 'objective', { title: 'Mesurer la confiance' })
      await takeStep(fatou, next, 'consult', { 'comments-until': day(30) })
      await open(reader, `${next}/comparison?with=${plan.slice('/plans/'.length)}`)
      const told = await textOf(reader)
      assert.equal(told.includes('Mesurer la confiance'), true)
      assert.equal(told.includes(reader.t('plans.fate.new')), true)
    },
  )

  test('no page that was seen has a fault', () => {
    assert.deepEqual([...new Set(stage.faults)], [])
  })
})
