import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { SaxesParser } from 'saxes'
import { validator } from '../../../test/html-validator.ts'
import { languageCodes, languages, type LanguageCode } from '../languages.ts'
import { readCatalogues, translators } from '../messages.ts'
import { number } from '../ui/format.ts'
import { html, type Html } from '../ui/html.ts'
import { bars } from './bars.ts'
import { heatGrid, heatGridFile, type HeatGrid } from './heat-grid.ts'

const translate = translators(readCatalogues([new URL('../messages', import.meta.url).pathname]))
const hostile = `"><script>alert(1)</script><b style='x' onclick="y">&`

const measureIn = (language: LanguageCode) => ({
  name: 'Activities',
  none: 'none',
  written: (value: number) => number(language, value),
})

const grid = (language: LanguageCode): HeatGrid => ({
  id: 'grid',
  title: 'Activities by action line and goal',
  description: 'As of 21 November 2026.',
  measure: measureIn(language),
  rowsName: 'Action line',
  rows: ['C1', 'C2', 'C3'].map((code) => ({ key: code, code, name: `${hostile} ${code}` })),
  columns: ['1', '2', '3', '4'].map((code) => ({ key: code, code, name: `Goal ${code}` })),
  count: (row, column) => (row === 'C2' && column === '3' ? 0 : Number(row.slice(1)) * 1000 * Number(column)),
  addressOf: (row, column) => `/${language}/activities?action-line=${row}&sdg=${column}`,
})

const barList = (language: LanguageCode) =>
  bars({
    id: 'bars',
    caption: 'Activities by country',
    nameHead: 'Country',
    countHead: 'Activities',
    rows: [
      { name: hostile, address: '/en/countries/ke', count: 12_000 },
      { name: 'France', address: null, count: 3000 },
      { name: 'Tuvalu', address: null, count: 0 },
    ],
    written: (count) => number(language, count),
  })

describe('the heat grid', () => {
  const markup = String(heatGrid(grid('en')))

  test('is a table whose cells open what they count, shaded from little to much', () => {
    const cells = [...markup.matchAll(/<td class="step-(\d)">(?:<a href="([^"]+)">|<span>)([^<]+)</g)]
    assert.deepEqual(
      cells.slice(3, 9).map(([, step, address, text]) => [step, address, text]),
      [
        ['3', '/en/activities?action-line=C1&amp;sdg=4', '4,000'],
        ['1', '/en/activities?action-line=C2&amp;sdg=1', '2,000'],
        ['3', '/en/activities?action-line=C2&amp;sdg=2', '4,000'],
        ['0', undefined, '0'],
        ['4', '/en/activities?action-line=C2&amp;sdg=4', '8,000'],
        ['2', '/en/activities?action-line=C3&amp;sdg=1', '3,000'],
      ],
    )
    assert.equal(cells.length, 12)
  })

  test('has a caption, a head to every row and column with its whole name, and a region that the keyboard scrolls', () => {
    assert.equal(markup.match(/<th scope="col"/g)?.length, 5)
    assert.equal(markup.match(/<th scope="row"/g)?.length, 3)
    assert.match(markup, /<section class="table heat" aria-labelledby="grid-caption" tabindex="0">/)
    assert.match(markup, /<th scope="col" title="Goal 2">2<span class="unseen"> Goal 2<\/span><\/th>/)
  })

  test('says its title outside of what scrolls, and names rows without a code on narrow screens too', () => {
    assert.match(markup, /^<div class="chart">\s*<p class="caption" id="grid-caption">[^<]+<\/p>\s*<section/)
    const first = { key: 'none', code: '', name: 'No report' }
    const uncoded = String(heatGrid({ ...grid('en'), rows: [first] }))
    assert.match(uncoded, /<th scope="row" title="No report">\s*No report\s*<\/th>/)
  })

  test('as a file begins on the right in Arabic and has every number', () => {
    const numbers = (file: string) =>
      [...file.matchAll(/<text x="(\d+)"[^>]*text-anchor="middle"[^>]*>([\d,]+)</g)].map(([, x, text]) => ({
        x: Number(x),
        text,
      }))
    const [english, arabic] = [
      numbers(heatGridFile(translate.en, grid('en'))),
      numbers(heatGridFile(translate.ar, grid('ar'))),
    ]
    assert.equal(english.length, 4 + 12)
    assert.deepEqual(
      arabic.map(({ text }) => text),
      english.map(({ text }) => text),
    )
    const width = 340 + 4 * 44
    assert.deepEqual(
      arabic.map(({ x }) => x),
      english.map(({ x }) => width - x),
    )
  })
})

describe('the bars', () => {
  const markup = String(barList('en'))

  test('are as long as their counts beside the largest, and none for nothing', () => {
    assert.deepEqual(
      [...markup.matchAll(/<rect width="([\d.]+)"/g)].map(([, width]) => width),
      ['100.0', '25.0'],
    )
    assert.deepEqual(
      [...markup.matchAll(/<span class="chart-bar"\s*><span>([^<]+)</g)].map(([, count]) => count),
      ['12,000', '3,000', '0'],
    )
  })
})

for (const language of languageCodes) {
  test(`grid and bars are valid markup, and the grid is sound XML as a file, in ${language}`, async () => {
    const t = translate[language]
    const { tag, direction } = languages[language]
    const main: Html = html`${heatGrid(grid(language))} ${barList(language)}`
    const page = `<!doctype html><html lang="${tag}" dir="${direction}"><head><title>x</title></head><body><main>${String(main)}</main></body></html>`
    const { results } = await validator.validateString(page)
    assert.deepEqual(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
      [],
    )
    const { names, attributes } = partsOf(heatGridFile(t, grid(language)))
    assert.deepEqual(
      names.filter((name) => !allowed.includes(name)),
      [],
    )
    assert.deepEqual(
      attributes.filter((name) => /^(?:on|style|class|href)/.test(name)),
      [],
    )
  })
}

const allowed = ['svg', 'title', 'desc', 'rect', 'g', 'path', 'text']

/** Throws where the text is no XML. */
function partsOf(file: string): { names: string[]; attributes: string[] } {
  const [names, attributes] = [new Set<string>(), new Set<string>()]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => {
    names.add(tag.name)
    for (const name of Object.keys(tag.attributes)) attributes.add(name)
  })
  parser.write(file).close()
  return { names: [...names], attributes: [...attributes] }
}
