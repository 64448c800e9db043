import type { RawBuilder } from 'kysely'
import type { Actor } from '../access/actor.ts'
import type { MessageKey, Translate } from '../messages.ts'
import type { Visit } from '../web/visit.ts'

/** A kind of subject of history, as its module lets people read about it. What is not declared is told to nobody. */
export type SubjectKind = {
  kind: string
  /** For its words: `noun.<noun>`, `state.<noun>.<state>`. */
  noun: string
  /**
   * A condition on a line `h` of the history: whether the actor may see its subject, and could see it then. In SQL, since
   * nothing may be left out of a list after it was cut into pages.
   */
  seenBy: (actor: Actor) => RawBuilder<unknown>
  /** What the subjects are called, and where they stand; those that are gone may be missing. */
  named: (visit: Visit, ids: readonly string[]) => Promise<Map<string, SubjectName>>
  /** Other subjects whose history belongs to that of one record. */
  related?: (visit: Visit, id: string) => Promise<readonly { kind: string; id: string }[]>
  /** What of it is kept in versions and may be shown to whoever sees it. */
  record?: VersionedRecord
}

export type SubjectName = { label: string; path: string | null }

/** A record with its versions: the row, and the rows of other tables whose key begins with the same id. */
export type VersionedRecord = {
  table: string
  /** Only these columns are shown, in this order. */
  fields: Record<string, VersionedField>
  parts?: readonly { table: string; fields: Record<string, VersionedField> }[]
}

export type VersionedField = {
  label: MessageKey
  /** How a code is worded. */
  word?: (t: Translate, code: string) => string
}

/** Who did something, as the reader may know them. */
export type ActorName =
  | { kind: 'name'; name: string }
  /** `of`: what the role is for, in the reader's language. */
  | { kind: 'role'; role: string; of: string | null }
  | { kind: 'erased' }

/** Asks who people are; `at` by person: when each acted. Declared by the module that knows people. */
export type ActorNames = (
  visit: Pick<Visit, 'db' | 'actor' | 'language'>,
  lines: readonly { actor: string; at: Date }[],
) => Promise<(line: { actor: string; at: Date }) => ActorName | null>

/** An id as one part of an address: ids of duties hold signs that divide addresses. */
export const placeOf = (id: string): string => id.replaceAll('/', '~').replaceAll('#', '!')

export const idOfPlace = (place: string): string => place.replaceAll('~', '/').replaceAll('!', '#')

export const historyPath = (kind: string, id: string): string => `/history/${kind}/${placeOf(id)}`

/** A version is called by the beginning of the hash of the line that made it. */
export const versionName = (hash: string): string => hash.slice(0, 12)

export const versionPath = (kind: string, id: string, hash: string): string =>
  `${historyPath(kind, id)}/${versionName(hash)}`
