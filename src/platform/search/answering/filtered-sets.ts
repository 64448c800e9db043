import { countAllValues, partFilter, passing, type PartFilter } from './counting.ts'
import type { Part, PartFacet } from './part.ts'

/** The values that are wanted of one facet, by their numbers in the whole index; the key names both. */
export type Filter = { facet: string; wanted: ReadonlySet<number>; key: string }

/** The documents of a segment that pass some filters, and how many of them have each value of the facets counted so far. */
export type FilteredSet = { documents: Uint32Array; counted: Map<PartFacet, Uint32Array> }

const mostRemembered = 64
/** Of all sets together, in times the segment. */
const mostDocuments = 8

/** What passes filters alone, whatever the words: most readers begin with the same few, so it is remembered while no document dies. */
export function filteredSet(part: Part, filters: readonly Filter[]): FilteredSet {
  const key = filters.map((filter) => filter.key).join('&')
  const known = part.filtered.get(key)
  const found = known ?? { documents: passingAll(part, filters), counted: new Map() }
  part.filtered.delete(key)
  part.filtered.set(key, found)
  if (known === undefined) forgetOldest(part)
  return found
}

/** How many of the set have each value; by the number of the value, as far as numbers went when it was counted. */
export function countedIn(part: Part, set: FilteredSet, columns: readonly PartFacet[]): Uint32Array[] {
  const missing = columns.filter((column) => !set.counted.has(column))
  const fresh = missing.map((column) => ({ column, counted: new Uint32Array(column.highest + 1) }))
  if (fresh.length > 0) countAllValues(part, set.documents, fresh)
  for (const { column, counted } of fresh) set.counted.set(column, counted)
  return columns.map((column) => set.counted.get(column)!)
}

function forgetOldest({ filtered, segment }: Part): void {
  let documents = 0
  for (const set of filtered.values()) documents += set.documents.length
  for (const [key, set] of filtered) {
    if (filtered.size <= mostRemembered && documents <= mostDocuments * segment.count) break
    filtered.delete(key)
    documents -= set.documents.length
  }
}

/**
 * Begins with the filter that lets the fewest pass. Where they are few, the lists of its sets are read, and what passes the other filters as
 * well is put in order; else all documents are looked at.
 */
function passingAll(part: Part, filters: readonly Filter[]): Uint32Array {
  const inSegment = filters.map(({ facet, wanted }) => partFilter(part, facet, wanted))
  if (inSegment.some(({ column }) => column === null)) return new Uint32Array(0)
  const [first, ...others] = inSegment.toSorted((a, b) => a.share - b.share)
  if (first === undefined) return part.everyone.slice()
  const room = new Uint32Array(first.share)
  const isRare = first.share * rareness <= part.everyone.length
  const documents = isRare ? listed(part, first, room) : passing(part, part.everyone, first, room)
  const left = others.reduce((left, filter) => passing(part, left, filter, room), documents).slice()
  return isRare ? left.sort() : left
}

/** Those of each set, one set after the other. */
function listed(part: Part, filter: PartFilter, into: Uint32Array): Uint32Array {
  const { starts, documents } = documentsBySet(filter.column!)
  let count = 0
  for (const set of filter.sets) {
    for (let at = starts[set]!; at < starts[set + 1]!; at++) {
      if (part.dead[documents[at]!] === 0) into[count++] = documents[at]!
    }
  }
  return into.subarray(0, count)
}

const rareness = 8

function documentsBySet(column: PartFacet): { starts: Uint32Array; documents: Uint32Array } {
  column.documents ??= grouped(column.sets, column.starts.length - 1)
  return column.documents
}

/** The documents of each set, one set after the other. */
function grouped(sets: PartFacet['sets'], count: number): { starts: Uint32Array; documents: Uint32Array } {
  const starts = new Uint32Array(count + 1)
  for (let document = 0; document < sets.length; document++) starts[sets[document]! + 1]!++
  for (let set = 0; set < count; set++) starts[set + 1]! += starts[set]!
  const next = starts.slice()
  const documents = new Uint32Array(sets.length)
  for (let document = 0; document < sets.length; document++) documents[next[sets[document]!]!++] = document
  return { starts, documents }
}
