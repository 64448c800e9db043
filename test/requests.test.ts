import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { z } from 'zod'
import { loadTerms } from '#modules/translation/index.ts'
import { record } from '#platform/history.ts'
import { languageCodes } from '#platform/languages.ts'
import { insertPeople, newOrganization } from './accounts-samples.ts'
import { addressesOf } from './sample-addresses.ts'
import { pageIn, pagesInOtherStates, samplePaths } from './sample-pages.ts'
import { person, testSite, type TestSite } from './test-site.ts'
import { loadSmallMatrix } from './matrix-samples.ts'
import { validator } from './html-validator.ts'

let site: TestSite
let paths: string[]

/** Whoever may do everything looks where a visitor is asked to sign in. */
const officer = person(
  'officer',
  { role: 'administrator', scope: null },
  { role: 'secretariat', scope: null },
  { role: 'verifier', scope: null },
  { role: 'translator', scope: null },
)

type Looked = { status: number; text: string }

const looked = new Map<string, Promise<Looked>>()

/** Nothing changes on this site, so that each address is asked for once, whatever is then tested of the answer. */
function look(address: string): Promise<Looked> {
  const answer = looked.get(address) ?? lookAnew(address)
  looked.set(address, answer)
  return answer
}

async function lookAnew(address: string): Promise<Looked> {
  const answer = await site.ask(address)
  if (answer.status !== 303 && answer.status !== 403)
    return { status: answer.status, text: await answer.text() }
  return site.as(officer).get(address)
}

/** Of what is put there for the tests: an organization, people, the terms. */
const pagesOfSamples = [
  '/account',
  '/account/data',
  '/organizations/new',
  ...['', '/edit', '/merger', '/closure', '/domains', '/claim'].map(
    (part) => `/organizations/sample-organization${part}`,
  ),
  ...['', '/roles/new', '/access'].map((part) => `/people/amina${part}`),
  '/invitations/new',
  '/terms/digital-divide',
  '/matrix/versions/1',
]

