import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { z } from 'zod'
import { defineRights, permit } from '../access/rights.ts'
import type { Actor } from '../access/actor.ts'
import type { Db } from '../database/tables.ts'
import { readCatalogues, translators } from '../messages.ts'
import type { Search } from '../search/feeding/search-feed.ts'
import { readSettings } from '../settings.ts'
import { dress } from '../ui/dress.ts'
import { html } from '../ui/html.ts'
import { fileInput, formPart, textInput, valueOf } from '../ui/form.ts'
import { createApp, type App } from './app.ts'
import { Refusal } from '../errors.ts'
import { Stale } from './form-resource.ts'
import { rule } from './problem.ts'
import type { Site } from './site.ts'
import { testDatabase } from '../../../test/test-database.ts'

const host = 'https://forms.test'
const rights = defineRights({
  noun: 'note',
  states: ['open'],
  actions: { write: { by: { verifier: 'any' } } },
})
const amina: Actor = {
  person: 'amina',
  id: 'amina',
  name: 'Amina',
  standings: [{ role: 'verifier', scope: null }],
}
const written: { title: string; file: string | null }[] = []

describe('a form', () => {
  let app: App
  before(async () => {
    app = openApp(await testDatabase())
  })

  const ask = (path: string, cookie = '', init: RequestInit = {}) =>
    Promise.resolve(app.fetch(new Request(host + path, { ...init, headers: { ...init.headers, cookie } })))
  const signedIn = 'session=amina'
  const tokenIn = (text: string) => /name="_token"\s+value="([^"]*)"/.exec(text)?.[1] ?? ''
  const token = async () => tokenIn(await (await ask('/en/notes/new', signedIn)).text())
  const send = (fields: Record<string, string>, path = '/en/notes/new', headers = {}) =>
    ask(path, signedIn, { method: 'POST', body: new URLSearchParams(fields), headers })

  test('is sent, acts once and leads on with 303', async () => {
    const answer = await send({ _token: await token(), title: 'First' })

    assert.equal(answer.status, 303)
    assert.equal(answer.headers.get('Location'), '/en/notes/new')
    assert.deepEqual(written.splice(0), [{ title: 'First', file: null }])
  })

  test('is not taken without the token of the session, and keeps what was typed', async () => {
    const answer = await send({ title: 'Kept words' })

    assert.equal(answer.status, 403)
    assert.match(await answer.text(), /value="Kept words"/)
    assert.deepEqual(written, [])
  })

  test('is not taken with the token of somebody else', async () => {
    const visitors = await ask('/en/open')
    const answer = await send({ _token: tokenIn(await visitors.text()), title: 'Foreign' })

    assert.equal(answer.status, 403)
    assert.deepEqual(written, [])
  })

  test('is not taken from a page of another site, not even with a good token', async () => {
    const good = await token()
    const crossSite = await send({ _token: good, title: 'x' }, undefined, { 'Sec-Fetch-Site': 'cross-site' })
    const origin = await send({ _token: good, title: 'x' }, undefined, { Origin: 'https://elsewhere.test' })

    assert.deepEqual([crossSite.status, origin.status], [403, 403])
    assert.deepEqual(written, [])
  })

  test('comes back with 422, what was typed and a sentence at the field', async () => {
    const answer = await send({ _token: await token(), title: '', remark: 'stays <b>' })
    const text = await answer.text()

    assert.equal(answer.status, 422)
    assert.match(text, /href="#f-title">\s*Title: must be filled in/)
    assert.match(text, /value="stays &lt;b&gt;"/)
    assert.match(text, /aria-invalid="true"/)
  })

  test('refuses fields that it does not have', async () => {
    const answer = await send({ _token: await token(), title: 'x', role: 'administrator' })

    assert.equal(answer.status, 422)
    assert.deepEqual(written, [])
  })

  test('is shown in another language with what was typed and with the file that was attached', async () => {
    const body = new FormData()
    body.set('_token', await token())
    body.set('_show', 'language')
    body.set('title', 'Typed before')
    body.set('proof', new File(['%PDF-1.7 x'], 'proof.pdf'))
    const shown = await ask('/ar/notes/new', signedIn, { method: 'POST', body })
    const text = await shown.text()
    const held = /name="_held-proof"\s+value="([^"]*)"/.exec(text)?.[1] ?? ''
    const sent = await send(
      { _token: tokenIn(text), title: 'Typed before', '_held-proof': held },
      '/ar/notes/new',
    )

    assert.equal(shown.status, 200)
    assert.match(text, /<html lang="ar" dir="rtl">/)
    assert.match(text, /value="Typed before"/)
    assert.equal(sent.status, 303)
    assert.deepEqual(written.splice(0), [{ title: 'Typed before', file: 'proof.pdf' }])
  })

  test('takes no file of another kind than its name says', async () => {
    const body = new FormData()
    body.set('_token', await token())
    body.set('title', 'x')
    body.set('proof', new File(['MZ not a PDF'], 'proof.pdf'))
    const answer = await ask('/en/notes/new', signedIn, { method: 'POST', body })

    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /unharmed: \.pdf/)
  })

  test('says that the record has changed and keeps what was typed', async () => {
    const answer = await send({ _token: await token(), _version: '1', title: 'stale' })

    assert.equal(answer.status, 409)
    assert.match(await answer.text(), /value="stale"/)
  })

  test('says that somebody was faster and keeps what was typed', async () => {
    const answer = await send({ _token: await token(), title: 'taken' })
    const text = await answer.text()

    assert.equal(answer.status, 409)
    assert.match(text, /This cannot be done now/)
    assert.match(text, /value="taken"/)
  })

  test('leads whoever is signed out to signing in, and back', async () => {
    const answer = await ask('/fr/notes/new')

    assert.equal(answer.status, 303)
    assert.equal(answer.headers.get('Location'), '/fr/sign-in?to=%2Fnotes%2Fnew')
  })

  test('keeps what was typed when the session has ended meanwhile', async () => {
    const body = new URLSearchParams({ _token: 'old', title: 'Long text' })
    const answer = await ask('/en/notes/new', '', { method: 'POST', body })
    const text = await answer.text()
    const again = await send({ title: 'Long text', _show: 'kept' })

    assert.equal(answer.status, 401)
    assert.match(text, /name="title" value="Long text"/)
    assert.match(await again.text(), /value="Long text"/)
    assert.deepEqual(written, [])
  })

  test('is taken as JSON with the same checks', async () => {
    const json = (fields: unknown) =>
      ask('/en/notes/new.json', signedIn, {
        method: 'POST',
        body: JSON.stringify(fields),
        headers: { 'Content-Type': 'application/json' },
      })
    const good = await json({ title: 'By a program' })
    const bad = await json({ title: '' })
    const deep = await json({ title: { a: 1 } })

    assert.deepEqual([good.status, bad.status, deep.status], [200, 422, 400])
    assert.deepEqual(await bad.json(), {
      type: 'about:blank',
      title: 'Some fields need another look',
      status: 422,
      errors: [{ field: 'title', detail: 'must be filled in' }],
    })
    assert.equal(written.splice(0).length, 1)
  })

  test('answers bodies that nobody can read with 400, 413 or 415, never with 5xx', async () => {
    const post = (body: string | Uint8Array<ArrayBuffer>, type: string) =>
      ask('/en/notes/new', signedIn, { method: 'POST', body, headers: { 'Content-Type': type } })
    const statuses = [
      await post('x', 'text/plain'),
      await post('--a\r\nbroken', 'multipart/form-data'),
      await post(
        '--a\r\nContent-Disposition: form-data; name="title"\r\n\r\nx',
        'multipart/form-data; boundary=a',
      ),
      await post('title=%', 'application/x-www-form-urlencoded'),
      await post(`title=${'x'.repeat(5_000_000)}`, 'application/x-www-form-urlencoded'),
      await post('title=%00%ff', 'application/x-www-form-urlencoded'),
    ].map(({ status }) => status)

    assert.deepEqual(
      statuses.filter((status) => status >= 500 || status < 400),
      [],
    )
    assert.deepEqual(written, [])
  })

  test('of a visitor works with a cookie of its own, which no page without a form sets', async () => {
    const plain = await ask('/en/plain')
    const open = await ask('/en/open')
    const cookie = open.headers.get('Set-Cookie')?.split(';')[0] ?? ''
    const body = new URLSearchParams({ _token: tokenIn(await open.text()), title: 'from outside' })
    const answer = await ask('/en/open', cookie, { method: 'POST', body })

    assert.equal(plain.headers.get('Set-Cookie'), null)
    assert.equal(answer.status, 303)
    assert.equal(written.splice(0).length, 1)
  })
})

