import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { languageCodes, languages } from '#platform/languages.ts'
import { testSite, type TestSite } from '../../../test/test-site.ts'
import { bodyRowShape, bodyShape, type BodyRecord, type BodyRowRecord } from './body-shape.ts'
import { goalRowShape, goalShape, type GoalRecord, type GoalRow } from './goal-shape.ts'
import { hitShape, type HitRecord } from './searching/hit-shape.ts'
import { lineRowShape, lineShape, type LineRecord, type LineRow } from './line-shape.ts'
import { objectiveShape, type ObjectiveRow } from './objective-shape.ts'
import { parityShape, type ParityRecord } from './parity-shape.ts'

type Listed<Row> = { rows: Row[]; total: number; facets: { values: { value: string; count: number }[] }[] }

let site: TestSite
const list = async <Row>(path: string) => (await site.json(path)) as Listed<Row>
const opened = async (href: string) => {
  const [path = '', query = ''] = href.replaceAll('&amp;', '&').split('?')
  return (await list<unknown>(`${path}.json?${query}`)).total
}

const pages = [
  '',
  '/duties',
  '/calendar',
  '/bodies',
  '/bodies/itu-sg',
  '/action-lines',
  '/action-lines/C7',
  '/action-lines/C2',
  '/sdgs',
  '/sdgs/9',
  '/gdc-objectives',
  '/search',
  '/search?q=2030',
  '/languages',
  '/about',
  '/accessibility',
  '/privacy',
  '/api',
]

