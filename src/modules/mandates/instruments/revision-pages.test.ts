import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { z } from 'zod'
import { languageCodes } from '#platform/languages.ts'
import { readSettings } from '#platform/settings.ts'
import { openSite } from '../../../site.ts'
import { akomaNtosoFaults } from '../../../../test/akoma-ntoso-schema.ts'
import { addHarbourRegister, markup } from '../../../../test/harbour-register.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { comparePageShape } from '../comparison/comparison-shape.ts'
import { instrumentRowShape, instrumentShape } from './instrument-shape.ts'
import { provisionPageShape } from './provision-page-shape.ts'
import { revisionShape } from './revision-shape.ts'

const present = '/revisions/pp-900-harbour-2018'
const old = '/revisions/pp-900-lisbon-2014'
const compared = '/compare?from=pp-900-lisbon-2014&to=pp-900-harbour-2018'
const pages = [
  '/instruments',
  '/instruments/pp-900',
  present,
  old,
  `${present}/instructs-harbours/1`,
  `${present}/instructs-harbours/2`,
  '/compare',
  compared,
]

let get: (address: string) => Promise<Response>

/** Within each group, since all files of the suite share one database and start before any of them runs. */
const start = async () => {
  const db = await testDatabase()
  await addHarbourRegister(db)
  const settings = readSettings({ REQUESTS_PER_MINUTE: '100000' }, '/')
  const app = openSite(db, settings, { now: () => new Date('2026-11-21T10:00:00Z') })
  get = async (address) => app.fetch(new Request(`http://localhost${address}`))
}

const page = async (address: string) => (await get(address)).text()
const json = async (address: string): Promise<unknown> => (await get(address)).json()
const withEnding = (address: string, ending: string) => address.replace(/(\?|$)/, `${ending}$1`)

describe('pages of instruments and revisions', () => {
  before(start)

  test('answer in all six languages', async () => {
    const answers = await Promise.all(
      languageCodes.flatMap((code) =>
        pages.map(async (path) => `${(await get(`/${code}${path}`)).status} /${code}${path}`),
      ),
    )
    assert.deepEqual(
      answers.filter((answer) => !answer.startsWith('200')),
      [],
    )
  })

  test('let no markup of any text become an element', async () => {
    for (const path of pages) {
      const written = await page(`/en${path}`)
      assert.equal(written.includes(markup), false, path)
      assert.equal(/<img\b/i.test(written), false, path)
    }
  })

  test('say that a revision is superseded, and by which', async () => {
    const written = await page(`/en${old}`)
    assert.equal(written.includes('This revision is superseded. It was replaced by'), true)
    assert.equal(/replaced by\s+<a href="\/en\/revisions\/pp-900-harbour-2018"/.test(written), true)
    assert.equal((await page(`/en${present}`)).includes('This revision is superseded'), false)
  })

  test('mark an official text in another language with that language', async () => {
    const written = await page(`/ar${present}`)
    assert.match(
      written,
      /<p class="official" lang="en" dir="ltr">\s*Every harbour should keep three lamps burning\./,
    )
    assert.match(written, /بالإنكليزية|بالإنجليزية/)
  })

  test('say in words that a duty is only suggested, implied, and that a reference is doubtful', async () => {
    const first = await page(`/en${present}/instructs-harbours/1`)
    const second = await page(`/en${present}/instructs-harbours/2`)
    assert.match(first, /suggested by the parser/)
    assert.match(first, /confidence of the parser: 50%/)
    assert.match(first, /implied by the text/)
    assert.match(second, />doubtful</)
  })
})