function openApp(db: Db): App {
  return createApp({
    db,
    settings: readSettings({ PUBLIC_URL: host }, '/'),
    modules: [{ name: 'notes', dependsOn: [], owns: [], messages: null, routes }],
    translate: translators(readCatalogues([new URL('../messages', import.meta.url).pathname])),
    layout: dress(() => ({ navigation: [], footer: [], search: null, account: [] })),
    now: () => new Date('2026-11-21T12:00:00Z'),
    contentVersion: async () => '1',
    search: noSearch,
    log: (line) => assert.fail(JSON.stringify(line)),
    bearer: async () => null,
    identify: async (request) =>
      request.headers.get('Cookie')?.includes('session=amina') ? { actor: amina, session: 's1' } : null,
  })
}

const noSearch: Search = {
  answer: () => Promise.reject(new Error('nothing is searched here')),
  documents: async () => new Map(),
  warm: () => {},
  keep: async () => {},
  version: () => '1',
  end: async () => {},
}

const fields = z.strictObject({
  title: z.string(),
  remark: z.string().max(20, rule('rule.short-text')).optional(),
})

function routes(site: Site): void {
  const one = (path: string, isOpen: boolean) =>
    site.form({
      path,
      name: 'note',
      summary: 'A note',
      right: isOpen ? 'anybody' : 'note.write',
      fields,
      files: { proof: { endings: ['.pdf'], limitBytes: 1000 } },
      read: async ({ actor }) => {
        if (!isOpen) permit(rights, 'write', actor, { state: 'open' })
        return {}
      },
      page: (visit, _subject, entered) => {
        const place = { visit, entered }
        const content = [
          textInput(place, { name: 'title', label: 'Title' }),
          textInput(place, { name: 'remark', label: valueOf(place, 'remark') || 'Remark' }),
          fileInput(place, { name: 'proof', label: 'Proof', endings: ['.pdf'] }),
        ]
        return {
          title: 'Note',
          form: 'form',
          main: formPart(place, { submit: 'Save', version: 2, hasFiles: true, content }),
        }
      },
      act: async (_visit, _subject, input) => {
        if (input.version === '1') throw new Stale()
        if (input.fields.title === 'taken') throw new Refusal(409, 'refused.state')
        written.push({ title: input.fields.title, file: input.files['proof']?.name ?? null })
        return { to: path }
      },
    })
  one('/notes/new', false)
  one('/open', true)
  site.page({ path: '/plain', page: (visit) => ({ title: 'Plain', main: plainText(visit.path) }) })
}

const plainText = (text: string) => html`<p>${text}</p>`