describe('the whole site', () => {
  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['officer', 'amina'])
    await loadTerms(site.db, { actor: 'start', at: new Date() })
    await loadSmallMatrix(site.db, new Date())
    await site.db.transaction().execute(async (tx) => {
      const id = await newOrganization(tx, { id: 'sample-organization' })
      const act = 'accounts.approve-organization'
      await record(tx, { act, subject: { kind: 'organization', id }, actor: 'officer' }, new Date())
    })
    paths = [...samplePaths(site.app), ...pagesOfSamples]
  })

  describe('every page', () => {
    for (const code of languageCodes) {
      test(`answers and is valid HTML in ${code}`, async () => {
        const faults: string[] = []
        for (const path of [...paths, ...pagesInOtherStates]) {
          const answer = await look(pageIn(code, path))
          const expected = path === '/nothing-here' ? 404 : path.includes('nonsense') ? 400 : 200
          if (answer.status !== expected) faults.push(`${path} answers ${answer.status}`)
          const { results } = await validator.validateString(answer.text)
          faults.push(
            ...results.flatMap(({ messages }) =>
              messages.map(({ line, ruleId, message }) => `${path} line ${line}: ${ruleId}: ${message}`),
            ),
          )
        }
        assert.deepEqual(faults, [])
      })
    }

    test('leads to itself in the other languages and names its own', async () => {
      for (const path of paths) {
        const { text } = await look(pageIn('ru', path))
        assert.match(text, /^<!doctype html>\s*<html lang="ru" dir="ltr">/i)
        const leads = (code: string) =>
          ['href', 'formaction'].some(
            (name) =>
              text.includes(`${name}="${pageIn(code, path)}"`) ||
              text.includes(`${name}="${pageIn(code, path)}?`),
          )
        const links = languageCodes.filter((code) => !leads(code))
        assert.deepEqual({ path, links }, { path, links: [] })
      }
    })
  })

  describe('links', () => {
    const linksOf = (text: string, code: string) =>
      [...text.matchAll(/(?:href|action)="(\/[^"#]*)/g)]
        .map(([, link = '']) => link.replaceAll('&amp;', '&'))
        .filter((link) => link.startsWith(`/${code}`))

    test('all of them lead somewhere, from the home page on', async () => {
      const broken: string[] = []
      const isFine = ({ status, headers }: Response) =>
        status === 200 || (status === 303 && /^\/en\/sign-in\b/.test(headers.get('Location') ?? ''))
      const seen = new Set(['/en'])
      // Filters combine without end: they are followed from the home page and the duties only, one step deep.
      const worthFollowing = (link: string, from: string) =>
        !link.includes('?') || ['/en', '/en/duties'].includes(from)
      const follow = async (address: string) => {
        const answer = await site.ask(address)
        if (!isFine(answer)) broken.push(`${address} answers ${answer.status}`)
        if (!answer.headers.get('content-type')?.startsWith('text/html')) return
        for (const link of linksOf(await answer.text(), 'en'))
          if (worthFollowing(link, address)) seen.add(link)
      }
      const atOnce = 8
      for (let followed = 0; followed < seen.size; followed += atOnce)
        await Promise.all([...seen].slice(followed, followed + atOnce).map(follow))
      assert.deepEqual(broken, [])
      assert.equal(seen.size > 200, true)
    })

    test('are the same in all six languages on every kind of page', async () => {
      // What a search finds first depends on the reader's language: own words come before others.
      const compared = [...paths, ...pagesInOtherStates].filter((path) => !path.startsWith('/search?'))
      for (const path of compared) {
        const inLanguage = async (code: string) => {
          const links = linksOf((await look(pageIn(code, path))).text, code)
          return [...new Set(links.map((link) => link.slice(3)))].sort()
        }
        const english = await inLanguage('en')
        for (const code of languageCodes)
          assert.deepEqual({ path, code, links: await inLanguage(code) }, { path, code, links: english })
      }
    })
  })

  describe('the data behind the pages', () => {
    test('has the shape that the API description promises, for every list and record', async () => {
      const faults: string[] = []
      for (const { path, kind, shape } of site.app.resources.described) {
        if (shape === null) continue
        for (const address of addressesOf(path)) {
          const said = JSON.parse((await look(`/fr${address}.json`)).text) as { rows?: unknown[] }
          const things = kind === 'list' ? (said.rows ?? []) : [said]
          const strict = shape instanceof z.ZodObject ? shape.strict() : shape
          for (const thing of things) {
            const read = strict.safeParse(thing)
            if (!read.success) faults.push(`${address}: ${JSON.stringify(read.error.issues[0])}`)
          }
        }
      }
      assert.deepEqual([...new Set(faults)].slice(0, 10), [])
    })

    test('is described in OpenAPI 3.1 with an answer at every address', async () => {
      const document = (await (await site.ask('/api/openapi.json')).json()) as {
        openapi: string
        paths: Record<string, { get?: unknown }>
      }
      assert.equal(document.openapi, '3.1.0')
      const lists = Object.entries(document.paths)
        // What stands under /api/v1 takes no cookie: see api.test.ts.
        .filter(([path, { get }]) => get !== undefined && /^\/\{language\}[^{]*$/.test(path))
        .map(([path]) => path)
      for (const path of lists) {
        // A file of segments is for one language, which must be named.
        const asked = path.includes('/translation/segments') ? '?language=fr' : ''
        const answer = await look(path.replace('{language}', 'es') + asked)
        assert.deepEqual({ path, status: answer.status }, { path, status: 200 })
      }
      assert.equal(lists.length > 10, true)
      const misread = Object.keys(document.paths).filter((path) => !/^(?:[^{}]|\{\w+\})*$/.test(path))
      assert.deepEqual(misread, [])
    })

    test('may be read from any site, is compressed, and is not sent twice', async () => {
      const first = await site.ask('/en/duties.json', { 'Accept-Encoding': 'br' })
      assert.equal(first.headers.get('access-control-allow-origin'), '*')
      assert.equal(first.headers.get('content-encoding'), 'br')
      const again = await site.ask('/en/duties.json', { 'If-None-Match': first.headers.get('etag') ?? '' })
      assert.deepEqual({ status: again.status, body: await again.text() }, { status: 304, body: '' })
    })
  })

  describe('pages', () => {
    test('of somebody who is signed in are kept by no cache', async () => {
      const cookie = site.as(officer).cookie
      const pages = await Promise.all(
        ['/en/desk', '/en/duties', '/en/duties.json'].map((path) => site.ask(path, { Cookie: cookie })),
      )
      assert.deepEqual(
        pages.map(({ status, headers }) => [status, headers.get('Cache-Control'), headers.get('ETag')]),
        pages.map(() => [200, 'private, no-store', null]),
      )
    })
  })

  describe('bad questions', () => {
    test('name every wrong parameter with what would be right, as a page and as data', async () => {
      const refused = await site.ask('/en/duties.json?cadence=hourly&colour=red')
      const problem = (await refused.json()) as {
        status: number
        errors: { parameter: string; validValues?: string[] }[]
      }
      assert.equal(refused.status, 400)
      assert.equal(refused.headers.get('content-type'), 'application/problem+json')
      assert.deepEqual(problem.errors.map(({ parameter }) => parameter).sort(), ['cadence', 'colour'])
      assert.equal(
        problem.errors.find(({ parameter }) => parameter === 'cadence')?.validValues?.includes('annual'),
        true,
      )

      const page = await site.ask('/ar/duties?cadence=hourly')
      assert.equal(page.status, 400)
      assert.match(await page.text(), /annual/)
    })

    test('never end in a failure of the server', async () => {
      const nasty = [
        '%00',
        '%ff',
        '%F0%9F%92%A9',
        "';drop table duties;--",
        '<script>',
        '../../etc/passwd',
        'a'.repeat(3000),
        '%',
        '\u202e',
        '%E0%A4%A',
      ]
      const places = (text: string) => [
        `/en/search?q=${text}`,
        `/en/duties?q=${text}`,
        `/en/duties?after=${text}`,
        `/en/duties?limit=${text}`,
        `/en/bodies/${text}`,
        `/en/revisions/${text}`,
        `/en/revisions/pp-140-dubai-2018/${text}`,
        `/en/${text}`,
        `/${text}`,
        `/en/calendar.ics?year=${text}`,
        `/en/compare?from=${text}&to=${text}`,
      ]
      const failed: string[] = []
      for (const address of nasty.flatMap(places)) {
        const { status } = await site.ask(address)
        if (status >= 500) failed.push(`${status} ${address.slice(0, 80)}`)
      }
      assert.deepEqual(failed, [])
    })

    test('of any other kind change nothing where there is no form', async () => {
      const allowed: string[] = []
      for (const path of paths) {
        if (site.app.resources.isForm(path)) continue
        for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
          const { status } = await site.app.fetch(
            new Request(`https://actionline.test${pageIn('en', path)}`, { method }),
          )
          if (status !== 405) allowed.push(`${method} ${path} answers ${status}`)
        }
      }
      assert.deepEqual(allowed, [])
    })
  })
})
