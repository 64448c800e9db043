import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LanguageCode } from '#platform/languages.ts'
import { activityTexts, asked, thesaurus } from '../../../test/search-samples.ts'
import type { Correction } from './search-document.ts'
import { searchMarks } from './search-marks.ts'

test('what was found is marked in the texts of each language', () => {
  const marked = (words: string, language: LanguageCode, corrections: Correction[] = []) => {
    const text = activityTexts[language].join('. ')
    const marks = searchMarks(asked(words), corrections, thesaurus)(text, language)
    return marks.map(([from, to]) => text.slice(from, to)).join(' | ')
  }
  assert.equal(marked('digital divide', 'en'), 'Digital | digital divide')
  assert.equal(marked('digital divide', 'fr'), 'fracture numérique')
  assert.equal(marked('digital divide', 'zh'), '数字鸿沟')
  assert.equal(marked('ecole', 'fr'), 'écoles')
  assert.equal(marked('школа', 'ru'), 'школах')
  assert.equal(marked('国', 'zh'), '国 | 国')
  assert.equal(marked('联合国', 'zh'), '联合国')
  assert.equal(marked('ODD 5', 'en'), 'SDG 5')
  assert.equal(marked('a/res/70/125', 'en'), 'A/RES/70/125')
  assert.equal(marked('womne', 'en', [{ asked: 'womne', used: 'women', by: 'spelling' }]), 'women | women')
  assert.equal(marked('-women farmers', 'en'), 'farmers')
})
