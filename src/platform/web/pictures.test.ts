import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { z } from 'zod'
import { asFromTelephone, redBesideBlue } from '../../../test/pictures.ts'
import { testDatabase } from '../../../test/test-database.ts'
import type { Actor } from '../access/actor.ts'
import type { Db } from '../database/tables.ts'
import { record } from '../history.ts'
import { storedFile, keepFile } from '../files/file-commands.ts'
import { keepPicture, pictureBytes } from '../files/picture-commands.ts'
import type { Picture } from '../files/picture.ts'
import { readCatalogues, translators } from '../messages.ts'
import type { Search } from '../search/feeding/search-feed.ts'
import { readSettings } from '../settings.ts'
import { dress } from '../ui/dress.ts'
import { fileInput, formPart, textInput } from '../ui/form.ts'
import { recordPicture } from '../ui/picture.ts'
import { pictureInput } from '../ui/picture-field.ts'
import { createApp, type App } from './app.ts'
import { attachmentField, pictureField } from './form-resource.ts'
import type { Site } from './site.ts'

const host = 'https://pictures.test'
const at = new Date('2026-11-21T12:00:00Z')
const people: Record<string, Actor> = {
  amina: { person: 'amina', id: 'amina', name: 'Amina', standings: [] },
  boris: { person: 'boris', id: 'boris', name: 'Boris', standings: [] },
}
let latest: Picture | null = null
const kept: { picture: Picture | null; attachment: string | null }[] = []

describe('a picture in a form', () => {
  let app: App
  let db: Db
  before(async () => {
    db = await testDatabase()
    app = openApp(db)
  })

  const ask = (path: string, who = '', headers: Record<string, string> = {}) =>
    Promise.resolve(
      app.fetch(new Request(host + path, { headers: { ...headers, cookie: `session=${who}` } })),
    )
  const send = async (fields: Record<string, string | File>) => {
    const shown = await (await ask('/en/entries/new', 'amina')).text()
    const body = new FormData()
    body.set('_token', /name="_token"\s+value="([^"]*)"/.exec(shown)?.[1] ?? '')
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    const request = { method: 'POST', body, headers: { cookie: 'session=amina' } }
    const answer = await app.fetch(new Request(`${host}/en/entries/new`, request))
    return { status: answer.status, text: await answer.text() }
  }
  const file = (bytes: Uint8Array | string, name: string) =>
    new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name)
  const photo = asFromTelephone(redBesideBlue(900, 600))

  test('is held, drawn anew, when the form comes back, and shown to whoever sent it', async () => {
    const answer = await send({ title: '', picture: file(photo, 'C:\\me\\IMG_1.JPG') })
    const held = /name="_held-picture"\s+value="([^"]*)"/.exec(answer.text)?.[1] ?? ''
    const shown = await ask(`/en/held-pictures/${held}`, 'amina')

    assert.equal(answer.status, 422)
    assert.match(answer.text, /Attached: IMG_1\.webp/)
    assert.match(answer.text, new RegExp(`<img src="/en/held-pictures/${held}" alt=""`))
    assert.deepEqual([shown.status, shown.headers.get('Content-Type')], [200, 'image/webp'])
    assert.deepEqual(
      [
        (await ask(`/en/held-pictures/${held}`, 'boris')).status,
        (await ask(`/en/held-pictures/${held}`)).status,
      ],
      [404, 404],
    )

    const again = await send({ title: 'A school', '_held-picture': held })
    const { picture } = kept.splice(0)[0] ?? assert.fail()
    assert.equal(again.status, 303)
    assert.deepEqual(
      [picture?.width, picture?.height, picture?.small.width, picture?.small.height],
      [600, 900, 320, 480],
    )
    assert.deepEqual(await db.selectFrom('pictures').select(['checksum', 'small_checksum']).execute(), [
      { checksum: picture?.checksum, small_checksum: picture?.small.checksum },
    ])
    assert.deepEqual(await db.selectFrom('held_pictures').select('id').execute(), [])
  })

  test('is stored once, however often it is sent, and nothing of what was sent beside the pixels is', async () => {
    await send({ title: 'One', picture: file(photo, 'one.jpg') })
    await send({ title: 'Two', picture: file(photo, 'two.jpeg') })
    const [one, two] = kept.splice(0)
    const files = await db.selectFrom('stored_files').select(['checksum', 'bytes', 'type']).execute()

    assert.deepEqual(one?.picture, two?.picture)
    assert.deepEqual(
      new Set(files.map(({ checksum }) => checksum)),
      new Set([one?.picture?.checksum, one?.picture?.small.checksum]),
    )
    for (const { bytes, type } of files) {
      assert.equal(type, 'image/webp')
      assert.doesNotMatch(Buffer.from(bytes).toString('latin1'), /Secret|Exif/)
    }
  })

  test('that is none brings the form back with a sentence, and what was typed', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    for (const [content, name, sentence] of [
      [svg, 'logo.png', /Picture: must be a picture in JPEG, PNG, WebP or GIF; its content counts/],
      ['%PDF-1.7 x %%EOF', 'scan.jpg', /Picture: must be a picture in JPEG/],
      [photo.subarray(0, photo.length / 2), 'half.jpg', /Picture: must be an undamaged picture/],
      [new Uint8Array(10 * 1024 * 1024 + 1), 'huge.jpg', /Picture: must be a file of at most 10 MB/],
    ] as const) {
      const { status, text } = await send({ title: 'Typed words', picture: file(content, name) })
      assert.deepEqual([name, status], [name, 422])
      assert.match(text, sentence)
      assert.match(text, /value="Typed words"/)
    }
    assert.deepEqual(kept, [])
  })

  test('stands inside pages from where nothing can run, and is kept by the browsers of visitors', async () => {
    await send({ title: 'One', picture: file(photo, 'one.jpg') })
    const picture = kept.splice(0)[0]?.picture ?? assert.fail()
    const page = await (await ask('/en/entry')).text()
    const path = `/en/entry/pictures/${picture.small.checksum}`
    const answer = await ask(path)
    const again = await ask(path, '', { 'If-None-Match': answer.headers.get('ETag') ?? '' })
    const toPerson = await ask(path, 'amina')

    assert.match(page, new RegExp(`<a class="to-picture" href="/en/entry/pictures/${picture.checksum}"`))
    assert.match(page, new RegExp(`src="${path}"\\s+width="320"\\s+height="480"\\s+alt="A school"`))
    const names = [
      'Content-Type',
      'X-Content-Type-Options',
      'Content-Security-Policy',
      'Cross-Origin-Resource-Policy',
      'Cache-Control',
      'ETag',
      'Content-Disposition',
    ]
    assert.deepEqual(
      names.map((name) => answer.headers.get(name)),
      [
        'image/webp',
        'nosniff',
        "default-src 'none'; sandbox",
        'same-origin',
        'public, max-age=31536000, immutable',
        `"${picture.small.checksum}"`,
        null,
      ],
    )
    assert.deepEqual(
      new Uint8Array(await answer.arrayBuffer()),
      new Uint8Array((await pictureBytes(db, picture.small.checksum)) ?? []),
    )
    assert.deepEqual([again.status, await again.text()], [304, ''])
    assert.deepEqual([toPerson.status, toPerson.headers.get('Cache-Control')], [200, 'private, no-cache'])
  })

  test('is the only file that is shown so: an attachment is handed on to be saved', async () => {
    const pdf = '%PDF-1.7 a report\n%%EOF\n'
    const { status } = await send({ title: 'One', attachment: file(pdf, 'a <b> report.pdf') })
    const checksum = kept.splice(0)[0]?.attachment ?? assert.fail()
    const answer = await ask(`/en/entry/files/${checksum}`)

    assert.equal(status, 303)
    assert.equal((await ask(`/en/entry/pictures/${checksum}`)).status, 404)
    assert.equal(await answer.text(), pdf)
    assert.match(answer.headers.get('Content-Disposition') ?? '', /^attachment; filename="a_b_report\.pdf"/)
    assert.deepEqual(
      [
        'X-Content-Type-Options',
        'Content-Security-Policy',
        'Cross-Origin-Resource-Policy',
        'Cache-Control',
      ].map((name) => answer.headers.get(name)),
      ['nosniff', "default-src 'none'; sandbox", 'same-origin', 'private, no-cache'],
    )
  })
})

