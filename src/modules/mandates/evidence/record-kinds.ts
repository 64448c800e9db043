import type { Db } from '#platform/database/tables.ts'
import type { Translated } from '#platform/languages.ts'
import type { Look } from '../duties/look.ts'

/** How a record of the platform is found by its address, and named. */
export type RecordKind = {
  /** Stored with the evidence: 'provision', later 'activity'. */
  kind: string
  /** The id in an address without the language, or null when it is not of this kind. */
  idOf: (path: string) => string | null
  path: (id: string) => string
  /** Names of those ids that whoever looks may see; one question for all. */
  names: (db: Db, ids: string[], look: Look) => Promise<Map<string, Translated>>
}

const kinds: RecordKind[] = []

/** A module above this one makes its records citable as evidence: it calls this where it declares itself. */
export function offerRecords(...offered: RecordKind[]): void {
  for (const one of offered) {
    if (kinds.some(({ kind }) => kind === one.kind))
      throw new Error(`two kinds of records are called ${one.kind}`)
    kinds.push(one)
  }
}

export type RecordRef = { kind: string; id: string }

/** The record that an address means: with or without the host and the language, as people copy it. */
export function recordAt(address: string, publicUrl: string): RecordRef | null {
  const path = pathIn(address.trim(), publicUrl)
  if (path === null) return null
  for (const { kind, idOf } of kinds) {
    const id = idOf(path)
    if (id !== null && id !== '') return { kind, id }
  }
  return null
}

export type NamedRecord = RecordRef & { name: Translated; path: string }

/** Those records that whoever looks may see, by '<kind> <id>'; one question for each kind there is. */
export async function namedRecords(db: Db, refs: RecordRef[], look: Look): Promise<Map<string, NamedRecord>> {
  const found = new Map<string, NamedRecord>()
  for (const { kind, names, path } of kinds) {
    const ids = [...new Set(refs.filter((ref) => ref.kind === kind).map(({ id }) => id))]
    if (ids.length === 0) continue
    for (const [id, name] of await names(db, ids, look))
      found.set(`${kind} ${id}`, { kind, id, name, path: path(id) })
  }
  return found
}

function pathIn(address: string, publicUrl: string): string | null {
  const isWhole = /^https?:/i.test(address)
  if (isWhole && !address.startsWith(`${publicUrl}/`)) return null
  const whole = isWhole ? address.slice(publicUrl.length) : address
  const bare = whole.replace(/[?#].*$/s, '').replace(/^\/(?:ar|zh|en|fr|ru|es)(?=\/)/, '')
  if (!bare.startsWith('/')) return null
  try {
    return decodeURIComponent(bare).replace(/\.json$/, '')
  } catch {
    // A percent sign that encodes nothing: no such address.
    return null
  }
}