describe('the real site', () => {
  before(async () => {
    site = await testSite()
  })

  describe('the pages of the site', () => {
    for (const code of languageCodes) {
      test(`all exist in ${languages[code].endonym}, in its direction`, async () => {
        const answers = await Promise.all(pages.map((page) => site.get(`/${code}${page}`)))
        assert.deepEqual(
          answers.map(({ status }) => status),
          pages.map(() => 200),
        )
        const opening = `<html lang="${languages[code].tag}" dir="${languages[code].direction}">`
        assert.deepEqual(
          pages.filter((_, place) => !answers[place]?.text.includes(opening)),
          [],
        )
      })
    }

    test('give as many links in each language as in English', async () => {
      const links = async (code: string, page: string) =>
        [...(await site.get(`/${code}${page}`)).text.matchAll(/<a [^>]*href="\/\w\w/g)].length
      const wrong: string[] = []
      for (const page of pages.filter((one) => !one.startsWith('/search'))) {
        const english = await links('en', page)
        for (const code of languageCodes)
          if ((await links(code, page)) !== english) wrong.push(`/${code}${page}`)
      }
      assert.deepEqual(wrong, [])
    })

    test('send exactly what their shapes say', async () => {
      const bodies = await list<BodyRowRecord>('/ru/bodies.json')
      const body = (await site.json('/ru/bodies/itu-council.json')) as BodyRecord
      const lines = await list<LineRow>('/ru/action-lines.json')
      const line = (await site.json('/ru/action-lines/C7.json')) as LineRecord
      const goals = await list<GoalRow>('/ru/sdgs.json')
      const goal = (await site.json('/ru/sdgs/9.json')) as GoalRecord
      const objectives = await list<ObjectiveRow>('/ru/gdc-objectives.json')
      const hits = await list<HitRecord>('/ru/search.json?q=forum')
      const parity = await list<ParityRecord>('/ru/languages.json')
      assert.deepEqual(bodyRowShape.array().parse(bodies.rows), bodies.rows)
      assert.deepEqual(bodyShape.parse(body), body)
      assert.deepEqual(lineRowShape.array().parse(lines.rows), lines.rows)
      assert.deepEqual(lineShape.parse(line), line)
      assert.deepEqual(goalRowShape.array().parse(goals.rows), goals.rows)
      assert.deepEqual(goalShape.parse(goal), goal)
      assert.deepEqual(objectiveShape.array().parse(objectives.rows), objectives.rows)
      assert.deepEqual(hitShape.array().parse(hits.rows), hits.rows)
      assert.deepEqual(parityShape.array().parse(parity.rows), parity.rows)
      assert.deepEqual([bodies.total, lines.total, goals.total, objectives.total], [91, 19, 17, 5])
    })

    test('answer 404 for what is not there, as a page and as data', async () => {
      const missing = ['/bodies/nobody', '/action-lines/C12', '/sdgs/18', '/sdgs/0', '/sdgs/09', '/nothing']
      const answers = await Promise.all(
        missing.flatMap((path) => [site.get(`/zh${path}`), site.get(`/zh${path}.json`)]),
      )
      assert.deepEqual(
        answers.map(({ status }) => status),
        answers.map(() => 404),
      )
    })

    test('refuse parameters that they do not know', async () => {
      const wrong = [
        '/bodies.json?kind=tribe',
        '/sdgs.json?x=1',
        '/search.json?kind=rumour',
        '/search.json?q=a&after=x',
      ]
      const answers = await Promise.all(wrong.map((path) => site.get(`/es${path}`)))
      assert.deepEqual(
        answers.map(({ status, type }) => [status, type]),
        answers.map(() => [400, 'application/problem+json']),
      )
    })
  })

  describe('a number on a page', () => {
    test('of the home page opens as many duties as it says', async () => {
      const { text } = await site.get('/en')
      const figures = [...text.matchAll(/<a href="([^"]*)"\s*>\s*<span class="figure">([\d,]+)<\/span>/g)]
      assert.equal(figures.length, 10)
      for (const [, href = '', count] of figures) assert.equal(await opened(href), Number(count), href)
    })

    test('in the table of bodies opens as many duties as it says', async () => {
      const { rows } = await list<BodyRowRecord>('/en/bodies.json')
      const wrong: string[] = []
      const named = rows.filter((row) => row.asAddressee + row.asRecipient + row.asVia > 0)
      for (const { id, asAddressee, asRecipient, asVia } of [...named, ...rows.slice(-2)]) {
        if ((await opened(`/en/duties?addressee=${id}`)) !== asAddressee) wrong.push(`${id} as addressee`)
        if ((await opened(`/en/duties?recipient=${id}`)) !== asRecipient) wrong.push(`${id} as recipient`)
        if ((await opened(`/en/duties?via=${id}`)) !== asVia) wrong.push(`${id} as way`)
      }
      assert.deepEqual(wrong, [])
    })

    test('of an action line or a goal opens as many duties as it says', async () => {
      const { rows: lines } = await list<LineRow>('/en/action-lines.json')
      const { rows: goals, facets } = await list<GoalRow>('/en/sdgs.json')
      for (const { code, duties } of lines)
        assert.equal(await opened(`/en/duties?action-line=${code}`), duties, code)
      for (const { number, duties } of goals) assert.equal(await opened(`/en/duties?sdg=${number}`), duties)
      assert.equal(await opened('/en/duties?sdg=any'), facets[0]?.values[0]?.count)
    })
  })

  describe('markup in the data', () => {
    test('stays text on every page, whichever field holds it', async () => {
      // Anew: answers that were given before are kept.
      site = await testSite()
      const markup = '<img src=x onerror=alert(1)>&amp;"\''
      const all = JSON.stringify(Object.fromEntries(languageCodes.map((code) => [code, markup])))
      await site.db.updateTable('body_names').set({ name: all }).execute()
      await site.db
        .updateTable('bodies')
        .set({ acronym: markup, aliases: [markup] })
        .execute()
      await site.db.updateTable('revisions').set({ name: all, title: all }).execute()
      await site.db.updateTable('provisions').set({ paraphrase: all, label: markup }).execute()
      await site.db.updateTable('duties').set({ verb: all, deliverable: all, deadline: all }).execute()
      await site.db.updateTable('occasions').set({ name: all }).execute()
      await site.db.updateTable('framework_nodes').set({ label: all, short: all, description: all }).execute()
      const answers = await Promise.all(pages.map((page) => site.get(`/en${page}`)))
      assert.deepEqual(
        pages.filter((_, place) => answers[place]?.text.includes('<img src=x')),
        [],
      )
      assert.notEqual(answers.filter(({ text }) => text.includes('&lt;img src=x')).length, 0)
    })
  })
})
