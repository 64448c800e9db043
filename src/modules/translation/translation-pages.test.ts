import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Actor } from '#platform/access/actor.ts'
import { writeSource, type SourceText } from '#platform/texts/texts.ts'
import { person, testSite, type TestSite } from '../../../test/test-site.ts'

const at = new Date('2026-11-20T12:00:00Z')
const translator = (id: string): Actor => person(id, { role: 'translator', scope: null })

describe('translating a record', () => {
  let site: TestSite
  const duty = 'pp-140-dubai-2018/resolves/1#1'
  const address = '/translation/fr/duty/pp-140-dubai-2018/resolves/1%231'

  before(async () => {
    site = await testSite()
    await source('deliverable', 'A list of 12 reading rooms. It names {place} and C5!')
    await source('verb', 'keep')
  })

  const source = (field: string, text: string, visibility: SourceText['visibility'] = 'public') =>
    site.db
      .transaction()
      .execute((tx) =>
        writeSource(tx, { kind: 'duty', id: duty, field, language: 'en', text, visibility }, 'amina', at),
      )
  const states = async (language: string) =>
    (
      await site.db
        .selectFrom('text_translations')
        .select(['field', 'segment', 'state', 'author', 'reviewer'])
        .where('language', '=', language as 'fr')
        .orderBy('field')
        .orderBy('segment')
        .execute()
    ).map(({ field, segment, state }) => `${field} ${segment} ${state}`)

  test('is offered in a list that everybody may read, oldest first', async () => {
    const list = (await site.json('/en/translation.json?language=fr')) as {
      total: number
      rows: { state: { code: string }; title: string }[]
    }
    assert.equal(list.total, 1)
    assert.equal(list.rows[0]?.state.code, 'missing')
    const page = await site.get('/ar/translation?language=fr')
    assert.equal(page.status, 200)
  })

  test('is done side by side, with terms and hints, by a translator', async () => {
    const chen = site.as(translator('chen'))
    const shown = await chen.get(`/fr${address}`)
    assert.equal(shown.status, 200)
    assert.match(shown.text, /<textarea\s+id="f-deliverable-1"/)
    const saved = await chen.post(`/fr${address}`, {
      'deliverable-1': 'Une liste de 13 salles de lecture.',
      'verb-1': 'tenir',
    })
    assert.equal(saved.status, 303)
    assert.deepEqual(await states('fr'), ['deliverable 1 human', 'verb 1 human'])
    const again = await chen.get(`/fr${address}`)
    assert.match(again.text, /nombre 12 de l’original/)
    assert.match(again.text, /nombre 13 n’est pas/)
  })

  test('is refused to visitors and to people without the right', async () => {
    const visitor = await site.ask(`/en${address}`)
    assert.equal([302, 303, 401, 403].includes(visitor.status), true)
    const somebody = await site.as(person('somebody')).get(`/en${address}`)
    assert.equal(somebody.status, 403)
    assert.match(somebody.text, /translator|Translator/)
  })

  test('tells the second of two who translate at once', async () => {
    const chen = site.as(translator('chen'))
    const page = await chen.get(`/en${address}`)
    const version = /name="_version" value="(\d+)"/.exec(page.text)?.[1] ?? ''
    await site.as(translator('sara')).post(`/en${address}`, {
      'deliverable-1': 'Une liste de 12 salles de lecture.',
      'deliverable-2': 'Elle nomme {place} et C5 !',
      'verb-1': 'tenir',
    })
    const late = await chen.send(`/en${address}`, {
      _token: /name="_token" value="([^"]+)"/.exec(page.text)?.[1] ?? '',
      _version: version,
      'verb-1': 'garder',
    })
    assert.equal(late.status, 409)
    assert.match(await late.text(), /garder/)
    assert.deepEqual(await states('fr'), ['deliverable 1 human', 'deliverable 2 human', 'verb 1 human'])
  })

  test('gives back what was written for segments that were meanwhile taken out of the original', async () => {
    const fields = { _version: '0', 'verb-99': 'tenir à jour' }
    const chen = site.as(translator('chen'))
    const page = await chen.get(`/en${address}`)
    const token = /name="_token" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
    const late = await chen.send(`/en${address}`, { _token: token, ...fields })
    assert.equal(late.status, 409)
    assert.match(await late.text(), /gone or have been rewritten[\s\S]*tenir à jour/)
  })

  test('is reviewed by somebody who did not write all of it', async () => {
    const path = `/en${address.replace('/translation/', '/translation-reviews/')}`
    const done = await site.as(translator('chen')).post(path)
    assert.equal(done.status, 303)
    assert.deepEqual(await states('fr'), ['deliverable 1 reviewed', 'deliverable 2 reviewed', 'verb 1 human'])
  })

  test('names a field that is no segment of the record', async () => {
    const answer = await site.as(translator('chen')).post(`/en${address}`, { 'verb-99': 'x' })
    assert.equal(answer.status, 422)
    assert.match(answer.text, /verb-99/)
  })

  test('keeps an outdated text until somebody says that it is right', async () => {
    await source('deliverable', 'A list of 12 reading rooms. It names {place} and C6!')
    const chen = site.as(translator('chen'))
    const fields = {
      'deliverable-1': 'Une liste de 12 salles de lecture.',
      'deliverable-2': 'Elle nomme {place} et C5 !',
      'verb-1': 'tenir',
    }
    await chen.post(`/en${address}`, fields)
    assert.deepEqual((await states('fr'))[1], 'deliverable 2 outdated')
    await chen.post(`/en${address}`, { ...fields, 'checked-deliverable-2': 'yes' })
    assert.deepEqual((await states('fr'))[1], 'deliverable 2 human')
  })

  test('of five who translate at the same moment, one does and four are told', async () => {
    const five = await Promise.all(
      Array.from({ length: 5 }, async (_, number) => {
        const as = site.as(translator(`translator-${number}`))
        const { text } = await as.get(`/en${address}`)
        const value = (name: string) => new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(text)?.[1] ?? ''
        const fields = { _token: value('_token'), _version: value('_version'), 'verb-1': `garder ${number}` }
        return () => as.send(`/en${address}`, fields)
      }),
    )
    const answers = await Promise.all(five.map((send) => send()))
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [303, 409, 409, 409, 409],
    )
  })

  test('shows nothing of a record that one may not see', async () => {
    await source('verb', 'keep', 'secretariat')
    assert.equal(((await site.json('/en/translation.json')) as { total: number }).total, 0)
    assert.equal((await site.as(person('somebody')).get(`/en${address}`)).status, 404)
    assert.equal((await site.as(translator('chen')).get(`/en${address}`)).status, 200)
    assert.doesNotMatch((await site.get('/en/translation/segments.csv?language=fr')).text, /keep/)
  })
})
