import fs from 'node:fs'
import path from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import en from './messages/en.json' with { type: 'json' }
import { languageCodes, languages, type Language, type LanguageCode } from './languages.ts'

/**
 * Every key of every `messages/en.json`. A module adds its own in its `module.ts`:
 * `declare module '#platform/messages.ts' { interface MessageKeys extends Catalogue {} }`, so that a misspelt key does not compile.
 */
// eslint-disable-next-line -- the body is empty on purpose: modules merge into it.
export interface MessageKeys extends PlatformCatalogue {}

type PlatformCatalogue = typeof en

export type MessageKey = keyof MessageKeys

export type MessageValues = Record<string, string | number | Date>

/** Words a message in one language; knows that language. */
export type Translate = ((key: MessageKey, values?: MessageValues) => string) & {
  language: Language
  /** Whether a key that is put together from codes of data exists. */
  knows: (key: string) => key is MessageKey
  /** All keys in their order, and a message as it is written, with its gaps: what language parity counts and opens. */
  keys: readonly MessageKey[]
  template: (key: MessageKey, language?: LanguageCode) => string
}

export type Catalogues = Record<LanguageCode, Record<string, string>>

/** Reads `messages/<language>.json` of the given folders; throws when a key is missing, spare or doubled anywhere. */
export function readCatalogues(folders: string[]): Catalogues {
  const catalogues: Catalogues = { ar: {}, zh: {}, en: {}, fr: {}, ru: {}, es: {} }
  for (const folder of folders) {
    for (const code of languageCodes) {
      const file = path.join(folder, `${code}.json`)
      const messages = JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, string>
      const doubled = Object.keys(messages).filter((key) => key in catalogues[code])
      if (doubled.length > 0) throw new Error(`${file} repeats keys of another module: ${doubled.join(', ')}`)
      Object.assign(catalogues[code], messages)
    }
  }
  const faults = languageCodes.flatMap((code) => missingKeys(catalogues, code))
  if (faults.length > 0) throw new Error(`translations are not complete: ${faults.join('; ')}`)
  return catalogues
}

function missingKeys(catalogues: Catalogues, code: LanguageCode): string[] {
  const missing = Object.keys(catalogues.en).filter((key) => !catalogues[code][key]?.trim())
  const spare = Object.keys(catalogues[code]).filter((key) => !(key in catalogues.en))
  return [
    ...missing.map((key) => `${code} lacks ${key}`),
    ...spare.map((key) => `${code} has ${key}, which English has not`),
  ]
}

/** Most messages are plain words; a quote or a brace says something to the parser. */
const hasSyntax = /[{}']/

/** One translator per language over the catalogues; each message is parsed when it is first needed. */
export function translators(catalogues: Catalogues): Record<LanguageCode, Translate> {
  const one = (code: LanguageCode): Translate => {
    const language = languages[code]
    const parsed = new Map<string, IntlMessageFormat>()
    const words = (key: MessageKey, values?: MessageValues) => {
      const text = catalogues[code][key]
      if (text === undefined) throw new Error(`no message '${key}' in ${code}`)
      if (!hasSyntax.test(text)) return text
      let message = parsed.get(key)
      if (!message)
        parsed.set(
          key,
          (message = new IntlMessageFormat(text, language.locale, undefined, { ignoreTag: true })),
        )
      return String(message.format(values))
    }
    const knows = (key: string): key is MessageKey => key in catalogues[code]
    const keys = Object.keys(catalogues[code]) as MessageKey[]
    const template = (key: MessageKey, asked = code) => catalogues[asked][key] ?? ''
    return Object.assign(words, { language, knows, keys, template })
  }
  return { ar: one('ar'), zh: one('zh'), en: one('en'), fr: one('fr'), ru: one('ru'), es: one('es') }
}
