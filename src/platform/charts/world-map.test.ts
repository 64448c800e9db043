import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { parseFragment, type DefaultTreeAdapterMap } from 'parse5'
import { SaxesParser } from 'saxes'
import { validator } from '../../../test/html-validator.ts'
import { languageCodes, languages, type LanguageCode } from '../languages.ts'
import { readCatalogues, translators } from '../messages.ts'
import { number } from '../ui/format.ts'
import { lightSteps } from './paint.ts'
import { mapNotes, worldMap, worldMapFile, type WorldMap } from './world-map.ts'
import world from './world.json' with { type: 'json' }

const translate = translators(readCatalogues([new URL('../messages', import.meta.url).pathname]))
const codes = Object.keys({ ...world.shapes, ...world.states })

const map = (language: LanguageCode, changed: Partial<WorldMap> = {}): WorldMap => ({
  id: 'map',
  title: 'Activities by country',
  description: 'As of 21 November 2026.',
  measure: { name: 'Activities', none: 'none', written: (value) => number(language, value) },
  values: new Map(codes.map((alpha2, place) => [alpha2, (place % 7) * 900])),
  nameOf: (alpha2) => `Name of ${alpha2}`,
  addressOf: (alpha2) => `/${language}/countries/${alpha2.toLowerCase()}`,
  ...changed,
})

const inPage = (language: LanguageCode, changed?: Partial<WorldMap>) =>
  String(worldMap(translate[language], map(language, changed)))
const asFile = (language: LanguageCode, changed?: Partial<WorldMap>) =>
  worldMapFile(translate[language], map(language, changed))

