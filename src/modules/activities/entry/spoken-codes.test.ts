import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { LanguageCode } from '#platform/languages.ts'
import { shippedThesaurus } from '#platform/search/thesaurus/shipped-thesaurus.ts'
import { speakingOf, suggestedCodes } from './spoken-codes.ts'
import type { SuggestedField } from './suggestions.ts'

const thesaurus = shippedThesaurus()

const codes = (language: LanguageCode, text: string, field: SuggestedField) =>
  speakingOf(thesaurus, language)(text, field).map(({ code }) => code)

describe('what an entry speaks of', () => {
  test('is said with the words that led to it, each once', () => {
    const text = 'Telemedicine reaches remote valleys. TELEMEDICINE needs broadband.'
    const lines = speakingOf(thesaurus, 'en')(text, 'actionLines')
    assert.deepEqual(lines.find(({ code }) => code === 'C7.eHea')?.words, ['Telemedicine'])
    assert.deepEqual(lines.find(({ code }) => code === 'C2')?.words, ['broadband'])
    assert.ok(codes('en', text, 'sdgs').includes('3'))
    assert.ok(codes('en', text, 'gdc').includes('1'))
  })

  const women: [LanguageCode, string][] = [
    ['ar', 'تدريب النساء في المناطق الريفية'],
    ['zh', '为农村地区的妇女提供培训'],
    ['en', 'Courses for women in rural areas'],
    ['fr', 'Des cours pour les femmes des zones rurales'],
    ['ru', 'Курсы для женщин в сельской местности'],
    ['es', 'Cursos para mujeres de zonas rurales'],
  ]
  for (const [language, text] of women) {
    test(`names those it serves in ${language}`, () => {
      assert.deepEqual(codes(language, text, 'beneficiaries').toSorted(), ['remote-rural', 'women'])
    })
  }

  test('is nothing where nothing is said', () => {
    for (const field of ['actionLines', 'sdgs', 'gdc', 'beneficiaries'] as const)
      assert.deepEqual(codes('en', 'We met on Tuesday.', field), [])
  })

  test('leads to objectives by concepts that the thesaurus has', () => {
    const unknown = [...suggestedCodes().objectivesOf.keys()].filter((one) => !thesaurus.concepts.has(one))
    assert.deepEqual(unknown, [])
  })
})
