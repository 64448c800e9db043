import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { shippedThesaurus } from '#platform/search/thesaurus/shipped-thesaurus.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { Item } from '../../item.ts'
import type { Plan } from '../../plan.ts'
import { likelyPairs, PairIndex } from './likely-pairs.ts'
import { likened } from './likened.ts'
import { isAcrossUnits, likelyOverlap, overlapOf, type Likened } from './overlap.ts'

const thesaurus = shippedThesaurus()
const duty = 'pp-140-dubai-2018/resolves/6#1'

type Said = {
  id: string
  lead: string
  title: string
  text?: string
  language?: LanguageCode
  links?: Item['links']
  parties?: Item['parties']
  codes?: Item['codes']
  startsOn?: string
  deadlineOn?: string
  series?: string
}

/** An item with all that is not said left empty. */
const itemOf = ({ id, lead, title, text = '', language = 'en', series = lead, ...said }: Said): Likened => {
  const { links = [], parties = [], codes = [], startsOn = '2027-01-01', deadlineOn = '2027-06-30' } = said
  const item = {
    id,
    lineage: id,
    lead,
    language,
    links,
    parties,
    codes,
    startsOn,
    deadlineOn,
  } as unknown as Item
  const plan = { id: series, series, lead, startsOn: '2026-01-01' } as Plan
  return likened(thesaurus, { item, plan, lead, texts: { [language]: { title, text } }, above: [] })
}

const dutyLink = [{ kind: 'duty', record: duty }]
const partner = [{ role: 'partner' as const, kind: 'body' as const, party: 'unesco' }]
const training = { id: 'a', lead: 'itu-bdt', title: 'Train computer incident response teams in Africa' }

/** What is the same, and what people are told of it. */
const cases: { name: string; one: Said; other: Said; kinds: string[]; isLikely: boolean }[] = [
  {
    name: 'the same duty at the same time',
    one: { ...training, links: dutyLink },
    other: { id: 'b', lead: 'itu-tsb', title: 'Publish a study of tariffs', links: dutyLink },
    kinds: ['duty', 'dates'],
    isLikely: true,
  },
  {
    name: 'the same duty, one after the other',
    one: { ...training, links: dutyLink },
    other: {
      id: 'b',
      lead: 'itu-tsb',
      title: 'Publish a study',
      links: dutyLink,
      startsOn: '2028-01-01',
      deadlineOn: '2028-12-31',
    },
    kinds: ['duty'],
    isLikely: false,
  },
  {
    name: 'the same provision alone',
    one: { ...training, links: [{ kind: 'provision', record: 'pp-140-dubai-2018/resolves/6' }] },
    other: { id: 'b', lead: 'itu-tsb', title: 'Publish a study of tariffs', links: dutyLink },
    kinds: ['provision', 'dates'],
    isLikely: false,
  },
  {
    name: 'near titles in one language',
    one: training,
    other: { id: 'b', lead: 'itu-tsb', title: 'Training of computer incident response teams in Africa' },
    kinds: ['title', 'text', 'concepts', 'dates'],
    isLikely: true,
  },
  {
    name: 'near titles for other countries',
    one: { ...training, codes: [{ tree: 'countries', code: 'KE' }] },
    other: {
      id: 'b',
      lead: 'itu-tsb',
      title: 'Training of computer teams',
      codes: [{ tree: 'countries', code: 'TV' }],
    },
    kinds: ['title', 'text', 'dates'],
    isLikely: false,
  },
  {
    name: 'the same in two languages, with the same duty and partner',
    one: { ...training, links: dutyLink, parties: partner },
    other: {
      id: 'b',
      lead: 'itu-tsb',
      title: "Former les équipes d'intervention en cas d'incident informatique",
      language: 'fr',
      links: dutyLink,
      parties: partner,
    },
    kinds: ['duty', 'concepts', 'partners', 'dates'],
    isLikely: true,
  },
  {
    name: 'nothing in common but the time',
    one: training,
    other: { id: 'b', lead: 'itu-tsb', title: 'Publish a study of tariffs' },
    kinds: ['dates'],
    isLikely: false,
  },
]

