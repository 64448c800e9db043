import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { draftEntry } from '../../../../test/activity-samples.ts'
import { fieldsOf } from '../../../../test/form-fields.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { publishEntry } from '../moderation/decision-commands.ts'
import { sendEntry } from './entry-commands.ts'

const at = new Date('2026-11-21T12:00:00Z')
const organization = 'lighthouse'
const scope = `organization:${organization}` as const
const officer = person('olga', { role: 'secretariat', scope: null })
const aminaActor = person('amina', { role: 'representative', scope })

describe('a section that was changed meanwhile', () => {
  let site: TestSite
  let amina: SignedIn
  let eve: SignedIn

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['amina', 'eve', 'olga'])
    await newOrganization(site.db, { id: organization })
    amina = site.as(aminaActor)
    eve = site.as(person('eve', { role: 'representative', scope }))
  })

  const started = () => draftEntry(site.db, { actor: aminaActor, at, organization })
  const opened = async (path: string, as = amina) => hiddenOf((await as.get(path)).text)
  const send = async (path: string, fields: [string, string][], as = amina) => {
    const answer = await as.send(path, new URLSearchParams(fields))
    return { status: answer.status, text: await answer.text(), location: answer.headers.get('Location') }
  }
  const contentOf = async (id: string) =>
    (JSON.parse((await amina.get(`/en/entries/${id}.json`)).text) as { content: Record<string, unknown> })
      .content

  test('is shown field by field with the words that differ, and nothing is stored before one has chosen', async () => {
    const path = `/en/entries/${await started()}/description`
    const hidden = await opened(path)
    await eve.post(path, { summary: 'Six boats bring a network.', objective: 'Islands on line.' })
    const typed: [string, string][] = [
      ['summary', 'Four fast boats bring a network.'],
      ['results', 'It works.'],
    ]
    const conflict = await send(path, [...hidden, ...typed])

    assert.equal(conflict.status, 409)
    assert.match(conflict.text, /Nothing has been overwritten/)
    assert.match(conflict.text, /somebody else’s/)
    assert.match(conflict.text, /<mark><span class="unseen"> \[<\/span>Four fast</)
    assert.match(conflict.text, /<mark><span class="unseen"> \[<\/span>Six</)
    assert.deepEqual(chosenIn(conflict.text), {
      'keep-summary': [],
      'keep-objective': ['theirs'],
      'keep-results': ['mine'],
    })
    const id = path.split('/')[3] ?? ''
    assert.equal((await contentOf(id))['summary'], 'Six boats bring a network.')

    const carried = hiddenOf(conflict.text)
    const undecided = await send(path, [...carried, ['keep-objective', 'theirs'], ['keep-results', 'mine']])
    assert.equal(undecided.status, 422)
    assert.match(undecided.text, /Summary: choose one of the two texts/)
    assert.deepEqual(chosenIn(undecided.text)['keep-results'], ['mine'])

    const decided = await send(path, [
      ...hiddenOf(undecided.text),
      ['keep-summary', 'mine'],
      ['keep-objective', 'theirs'],
      ['keep-results', 'mine'],
    ])
    assert.equal(decided.status, 303)
    const { summary, objective, results } = await contentOf(id)
    assert.deepEqual([summary, objective, results], [typed[0]?.[1], 'Islands on line.', 'It works.'])
  })

  test('is decided as a whole by one button, also after the language was switched', async () => {
    const id = await started()
    const path = `/en/entries/${id}/description`
    const late = async () => {
      const hidden = await opened(path)
      await eve.post(path, { summary: `Text of Eve ${hidden.length}.`, results: String(Math.random()) })
      return send(path, [...hidden, ['summary', 'Text of Amina.']])
    }
    const arabic = await send(path.replace('/en/', '/ar/'), [
      ...hiddenOf((await late()).text),
      ['_show', 'language'],
      ['keep-summary', 'theirs'],
    ])
    assert.equal(arabic.status, 200)
    assert.match(arabic.text, /<html lang="ar" dir="rtl">/)
    assert.deepEqual(chosenIn(arabic.text)['keep-summary'], ['theirs'])
    const left = await send(path, [...hiddenOf(arabic.text), ['keep', 'theirs']])
    assert.deepEqual(
      [left.status, new URL(left.location ?? '', 'http://x').searchParams.get('done')],
      [303, 'conflict.done.kept'],
    )
    assert.match(String((await contentOf(id))['summary']), /Text of Eve/)

    const kept = await send(path, [...hiddenOf((await late()).text), ['keep', 'mine']])
    assert.equal(kept.status, 303)
    const { summary, results } = await contentOf(id)
    assert.deepEqual([summary, results], ['Text of Amina.', ''])
  })

  test('does not meet another section, nor the same change made twice', async () => {
    const id = await started()
    const path = `/en/entries/${id}/description`
    const hidden = await opened(path)
    await eve.post(`/en/entries/${id}/money`, { amount: '100', currency: 'EUR', funding: 'Gifts.' })
    const fields: [string, string][] = [...hidden, ['summary', 'The same words.']]
    assert.equal((await send(path, fields)).status, 303)
    assert.equal((await send(path, fields)).status, 303)
    assert.deepEqual((await contentOf(id))['budget'], { amount: 100, currency: 'EUR' })
    const data = Object.fromEntries(fields)
    assert.equal((await amina.json(path, data)).status, 200)
    assert.equal((await amina.json(path, { ...data, summary: 'Others.' })).status, 409)
  })

  test('stays in question when it changes again while one decides, and when something else is to be mended first', async () => {
    const path = `/en/entries/${await started()}/description`
    const hidden = await opened(path)
    await eve.post(path, { summary: 'Second.' })
    const tooLong = await send(path, [...hidden, ['summary', 'word '.repeat(201)]])
    assert.equal(tooLong.status, 409)
    const stillTooLong = await send(path, [...hiddenOf(tooLong.text), ['keep', 'mine']])
    assert.equal(stillTooLong.status, 422)
    assert.match(stillTooLong.text, /<textarea[^>]*id="f-summary"/)
    assert.equal((await send(path, [...hiddenOf(stillTooLong.text), ['summary', 'Mended.']])).status, 303)
    await eve.post(path, { summary: 'Third.' })
    const late = await send(path, [...hidden, ['summary', 'Late.']])
    assert.equal(late.status, 409)
    await eve.post(path, { summary: 'Fourth.' })
    const again = await send(path, [...hiddenOf(late.text), ['keep', 'mine']])
    assert.equal(again.status, 409)
    assert.match(again.text, /Fourth/)
  })

  test('keeps the version that it was opened on when it comes back with something to mend', async () => {
    const path = `/en/entries/${await started()}/reach`
    const hidden = await opened(path)
    const wrong = await send(path, [...hidden, ['start', 'soon']])
    assert.equal(wrong.status, 422)
    await eve.post(path, { reach: 'local', countries: ['KI'], status: 'planned' })
    const mended = await send(path, [...hiddenOf(wrong.text), ['start', '2026'], ['reach', 'national']])
    assert.equal(mended.status, 409)
    assert.match(mended.text, /f-keep-countries/)
  })

  test('says so when the entry has been sent or published, and gives back what was typed', async () => {
    const id = await started()
    const path = `/en/entries/${id}/description`
    const hidden = await opened(path)
    const typed: [string, string][] = [['summary', 'Typed while it was sent.']]
    await sendEntry(site.db, { actor: aminaActor, at, id })
    const locked = await send(path, [...hidden, ...typed])
    assert.equal(locked.status, 409)
    assert.match(locked.text, /The entry cannot be changed just now/)
    assert.match(locked.text, /Typed while it was sent\./)
    assert.equal((await amina.get(path)).status, 409)

    await publishEntry(site.db, { actor: officer, at, id })
    const published = await send(path, [...hiddenOf(locked.text)])
    assert.equal(published.status, 409)
    assert.match(published.text, /The state of the entry has changed/)
    assert.equal((await send(path, [...hiddenOf(published.text), ['keep', 'mine']])).status, 303)
    assert.equal((await contentOf(id))['summary'], 'Typed while it was sent.')
  })

  test('gives back what was typed to whoever was signed out meanwhile', async () => {
    const path = `/en/entries/${await started()}/description`
    const answer = await site.app.fetch(
      new Request(`https://actionline.test${path}`, {
        method: 'POST',
        body: new URLSearchParams([...(await opened(path)), ['summary', 'Typed until the end.']]),
      }),
    )
    assert.equal(answer.status, 401)
    assert.match(await answer.text(), /Typed until the end\./)
  })
})

/** What the form carries along unseen. */
const hiddenOf = (text: string): [string, string][] => {
  const form = /<form[^>]*id="form"[^]*?<\/form>/.exec(text)?.[0] ?? ''
  return [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value],
  )
}

const chosenIn = (text: string): Record<string, string[]> => {
  const chosen: Record<string, string[]> = {}
  for (const { name, values } of fieldsOf(text))
    if (name.startsWith('keep-')) chosen[name] = [...(chosen[name] ?? []), ...values]
  return chosen
}
