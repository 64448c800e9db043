import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { overflow } from './browser.ts'
import { open, submit, textOf, tick, fill, pathOf } from './story-hands.ts'
import { cellOf, inWords, verifyThere } from './story-evidence.ts'
import { followByKeys, goToMistake, sendByKeys, skipToMain, typeInto } from './story-keys.ts'
import { accept, invite, newMinistry, openFirstLink } from './story-people.ts'
import {
  addIndicator,
  addItem,
  addPeriod,
  comment,
  dispose,
  link,
  matrixCell,
  progressText,
  report,
  showAtDuty,
  startRoadMap,
  takeStep,
} from './story-plans.ts'
import { openStage, type Somebody, type Stage } from './story-stage.ts'

const patience = { timeout: 900_000 }
const revision = 'pp-140-dubai-2018'
/** Every year the Council is given a report. */
const clause = 'instructs-secretary-general/5'
const duty = `/duties/${revision}/${clause}/1`
const lineDuty = `/duties/${revision}/resolves/6/i/1`

/** A day so many days from now, as year-month-day. */
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

let stage: Stage
let nadia: Somebody
let fatou: Somebody
let samir: Somebody
let ellen: Somebody
let sofia: Somebody
let idris: Somebody
let reader: Somebody
let plan = ''
let activity = ''
let writing = ''
let accepted = ''
const title = 'Former les équipes d’intervention'
const quarterEnd = day(-50)
const year = quarterEnd.slice(0, 4)

