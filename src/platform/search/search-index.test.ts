import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { LanguageCode } from '#platform/languages.ts'
import { activity, asked, thesaurus } from '../../../test/search-samples.ts'
import type { SearchRequest } from './search-document.ts'
import { openIndex } from './search-index.ts'

const index = openIndex({ thesaurus })
index.put([
  activity('en', { codes: ['C4', '9.c'] }),
  activity('fr'),
  activity('es'),
  activity('ru'),
  activity('zh'),
  activity('ar', { codes: ['C7', 'SDG 9'] }),
])

/** The keys of what is found directly, and with a tilde what the thesaurus found. */
const found = (words: string, more: Partial<SearchRequest> = {}) => {
  const { hits } = index.search(asked(words, more))
  const direct = hits.filter(({ via }) => via !== 'thesaurus').map(({ key }) => key)
  const widened = hits.filter(({ via }) => via === 'thesaurus').map(({ key }) => `~${key}`)
  return [...direct, ...widened.sort()].join(' ')
}

describe('words', () => {
  test('are found in each language in their forms, with and without accents', () => {
    const table = [
      ['school', ''],
      ['skill', 'en'],
      ['programmes', 'en'],
      ['women', 'en'],
      ['école', 'fr'],
      ['ecole', 'fr'],
      ['educacion', 'es'],
      ['niña', 'es'],
      ['школа', 'ru'],
      ['учитель', 'ru'],
      ['معلم', 'ar'],
      ['فجوة', 'ar'],
      ['والنساء', 'ar'],
      ['联合国', 'zh'],
      ['国', 'zh'],
      ['妇女 技能', 'zh'],
      ['农村妇女技能', 'zh'],
      ['村女', 'zh'],
      ['la formation', 'fr'],
      ['cote d’ivoire', 'fr'],
    ] as const
    for (const [words, keys] of table) assert.equal(found(words), keys, words)
  })

  test('must all be there', () => {
    assert.equal(found('women farmers'), 'en')
    assert.equal(found('women ministère'), '')
  })

  test('that tell nothing apart are not asked for, unless nothing else is', () => {
    assert.equal(found('the women of the programme'), 'en')
    assert.equal(found('THE WOMEN OF THE PROGRAMME'), 'en')
    assert.equal(found('les écoles de la ville de'), '')
    assert.equal(found('OMS'), 'fr')
  })

  test('are looked up whole as codes', () => {
    const table = [
      ['C7', 'ar'],
      ['С7', 'ar'],
      ['c4', 'en'],
      ['C', ''],
      ['9.c', 'en'],
      ['9.C', 'en'],
      ['9', ''],
      ['A/RES/70/125', 'en'],
      ['a/res/70/12', ''],
      ['SDG 5', 'en'],
      ['ODD 5', 'en'],
      ['ЦУР 9', 'ar'],
      ['可持续发展目标9', 'ar'],
      ['women C4', 'en'],
      ['women C7', ''],
    ] as const
    for (const [words, keys] of table) assert.equal(found(words), keys, words)
  })

  test('in quotes must stand together, in the quotes of any language', () => {
    const table = [
      ['"national programme"', 'en'],
      ['"programme national"', ''],
      ['"trains women"', 'en'],
      ['"train women"', ''],
      ['"divide after"', 'en'],
      ['"for rural"', 'en'],
      ['« fracture numérique »', 'fr'],
      ['„цифровой разрыв“', 'ru'],
      ['“数字鸿沟”', 'zh'],
      ['「妇女数字」', 'zh'],
      ['「妇女技能」', ''],
      ['"الأمن السيبراني"', 'ar'],
    ] as const
    for (const [words, keys] of table) assert.equal(found(words), keys, words)
  })

  test('after a minus must not be there', () => {
    assert.equal(found('-digital -数字'), 'ar fr ru')
    assert.equal(found('women -rural'), '')
    assert.equal(found('women -"rural areas"'), 'en')
    assert.equal(found('women -"rural women"'), '')
    assert.equal(found('-C7 -C4 -la -école -教'), 'es ru zh')
  })

  test('may be begun while somebody types', () => {
    assert.equal(found('rur', { lastWord: 'begun' }), 'en es')
    assert.equal(found('dig', { lastWord: 'begun' }), 'en es')
    assert.equal(found('women dig', { lastWord: 'begun' }), 'en')
    assert.equal(found('цифр', { lastWord: 'begun', language: 'ru' }), 'ru')
    assert.equal(found('C', { lastWord: 'begun' }), '')
  })
})

