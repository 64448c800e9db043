import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LanguageCode } from '#platform/languages.ts'
import type { SearchHit } from '#platform/search/search-document.ts'
import type { ActivityCodes } from '../codes-queries.ts'
import { activityRow } from './activity-row-shape.ts'
import type { ActivityCard } from './activity-card.ts'
import type { FindingNames } from './finding-name-queries.ts'

const card: ActivityCard = {
  id: 'boats',
  language: 'en',
  title: { en: 'Boats', fr: 'Bateaux' },
  unchecked: {},
  summary: 'Boats that carry broadband.',
  organization: null,
  type: null,
  reach: null,
  countries: [],
  regions: [],
  status: null,
  start: null,
  end: null,
  actionLines: ['C2'],
  sdgs: [],
  gdc: [],
  state: 'published',
  licence: 'CC-BY-4.0',
  revision: 1,
  firstPublishedAt: '2025-11-30T12:00:00.000Z',
  changedAt: '2025-11-30T12:00:00.000Z',
  confirmedAt: '2025-11-30T12:00:00.000Z',
  example: false,
}

const namesWith = (actionLine: string): FindingNames => ({
  codes: {
    'action-lines': new Map([['C2', { label: { en: actionLine }, short: {} }]]),
  } as unknown as ActivityCodes,
  organizations: new Map(),
})

const hit = (changed: Partial<ActivityCard> = {}, via: SearchHit['via'] = null): SearchHit => ({
  key: 'activity:boats',
  card: JSON.stringify({ ...card, ...changed }),
  score: 0,
  language: 'en',
  via,
})

const reader = (language: LanguageCode = 'en', day = '2026-11-23') => ({
  language,
  now: new Date(`${day}T12:00:00Z`),
})

test('a row is worded once, and anew when anything that it says is another', () => {
  const names = namesWith('Infrastructure')
  const first = activityRow(reader(), names, hit())

  assert.equal(activityRow(reader('en', '2026-11-24'), { ...names }, hit()), first)

  assert.equal(activityRow(reader('fr'), names, hit()).title.text, 'Bateaux')
  assert.equal(activityRow(reader(), names, hit({}, 'thesaurus')).via, 'thesaurus')
  assert.equal(activityRow(reader(), namesWith('Networks'), hit()).actionLines[0]?.label?.text, 'Networks')
  assert.equal(activityRow(reader(), names, hit({ title: { en: 'Ships' } })).title.text, 'Ships')
  assert.equal(activityRow(reader('en', '2026-12-01'), names, hit()).age, 'ageing')
  assert.deepEqual(activityRow(reader(), names, hit()), first)
})
