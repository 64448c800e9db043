import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { IntlMessageFormat } from 'intl-messageformat'
import { languageCodes, languages, type LanguageCode } from './languages.ts'
import { readCatalogues } from './messages.ts'

const source = path.resolve(import.meta.dirname, '..')
const folders = fs
  .globSync(['platform/messages', 'modules/*/messages'], { cwd: source })
  .map((folder) => path.join(source, folder))
  .sort()
const catalogues = readCatalogues(folders)
const keys = Object.keys(catalogues.en)

test('every folder of messages is complete in six languages', () => {
  for (const folder of folders) {
    assert.deepEqual(
      fs.readdirSync(folder).sort(),
      languageCodes.map((code) => `${code}.json`).sort(),
      folder,
    )
  }
})

test('a message asks for the same values in every language', () => {
  const faults = everyMessage((_code, key, parts) => {
    const wanted = [...valuesOf(astOf('en', key))].sort()
    const found = [...valuesOf(parts)].sort()
    return wanted.join() === found.join() ? null : `${found.join()} instead of ${wanted.join()}`
  })
  assert.deepEqual(faults, [])
})

test('a message that counts has every plural form of its language and no other', () => {
  const faults = everyMessage((code, _key, parts) => {
    const forms = new Intl.PluralRules(languages[code].locale).resolvedOptions().pluralCategories.toSorted()
    const wrong = pluralsOf(parts).find(
      (options) =>
        options
          .filter((option) => !option.startsWith('='))
          .toSorted()
          .join() !== forms.join(),
    )
    return wrong ? `${wrong.join()} instead of ${forms.join()}` : null
  })
  assert.deepEqual(faults, [])
})

test('a message that chooses has the same choices in every language', () => {
  const faults = everyMessage((_code, key, parts) => {
    const [wanted, found] = [choicesOf(astOf('en', key)), choicesOf(parts)]
    return wanted.every((choice) => found.includes(choice)) &&
      found.every((choice) => wanted.includes(choice))
      ? null
      : found.join(' / ')
  })
  assert.deepEqual(faults, [])
})

// Names that are written in Latin letters everywhere.
const names = /Actionline|Atom|OpenAPI|iCalendar|Akoma Ntoso|Cookie|MIT|https?:\S+/g
const scripts = { ar: /\p{Script=Arabic}/u, zh: /\p{Script=Han}/u, ru: /\p{Script=Cyrillic}/u }

test('Arabic, Chinese and Russian messages are written in their own script', () => {
  const faults = everyMessage((code, key) => {
    const script = scripts[code as keyof typeof scripts]
    const words = (catalogues.en[key] ?? '').replaceAll(/\{\w+\}/g, '').replaceAll(names, '')
    return !script || !/[a-z]{2}/.test(words) || script.test(catalogues[code][key] ?? '')
      ? null
      : 'not translated'
  })
  assert.deepEqual(faults, [])
})

test('French signs of two parts, and its quotation marks, stay with their words', () => {
  const torn = Object.entries(catalogues.fr).filter(([, text]) => / [:;!?»]|« /.test(text))
  assert.deepEqual(torn, [])
})

test('no message is spare', () => {
  const files = fs.globSync('**/*.ts', { cwd: source, exclude: (name) => name.endsWith('.test.ts') })
  const code = files.map((file) => fs.readFileSync(path.join(source, file), 'utf8')).join('\n')
  const said = new Set([...code.matchAll(/['"`]([\w.-]+)['"`]/g)].map(([, literal]) => literal))
  // A key put together, such as `mandates.verb.${verb}`, uses every key that one word in the gap makes.
  const joined = [...code.matchAll(/`((?:[\w.-]|\$\{[^`{}]*\})*\$\{(?:[^`{}]*)\}[\w.-]*)`/g)]
    .map(([, template = '']) => template.split(/\$\{[^`{}]*\}/).map((text) => text.replaceAll('.', '\\.')))
    .filter(
      (texts) => texts.some((text) => /[a-z]{3}/.test(text)) && texts.some((text) => text.includes('.')),
    )
    .map((texts) => new RegExp(`^${texts.join('[\\w-]+')}$`))
  const isUsed = (key: string) => said.has(key) || joined.some((pattern) => pattern.test(key))
  assert.deepEqual(
    keys.filter((key) => !isUsed(key)),
    [],
  )
})

type Parts = ReturnType<IntlMessageFormat['getAst']>
type Part = Parts[number]

function everyMessage(faultOf: (code: LanguageCode, key: string, parts: Parts) => string | null): string[] {
  return languageCodes.flatMap((code) =>
    keys.flatMap((key) => {
      const fault = faultOf(code, key, astOf(code, key))
      return fault === null ? [] : [`${code} ${key}: ${fault}`]
    }),
  )
}

const astOf = (code: LanguageCode, key: string): Parts =>
  new IntlMessageFormat(catalogues[code][key] ?? '', languages[code].locale, undefined, {
    ignoreTag: true,
  }).getAst()

const optionsOf = (part: Part) => ('options' in part ? part.options : {})

const inside = (parts: Parts): Part[] =>
  parts.flatMap((part) => [part, ...Object.values(optionsOf(part)).flatMap(({ value }) => inside(value))])

// Literal text and the number sign of a plural have no name of a value.
const valuesOf = (parts: Parts): Set<string> =>
  new Set(
    inside(parts).flatMap((part) =>
      part.type === 0 || part.type === 7 || !('value' in part) ? [] : [part.value],
    ),
  )

const pluralsOf = (parts: Parts): string[][] =>
  inside(parts).flatMap((part) => ('pluralType' in part ? [Object.keys(part.options)] : []))

const choicesOf = (parts: Parts): string[] =>
  inside(parts).flatMap((part) =>
    'options' in part && !('pluralType' in part) ? [Object.keys(part.options).toSorted().join()] : [],
  )
