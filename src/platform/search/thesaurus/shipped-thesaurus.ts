import path from 'node:path'
import { readThesaurus } from './read-thesaurus.ts'
import type { Thesaurus } from './thesaurus.ts'

let shipped: Thesaurus | null = null

/** The thesaurus of `reference/thesaurus.json`, read once. */
export function shippedThesaurus(): Thesaurus {
  shipped ??= readThesaurus(path.resolve(import.meta.dirname, '../../../../reference/thesaurus.json'))
  return shipped
}