describe('from a template to the next road map', () => {
  before(async () => {
    stage = await openStage()
    nadia = await stage.enter('Nadia', 'en')
    fatou = await stage.enter('Fatou', 'fr')
    samir = await stage.enter('Samir', 'ar')
    ellen = await stage.enter('Ellen', 'en')
    sofia = await stage.enter('Sofia', 'en')
    idris = await stage.enter('Idris', 'ar')
    reader = await stage.enter('Reader', 'en')
    await openFirstLink(nadia)
    await invite(nadia, fatou, 'facilitator', { line: 'C5' })
    await invite(nadia, sofia, 'secretariat', {})
    await invite(nadia, idris, 'focal-point', { body: 'itu' })
    const ministry = await newMinistry(nadia, 'Ministry of Islands')
    for (const guest of [samir, ellen]) await invite(nadia, guest, 'delegate', { organization: ministry })
    for (const guest of [fatou, sofia, idris, samir, ellen]) await accept(nadia, guest)
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
      const outcome = await addOutcomeByKeys(objective, 'Des incidents mieux traités')
      activity = await addItem(fatou, outcome, 'activity', {
        title,
        'starts-on': day(-140),
        'deadline-on': day(200),
        sdgs: '9.c',
      })
      await link(fatou, activity, [lineDuty, duty])
      await addIndicator(fatou, activity, {
        name: 'Équipes formées',
        'target-value': '40',
        'target-year': day(200).slice(0, 4),
      })
      await assert.rejects(open(samir, plan), /404/)
      assert.deepEqual(await matrixCell(fatou, 'C5', '9'), { count: 0, records: [] })
    },
  )

  /** Without a mouse, and not rightly at once. */
  async function addOutcomeByKeys(objective: string, outcome: string): Promise<string> {
    await open(fatou, `${objective}/items/outcome`)
    await skipToMain(fatou)
    await sendByKeys(fatou, 'Enter')
    await goToMistake(fatou, 'title')
    await fatou.page.keyboard.type(outcome)
    await sendByKeys(fatou, 'Space')
    assert.equal((await textOf(fatou, 'h1')).includes(outcome), true)
    return pathOf(fatou)
  }

  async function sendBackByKeys(path: string, reason: string): Promise<void> {
    await open(sofia, path)
    await skipToMain(sofia)
    await followByKeys(sofia, '/steps/send-back')
    await skipToMain(sofia)
    await typeInto(sofia, 'reason', reason)
    await sendByKeys(sofia, 'Enter')
    assert.equal((await textOf(sofia)).includes(sofia.t('progress.returned-because')), true)
  }

  test('two stakeholders comment, and each sees what becomes of it', patience, async () => {
    await takeStep(fatou, plan, 'consult', { 'comments-until': day(10) })
    for (const who of [fatou, samir, ellen])
      assert.deepEqual(await matrixCell(who, 'C5', '9'), { count: 1, records: [title] })
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
    assert.equal((await textOf(reader)).includes(title), true)
    await assert.rejects(open(fatou, `${activity}/edit`), /409/)
    await takeStep(sofia, plan, 'note')
    await takeStep(sofia, plan, 'put-in-force')
  })

  test('a quarter passes: progress is reported, sent back, and accepted', patience, async () => {
    writing = await addPeriod(fatou, plan, activity, {
      'starts-on': day(-140),
      'ends-on': quarterEnd,
      'due-on': day(-20),
    })
    assert.equal((await progressText(reader, plan)).includes(reader.t('progress.standing.missing')), true)
    accepted = await report(fatou, writing, 'on-track', {
      percent: '30',
      achieved: 'Douze équipes formées.',
    })
    await sendBackByKeys(accepted, 'In which countries?')
    await report(fatou, writing, 'on-track', {
      percent: '30',
      achieved: 'Douze équipes formées dans six pays.',
    })
    await open(sofia, `${accepted}/steps/accept`)
    await tick(sofia, 'rating', 'at-risk')
    await submit(sofia)
    // A visitor's page may be a second old; who is signed in sees it at once.
    const told = await progressText(fatou, plan)
    assert.equal(told.includes(fatou.t('progress.standing.missing')), false)
    assert.equal(told.includes(fatou.t('progress.rating.at-risk')), true)
  })

  test('what was accepted becomes evidence at a duty, and the Council sees it', patience, async () => {
    const before = await cellOf(samir, revision, clause, year)
    // What it is called before depends on the day of the year.
    assert.notEqual(before.letter, samir.t('oversight.letter.delivered'))
    assert.equal(before.told.includes(samir.t('oversight.no-evidence')), true)
    const evidence = await showAtDuty(idris, accepted, duty, {
      shows: 'تقرير عن تدريب فرق الاستجابة.',
      happened: quarterEnd,
      date: year,
    })
    const after = await cellOf(samir, revision, clause, year)
    assert.equal(after.letter, samir.t('oversight.letter.delivered'))
    await verifyThere(sofia, evidence)
    await open(fatou, accepted)
    assert.equal((await textOf(fatou)).includes(fatou.t('progress.shown-there')), true)
    for (const who of [samir, fatou, ellen]) {
      const { letter, told } = await cellOf(who, revision, clause, year)
      assert.equal(letter, who.t('oversight.letter.delivered'))
      assert.equal(told.includes(who.t('status.verified')), true)
      assert.equal((await inWords(who, duty)).includes(who.t('status.verified')), true)
    }
  })

  test('next year’s version is compared with this one', patience, async () => {
    await open(fatou, `${plan}/next`)
    await fill(fatou, { 'starts-on': day(401), 'ends-on': day(760) })
    await submit(fatou)
    const next = pathOf(fatou)
    await addItem(fatou, next, 'objective', { title: 'Mesurer la confiance' })
    await takeStep(fatou, next, 'consult', { 'comments-until': day(30) })
    for (const who of [reader, samir, fatou]) {
      await open(who, `${next}/comparison?with=${plan.slice('/plans/'.length)}`)
      const told = await textOf(who)
      assert.equal(told.includes('Mesurer la confiance'), true)
      assert.equal(told.includes(who.t('plans.fate.new')), true)
    }
  })

  test('the Matrix fits a sheet of paper, whichever way it is read', async () => {
    for (const who of [samir, fatou]) {
      await open(who, '/matrix?measure=evidence')
      await who.page.emulateMedia({ media: 'print' })
      // An A4 sheet between its margins: what is wider is lost at the left.
      await who.page.setViewportSize({ width: 642, height: 900 })
      assert.equal(await overflow(who.page), 0, who.name)
    }
  })

  test('no page that was seen has a fault', () => {
    assert.deepEqual([...new Set(stage.faults)], [])
  })
})
