import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { LanguageCode } from '#platform/languages.ts'
import { activity, activityTexts, asked, thesaurus } from '../../../test/search-samples.ts'
import type { SearchDocument, SearchRequest } from './search-document.ts'
import { openIndex } from './search-index.ts'

describe('ranking', () => {
  const ranked = (documents: SearchDocument[], words: string, more: Partial<SearchRequest> = {}) => {
    const own = openIndex({ thesaurus })
    own.put(documents)
    return own.search(asked(words, more)).hits.map(({ key }) => key)
  }
  const titled = (key: string, title: string, body: string, more: Partial<SearchDocument> = {}) =>
    activity('en', { key, texts: [{ language: 'en', title, body }], ...more })

  test('puts a title before any body, the word before its forms, the whole before the beginning', () => {
    const documents = [
      titled('d', 'Plan', 'network network network network network network'),
      titled('a', 'A network', 'plan'),
      titled('b', 'Networks', 'plan'),
      titled('c', 'Networking', 'plan'),
    ]
    assert.deepEqual(ranked(documents, 'network'), ['a', 'b', 'c', 'd'])
  })

  test('puts more before less, and the newer before the older when all else is equal', () => {
    const documents = [
      titled('once', 'Plan', 'network in a village'),
      titled('twice', 'Plan', 'network and network'),
      titled('old', 'Same', 'network here', { date: Date.UTC(2010, 0, 1) }),
      titled('new', 'Same', 'network here', { date: Date.UTC(2026, 0, 1) }),
      titled('new-too', 'Same', 'network here', { date: Date.UTC(2026, 0, 1) }),
    ]
    const order = ranked(documents, 'network')
    assert.equal(order[0], 'twice')
    assert.deepEqual(order.slice(1, 3), ['new', 'new-too'])
    assert.equal(order.at(-1), 'old')
  })

  test('puts the reader’s language before others', () => {
    const inBoth = (['fr', 'en', 'es'] as const).map((language) =>
      activity(language, { texts: [{ language, title: 'Internet', body: '' }] }),
    )
    for (const language of ['fr', 'en', 'es'] as const) {
      assert.equal(ranked(inBoth, 'internet', { language })[0], language)
    }
  })

  test('names the language of the text that fits best', () => {
    const translated = activity('fr', {
      texts: (['fr', 'en', 'zh'] as const).map((language) => {
        const [title, body] = activityTexts[language]
        return { language, title, body }
      }),
    })
    const own = openIndex({ thesaurus })
    own.put([translated])
    const language = (words: string, reader: LanguageCode) =>
      own.search(asked(words, { language: reader })).hits[0]?.language
    assert.equal(language('women', 'fr'), 'en')
    assert.equal(language('enseignants', 'en'), 'fr')
    assert.equal(language('数字鸿沟', 'en'), 'zh')
    assert.equal(language('', 'zh'), 'zh')
    assert.equal(language('', 'ru'), 'fr')
  })
})

describe('titles', () => {
  const sorted = (titles: string[], written: LanguageCode, reader: LanguageCode) => {
    const own = openIndex()
    for (const [place, title] of titles.entries()) {
      own.put([
        activity(written, { key: `${place}`, card: title, texts: [{ language: written, title, body: '' }] }),
      ])
      if (place === 2) own.compact()
    }
    return own.search(asked('', { order: 'title', language: reader })).hits.map(({ card }) => card)
  }

  test('are in the order of the reader’s language', () => {
    assert.deepEqual(sorted(['oso', 'ñandú', 'nube', 'Zorro', 'ártico'], 'es', 'es'), [
      'ártico',
      'nube',
      'ñandú',
      'oso',
      'Zorro',
    ])
    assert.deepEqual(sorted(['Zèbre', 'éclair', 'Eau', 'école'], 'fr', 'fr'), [
      'Eau',
      'éclair',
      'école',
      'Zèbre',
    ])
    assert.deepEqual(sorted(['ёлка', 'Азбука', 'zoo', 'ель', 'жук'], 'ru', 'ru'), [
      'Азбука',
      'ёлка',
      'ель',
      'жук',
      'zoo',
    ])
    assert.deepEqual(sorted(['中国', '阿尔及利亚', '北京', 'abc'], 'zh', 'zh'), [
      '阿尔及利亚',
      '北京',
      '中国',
      'abc',
    ])
    assert.deepEqual(sorted(['باء', 'ألف', 'zoo', 'تاء'], 'ar', 'ar'), ['ألف', 'باء', 'تاء', 'zoo'])
  })
})
