import { fileURLToPath } from 'node:url'
import { isLanguageCode, type LanguageCode } from '#platform/languages.ts'
import { readCatalogues, translators, type MessageValues } from '#platform/messages.ts'
import type en from './messages/en.json' with { 'resolution-mode': 'import' }

export type CommandKey = keyof typeof en

/** Words of the command line in one language. */
export type Words = (key: CommandKey, values?: MessageValues) => string

/** Tells the person at the terminal what happens, on standard output. */
export type Say = (key: CommandKey, values?: MessageValues) => void

const messagesFolder = fileURLToPath(new URL('messages', import.meta.url))

/** The language that the terminal is set to, when it is one of the six; English otherwise. */
export function terminalLanguage(env: Record<string, string | undefined>): LanguageCode {
  const set = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  const code = set.slice(0, 2).toLowerCase()
  return isLanguageCode(code) ? code : 'en'
}

export function wordsIn(language: LanguageCode): Words {
  const translate = translators(readCatalogues([messagesFolder]))[language]
  return translate as unknown as Words
}
