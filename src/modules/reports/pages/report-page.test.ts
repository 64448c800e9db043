import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { insertPeople } from '../../../../test/accounts-samples.ts'
import { frozenReport, newReport, putEntries, steps, writeAll } from '../../../../test/report-samples.ts'
import { person, testSite, type TestSite } from '../../../../test/test-site.ts'
import { sectionsOf } from '../sections/section-queries.ts'
import type { PartQuery } from '../parts/part.ts'

const asked = (query: Partial<PartQuery>): PartQuery => ({
  ...{ source: 'activities', view: 'table', by: 'action-line', across: null },
  ...{ filters: {}, inPeriod: false },
  ...query,
})
const parts = {
  'by-goal': asked({ across: 'sdg' }),
  'by-line': asked({ view: 'chart' }),
  'in-the-world': asked({ view: 'map', by: 'country' }),
  'of-lists': asked({ view: 'list', by: null }),
}
const texts = {
  introduction:
    'One [[/activities/rprt000001]]; again [[/activities/rprt000001]].\n\n## Where [[/activities/rprt000002]]\n\n1. A line\n2. Another',
  stocktaking: [
    'In 2026 [[/activities/rprt000003]].',
    '{{by-goal}}',
    '{{by-line}}',
    '{{in-the-world}}',
    '{{of-lists}}',
    'After all [[/revisions/pp-140-dubai-2018/resolves/3]].',
  ].join('\n\n'),
}

type Block = {
  block: string
  number?: string | null
  notes?: number[]
  spans?: { span: string; number?: number }[]
}

