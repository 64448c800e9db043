import type { Actor } from '../access/actor.ts'
import type { Db } from '../database/tables.ts'
import type { LanguageCode } from '../languages.ts'
import type { MessageKey, Translate } from '../messages.ts'
import type { Search } from '../search/feeding/search-feed.ts'
import type { Settings } from '../settings.ts'

/** One request of a reader, as pages and reads see it: nothing of HTTP but the address. */
export type Visit = {
  db: Db
  /** Who asks. Reads begin with what they may see. */
  actor: Actor
  /** The session of whoever is signed in, so that they can tell it from their others. */
  session?: string | null
  language: LanguageCode
  t: Translate
  now: Date
  /** The instant of the past that is asked about; `now` is the same then. */
  asOf?: Date
  settings: Settings
  /** Finds, filters and counts what is published today. */
  search: Search
  /** The address asked for, without the language: '/duties'. */
  path: string
  /** The query as it was asked for, so that links can keep it. */
  query: URLSearchParams
  /** Stands in every form, so that no other site can send it with a reader's rights; null where no form is shown. */
  formToken: string | null
  /** Writes a line to the log of the operator; nothing that names a person or opens a door may stand in it. */
  log: (line: Record<string, unknown>) => void
  /** A short sentence about what was just done, for the head of the page. */
  done: MessageKey | null
}