const entry = { kind: 'entry', id: 'one' }

function openApp(db: Db): App {
  return createApp({
    db,
    settings: readSettings({ PUBLIC_URL: host }, '/'),
    modules: [{ name: 'entries', dependsOn: [], owns: [], messages: null, routes }],
    translate: translators(readCatalogues([new URL('../messages', import.meta.url).pathname])),
    layout: dress(() => ({ navigation: [], footer: [], search: null, account: [] })),
    now: () => at,
    contentVersion: async () => latest?.checksum ?? '',
    search: noSearch,
    log: (said) => assert.fail(JSON.stringify(said)),
    bearer: async () => null,
    identify: async (request) => {
      const name = /session=(\w+)/.exec(request.headers.get('Cookie') ?? '')?.[1] ?? ''
      const actor = people[name]
      return actor ? { actor, session: name } : null
    },
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

const fields = z.strictObject({ title: z.string() })

function routes(site: Site): void {
  site.form({
    path: '/entries/new',
    name: 'entry',
    summary: 'An entry',
    right: 'anybody',
    fields,
    files: { picture: pictureField, attachment: attachmentField },
    read: async () => ({}),
    page: (visit, _subject, entered) => {
      const place = { visit, entered }
      const content = [
        textInput(place, { name: 'title', label: 'Title' }),
        pictureInput(place, { name: 'picture', label: 'Picture' }),
        fileInput(place, { name: 'attachment', label: 'Attachment', endings: attachmentField.endings }),
      ]
      return { title: 'Entry', main: formPart(place, { submit: 'Save', hasFiles: true, content }) }
    },
    act: async ({ db, now }, _subject, { files }) => {
      await db.transaction().execute(async (tx) => {
        const picture = files['picture'] ? await keepPicture(tx, files['picture'], now) : null
        const attachment = files['attachment'] ? await keepFile(tx, files['attachment'], now) : null
        kept.push({ picture, attachment })
        latest = picture
        await record(tx, { act: 'entries.add', actor: 'amina', subject: entry }, now)
      })
      return { to: '/entry' }
    },
  })
  site.page({
    path: '/entry',
    page: (visit) => ({
      title: 'Entry',
      main: recordPicture(visit, {
        picture: latest ?? assert.fail(),
        path: (checksum) => `/entry/pictures/${checksum}`,
        alternative: 'A school',
      }),
    }),
  })
  site.picture({
    path: '/entry/pictures/:checksum',
    name: 'entry-picture',
    summary: 'The picture of an entry.',
    read: async ({ db }, { checksum = '' }) => ({ checksum, bytes: () => pictureBytes(db, checksum) }),
  })
  site.download({
    path: '/entry/files/:checksum',
    name: 'entry-file',
    summary: 'A file that is attached to an entry.',
    read: ({ db }, { checksum = '' }) => storedFile(db, checksum),
  })
}
