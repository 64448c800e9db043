import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { LanguageCode } from '#platform/languages.ts'
import { plainAnswer, writtenQuery, type PlainPart } from '../../../test/plain-search.ts'
import type { SearchAnswer, SearchDocument, SearchRequest } from './search-document.ts'
import { openIndex, type SearchIndex } from './search-index.ts'
import { readSegment, writeSegment } from './segment/segment-file.ts'

const words: Record<string, readonly string[]> = {
  en: ['school', 'schools', 'network', 'the', 'bridge', 'e-health', 'women', 'C7', 'WHO'],
  fr: ['école', 'écoles', 'réseau', 'de', 'formation', 'formations', 'la', 'network'],
  ru: ['школа', 'школы', 'связь', 'в', 'развитие', 'развития', 'ICT'],
  zh: ['数字', '鸿沟', '联合国', '的', '妇女', '技能', '国家'],
}
const stops = ['the', 'de', 'la', 'в', '的']
const asked = [...new Set(Object.values(words).flat()), 'ecole', 'reseau'].filter(
  (word) => !stops.includes(word),
)

const text = (language: LanguageCode, most: number) =>
  fc
    .array(fc.constantFrom(...words[language]!), { minLength: 1, maxLength: most })
    .map((all) => all.join(language === 'zh' ? '' : ' '))

const languageText = fc
  .constantFrom<LanguageCode>('en', 'fr', 'ru', 'zh')
  .chain((language) =>
    fc.record({ language: fc.constant(language), title: text(language, 3), body: text(language, 8) }),
  )

const document: fc.Arbitrary<SearchDocument> = fc.record({
  key: fc.integer({ min: 0, max: 30 }).map((number) => `a:${number}`),
  kind: fc.constantFrom('activity', 'provision'),
  original: fc.constantFrom('en', 'fr', null),
  texts: fc.uniqueArray(languageText, { minLength: 1, maxLength: 3, selector: ({ language }) => language }),
  codes: fc.subarray(['C7', 'A/RES/70/125', 'SDG 4']),
  facets: fc.record(
    { country: fc.subarray(['ke', 'ug', 'tz', 'rw']), year: fc.subarray(['2024', '2025'], { maxLength: 1 }) },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Record<string, string[]>>,
  date: fc.integer({ min: 0, max: 5 }).map((day) => day * 86_400_000),
  card: fc.json(),
})

const query: fc.Arbitrary<PlainPart[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('words', 'words', 'phrase', 'not'),
    words: fc.array(fc.constantFrom(...asked), { minLength: 1, maxLength: 2 }),
  }),
  { maxLength: 3 },
)

