import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LanguageCode, Translated } from '#platform/languages.ts'
import type { SearchHit } from '#platform/search/search-document.ts'
import type { ActivityCodes } from '../codes-queries.ts'
import { activityRow } from './activity-row-shape.ts'
import { writtenCard, type ActivityCard } from './activity-card.ts'
import type { FindingNames } from './finding-name-queries.ts'

const card: ActivityCard = {
  id: 'boats',
  language: 'en',
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
  firstPublishedAt: new Date('2025-11-30T12:00:00Z'),
  changedAt: new Date('2025-11-30T12:00:00Z'),
  confirmedAt: new Date('2025-11-30T12:00:00Z'),
  example: false,
}

const namesWith = (actionLine: string): FindingNames => ({
  codes: {
    'action-lines': new Map([['C2', { label: { en: actionLine }, short: {} }]]),
  } as unknown as ActivityCodes,
  organizations: new Map(),
})

type Changed = { card?: Partial<ActivityCard>; titles?: Translated; via?: SearchHit['via'] }

const hit = ({
  card: changed,
  titles = { en: 'Boats', fr: 'Bateaux' },
  via = null,
}: Changed = {}): SearchHit => ({
  key: 'activity:boats',
  card: writtenCard({ ...card, ...changed }),
  titles,
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
  assert.equal(activityRow(reader(), names, hit({ via: 'thesaurus' })).via, 'thesaurus')
  assert.equal(activityRow(reader(), namesWith('Networks'), hit()).actionLines[0]?.label?.text, 'Networks')
  assert.equal(activityRow(reader(), names, hit({ titles: { en: 'Ships' } })).title.text, 'Ships')
  assert.equal(activityRow(reader(), names, hit({ card: { status: 'completed' } })).status, 'completed')
  assert.equal(activityRow(reader('en', '2026-12-01'), names, hit()).age, 'ageing')
  assert.deepEqual(activityRow(reader(), names, hit()), first)
})
