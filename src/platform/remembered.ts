import type { Db } from './database/tables.ts'

/**
 * What never changes once it was read, such as an edition that nothing writes over: kept in memory, those that were asked for last. The
 * key names all that the answer depends on.
 */
export function remembered<Value>(
  most: number,
): (db: Db, key: string, read: () => Promise<Value>) => Promise<Value> {
  const kept = new WeakMap<Db, Map<string, Promise<Value>>>()
  return async (db, key, read) => {
    const values = kept.get(db) ?? new Map<string, Promise<Value>>()
    kept.set(db, values)
    const value = values.get(key) ?? read()
    values.delete(key)
    values.set(key, value)
    for (const oldest of values.keys()) if (values.size > most) values.delete(oldest)
    try {
      return await value
    } catch (error) {
      // A failed question must not be remembered as an answer.
      values.delete(key)
      throw error
    }
  }
}