const settings: fc.Arbitrary<Omit<SearchRequest, 'words'>> = fc.record({
  language: fc.constantFrom('en', 'fr', 'ru', 'zh'),
  lastWord: fc.constantFrom('whole', 'begun'),
  filters: fc.record(
    {
      country: fc.subarray(['ke', 'ug', 'xx'], { minLength: 1 }),
      year: fc.constant(['2024']),
      kind: fc.constant(['activity']),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Record<string, string[]>>,
  facets: fc.constantFrom<SearchRequest['facets']>('all', ['country'], []),
  order: fc.constantFrom('relevance', 'newest', 'oldest', 'title'),
  limit: fc.integer({ min: 1, max: 12 }),
  after: fc.constant(null),
})

const request: fc.Arbitrary<SearchRequest> = fc
  .tuple(query, settings)
  .map(([parts, rest]) => ({ words: writtenQuery(parts), ...rest }))

/** Everything that can happen to an index. */
const change = fc.oneof(
  { weight: 4, arbitrary: fc.array(document, { minLength: 1, maxLength: 6 }).map((put) => ({ put })) },
  {
    weight: 2,
    arbitrary: fc
      .subarray(
        Array.from({ length: 30 }, (_, n) => `a:${n}`),
        { maxLength: 3 },
      )
      .map((remove) => ({ remove })),
  },
  { weight: 2, arbitrary: fc.constant({ tidy: 'few' }) },
  { weight: 1, arbitrary: fc.constant({ tidy: 'one' }) },
  { weight: 1, arbitrary: fc.constant({ reopen: true }) },
)

type Change = { put: SearchDocument[] } | { remove: string[] } | { tidy: 'few' | 'one' } | { reopen: true }

function changed(index: SearchIndex, held: Map<string, SearchDocument>, one: Change): SearchIndex {
  if ('put' in one) {
    for (const document of one.put) {
      held.delete(document.key)
      held.set(document.key, document)
    }
    index.put(one.put)
  } else if ('remove' in one) {
    for (const key of one.remove) held.delete(key)
    index.remove(one.remove)
  } else if ('tidy' in one) while (index.tidy(0, one.tidy) && one.tidy === 'one');
  else {
    const stored = index
      .segments()
      .map(({ segment, dead }) => writeSegment(segment, dead, { fingerprint: 'f', note: 'n' }))
    return openIndex({ segments: stored.map((bytes) => readSegment(bytes, 'f')) })
  }
  return index
}

test('after any changes an index answers as if every document were read for each question', () => {
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 12 }),
      fc.array(fc.tuple(query, settings), { minLength: 1, maxLength: 4 }),
      (changes, requests) => {
        const held = new Map<string, SearchDocument>()
        const index = changes.reduce((index, one) => changed(index, held, one), openIndex())
        assert.equal(index.count(), held.size)
        for (const [parts, asked] of requests) {
          const answer = index.search({ words: writtenQuery(parts), ...asked })
          const plain = plainAnswer([...held.values()], parts, asked)
          assert.equal(answer.total, plain.keys.length)
          assert.deepEqual(withoutEmpty(answer.facets), withoutEmpty(plain.facets))
          assert.equal(answer.hits.length, Math.min(asked.limit, plain.keys.length))
          const keys = answer.hits.map(({ key }) => key)
          if (asked.order !== 'relevance') assert.deepEqual(keys, plain.keys.slice(0, asked.limit))
          for (const { key, card } of answer.hits) assert.equal(card, held.get(key)!.card)
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('a page after another goes on where it ended, in every order, until all were seen once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(document, { minLength: 1, maxLength: 8 }), { maxLength: 5 }),
      request,
      (batches, asked) => {
        const index = openIndex()
        for (const batch of batches) index.put(batch)
        const whole = index.search({ ...asked, limit: 1000 }).hits.map(({ key }) => key)
        const seen: string[] = []
        for (let page = index.search(asked); ; page = index.search({ ...asked, after: page.next })) {
          seen.push(...page.hits.map(({ key }) => key))
          if (!page.next) break
          assert.notEqual(seen.length, whole.length)
        }
        assert.deepEqual(seen, whole)
      },
    ),
    { numRuns: 150 },
  )
})

test('what stands in many small segments is ranked as what stands in one', () => {
  fc.assert(
    fc.property(fc.uniqueArray(document, { selector: ({ key }) => key }), request, (documents, asked) => {
      const one = openIndex()
      one.put(documents)
      const many = openIndex()
      for (const document of documents) many.put([document])
      const merged = openIndex()
      for (const document of documents) merged.put([document])
      while (merged.tidy(1000, 'one'));
      assert.equal(merged.segments().length, documents.length === 0 ? 0 : 1)
      assert.deepEqual(plain(many.search(asked)), plain(one.search(asked)))
      assert.deepEqual(plain(merged.search(asked)), plain(one.search(asked)))
    }),
    { numRuns: 150 },
  )
})

/** Numbers of values are each index's own. */
const plain = ({ counts: _, ...answer }: SearchAnswer) => answer

/** A facet that no document has any more may still be named. */
const withoutEmpty = (facets: SearchAnswer['facets']) =>
  Object.fromEntries(Object.entries(facets).filter(([, values]) => values.length > 0))
