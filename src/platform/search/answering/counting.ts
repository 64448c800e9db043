import type { Room } from './matching.ts'
import { countSets, type Part, type PartFacet } from './part.ts'

/** How many documents have each value of each facet that is asked for, over all segments. */
export type Counts = ReadonlyMap<string, Uint32Array>

/** A filter in one segment: which sets of values hold one that is wanted. Without a column nothing passes. */
export type PartFilter = { facet: string; column: PartFacet | null; allowed: Uint8Array }

export function partFilter(part: Part, facet: string, wanted: ReadonlySet<number>): PartFilter {
  const column = part.facets.get(facet) ?? null
  if (!column) return { facet, column, allowed: new Uint8Array(0) }
  const setsWith = (column.setsWith ??= setsByValue(column))
  const allowed = new Uint8Array(column.starts.length - 1)
  for (const value of wanted) for (const set of setsWith.get(value) ?? []) allowed[set] = 1
  return { facet, column, allowed }
}

function setsByValue({ starts, common }: PartFacet): Map<number, number[]> {
  const found = new Map<number, number[]>()
  for (let set = 0; set < starts.length - 1; set++) {
    for (let at = starts[set]!; at < starts[set + 1]!; at++) {
      const known = found.get(common[at]!)
      if (known) known.push(set)
      else found.set(common[at]!, [set])
    }
  }
  return found
}

/**
 * Keeps the documents that pass all filters, and counts for each filter the values of those that pass the others, so that
 * its counts ignore itself. What fails one filter is set aside with it, and forgotten when it fails another.
 */
export function sift(count: number, filters: readonly PartFilter[], counts: Counts, room: Room): number {
  const aside: { from: number; count: number }[] = []
  let kept = count
  let end = 0
  for (const filter of filters) {
    for (const [place, failed] of aside.entries()) {
      aside[place] = { ...failed, count: keepPassing(room.aside, failed.from, failed.count, filter) }
    }
    const passed = splitOff(kept, filter, end, room)
    aside.push({ from: end, count: kept - passed })
    end += kept - passed
    kept = passed
  }
  for (const [place, { facet, column }] of filters.entries()) {
    const { from, count: failed } = aside[place]!
    countValues(room.documents, kept, column, counts.get(facet))
    countValues(room.aside.subarray(from, from + failed), failed, column, counts.get(facet))
  }
  return kept
}

function keepPassing(documents: Uint32Array, from: number, count: number, filter: PartFilter): number {
  if (!filter.column) return 0
  const { sets } = filter.column
  const { allowed } = filter
  let end = from
  for (let place = from; place < from + count; place++) {
    const document = documents[place]!
    if (allowed[sets[document]!] === 1) documents[end++] = document
  }
  return end - from
}

/** What passes stays; what fails is set aside, from `end` on. */
function splitOff(count: number, { column, allowed }: PartFilter, end: number, room: Room): number {
  const { documents, aside } = room
  if (!column) {
    aside.set(documents.subarray(0, count), end)
    return 0
  }
  const { sets } = column
  let kept = 0
  let failed = end
  for (let place = 0; place < count; place++) {
    const document = documents[place]!
    if (allowed[sets[document]!] === 1) documents[kept++] = document
    else aside[failed++] = document
  }
  return kept
}

/** Counts sets first and their values after; of few documents the values at once. */
export function countValues(
  documents: Uint32Array,
  count: number,
  column: PartFacet | null,
  counted: Uint32Array | undefined,
): void {
  if (!column || !counted || count === 0) return
  const { sets, starts, common } = column
  if (count * 2 >= starts.length) {
    addSets(column, countSets(column, documents, count), counted)
    return
  }
  for (let place = 0; place < count; place++) {
    const set = sets[documents[place]!]!
    for (let at = starts[set]!; at < starts[set + 1]!; at++) counted[common[at]!]!++
  }
}

/** All documents but these: of the whole, what is missing is taken away. */
export function countAllBut(
  missing: Uint32Array,
  column: PartFacet | null,
  counted: Uint32Array | undefined,
): void {
  if (!column || !counted) return
  const bySet = countSets(column, missing, missing.length)
  for (let set = 0; set < bySet.length; set++) bySet[set] = column.overall[set]! - bySet[set]!
  addSets(column, bySet, counted)
}

export function countOverall(column: PartFacet, counted: Uint32Array | undefined): void {
  if (counted) addSets(column, column.overall, counted)
}

function addSets({ starts, common }: PartFacet, bySet: Uint32Array, counted: Uint32Array): void {
  for (let set = 0; set < bySet.length; set++) {
    const count = bySet[set]!
    if (count === 0) continue
    for (let at = starts[set]!; at < starts[set + 1]!; at++) counted[common[at]!]! += count
  }
}