describe('a word that stands nowhere', () => {
  test('is taken for the beginning of one, which is said, before it is taken for an error', () => {
    assert.equal(found('dig'), 'en es')
    assert.equal(found('dig women'), 'en')
    assert.deepEqual(index.search(asked('dig women')).corrected, [
      { asked: 'dig', used: 'dig', by: 'beginning' },
    ])
    assert.equal(found('di'), '')
  })
})

describe('typing errors', () => {
  const corrections = (words: string, language: LanguageCode = 'en') => {
    const { corrected, hits } = index.search(asked(words, { language }))
    return [...corrected.map(({ asked, used }) => `${asked} → ${used}`), ...hits.map(({ via }) => via)].join(
      ', ',
    )
  }

  test('are forgiven where a word stands nowhere: one letter in usual words, two in long ones', () => {
    const table = [
      ['womne', 'en', 'womne → women, correction'],
      ['enseigant', 'fr', 'enseigant → enseignants, correction'],
      ['comerce', 'en', 'comerce → commerce, correction'],
      ['commercce farmer', 'en', 'commercce → commerce, correction'],
      ['farmmrs', 'en', 'farmmrs → farmers, correction'],
      ['fammmrs', 'en', ''],
      ['enseignnnts', 'fr', 'enseignnnts → enseignants, correction'],
      ['шклоа', 'ru', ''],
      ['доступп', 'ru', 'доступп → доступ, correction'],
      ['wmn', 'en', ''],
      ['C77', 'en', ''],
    ] as const
    for (const [words, language, told] of table) {
      assert.equal(corrections(words, language), told, words)
    }
  })

  test('are not looked for in words that are there, nor in phrases', () => {
    assert.equal(corrections('women'), '')
    assert.equal(corrections('"womne"'), '')
  })
})

describe('the thesaurus', () => {
  test('finds entries in other languages, after those in the language of the query, and says by what', () => {
    for (const words of [
      'digital divide',
      'fracture numérique',
      'цифровой разрыв',
      '数字鸿沟',
      'الفجوة الرقمية',
    ]) {
      const answer = index.search(asked(words))
      assert.equal(answer.total, 6, words)
      const [first, ...others] = answer.hits
      assert.equal(first?.via, null, words)
      assert.deepEqual([...new Set(others.map(({ via }) => via))], ['thesaurus'], words)
      assert.deepEqual(
        answer.widenedBy.map(({ asked, concept }) => [asked, concept]),
        [[words, 'digital-divide']],
      )
    }
    const [widening] = index.search(asked('digital divide')).widenedBy
    assert.equal(widening?.terms.fr[0], 'fracture numérique')
  })

  test('joins its concepts with the other words by and', () => {
    assert.equal(found('digital divide rural'), 'en ~es')
    assert.equal(found('digital divide школа'), '~ru')
    assert.equal(found('digital divide -écoles'), 'en ~ar ~es ~ru ~zh')
  })

  test('does not widen a phrase', () => {
    assert.equal(found('"digital divide"'), 'en')
  })

  test('takes acronyms in small letters for those of the reader alone', () => {
    assert.deepEqual(
      index.search(asked('app')).widenedBy.map(({ concept }) => concept),
      [],
    )
    assert.deepEqual(
      index.search(asked('app', { language: 'es' })).widenedBy.map(({ concept }) => concept),
      ['public-private-partnership'],
    )
  })
})

test('a query that means harm is answered like any other, and soon', () => {
  const hostile = [
    '"'.repeat(100_000),
    '-'.repeat(100_000),
    '"a '.repeat(50_000),
    'a'.repeat(1_000_000),
    'ab '.repeat(100_000),
    '\u0000\u0001\ud800\udfff',
    '的'.repeat(10_000),
    'ـ'.repeat(1000),
    '-"" «» “',
    'constructor __proto__ toString',
    '../../etc/passwd; drop table',
    'e-'.repeat(200),
  ]
  for (const words of hostile) {
    for (const lastWord of ['whole', 'begun'] as const) {
      const began = performance.now()
      const answer = index.search(asked(words, { lastWord, facets: 'all' }))
      assert.ok(performance.now() - began < 1000, words.slice(0, 20))
      assert.ok(answer.total <= 6)
    }
  }
  assert.equal(index.search(asked('women')).total, 1)
  const odd = index.search(
    asked('', { filters: { ['__proto__x']: ['y'], constructor: ['z'] }, facets: 'all' }),
  )
  assert.equal(odd.total, 0)
})
