import type { Db } from '../database/tables.ts'
import type { LanguageCode } from '../languages.ts'
import type { Translate } from '../messages.ts'
import type { Settings } from '../settings.ts'

/** One request of a reader, as pages and reads see it: nothing of HTTP but the address. */
export type Visit = {
  db: Db
  language: LanguageCode
  t: Translate
  now: Date
  settings: Settings
  /** The address asked for, without the language: '/duties'. */
  path: string
  /** The query as it was asked for, so that links can keep it. */
  query: URLSearchParams
}
