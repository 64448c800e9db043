import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LanguageCode } from '#platform/languages.ts'
import { keptCode } from './codes.ts'
import { folded } from './folding.ts'
import { stemOf } from './stems.ts'
import { textWords } from './words.ts'

const surfaces = (text: string, language: LanguageCode) =>
  textWords(text, language).words.map(({ form }) => form.surface)

test('what people type one for the other is folded', () => {
  const table = [
    ['Réunion', 'reunion'],
    ['Œuvre', 'oeuvre'],
    ['niño', 'nino'],
    ['ещё', 'еще'],
    ['Йод', 'йод'],
    ['الاتِّصالات', 'الاتصالات'],
    ['إدارة', 'اداره'],
    ['مستوى', 'مستوي'],
    ['２０３０', '2030'],
    ['٢٠٣٠', '2030'],
  ] as const
  for (const [typed, plain] of table) assert.equal(folded(typed), plain)
})

test('forms of a word share their stem in each language', () => {
  const table: [LanguageCode, ...string[]][] = [
    ['en', 'training', 'trained', 'trainings'],
    ['en', 'communities', 'community'],
    ['fr', 'formation', 'formations'],
    ['fr', 'école', 'écoles'],
    ['fr', 'nationale', 'nationaux'],
    ['es', 'capacitación', 'capacitaciones'],
    ['es', 'niñas', 'niña'],
    ['ru', 'школы', 'школа', 'школ', 'школами'],
    ['ru', 'развитие', 'развития'],
    ['ru', 'разрыв', 'разрыва', 'разрывов'],
    ['ru', 'архив', 'архивы'],
    ['ru', 'Кыргызстан', 'Кыргызстана', 'Кыргызстане', 'Кыргызстаном'],
    ['ar', 'المعلمين', 'معلم', 'والمعلمون', 'للمعلمين'],
    ['ar', 'المدارس', 'مدارس', 'بالمدارس', 'والمدارس'],
    ['ar', 'رقمية', 'الرقمي', 'الرقمية'],
    ['ar', 'إلكترونية', 'الإلكترونية', 'الالكترونيه', 'والإلكتروني'],
    ['ar', 'ألياف', 'الألياف', 'بالألياف'],
    ['ar', 'مجتمع', 'المجتمعات', 'لمجتمع'.slice(1)],
  ]
  for (const [language, first, ...others] of table) {
    for (const word of others) assert.equal(stemOf(word, language), stemOf(first!, language), word)
  }
})

test('other words keep stems of their own', () => {
  const table: [LanguageCode, string, string][] = [
    ['en', 'policy', 'police'],
    ['fr', 'cours', 'courrier'],
    ['es', 'red', 'rural'],
    ['ru', 'связь', 'связка'],
    ['ar', 'سلام', 'اسلام'],
    ['ar', 'وطن', 'طن'],
  ]
  for (const [language, a, b] of table) assert.notEqual(stemOf(a, language), stemOf(b, language), `${a} ${b}`)
})

test('numbers and names in other letters have no endings', () => {
  assert.equal(stemOf('networks', 'ru'), 'networks')
  assert.equal(stemOf('2030', 'en'), '2030')
  assert.equal(stemOf('数字', 'zh'), '数字')
})

test('a text is taken apart into words, and Chinese into characters with the edges of its words', () => {
  assert.deepEqual(surfaces('L’été à Genève', 'fr'), ['l', 'ete', 'a', 'geneve'])
  assert.deepEqual(surfaces('soft\u00adware, نمو\u200cذج', 'en'), ['software', 'نموذج'])
  const { words } = textWords('数字技能', 'zh')
  assert.deepEqual(
    words.map(({ form, isStart }) => (isStart ? `|${form.surface}` : form.surface)).join(''),
    '|数字|技能',
  )
  const text = 'L’été, 第3号'
  assert.deepEqual(
    textWords(text, 'fr').words.map(({ from, to }) => text.slice(from, to)),
    ['L', 'été', '第', '3', '号'],
  )
})

test('stop words are known, but acronyms in capitals are none', () => {
  const stops = (text: string, language: LanguageCode) =>
    textWords(text, language)
      .words.filter(({ form }) => form.isStop)
      .map(({ form }) => form.surface)
  assert.deepEqual(stops('who is WHO in the IT sector', 'en'), ['who', 'is', 'in', 'the'])
  assert.deepEqual(stops('les écoles de la ville', 'fr'), ['les', 'de', 'la'])
  assert.deepEqual(stops('доступ к сети для всех', 'ru'), ['к', 'для', 'всех'])
  assert.deepEqual(stops('التعليم من أجل التنمية', 'ar'), ['من'])
})

test('words with hyphens are known as one as well', () => {
  const joined = (text: string) => textWords(text, 'en').chunks.map((chunk) => chunk.joined?.surface ?? null)
  assert.deepEqual(joined('e-Health for multi‑stakeholder teams'), [
    'ehealth',
    null,
    'multistakeholder',
    null,
  ])
  assert.deepEqual(joined('2019-2025'), [null])
})

test('codes are compared without case, with look-alike letters, and goals by any name', () => {
  const table = [
    ['С7', 'c7'],
    ['А/RES/70/125', 'a/res/70/125'],
    ['9.C', '9.c'],
    ['SDG 4', 'sdg 4'],
    ['sdg4', 'sdg 4'],
    ['ODD 9.c', 'sdg 9.c'],
    ['ODS-4', 'sdg 4'],
    ['ЦУР 4', 'sdg 4'],
    ['可持续发展目标4', 'sdg 4'],
    ['الهدف ٤', 'sdg 4'],
    ['Resolution  140', 'resolution 140'],
  ] as const
  for (const [typed, code] of table) assert.equal(keptCode(typed), code)
})

test('no text breaks it: joiners alone, halves of characters, very long words', () => {
  for (const text of ['\u200d\u00ad', '\ud800', '\u0301', 'ـ', '💡🇰🇪', '\u0000']) {
    assert.deepEqual(
      surfaces(text, 'ar').filter((word) => word === ''),
      [],
    )
  }
  assert.equal(surfaces('a'.repeat(1_000_000), 'en')[0]!.length, 64)
})
