import { IntlMessageFormat } from 'intl-messageformat'
import type { LanguageCode } from './language-code.ts'
import ar from './messages/ar.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }
import fr from './messages/fr.json' with { type: 'json' }
import ru from './messages/ru.json' with { type: 'json' }
import zh from './messages/zh.json' with { type: 'json' }
import type { SetAsideReason, Unreadable, UnreadableCode, Warning, WarningCode } from './source.ts'

/** The parser's own words for people. A code without a sentence does not compile. */
type Key = `warning.${WarningCode}` | `unreadable.${UnreadableCode}` | `setAside.${SetAsideReason}`
type Catalogue = Record<Key, string>

const catalogues: Record<LanguageCode, Catalogue> = { ar, zh, en, fr, ru, es }

export const warningSentence = (warning: Pick<Warning, 'code' | 'values'>, language: LanguageCode) =>
  sentence(`warning.${warning.code}`, warning.values ?? {}, language)

export const unreadableSentence = (error: Pick<Unreadable, 'code' | 'values'>, language: LanguageCode) =>
  sentence(`unreadable.${error.code}`, error.values, language)

/** A few words rather than a sentence: why something was set aside. */
export const setAsideWords = (reason: SetAsideReason, language: LanguageCode) =>
  sentence(`setAside.${reason}`, {}, language)

/** Arabic texts of the United Nations count in the digits of the other languages. */
const localeOf = (language: LanguageCode) => (language === 'ar' ? 'ar-u-nu-latn' : language)

const known = new Map<string, IntlMessageFormat>()

function sentence(key: Key, values: Record<string, string | number>, language: LanguageCode): string {
  const name = `${language} ${key}`
  const message =
    known.get(name) ??
    new IntlMessageFormat(catalogues[language][key], localeOf(language), undefined, { ignoreTag: true })
  known.set(name, message)
  return String(message.format({ ...unsaid, ...values }))
}

/** What a warning does not name is left open in its sentence. */
const unsaid = {
  label: '…',
  heading: '…',
  mark: '…',
  letters: '…',
  word: '…',
  encoding: '…',
  language: '…',
  kind: 'other',
  what: 'other',
  limit: 0,
  count: 0,
  seconds: 0,
}
