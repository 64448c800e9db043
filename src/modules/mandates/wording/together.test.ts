import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { person, testSite, type TestSite } from '../../../../test/test-site.ts'

const duty = 'wtsa-75-hammamet-2016/instructs-director-tsb/6'
const plan = `/en/keeping/plan/${duty}/1`
const editor = `/en/translation/fr/plan/${encodeURIComponent(`${duty}#1`)}`

describe('a plan that is written and translated at the same time', () => {
  let site: TestSite
  before(async () => {
    site = await testSite()
    const chen = site.as(person('chen', { role: 'secretariat', scope: null }))
    assert.equal((await chen.post(`/en/keeping/owners/${duty}/1`, { owner: 'body:itu-tsb' })).status, 303)
    assert.equal((await chen.post(plan, { text: 'Write the chapter. Send it.' })).status, 303)
  })

  test('keeps nobody waiting for ever: each is done or told of the other', async () => {
    const writer = (number: number) =>
      site
        .as(person(`writer-${number}`, { role: 'secretariat', scope: null }))
        .post(plan, { text: `Write chapter ${number}. Send it.` })
    const translator = (number: number) =>
      site
        .as(person(`translator-${number}`, { role: 'translator', scope: null }))
        .post(editor, { 'text-1': `Rédiger ${number}.`, 'text-2': 'L’envoyer.' })
    for (const round of [1, 2, 3]) {
      const answers = await Promise.all(
        [1, 2, 3, 4].flatMap((number) => [writer(round * 10 + number), translator(round * 10 + number)]),
      )
      const statuses = answers.map(({ status }) => status)
      assert.deepEqual(
        statuses.filter((status) => status !== 303 && status !== 409),
        [],
      )
      assert.equal(statuses.includes(303), true)
    }
  })
})
