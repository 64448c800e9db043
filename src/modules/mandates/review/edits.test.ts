import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { LanguageCode } from '#platform/languages.ts'
import { applyDecisions } from './apply-decisions.ts'
import { breaksIn } from './division.ts'
import type { Edit } from './edit.ts'
import { neutralName } from './label-names.ts'
import { languageDifferences } from './language-versions.ts'
import { readFile } from './read-file.ts'
import { asReviewed, type ReviewedText } from './reviewed-text.ts'
import { outcomesOf } from './suggestion-outcomes.ts'
import { addressesOf } from './unit-addresses.ts'
import { wells } from './wells.ts'

const read = async (language: LanguageCode) => {
  const bytes = new TextEncoder().encode(wells[language])
  const { resolution, blocks } = await readFile({ bytes, name: 'wells.txt', language })
  return asReviewed(resolution, blocks)
}
const at = (text: ReviewedText, address: string) =>
  [...addressesOf(text)].find(([, one]) => one === address)?.[0] ?? `no ${address}`
const after = (text: ReviewedText, ...edits: Edit[]) =>
  applyDecisions(
    text,
    edits.map((edit, place) => ({ seq: place + 1, edit })),
  )
const addresses = (text: ReviewedText) => [...addressesOf(text).values()]
const start = [
  'considering/0',
  'resolves/1',
  'resolves/2',
  'resolves/2/a',
  'resolves/2/b',
  'instructs-secretary-general/1',
]

for (const language of ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const) {
  describe(`edits of a text (${language})`, () => {
    test('begin where the parser ends', async () => {
      assert.deepEqual(addresses(await read(language)), start)
    })

    test('give a unit another label, in the form that is the same in all languages', async () => {
      const text = await read(language)
      const edited = after(text, { kind: 'relabel', unit: at(text, 'resolves/2'), label: '3bis' })
      assert.deepEqual(
        addresses(edited),
        start.map((one) => one.replace('resolves/2', 'resolves/3bis')),
      )
    })

    test('join a unit to the one before, and divide it again where it was', async () => {
      const text = await read(language)
      const merged = after(text, { kind: 'merge', unit: at(text, 'resolves/2/b') })
      assert.deepEqual(
        addresses(merged),
        start.filter((one) => one !== 'resolves/2/b'),
      )
      const unit = at(merged, 'resolves/2/a')
      const first = text.units.find(({ id }) => id === at(text, 'resolves/2/a'))
      const divided = after(
        text,
        { kind: 'merge', unit: at(text, 'resolves/2/b') },
        { kind: 'split', unit, at: [(first?.text.length ?? 0) + (language === 'zh' ? 0 : 1)], below: false },
      )
      assert.deepEqual(addresses(divided), start)
      const words = ({ units }: ReviewedText) => units.map(({ text: own }) => own)
      assert.deepEqual(words(divided), words(text))
    })

    test('move a list out and in again', async () => {
      const text = await read(language)
      const out = after(text, { kind: 'outdent', unit: at(text, 'resolves/2/b') })
      assert.equal(addresses(out)[4], 'resolves/b')
      const back = after(
        text,
        { kind: 'outdent', unit: at(text, 'resolves/2/b') },
        { kind: 'indent', unit: at(text, 'resolves/2/b') },
      )
      assert.deepEqual(addresses(back), start)
    })

    test('make a unit a footnote, set it aside and put it back', async () => {
      const text = await read(language)
      const [last, second] = [at(text, 'resolves/2/b'), at(text, 'resolves/1')]
      const noted = after(text, { kind: 'note', unit: last, mark: '*', of: second })
      assert.deepEqual(
        [noted.footnotes.at(-1)?.mark, noted.units.find(({ id }) => id === second)?.footnotes],
        ['*', ['*']],
      )
      const aside = after(text, { kind: 'set-aside', unit: last })
      assert.equal(aside.units.length, 5)
      const back = after(
        text,
        { kind: 'set-aside', unit: last },
        { kind: 'put-back', aside: 'x-1', after: at(text, 'resolves/2/a') },
      )
      assert.deepEqual(addresses(back), start)
    })

    test('turn a section into preamble, where nobody is obliged', async () => {
      const text = await read(language)
      const turned = after(text, {
        kind: 'turn-section',
        section: 'instructs-secretary-general',
        to: 'preamble',
      })
      assert.equal(
        turned.duties.some(({ unit }) => unit === at(text, 'instructs-secretary-general/1')),
        false,
      )
    })

    test('make a heading a provision of the section before, and a heading again', async () => {
      const text = await read(language)
      const joined = after(text, { kind: 'join-section', section: 'instructs-secretary-general' })
      assert.deepEqual(
        joined.sections.map(({ key }) => key),
        ['considering', 'resolves'],
      )
      const opened = after(
        text,
        { kind: 'join-section', section: 'instructs-secretary-general' },
        { kind: 'open-section', unit: 'u-1', to: 'operative' },
      )
      assert.deepEqual(addresses(opened), start)
    })

    test('correct a duty without touching what the parser said', async () => {
      const text = await read(language)
      const duty =
        text.duties.find(({ unit }) => unit === at(text, 'instructs-secretary-general/1'))?.id ?? ''
      const set = { cadence: { value: 'biennial' as const, basis: 'explicit' as const } }
      const edited = after(text, { kind: 'set-duty', duty, set })
      const cadence = ({ duties }: ReviewedText) => duties.find(({ id }) => id === duty)?.cadence.value
      assert.deepEqual([cadence(text), cadence(edited)], ['annual', 'biennial'])
      const changed = outcomesOf(text, edited).filter(({ accepted }) => !accepted)
      assert.deepEqual(
        changed.map(({ field, address }) => [field, address]),
        [['cadence', 'instructs-secretary-general/1']],
      )
    })
  })
}