describe('two items', () => {
  for (const { name, one, other, kinds, isLikely } of cases)
    test(`are judged by their reasons: ${name}`, () => {
      const [a, b] = [itemOf(one), itemOf(other)]
      const { score, reasons } = overlapOf(a, b)
      assert.deepEqual(
        { kinds: reasons.map(({ kind }) => kind), isLikely: score >= likelyOverlap },
        { kinds, isLikely },
        `score ${score}`,
      )
      assert.equal(overlapOf(b, a).score, score)
      assert.equal(likelyPairs([a, b]).length, isLikely ? 1 : 0)
    })

  test('are compared only across units', () => {
    const one = itemOf(training)
    assert.equal(isAcrossUnits(one, itemOf({ ...training, id: 'b' })), false)
    assert.equal(isAcrossUnits(one, itemOf({ ...training, id: 'b', series: 'other' })), true)
    assert.equal(
      isAcrossUnits(one, { ...itemOf({ ...training, id: 'b', lead: 'itu-tsb' }), lineage: 'a' }),
      false,
    )
    assert.equal(
      isAcrossUnits(one, { ...itemOf({ ...training, id: 'b', lead: 'itu-tsb' }), above: ['a'] }),
      false,
    )
  })

  test('are found among two thousand in under a second of the processor', () => {
    const topics = [
      'networks',
      'schools',
      'health',
      'farming',
      'standards',
      'spectrum',
      'women',
      'islands',
      'libraries',
      'maps',
    ]
    const titles = Array.from({ length: 2000 }, (_, place) => {
      const topic = topics[place % topics.length] ?? ''
      return `Workshop ${place} on ${topic} for teachers of district ${place % 97}`
    })
    const began = process.cpuUsage()
    const items = titles.map((title, place) =>
      itemOf({
        id: String(place).padStart(5, '0'),
        lead: `unit-${place % 18}`,
        title,
        text: `It brings ${title} to people.`,
      }),
    )
    items.push(
      itemOf({ ...training, id: 'x', links: dutyLink }),
      itemOf({ ...training, id: 'y', lead: 'itu-tsb', links: dutyLink }),
    )
    const found = likelyPairs(items)
    const { user, system } = process.cpuUsage(began)
    assert.deepEqual([found[0]?.first, found[0]?.second], ['x', 'y'])
    assert.ok(user + system < 1_000_000, `${(user + system) / 1000} ms`)
  })

  test('are the same pairs whether items come, change and go one after the other or stand there at once', () => {
    const few = (most: number) => fc.integer({ min: 0, max: most })
    const one = fc.record({
      id: few(130),
      lead: few(2),
      words: fc.array(few(19), { minLength: 4, maxLength: 4 }),
    })
    const change = fc.record({
      gone: fc.array(few(130), { maxLength: 3 }),
      items: fc.array(one, { minLength: 12, maxLength: 12 }),
    })
    fc.assert(
      fc.property(fc.array(change, { minLength: 25, maxLength: 30 }), (changes) => {
        const index = new PairIndex()
        const now = new Map<string, Likened>()
        for (const { gone, items } of changes) {
          const fresh = new Map(items.map(({ id, lead, words }) => [`item-${id}`, inWords(id, lead, words)]))
          for (const id of gone) now.delete(`item-${id}`)
          for (const [id, item] of fresh) now.set(id, item)
          index.replace(
            gone.map((id) => `item-${id}`),
            [...fresh.values()],
          )
          assert.deepEqual(namesOf(index.pairs()), namesOf(likelyPairs([...now.values()])))
        }
      }),
      { numRuns: 2 },
    )
  })
})

const inWords = (id: number, lead: number, words: readonly number[]): Likened =>
  itemOf({
    ...{
      id: `item-${id}`,
      lead: `unit-${lead}`,
      title: words.map((word) => `lamp${'abcdefghijklmnopqrst'[word]}`).join(' '),
    },
    ...(id % 2 === 0 ? { links: dutyLink } : {}),
  })

const namesOf = (pairs: readonly { first: string; second: string; score: number }[]): string[] =>
  pairs.map(({ first, second, score }) => `${first} ${second} ${score.toFixed(6)}`)
