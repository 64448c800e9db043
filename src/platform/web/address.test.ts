import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addressOf, takeApart } from './address.ts'

describe('an address', () => {
  const cases: [string, ReturnType<typeof takeApart>][] = [
    ['/fr/duties.json', { language: 'fr', path: '/duties', ending: '.json' }],
    ['/ar', { language: 'ar', path: '/', ending: null }],
    ['/en/action-lines/C7.eGov', { language: 'en', path: '/action-lines/C7.eGov', ending: null }],
    ['/en/action-lines/C7.eGov.json', { language: 'en', path: '/action-lines/C7.eGov', ending: '.json' }],
    [
      '/es/revisions/pp-1-here-2020.akn.xml',
      { language: 'es', path: '/revisions/pp-1-here-2020', ending: '.akn.xml' },
    ],
    ['/duties', { language: null, path: '/duties', ending: null }],
    ['/de/duties', { language: null, path: '/de/duties', ending: null }],
  ]
  for (const [pathname, parts] of cases) {
    test(`${pathname} comes apart`, () => assert.deepEqual(takeApart(pathname), parts))
  }

  test('is put together without empty parameters and with its parts encoded', () => {
    assert.equal(
      addressOf('ru', '/search', { q: 'отчет & план', after: null, limit: '' }),
      '/ru/search?q=%D0%BE%D1%82%D1%87%D0%B5%D1%82+%26+%D0%BF%D0%BB%D0%B0%D0%BD',
    )
    assert.equal(addressOf('en', '/bodies/a b?c', {}, '.json'), '/en/bodies/a%20b%3Fc.json')
    assert.equal(addressOf('zh', '/'), '/zh')
    assert.equal(
      addressOf('ar', '/a:b@c/*~!', { 'as-of': '2026-11-23', n: 5 }),
      '/ar/a:b@c/*~!?as-of=2026-11-23&n=5',
    )
  })

  test('encodes parameters as the form of a browser does', () => {
    for (let code = 0; code < 0x250; code++) {
      const query = new URLSearchParams([
        ['q', `a${String.fromCharCode(code)}`],
        [String.fromCharCode(code), 'b'],
      ])
      assert.equal(addressOf('en', '/', query), `/en?${query.toString()}`)
    }
  })
})