describe('the page of a report', () => {
  let site: TestSite
  let page: string
  let paper: { blocks: Block[] }
  let id: string
  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['officer'])
    await putEntries(site.db)
    ;({ id } = await frozenReport(site.db, texts, { parts }))
    page = (await site.get(`/en/reports/${id}`)).text
    const { text } = await site.get(`/en/reports/${id}/paper.json`)
    ;({ paper } = JSON.parse(text) as { paper: typeof paper })
  })
  const found = (text: string, sought: RegExp) => [...text.matchAll(sought)].map(([, one]) => one)

  test('counts paragraphs and footnotes through as the paper does', () => {
    assert.deepEqual(
      found(page, /<p\s+id="p-[^"]+"\s*><span class="muted">(\d+\.)<\/span>/g),
      paper.blocks.flatMap(({ block, number }) => (block === 'paragraph' && number ? [number] : [])),
    )
    const notes = paper.blocks.flatMap(({ spans = [], notes: ofHeading = [] }) => [
      ...ofHeading.map(String),
      ...spans.flatMap(({ span, number }) => (span === 'note' ? [String(number)] : [])),
    ])
    assert.deepEqual(notes, ['1', '2', '3', '4', '5'])
    assert.deepEqual(found(page, /<a href="#note-(\d+)"/g), notes)
    assert.deepEqual(found(page, /<li id="note-\d+" value="(\d+)">/g), notes)
  })

  test('has the footnote of a heading behind its words, as on the page that is printed', async () => {
    const heading = /<h3[^>]*>Where&#8288;<sup\s*><bdi><a href="#note-3">3<\/a><\/bdi><\/sup/
    assert.match(page, heading)
    assert.match((await site.get(`/en/reports/${id}/paper`)).text, heading)
  })

  test('cites a provision by its place in a text, without a day, and other records with one', () => {
    const footnote = (number: number) =>
      new RegExp(`<li id="note-${number}"[^>]*>([\\s\\S]*?)</li>`).exec(page)?.[1] ?? ''
    assert.match(footnote(5), />Resolution 140 \(Rev\. Dubai, 2018\), resolves 3</)
    assert.deepEqual(
      [1, 5].map((number) => footnote(number).includes('<time')),
      [true, false],
    )
  })

  test('calls tables and figures as the paper does, a chart with its table by both', () => {
    const tables = paper.blocks.filter(({ block }) => block === 'table').length
    const figures = paper.blocks.filter(({ block }) => block === 'picture').length
    const names = found(page, /class="caption"[^>]*>((?:Figure \d+|Table \d+)(?: · Table \d+)?)\. /g)
    assert.deepEqual(names.slice(0, 5), ['Table 1', 'Figure 1 · Table 2', 'Figure 2', 'Table 3', 'Table 4'])
    assert.equal(names.join().match(/Table/g)?.length, tables)
    assert.equal(names.join().match(/Figure/g)?.length, figures)
  })

  test('leads to its sections from a list of contents', () => {
    const contents = /<nav class="contents"[\s\S]*?<\/nav>/.exec(page)?.[0] ?? ''
    const sections = found(page, /<h2 id="([^"]+)">\d+\. /g)
    assert.ok(sections.length > 4)
    assert.deepEqual(found(contents, /href="#([^"]+)"/g), sections)
  })

  test('sets the number of a footnote and titles of records apart from the direction of the words around', async () => {
    assert.match(page, /<sup\s*><bdi><a href="#note-1">1<\/a><\/bdi><\/sup\s*>/)
    const { text } = await site.get(`/ar/reports/${id}`)
    const title =
      /<a href="\/ar\/activities\/rprt000001"\s*><span lang="en" dir="ltr">Entry rprt000001<\/span>/
    assert.match(text, title)
  })

  test('gives each row of a small grid its total', () => {
    const grid = /<table id="part-by-goal"[\s\S]*?<\/table>/.exec(page)?.[0] ?? ''
    assert.match(grid, /<th scope="col">Total<\/th>/)
    assert.deepEqual(found(grid, /<td><strong>(\d+)<\/strong><\/td>/g), ['2', '2'])
  })

  test('leaves cells empty where nothing is, and names the heads of columns below the grid', () => {
    const grid = /<table id="part-by-goal"[\s\S]*?<\/table>/.exec(page)?.[0] ?? ''
    assert.match(grid, /<td class="step-0"><span><\/span><\/td>/)
    assert.doesNotMatch(grid, />0</)
    assert.match(page, /<ul class="facts hint" aria-hidden="true">\s*<li>1 · No poverty<\/li>/)
  })

  test('says the head of each cell of a list, for screens on which rows are blocks', () => {
    const list = /<table id="part-of-lists" class="stacked">[\s\S]*?<\/table>/.exec(page)?.[0] ?? ''
    const heads = found(list, /<th scope="col"[^>]*>\s*([^<]+?)\s*<\/th>/g).slice(1)
    const cells = found(/<tbody>\s*<tr>[\s\S]*?<\/tr>/.exec(list)?.[0] ?? '', /<td[^>]* data-head="([^"]*)"/g)
    assert.ok(heads.length > 0)
    assert.deepEqual(cells, heads)
    assert.doesNotMatch(/<table id="part-by-goal"[\s\S]*?<\/table>/.exec(page)?.[0] ?? '', /data-head/)
  })

  test('has the same names on the page that is printed', async () => {
    const { text } = await site.get(`/en/reports/${id}/paper`)
    assert.match(text, /<span class="caption">Figure 1 · Table 2\. /)
  })

  test('lists each source once where a section stands by itself', async () => {
    const officer = site.as(person('officer', { role: 'secretariat', scope: null }))
    const draft = await newReport(site.db)
    await steps(site.db, draft, ['collect'])
    await writeAll(site.db, draft, { introduction: texts.introduction })
    const first = (await sectionsOf(site.db, draft)).find(({ code }) => code === 'introduction')
    const { text } = await officer.get(`/en/report-sections/${first?.id}`)
    assert.deepEqual(found(text, /<a href="#note-introduction-(\d+)"/g), ['1', '1', '2'])
    assert.deepEqual(found(text, /<li id="note-introduction-\d+" value="(\d+)">/g), ['1', '2'])
  })
})
