import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { languageCodes, type LanguageCode } from '../languages.ts'
import { alignSegments } from './alignment.ts'
import { joined, segmentsOf, tidied } from './segments.ts'

const cut = (text: string, language: LanguageCode) => segmentsOf(text, language).map((one) => one.text)

describe('a text is cut into sentences', () => {
  test('of English, where a point is not always an end', () => {
    assert.deepEqual(
      cut('Decision No. 5 (Rev. Dubai, 2018) stands. See Art. 3, e.g. there. J. Smith left!', 'en'),
      ['Decision No. 5 (Rev. Dubai, 2018) stands.', 'See Art. 3, e.g. there.', 'J. Smith left!'],
    )
    assert.deepEqual(cut('Is it? No. It costs 3.5 per cent. 1. First point.', 'en'), [
      'Is it?',
      'No.',
      'It costs 3.5 per cent.',
      '1. First point.',
    ])
  })

  test('of French and Spanish', () => {
    assert.deepEqual(
      cut('La décision (Rév. Dubaï, 2018) vaut. Voir l’art. 3, p. ex. l’alinéa 2. Qui ?', 'fr'),
      ['La décision (Rév. Dubaï, 2018) vaut.', 'Voir l’art. 3, p. ex. l’alinéa 2.', 'Qui ?'],
    )
    assert.deepEqual(cut('Véase el núm. 5 (Rev. Dubái, 2018). ¿Quién? El Sr. García.', 'es'), [
      'Véase el núm. 5 (Rev. Dubái, 2018).',
      '¿Quién?',
      'El Sr. García.',
    ])
  })

  test('of Russian', () => {
    assert.deepEqual(cut('В 2018 г. Совет решил. См. ст. 3 (Пересм. Дубай, 2018 г.). И. И. Иванов.', 'ru'), [
      'В 2018 г. Совет решил.',
      'См. ст. 3 (Пересм. Дубай, 2018 г.).',
      'И. И. Иванов.',
    ])
  })

  test('of Chinese, where no space stands between them', () => {
    assert.deepEqual(cut('决定（2018年，迪拜）有效。“谁？”大家！见第5号；仍在一句。', 'zh'), [
      '决定（2018年，迪拜）有效。',
      '“谁？”',
      '大家！',
      '见第5号；仍在一句。',
    ])
  })

  test('of Arabic', () => {
    assert.deepEqual(cut('القرار رقم 5 (دبي، 2018) ساري. من المسؤول؟ د. أمينة، بنسبة 3.5 في المائة.', 'ar'), [
      'القرار رقم 5 (دبي، 2018) ساري.',
      'من المسؤول؟',
      'د. أمينة، بنسبة 3.5 في المائة.',
    ])
  })

  test('and into lines and paragraphs', () => {
    assert.deepEqual(segmentsOf('One\r\ntwo. Three.\n\n\nFour', 'en'), [
      { text: 'One', gap: '\n' },
      { text: 'two.', gap: ' ' },
      { text: 'Three.', gap: '\n\n\n' },
      { text: 'Four', gap: '' },
    ])
  })

  test('without losing a letter', () => {
    const unit = fc.constantFrom(
      'a',
      'B',
      '. ',
      '.',
      '\n',
      ' ',
      '。',
      '؟ ',
      '“',
      '”',
      '(',
      ')',
      '5',
      'No. ',
      'г. ',
      '中',
      'ب',
    )
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(unit, { maxLength: 30 }).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(texts, fc.constantFrom(...languageCodes), (text, language) => {
        const segments = segmentsOf(text, language)
        assert.equal(joined(segments), tidied(text))
        assert.equal(
          segments.every((one) => one.text.trim() === one.text && one.text !== '' && one.gap.trim() === ''),
          true,
        )
      }),
      { numRuns: 500 },
    )
  })
})

describe('an edited text is laid beside the old one', () => {
  const kinds = (old: string[], now: string[]) =>
    alignSegments(old, now).map(({ from, kind }) => `${from} ${kind}`)

  test('so that only what was touched is another', () => {
    const old = ['The room opens at nine.', 'It closes at five.', 'Entry is free.']
    assert.deepEqual(kinds(old, old), ['0 same', '1 same', '2 same'])
    assert.deepEqual(kinds(old, ['New rules apply now.', 'The room opens at ten.', 'It closes at five.']), [
      'null new',
      '0 changed',
      '1 same',
    ])
    assert.deepEqual(kinds(old, ['Entry is free.', 'It closes at five.', 'The room opens at nine.']), [
      '2 same',
      '1 same',
      '0 same',
    ])
  })

  test('in Chinese and Arabic too', () => {
    assert.deepEqual(
      kinds(['阅览室九点开放。', '免费入场。'], ['阅览室十点开放。', '请保持安静。', '免费入场。']),
      ['0 changed', 'null new', '1 same'],
    )
    assert.deepEqual(
      kinds(['تفتح القاعة في التاسعة.', 'الدخول مجاني.'], ['تفتح القاعة في العاشرة.', 'الدخول مجاني.']),
      ['0 changed', '1 same'],
    )
  })

  test('each old sentence continues once', () => {
    const words = fc.array(fc.constantFrom('a b c', 'a b d', 'x y', 'x y z', 'q'), { maxLength: 8 })
    fc.assert(
      fc.property(words, words, (old, now) => {
        const from = alignSegments(old, now).flatMap((one) => (one.from === null ? [] : [one.from]))
        assert.equal(new Set(from).size, from.length)
        assert.equal(alignSegments(old, now).length, now.length)
      }),
    )
  })
})
