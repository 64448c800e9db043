import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { sentEntry } from '../../../../test/activity-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { recallEntry, sendEntry } from '../entry/entry-commands.ts'
import { changeSettings } from './settings-commands.ts'
import { publishEntry } from './decision-commands.ts'

const at = new Date('2026-11-20T12:00:00Z')
const olga = person('olga', { role: 'secretariat', scope: null })
const oscar = person('oscar', { role: 'secretariat', scope: null })
const amina = person('amina')

describe('a step with many entries', () => {
  let site: TestSite
  let officer: SignedIn

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['amina', 'olga', 'oscar'])
    await newOrganization(site.db, { id: 'harbour-office' })
    officer = site.as(olga)
  })

  const sent = (title: string, actor = amina) =>
    sentEntry(site.db, { actor, at, organization: 'harbour-office', title })
  const stateOf = async (id: string) =>
    (await site.db.selectFrom('activities').select('state').where('id', '=', id).executeTakeFirstOrThrow())
      .state
  const previewOf = (step: string, ids: string[]) =>
    officer.get(`/en/moderation/bulk?step=${step}${ids.map((id) => `&entry=${id}`).join('')}`)
  /** What a browser sends from the preview. */
  const send = async (preview: string, more: [string, string][] = []) => {
    const answer = await officer.send(
      '/en/moderation/bulk',
      new URLSearchParams([...hidden(preview), ...more]),
    )
    return {
      status: answer.status,
      location: answer.headers.get('Location') ?? '',
      text: await answer.text(),
    }
  }

  test('changes nothing until the button is pressed, and says what will become of each', async () => {
    const [plain, own] = [await sent('Plain'), await sent('Own work', olga)]
    const { text } = await previewOf('publish', [plain, own])
    assert.match(text, /will be published/)
    assert.match(text, /somebody else of the secretariat must publish it/)
    assert.match(text, /Publish 1 entry/)
    assert.equal(await stateOf(plain), 'submitted')
  })

  test('leaves out what has changed meanwhile and names it; the others are done', async () => {
    const [stays, changed, gone] = [await sent('Stays'), await sent('Changed'), await sent('Gone')]
    const { text } = await previewOf('publish', [stays, changed, gone])
    const by = { actor: amina, at, id: changed }
    await recallEntry(site.db, by)
    await sendEntry(site.db, by)
    await publishEntry(site.db, { actor: oscar, at, id: gone })
    const answer = await send(text)
    assert.equal(answer.status, 303, /error-summary[\s\S]{0,800}/.exec(answer.text)?.[0])
    assert.deepEqual(
      [await stateOf(stays), await stateOf(changed), await stateOf(gone)],
      ['published', 'submitted', 'published'],
    )
    const outcome = JSON.parse(
      (await officer.get(answer.location.replace('outcome', 'outcome.json'))).text,
    ) as {
      rows: { id: string; effect: { code: string } | null; obstacle: { code: string } | null }[]
    }
    assert.deepEqual(
      outcome.rows.map(({ id, effect, obstacle }) => [id, effect?.code, obstacle?.code]),
      [
        [stays, 'published', undefined],
        [changed, undefined, 'changed'],
        [gone, undefined, 'state'],
      ],
    )
    const page = (await officer.get(answer.location)).text
    assert.match(page, /Done: 1\. Left out: 2\./)
    assert.match(page, /was changed meanwhile/)
  })

  test('sends back with reasons for all, and keeps what was typed when there is none', async () => {
    const ids = [await sent('One'), await sent('Two')]
    const { text } = await previewOf('return', ids)
    const without = await send(text, [['words', 'Please look again.']])
    assert.equal(without.status, 422)
    assert.match(without.text, /Please look again\./)
    const answer = await send(without.text, [
      ['reasons', 'dates'],
      ['words', 'Please look again.'],
    ])
    assert.equal(answer.status, 303, /error-summary[\s\S]{0,800}/.exec(answer.text)?.[0])
    assert.deepEqual(await Promise.all(ids.map(stateOf)), ['returned', 'returned'])
    const mails = await site.db
      .selectFrom('outbox')
      .select('id')
      .where('kind', '=', 'activities.returned')
      .execute()
    assert.equal(mails.length, 2)
  })

  test('keeps the ticked entries when the language is switched', async () => {
    const { text } = await previewOf('publish', [await sent('Switch')])
    const typed = hidden(text)
    const answer = await officer.send(
      '/ar/moderation/bulk',
      new URLSearchParams([...typed, ['_show', 'language']]),
    )
    const shown = await answer.text()
    assert.equal(answer.status, 200)
    const kept = (page: string) => hidden(page).filter(([name]) => name === 'entry' || name === 'step')
    assert.equal(kept(text).length, 2)
    assert.deepEqual(kept(shown), kept(text))
  })

  test('takes into care and gives back', async () => {
    const ids = [await sent('Mine'), await sent('Mine too')]
    await send((await previewOf('take', ids)).text)
    const moderators = async () =>
      (await site.db.selectFrom('activities').select('moderator').where('id', 'in', ids).execute()).map(
        ({ moderator }) => moderator,
      )
    assert.deepEqual(await moderators(), ['olga', 'olga'])
    await send((await previewOf('leave', ids)).text)
    assert.deepEqual(await moderators(), [null, null])
  })

  test('takes at most 200, and none that nobody has ticked', async () => {
    const many = Array.from({ length: 201 }, (_, place): [string, string] => [
      'entry',
      `${'a'.repeat(10)}.${place + 1}`,
    ])
    const token =
      /name="_token"\s+value="([^"]*)"/.exec((await officer.get('/en/moderation/settings')).text)?.[1] ?? ''
    const answer = await officer.send(
      '/en/moderation/bulk',
      new URLSearchParams([['_token', token], ['step', 'publish'], ...many]),
    )
    assert.equal(answer.status, 422)
    assert.match((await officer.get('/en/moderation/bulk?step=publish')).text, /Choose at least one entry/)
  })

  test('approves first and publishes second where two pairs of eyes are asked for', async () => {
    await changeSettings(site.db, { actor: olga, at, secondPair: true })
    const [fresh, approved] = [await sent('Fresh'), await sent('Approved')]
    await publishEntry(site.db, { actor: olga, at, id: approved })
    const { text } = await previewOf('publish', [fresh, approved])
    assert.match(text, /will be approved as the first of two/)
    assert.match(text, /was approved by you already/)
    const answer = await send(text)
    assert.match((await officer.get(answer.location)).text, /approved as the first of two/)
    assert.deepEqual([await stateOf(fresh), await stateOf(approved)], ['submitted', 'submitted'])
    await changeSettings(site.db, { actor: olga, at, secondPair: false })
  })
})

/** The hidden fields of the form of a page. */
const hidden = (page: string): [string, string][] => {
  const form = /<form[^>]*id="form"[\s\S]*?<\/form>/.exec(page)?.[0] ?? ''
  return [...form.matchAll(/type="hidden" name="([^"]*)"\s+value="([^"]*)"/g)].map(
    ([, name = '', value = '']): [string, string] => [name, value],
  )
}