test('only what a person has looked at counts as accepted or not', async () => {
  const text = await read('en')
  assert.deepEqual(outcomesOf(text, text), [])
  const looked = after(text, { kind: 'check', units: [at(text, 'resolves/1')] })
  assert.deepEqual(
    [...new Set(outcomesOf(text, looked).map(({ address, accepted }) => `${address} ${accepted}`))],
    ['resolves/1 true'],
  )
})

test('labels of all languages have one form', () => {
  const names = [
    ['ب)', ['a'], 'b'],
    ['б)', ['a'], 'b'],
    ['i)', [], 'i'],
    ['i)', ['g', 'h'], 'i'],
    ['ii)', ['i'], 'ii'],
    ['3 مكرراً', ['2'], '3bis'],
    ['–', ['d1'], 'd2'],
    ['１）', [], '1'],
    ['Article', [], 'article'],
  ] as const
  assert.deepEqual(
    names.map(([label, before]) => neutralName(label, before)),
    names.map(([, , name]) => name),
  )
})

test('an empty line divides a text, and nothing else may change', () => {
  const text = 'that wells be dug; 2 that they be deep'
  assert.deepEqual(breaksIn(text, 'that wells be dug;\n\n2 that they be deep'), { at: [19] })
  assert.deepEqual(breaksIn(text, 'that wells be dug;\n \n 2 that\n they be deep\n'), { at: [19] })
  assert.deepEqual(breaksIn(text, text), { broken: 'rule.empty-line' })
  assert.deepEqual(breaksIn(text, 'that wells be drawn;\n\n2 that they be deep'), {
    broken: 'rule.unchanged-letters',
  })
})

test('language versions that are not built alike are told apart', () => {
  const unit = (language: LanguageCode, address: string, label: string | null) => ({
    language,
    address,
    path: address,
    section: 'resolves',
    label,
    text: '',
    closing: '',
  })
  assert.deepEqual(
    languageDifferences([
      unit('en', 'resolves/1', '1'),
      unit('fr', 'resolves/1', '1'),
      unit('ar', 'resolves/1', null),
      unit('en', 'resolves/2', '2'),
      unit('ar', 'resolves/2', '2'),
    ]),
    [
      { address: 'resolves/1', kind: 'label', languages: ['ar'], labels: { en: '1', fr: '1', ar: '' } },
      { address: 'resolves/2', kind: 'missing', languages: ['fr'], labels: { en: '2', ar: '2' } },
    ],
  )
})
