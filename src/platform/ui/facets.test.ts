import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LanguageCode } from '../languages.ts'
import { readCatalogues, translators } from '../messages.ts'
import { chosenFilters, facetList } from './facets.ts'
import type { Html } from './html.ts'
import { here, type Place } from './links.ts'

const translate = translators(readCatalogues([new URL('../messages', import.meta.url).pathname]))

const visitTo = (language: LanguageCode, path: string, query: string): Place => ({
  language,
  t: translate[language],
  path,
  query: new URLSearchParams(query),
})

const addresses = (markup: Html | '') =>
  [...String(markup).matchAll(/href="([^"]*)"/g)].map(([, address]) => address?.replaceAll('&amp;', '&'))

test('a link to another filter keeps the others and starts at the first page', () => {
  const visit = visitTo('fr', '/duties', 'addressee=itu-sg&state=due&after=xyz')
  assert.equal(here(visit, { state: 'upcoming' }), '/fr/duties?addressee=itu-sg&state=upcoming')
  assert.equal(here(visit, { state: null }), '/fr/duties?addressee=itu-sg')
})

test('a chosen facet value takes itself away, another takes its place', () => {
  const visit = visitTo('en', '/duties', 'addressee=itu-sg&state=due')
  const facet = {
    name: 'state',
    values: [
      { value: 'due', label: 'due now', count: 3, chosen: true },
      { value: 'upcoming', label: 'upcoming', count: 5, chosen: false },
      { value: 'continuing', label: 'continuing', count: 0, chosen: false },
    ],
  }
  assert.deepEqual(addresses(facetList(visit, facet, 'State')), [
    '/en/duties?addressee=itu-sg',
    '/en/duties?addressee=itu-sg&state=upcoming',
  ])
})

test('beside a list stand the values that count most and the chosen ones, and a way to all of them', () => {
  const visit = visitTo('en', '/activities', 'q=plan&country=v1&after=xyz')
  const values = Array.from({ length: 15 }, (_, place) => ({
    value: `v${place}`,
    label: `Value ${place}`,
    count: place,
    chosen: place === 1,
  }))
  const shown = (count: number) =>
    addresses(
      facetList(visit, { name: 'country', values: values.slice(0, count) }, 'Country', {
        choice: 'several',
        allAt: '/activities/values/country',
      }),
    )
  const added = (place: number) => `/en/activities?q=plan&country=v1${encodeURIComponent(`,v${place}`)}`
  assert.deepEqual(shown(15), [
    '/en/activities?q=plan',
    ...[5, 6, 7, 8, 9, 10, 11, 12, 13, 14].map(added),
    '/en/activities/values/country?q=plan&country=v1',
  ])
  assert.equal(shown(13).length, 12)
})

test('of a filter that can tell which values count most, no others are asked for', () => {
  const visit = visitTo('en', '/activities', '')
  const values = Array.from({ length: 3000 }, (_, place) => ({
    value: `v${place}`,
    label: `Value ${place}`,
    count: 5000 - place,
    chosen: false,
  }))
  const listed = { allAt: '/activities/values/country' }
  const sparing = {
    name: 'country',
    first: (most: number) => values.slice(0, most),
    get values(): never {
      throw new Error('nobody need word all of them')
    },
  }
  assert.equal(
    String(facetList(visit, sparing, 'Country', listed)),
    String(facetList(visit, { name: 'country', values }, 'Country', listed)),
  )
})

test('chosen filters can be taken away one by one and all at once', () => {
  const visit = visitTo('en', '/duties', 'addressee=itu-sg&state=due&q=plan')
  const chosen = [
    { name: 'addressee', label: 'Addressee', value: 'Secretary-General' },
    { name: 'state', label: 'State', value: 'due now' },
  ]
  assert.deepEqual(addresses(chosenFilters(visit, chosen)), [
    '/en/duties?state=due&q=plan',
    '/en/duties?addressee=itu-sg&q=plan',
    '/en/duties?q=plan',
  ])
  assert.equal(chosenFilters(visit, []), '')
})
