import { createHash } from 'node:crypto'

/** SHA-256 of a value written as JSON with sorted keys, so that the database's order of keys does not matter. */
export const sha256 = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex')

export const sha256OfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The same as `canonical`, piece by piece: what is large is never one text. */
export function* canonicalPieces(value: unknown): Generator<string> {
  if (Array.isArray(value)) {
    yield '['
    for (const [place, one] of value.entries()) yield `${place === 0 ? '' : ','}${canonical(one)}`
    return yield ']'
  }
  if (value === null || typeof value !== 'object' || value instanceof Date) return yield canonical(value)
  const keys = Object.keys(value).filter((key) => (value as Record<string, unknown>)[key] !== undefined)
  yield '{'
  for (const [place, key] of keys.toSorted((a, b) => (a < b ? -1 : 1)).entries()) {
    yield `${place === 0 ? '' : ','}${JSON.stringify(key)}:`
    yield* canonicalPieces((value as Record<string, unknown>)[key])
  }
  return yield '}'
}

/** JSON with sorted keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, one]) => one !== undefined)
    const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${sorted.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`
  }
  return JSON.stringify(value ?? null)
}
