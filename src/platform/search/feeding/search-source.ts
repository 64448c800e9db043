import type { Db } from '../../database/tables.ts'
import type { LanguageCode } from '../../languages.ts'
import type { MessageKey } from '../../messages.ts'
import type { Visit } from '../../web/visit.ts'
import type { SearchDocument } from '../search-document.ts'

/** A line of the history, as far as it tells what has to be read again. */
export type TouchingLine = {
  act: string
  subject: { kind: string; id: string }
  facts: Record<string, unknown>
  /** Of the rows that were written with it (`row_versions`); null where there are none. */
  batch: number | null
}

/** What a module offers to the search: its published records, and which of them a change concerns. */
export type SearchSource = {
  name: string
  /** Changes with the way in which documents are made, so that no process goes on with those of another version. */
  version: number
  /** All records that the public may find, some at a time. */
  all: (db: Db) => AsyncIterable<readonly SearchDocument[]>
  /**
   * Keys of the records that these lines may have changed, or 'all' of the source. What is no longer there, or no longer
   * public, is among them too: `documents` gives nothing for it.
   */
  touched: (db: Db, lines: readonly TouchingLine[]) => Promise<readonly string[] | 'all'>
  documents: (db: Db, keys: readonly string[]) => Promise<readonly SearchDocument[]>
  /** Whether a key is one of this source. */
  holds: (key: string) => boolean
  /** How its kinds of records are shown where all that is published is searched. */
  kinds: Readonly<Record<string, FoundKind>>
}

/** How records of a kind are told among the results of a search, from the cards that are kept with them. */
export type FoundKind = {
  /** 'Duties', over their number. */
  many: MessageKey
  /** 'Duty', over one of them. */
  one: MessageKey
  /** Its id; what people call it or the place where it stands; and its page, without the language, if one shows it. */
  told: (visit: Pick<Visit, 'language' | 't'>, card: string) => FoundRecord
  /**
   * Records of this kind show that something is done: what counts evidence counts them, by the facets 'action-line', 'sdg',
   * 'target', 'gdc', 'region', 'country' and 'year' of their documents.
   */
  isEvidence?: true
}

export type FoundRecord = {
  id: string
  name: string
  path: string | null
  /** Languages whose text a machine has written, or whose source has changed since. */
  unchecked?: Partial<Record<LanguageCode, 'machine' | 'outdated'>>
  isArchived?: boolean
  isExample?: boolean
}
