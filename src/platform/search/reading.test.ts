import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { LanguageCode } from '#platform/languages.ts'
import { activity, asked, thesaurus } from '../../../test/search-samples.ts'
import type { SearchDocument, SearchRequest } from './search-document.ts'
import { openIndex } from './search-index.ts'

type Texts = [key: string, language: LanguageCode, title: string, body?: string]

const indexOf = (texts: readonly Texts[], more: Partial<SearchDocument> = {}) => {
  const index = openIndex({ thesaurus })
  index.put(
    texts.map(([key, language, title, body = '']) =>
      activity(language, { key, texts: [{ language, title, body }], ...more }),
    ),
  )
  return index
}

const keysOf = (
  index: ReturnType<typeof indexOf>,
  words: string,
  language: LanguageCode,
  more: Partial<SearchRequest> = {},
) => index.search(asked(words, { language, ...more })).hits.map(({ key }) => key)

describe('words are read as they were meant', () => {
  test('in Arabic with the hamza of the word and the article before it', () => {
    const index = indexOf([
      ['a', 'ar', 'النفايات الإلكترونية'],
      ['b', 'ar', 'شبكة الألياف'],
    ])
    assert.deepEqual(keysOf(index, 'نفايات إلكترونية', 'ar'), ['a'])
    assert.deepEqual(keysOf(index, 'نفايات الكترونيه', 'ar'), ['a'])
    assert.deepEqual(keysOf(index, 'ألياف', 'ar'), ['b'])
  })

  test('in an Arabic phrase with particles written on its first word', () => {
    const index = indexOf([
      ['a', 'ar', 'قانون', 'تعنى الهيئة بحماية الأطفال على الإنترنت'],
      ['b', 'ar', 'قانون', 'سياسة للأطفال في المدرسة'],
      ['c', 'ar', 'قانون', 'الأطفال وحماية البيانات'],
    ])
    assert.deepEqual(keysOf(index, '"حماية الأطفال"', 'ar'), ['a'])
    assert.deepEqual(keysOf(index, '"الأطفال في المدرسة"', 'ar'), ['b'])
  })

  test('in wide letters and signs', () => {
    const index = indexOf([['a', 'zh', '农业']], { codes: ['C7.eAgr'] })
    assert.deepEqual(keysOf(index, 'Ｃ７．ｅＡｇｒ', 'zh'), ['a'])
    assert.deepEqual(keysOf(index, '农业 －农业', 'zh'), [])
  })

  test('by the names of several words that are codes', () => {
    const index = indexOf([['a', 'en', 'A place in a text']], { codes: ['resolves 6 i', '行动方面C7'] })
    assert.deepEqual(keysOf(index, 'resolves 6 i', 'en'), ['a'])
    assert.deepEqual(keysOf(index, '行动方面C7', 'zh'), ['a'])
    assert.deepEqual(keysOf(index, 'resolves 6', 'en'), [])
  })
})

describe('what is Chinese', () => {
  const index = indexOf([
    ['network', 'zh', '网络安全培训', '保护网络与设备'],
    ['tea', 'zh', '茶园与农民', '云南'],
  ])

  test('is found by the characters of a word that stands nowhere as it is', () => {
    assert.deepEqual(keysOf(index, '茶农', 'zh'), ['tea'])
  })

  test('is forgiven one wrong character, and the answer says which', () => {
    const { hits, corrected } = index.search(asked('网洛安全', { language: 'zh' }))
    assert.deepEqual(
      hits.map(({ key, via }) => [key, via]),
      [['network', 'correction']],
    )
    assert.deepEqual(corrected, [{ asked: '洛', used: '络', by: 'spelling' }])
    assert.deepEqual(keysOf(index, '“网洛安全”', 'zh'), [])
  })
})

describe('what weighs less', () => {
  test('is a stem that the word has in another language than the reader’s', () => {
    const index = indexOf([
      ['es', 'es', 'Nacionales'],
      ['fr', 'fr', 'Nationaux et nationales'],
    ])
    assert.equal(keysOf(index, 'nationale', 'fr')[0], 'fr')
    const both = indexOf([
      ['es', 'es', 'Plan de formaciones'],
      ['fr', 'fr', 'Plan de formations'],
    ])
    assert.deepEqual(keysOf(both, 'formation', 'fr')[0], 'fr')
  })

  test('is a concept of which only a form was typed', () => {
    const score = (words: string) => {
      const index = indexOf([['fr', 'fr', 'Les bibliothèques du village']])
      return index.search(asked(words)).hits[0]?.score ?? 0
    }
    assert.ok(score('library') > score('libraries'))
    assert.ok(score('libraries') > 0)
  })

  test('is a word of the same stem that is much longer or shorter', () => {
    const index = indexOf([
      ['far', 'es', 'Programa'],
      ['near', 'es', 'Un texto largo de cosas', 'Aquí trabaja una programadora'],
    ])
    assert.deepEqual(keysOf(index, 'programadoras', 'es'), ['near', 'far'])
  })

  test('is a code that a record only speaks of', () => {
    const index = openIndex({ thesaurus })
    index.put([
      activity('en', { key: 'tagged', tags: ['C7'], date: Date.UTC(2026, 0, 1) }),
      activity('en', { key: 'called', codes: ['C7'], date: Date.UTC(2020, 0, 1) }),
    ])
    assert.deepEqual(keysOf(index, 'C7', 'en'), ['called', 'tagged'])
  })
})