describe('data of instruments and revisions', () => {
  before(start)

  test('fit the shapes that describe them, no more and no less', async () => {
    const listed = z.object({
      language: z.enum(languageCodes),
      rows: z.array(instrumentRowShape),
      total: z.int(),
      next: z.null(),
      facets: z.array(z.unknown()),
    })
    const shapes: [string, z.ZodType][] = [
      ['/instruments', listed],
      ['/instruments/pp-900', instrumentShape],
      [present, revisionShape],
      [old, revisionShape],
      [`${present}/instructs-harbours/1`, provisionPageShape],
      [`${present}/instructs-harbours/2`, provisionPageShape],
      ['/compare', comparePageShape],
      [compared, comparePageShape],
    ]
    for (const [path, shape] of shapes) {
      const sent = await json(`/fr${withEnding(path, '.json')}`)
      assert.deepEqual(shape.parse(sent), sent, path)
    }
  })

  test('tell who cites an instrument and its revision', async () => {
    const { citations } = instrumentShape.parse(await json('/en/instruments/pp-900.json'))
    const { citedBy } = revisionShape.parse(await json(`/en${old}.json`))
    const places = [citations, citedBy].map((list) =>
      list.map(({ revision, address, target }) => [revision.id, address, target]),
    )
    const expected = [['pp-900-harbour-2018', 'instructs-harbours/1', 'pp-900-lisbon-2014']]
    assert.deepEqual(places, [expected, expected])
  })

  test('list an instrument as CSV and Atom', async () => {
    const csv = await page('/en/instruments.csv')
    assert.deepEqual(csv.split('\r\n').length, 3)
    const feed = await get('/en/instruments.atom')
    assert.equal(feed.headers.get('content-type'), 'application/atom+xml; charset=utf-8')
    assert.equal((await feed.text()).split('<entry>').length, 2)
  })

  test('are valid Akoma Ntoso in every language, with the same eIds', async (t) => {
    const ids = await Promise.all(
      languageCodes.map(async (code) => {
        const xml = await page(`/${code}${present}.akn.xml`)
        assert.deepEqual(await akomaNtosoFaults(t, xml), [], code)
        return [...xml.matchAll(/ eId="([^"]+)"/g)].map(([, id]) => id).filter((id) => !id?.includes('ref'))
      }),
    )
    // A formula is there only where a text was imported.
    const common = ids.map((list) => list.filter((id) => id !== 'formula_1').join(' '))
    assert.equal(new Set(common).size, 1)
  })

  test('say of a paraphrase in Akoma Ntoso that it is editorial, and keep official words as they are', async () => {
    const french = await page(`/fr${present}.akn.xml`)
    const english = await page(`/en${present}.akn.xml`)
    assert.match(french, /<p status="incomplete"/)
    assert.match(english, /<content><p>Fog bells are/)
  })

  test('can be cited from reference managers', async () => {
    const ris = await get(`/en${present}/instructs-harbours/1.ris`)
    assert.equal(ris.headers.get('content-type'), 'application/x-research-info-systems; charset=utf-8')
    assert.match(await ris.text(), /^TY {2}- GEN\r\nID {2}- pp-900-harbour-2018\/instructs-harbours\/1\r\n/)
    assert.match(await page(`/en${present}.bib`), /^@misc\{pp-900-harbour-2018,\n/)
  })
})

describe('the comparison of two revisions', () => {
  before(start)

  test('counts what happened to the provisions and marks the words', async () => {
    const { comparison } = comparePageShape.parse(await json(`/en${withEnding(compared, '.json')}`))
    assert.equal(comparison?.basis.code, 'official-text')
    assert.deepEqual(comparison?.counts, { kept: 0, renumbered: 0, changed: 1, new: 1, dropped: 1 })
    const changed = comparison?.pairs.find(({ kind }) => kind.code === 'changed')
    assert.deepEqual(
      changed?.segments.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => [kind, text.trim()]),
      [
        ['removed', 'two'],
        ['added', 'three'],
      ],
    )
  })

  test('shows only the kind that was asked for', async () => {
    const { comparison } = comparePageShape.parse(await json(`/en${withEnding(compared, '.json')}&kind=new`))
    assert.deepEqual(
      comparison?.pairs.map(({ kind, after }) => [kind.code, after?.address]),
      [['new', 'instructs-harbours/2']],
    )
  })

  test('refuses a revision that is not there, and names those that are', async () => {
    const answer = await get('/en/compare.json?from=pp-900-lisbon-2014&to=nowhere')
    assert.equal(answer.status, 400)
    assert.equal(answer.headers.get('content-type'), 'application/problem+json')
    const { errors } = (await answer.json()) as { errors: { parameter: string; validValues: string[] }[] }
    assert.deepEqual(
      errors.map(({ parameter, validValues }) => [parameter, validValues]),
      [['to', ['pp-900-harbour-2018']]],
    )
    const html = await get('/en/compare?from=nowhere')
    assert.equal(html.status, 400)
    assert.equal((await html.text()).includes('pp-900-harbour-2018'), true)
  })
})

describe('addresses that are nowhere', () => {
  before(start)

  test('answer 404 or name the parameter that does not fit', async () => {
    const statuses = await Promise.all(
      [
        '/en/instruments/pp-901',
        '/en/revisions/pp-901-nowhere-2018',
        `/en${present}/instructs-harbours/3`,
        `/en${present}/instructs-harbours`,
        `/en${present}.json?language=fr`,
        '/en/instruments.json?kind=poem',
        '/en/instruments.json?after=nonsense',
        '/en/instruments.json?limit=0',
        '/en/compare?kind=lost',
      ].map(async (address) => (await get(address)).status),
    )
    assert.deepEqual(statuses, [404, 404, 404, 404, 400, 400, 400, 400, 400])
  })
})