describe('the world map in a page', () => {
  test('has one link to every member, named with its number', () => {
    const found = [...inPage('en').matchAll(/<a href="([^"]+)"><title>([^<]+)<\/title>/g)]
    assert.deepEqual(
      found.map(([, address = '']) => address).toSorted(),
      codes.map((alpha2) => `/en/countries/${alpha2.toLowerCase()}`).toSorted(),
    )
    const named = new Map(found.map(([, address, name]) => [address, name]))
    const [none = '', some = ''] = [codes[0], codes[5]]
    assert.equal(named.get(`/en/countries/${none.toLowerCase()}`), `Name of ${none}: none`)
    assert.equal(named.get(`/en/countries/${some.toLowerCase()}`), `Name of ${some}: 4,500`)
  })

  test('leads the keyboard to the countries with most first, and past them all', () => {
    const markup = inPage('en', {
      values: new Map([
        ['FR', 3],
        ['KE', 90],
        ['TV', 7],
      ]),
    })
    const land = [...markup.matchAll(/countries\/(\w\w)"/g)].map(([, code]) => code)
    assert.deepEqual(land.slice(0, 2), ['ke', 'fr'])
    assert.match(markup, /<a class="chart-skip" href="#map-key">Skip the map<\/a>/)
    assert.match(markup, /<figcaption id="map-key">/)
  })

  test('is a group while there are links in it and else a picture', () => {
    assert.match(
      inPage('en'),
      /<svg [^>]*role="group" aria-labelledby="map-title" aria-describedby="map-desc"/,
    )
    const still = inPage('en', { addressOf: () => null })
    assert.match(still, /<svg [^>]*role="img"/)
    assert.doesNotMatch(still, /<a /)
  })

  test('has a circle in an area that is no member when there is something to show', () => {
    assert.equal(inPage('en', { values: new Map() }).includes('Name of CK'), false)
    assert.equal(
      inPage('en', { values: new Map([['CK', 2]]) }).includes('<title>Name of CK: 2</title>'),
      true,
    )
    // Puerto Rico has land too, but is opened only at one place.
    assert.equal(inPage('en', { values: new Map([['PR', 2]]) }).match(/Name of PR/g)?.length, 1)
  })

  test('says what each step stands for as the reader writes numbers', () => {
    const values = new Map([
      ['FR', 1200],
      ['KE', 1500],
      ['TV', 2],
      ['BR', 1],
      ['IN', 70],
      ['CN', 80],
      ['EG', 90],
    ])
    const words = [...inPage('fr', { values }).matchAll(/<bdi>([^<]+)<\/bdi>/g)].map(([, word]) => word)
    assert.deepEqual(words, ['none', '1–2', '70', '80–90', '1\u202F200', '1\u202F500'])
  })

  test('holds no style and no script, and what names contain is no markup', () => {
    const hostile = `"><script>alert(1)</script><a style='x' href="javascript:1">&\u0000`
    const changed = {
      title: hostile,
      description: hostile,
      nameOf: () => hostile,
      measure: { name: hostile, none: hostile, written: () => hostile },
      addressOf: () => `/x?q=${hostile}`,
    }
    const { names, attributes } = contentsOf(inPage('en', changed))
    assert.deepEqual(
      names.filter(
        (name) => !['figure', 'figcaption', 'a', 'p', 'ul', 'li', 'span', 'bdi', ...known].includes(name),
      ),
      [],
    )
    assert.deepEqual(
      attributes.filter((name) => name === 'style' || name.startsWith('on')),
      [],
    )
    assert.deepEqual(
      elements(asFile('en', changed)).filter((name) => !known.includes(name)),
      [],
    )
  })

  for (const language of languageCodes) {
    test(`is valid markup and carries the sentences of the United Nations in ${language}`, async () => {
      const { tag, direction } = languages[language]
      const page = `<!doctype html><html lang="${tag}" dir="${direction}"><head><title>x</title></head><body><main>${inPage(language)}</main></body></html>`
      const { results } = await validator.validateString(page)
      assert.deepEqual(
        results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
        [],
      )
      const notes = mapNotes(translate[language])
      assert.equal(notes.length, 4)
      for (const note of notes)
        assert.equal(page.split(escaped(note)).length - 1, 2, 'in the picture and below it')
    })
  }
})

describe('the world map as a file', () => {
  for (const language of languageCodes) {
    test(`is sound XML that shows the sentences of the United Nations as text in ${language}`, () => {
      const file = asFile(language)
      assert.ok(
        file.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"'),
      )
      assert.deepEqual(
        elements(file).filter((name) => !known.includes(name)),
        [],
      )
      const shown = [...file.matchAll(/<text [^>]*font-size="11"[^>]*>([^<]*)<\/text>/g)].map(
        ([, line]) => line,
      )
      const without = (text: string) => text.replaceAll(/\s/g, '')
      assert.equal(without(shown.join('')), without(mapNotes(translate[language]).map(escaped).join('')))
    })
  }

  test('needs nothing from outside: no link, no style sheet, a colour on every step', () => {
    const file = asFile('en')
    assert.deepEqual(file.match(/href|class=|style|url\(/g), null)
    const grounds = [...file.matchAll(/<g fill="(#[0-9a-f]{6})" stroke="#[0-9a-f]{6}">/g)]
    assert.deepEqual(
      [...new Set(grounds.map(([, colour = '']) => colour))].toSorted(),
      Object.values(lightSteps).toSorted(),
    )
  })

  test('begins on the right in Arabic, and the world stays as it is', () => {
    const [english, arabic] = [asFile('en'), asFile('ar')]
    const beginnings = (file: string) => [...file.matchAll(/<text x="(\d+)"/g)].map(([, x]) => Number(x))
    assert.deepEqual(beginnings(arabic)[0], 1000 - (beginnings(english)[0] ?? 0))
    assert.match(arabic, /<svg [^>]*direction="rtl"/)
    const paths = (file: string) => [...file.matchAll(/ d="([^"]+)"/g)].map(([, d]) => d)
    assert.deepEqual(paths(arabic), paths(english))
  })

  test('keeps every line of text within the picture', () => {
    for (const language of languageCodes) {
      const lines = [...asFile(language).matchAll(/<text [^>]*font-size="11"[^>]*>([^<]*)</g)]
      const widest = Math.max(...lines.map(([, line = '']) => line.length * (language === 'zh' ? 11 : 5.2)))
      assert.ok(widest < 1000, `${language}: ${widest}`)
    }
  })
})

test('the map is small in a page and as a file', () => {
  for (const language of languageCodes) {
    for (const [markup, most] of [
      [inPage(language), 15_000],
      [asFile(language), 14_000],
    ] as const) {
      const bytes = gzipSync(markup).length
      assert.ok(bytes < most, `${language}: ${bytes}`)
    }
  }
})

const known = ['svg', 'title', 'desc', 'metadata', 'rect', 'g', 'path', 'circle', 'text']

const escaped = (text: string) => text.replaceAll("'", '&apos;')

/** As a browser reads it. */
function contentsOf(markup: string): { names: string[]; attributes: string[] } {
  const found = { names: new Set<string>(), attributes: new Set<string>() }
  const walk = (node: DefaultTreeAdapterMap['node']): void => {
    if ('attrs' in node) {
      found.names.add(node.tagName)
      for (const { name } of node.attrs) found.attributes.add(name)
    }
    if ('childNodes' in node) node.childNodes.forEach(walk)
  }
  walk(parseFragment(markup))
  return { names: [...found.names], attributes: [...found.attributes] }
}

/** The names of the elements; throws where the text is no XML. */
function elements(file: string): string[] {
  const names: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => names.push(name))
  parser.write(file).close()
  return [...new Set(names)]
}
