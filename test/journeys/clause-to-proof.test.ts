import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { addEvidence, cellOf, plan, takeOver, verify } from './story-evidence.ts'
import { confirm, confirmPairing, renumber, sayWho, send } from './story-import.ts'
import { accept, invite, newMinistry, openFirstLink } from './story-people.ts'
import { open, textOf } from './story-hands.ts'
import { differences, publicAnswer, publicAnswers } from './story-public.ts'
import { firstText, hiddenWords, secondText } from './story-texts.ts'
import { openStage, type Somebody, type Stage } from './story-stage.ts'

const patience = { timeout: 900_000 }
const clause = 'instructs-director-tsb/1'
const shown = {
  shows: '2021年向理事会提交了阅读灯报告。',
  happened: '2021-11-30',
  date: '2021',
  file: { name: '阅读灯报告.txt', text: '阅读灯已经亮了。' },
  visibility: 'public',
}
const hidden = {
  shows: '会计底稿，仅供内部核对。',
  happened: '2022-12-01',
  date: '2022',
  file: { name: 'ledger-draft.txt', text: 'unseen-lanterns' },
  visibility: 'secretariat',
  web: { url: 'https://unseen-lanterns.example/1', title: '会计底稿', seen: '2022-12-02' },
}
let first = ''
let second = ''
let evidence = ''
let secret = ''
let stage: Stage
let nadia: Somebody
let amina: Somebody
let weilin: Somebody
let olga: Somebody
let tomas: Somebody
let reader: Somebody

describe('from clause to proof', () => {
  before(async () => {
    stage = await openStage()
    nadia = await stage.enter('Nadia', 'en')
    amina = await stage.enter('Amina', 'ar')
    weilin = await stage.enter('Weilin', 'zh')
    olga = await stage.enter('Olga', 'en')
    tomas = await stage.enter('Tomas', 'en')
    reader = await stage.enter('Reader', 'en')
  })
  after(async () => {
    await stage.end()
  })

  test(
    'the administrator comes in by the link of the command line and invites the others',
    patience,
    async () => {
      await openFirstLink(nadia)
      await invite(nadia, amina, 'focal-point', { body: 'itu-pp' })
      await invite(nadia, weilin, 'focal-point', { body: 'itu-tsb' })
      await invite(nadia, olga, 'verifier', {})
      const ministry = await newMinistry(nadia, 'Ministry of Islands')
      await invite(nadia, tomas, 'delegate', { organization: ministry })
      for (const guest of [amina, weilin, olga, tomas]) await accept(nadia, guest)
    },
  )

  test('the focal point imports a resolution, corrects two units and confirms', patience, async () => {
    const draft = await send(amina, firstText)
    await renumber(amina, draft)
    await sayWho(amina, draft, 'itu-dir-bdt', 'مدير مكتب تنمية الاتصالات')
    first = await confirm(amina, draft)
    assert.equal(first, 'pp-901-2018')
  })

  test(
    'a unit takes a duty over, plans, and shows evidence; the grid changes for the delegate',
    patience,
    async () => {
      const before = await cellOf(tomas, first, clause, '2021')
      assert.equal(before.letter, tomas.t('oversight.letter.no-information'))
      await takeOver(weilin, `${first}/${clause}/1`)
      await plan(weilin, { text: '每年三月向理事会提交报告。', day: '2027-03-31', milestone: '起草报告' })
      evidence = await addEvidence(weilin, `${first}/${clause}/1`, shown)
      const after = await cellOf(tomas, first, clause, '2021')
      assert.equal(after.letter, tomas.t('oversight.letter.delivered'))
      await verify(olga, evidence)
      const last = await cellOf(tomas, first, clause, '2021')
      assert.equal(last.told.includes(tomas.t('status.verified')), true)
    },
  )

  test('what is for the secretariat only exists for nobody else', patience, async () => {
    const told = { revision: first, duty: `${first}/${clause}/1`, words: hiddenWords }
    const before = await publicAnswers(stage, told)
    secret = await addEvidence(weilin, told.duty, hidden)
    await verify(olga, secret)
    assert.deepEqual(differences(before, await publicAnswers(stage, told)), [])
    for (const ending of ['', '.json', '/file', '/verification', '/correction', '/withdrawal']) {
      const real = await publicAnswer(stage, `/en/evidence/${secret}${ending}`)
      const none = await publicAnswer(stage, `/en/evidence/none-such${ending}`)
      assert.deepEqual({ ...real, text: real.text.replaceAll(secret, 'none-such') }, none)
    }
    await assert.rejects(open(tomas, `/evidence/${secret}`), /404/)
    await open(olga, `/evidence/${secret}`)
  })

  test('a new text changes how often the duty is due, and its evidence moves along', patience, async () => {
    second = await confirm(amina, await send(amina, secondText))
    await confirmPairing(amina, second)
    for (const who of [reader, amina, weilin]) {
      await open(who, `/revisions/${second}/changes`)
      const often = new RegExp(
        `${who.t('succession.field.cadence')} ${who.t('cadence.annual')} .* ${who.t('cadence.four-yearly')}`,
      )
      assert.match(await textOf(who, '#changes'), often)
      await open(who, `/duties/${second}/instructs-director-tsb/0/1`)
      assert.equal((await textOf(who, 'section[aria-labelledby="evidence"]')).includes(shown.shows), true)
    }
  })

  test('the public sees all of it, and nothing of what is not public', patience, async () => {
    await open(reader, `/evidence/${evidence}`)
    assert.equal((await textOf(reader)).includes(reader.t('status.verified')), true)
    const file = await publicAnswer(stage, `/en/evidence/${evidence}/file`)
    assert.equal(file.text, shown.file.text)
    const duty = `${second}/instructs-director-tsb/0/1`
    const answers = await publicAnswers(stage, { revision: second, duty, words: [] })
    const telling = [...answers].filter(([, { text }]) =>
      [...hiddenWords, secret, ...[nadia, amina, weilin, olga, tomas].map(({ email }) => email)].some(
        (word) => text.includes(word),
      ),
    )
    assert.deepEqual(
      telling.map(([path]) => path),
      [],
    )
    assert.deepEqual(await reader.page.context().cookies(), [])
  })

  test('every page that was seen is accessible and fits 360 pixels', () => {
    assert.deepEqual([...new Set(stage.faults)], [])
  })
})
