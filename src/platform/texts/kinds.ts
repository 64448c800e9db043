import type { Scope } from '../access/actor.ts'
import type { Db } from '../database/tables.ts'
import type { LanguageCode } from '../languages.ts'
import type { MessageKey } from '../messages.ts'

/** What a module tells of a kind of record whose texts are kept in six languages. */
export type TextKind = {
  /** The kind's name, for people: 'evidence'. */
  name: MessageKey
  /** Its fields in the order in which a translator sees them, each with its name. */
  fields: Record<string, MessageKey>
  /** Fields of which a record has as many as it has codes, after the others: 'why-sdgs-9.c' is of the family 'why-sdgs'. */
  families?: Record<string, MessageKey>
  /** One line that tells a record from others, in the best language there is; records that are gone are left out. */
  titlesOf: (db: Db, ids: string[], language: LanguageCode) => Promise<Map<string, string>>
  /** Where it is read, without the language. */
  pathOf: (id: string) => string
  /** Who keeps the record: they may translate it, but not review. */
  ownersOf: (db: Db, id: string) => Promise<{ owners: string[]; within: Scope[] }>
}

/** The fields of a record in the order in which a translator sees them, out of those that it has. */
export function fieldsInOrder(kind: TextKind | undefined, there: readonly string[]): [string, MessageKey][] {
  const plain = Object.entries(kind?.fields ?? {}).filter(([field]) => there.includes(field))
  const families = Object.entries(kind?.families ?? {}).flatMap(([family, name]) =>
    there
      .filter((field) => field.startsWith(`${family}-`))
      .map((field): [string, MessageKey] => [field, name]),
  )
  return [...plain, ...families]
}

export type TextKinds = Readonly<Record<string, TextKind>>

/** The kinds of all modules, each by the name that its records have in the tables of texts. */
export function textKinds(modules: readonly { texts?: TextKinds }[]): TextKinds {
  const kinds = modules.flatMap(({ texts = {} }) => Object.entries(texts))
  const names = kinds.map(([name]) => name)
  const twice = names.find((name, place) => names.indexOf(name) !== place)
  if (twice !== undefined) throw new Error(`two kinds of texts are called ${twice}`)
  return Object.fromEntries(kinds)
}

/** Where a record's texts are translated into a language, without the language of the page. */
export const translationAddress = (language: string, kind: string, id: string): string =>
  `/translation/${language}/${kind}/${id}`
