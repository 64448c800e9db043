import { lastLine } from './content-version.ts'
import type { Db } from './database/tables.ts'

type Kept = { version: string; values: Map<string, Promise<unknown>> }

const keptOf = new WeakMap<Db, Kept>()
const mostKept = 500

/** Counts over more rows than these are worth remembering. */
export const mostCountedAnew = 2000

/**
 * What was read or counted, remembered until the history has a new line. For what every page needs, and for counts over so many
 * rows that counting again for every reader would be slow. The key names the question with all that its answer depends on.
 */
export async function whileUnchanged<Value>(
  db: Db,
  key: string,
  read: () => Promise<Value>,
  isWorthKeeping: (value: Value) => boolean = () => true,
): Promise<Value> {
  const kept = keptFor(db, await lastLine(db))
  const known = kept.get(key)
  if (known) return known as Promise<Value>
  const value = read()
  if (kept.size >= mostKept) kept.clear()
  kept.set(key, value)
  try {
    if (!isWorthKeeping(await value)) kept.delete(key)
  } catch (error) {
    // A failed question must not be remembered as an answer.
    kept.delete(key)
    throw error
  }
  return value
}

function keptFor(db: Db, version: string): Kept['values'] {
  const known = keptOf.get(db)
  if (known?.version === version) return known.values
  const values: Kept['values'] = new Map()
  keptOf.set(db, { version, values })
  return values
}
