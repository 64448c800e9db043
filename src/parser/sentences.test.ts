import assert from 'node:assert/strict'
import fs from 'node:fs'
import { test } from 'node:test'
import { languageCodes } from './language-code.ts'
import { setAsideWords, unreadableSentence, warningSentence } from './sentences.ts'
import { Unreadable } from './source.ts'

const messagesOf = (language: string) =>
  JSON.parse(fs.readFileSync(new URL(`messages/${language}.json`, import.meta.url), 'utf8')) as Record<
    string,
    string
  >

const codesOf = (type: string) => {
  const source = fs.readFileSync(new URL('source.ts', import.meta.url), 'utf8')
  const union = new RegExp(`export type ${type} =([^;]*?)(?:\\n\\n|$)`).exec(source)?.[1] ?? ''
  return [...union.matchAll(/'([\w-]+)'/g)].map((found) => found[1] ?? '')
}

test('every code has its words in all six languages, and there are no others', () => {
  const keys = [
    ...codesOf('WarningCode').map((code) => `warning.${code}`),
    ...codesOf('UnreadableCode').map((code) => `unreadable.${code}`),
    ...codesOf('SetAsideReason').map((reason) => `setAside.${reason}`),
  ].sort()

  assert.equal(keys.length, 36)
  for (const language of languageCodes)
    assert.deepEqual(Object.keys(messagesOf(language)).sort(), keys, language)
})

test('all languages use the same blanks', () => {
  const names = [
    'label',
    'heading',
    'mark',
    'letters',
    'word',
    'encoding',
    'language',
    'kind',
    'what',
    'limit',
    'count',
    'seconds',
  ]
  const blanks = (message: string) => names.filter((name) => new RegExp(`\\{${name}[,}]`).test(message))
  for (const [key, message] of Object.entries(messagesOf('en'))) {
    for (const language of languageCodes) {
      assert.deepEqual(blanks(messagesOf(language)[key] ?? ''), blanks(message), `${language} ${key}`)
    }
  }
})

test('every message can be worded with and without values', () => {
  for (const language of languageCodes) {
    for (const key of Object.keys(messagesOf(language))) {
      const [kind, code] = key.split('.') as [string, never]
      const worded =
        kind === 'warning'
          ? [
              warningSentence({ code }, language),
              warningSentence({ code, values: { count: 5, label: 'a)' } }, language),
            ]
          : kind === 'unreadable'
            ? [unreadableSentence(new Unreadable(code), language)]
            : [setAsideWords(code, language)]
      for (const words of worded) assert.doesNotMatch(words, /[{}]|^$/, `${language} ${key}`)
    }
  }
})

test('a refusal says what is read instead, and how much', () => {
  assert.equal(
    unreadableSentence(new Unreadable('unknown-format', { kind: 'doc' }), 'en'),
    'This is a Word file of the old kind (.doc). Word (.docx), PDF, HTML and plain text can be read.',
  )
  assert.equal(
    unreadableSentence(new Unreadable('too-large', { what: 'megabytes', limit: 25 }), 'en'),
    'The input is too large: at most 25 megabytes are read.',
  )
  assert.equal(
    warningSentence({ code: 'characters-replaced', values: { count: 3 } }, 'ru'),
    'Не удалось прочитать 3 знака.',
  )
  assert.equal(
    warningSentence({ code: 'characters-replaced', values: { count: 11 } }, 'ar'),
    'تعذرت قراءة 11 حرفاً.',
  )
})
