import type { Room } from './matching.ts'
import type { Part, PartFacet } from './part.ts'

/** How many documents have each value of each facet that is asked for, over all segments. */
export type Counts = ReadonlyMap<string, Uint32Array>

/** A filter in one segment: which sets of values hold one that is wanted. Without a column nothing passes. */
export type PartFilter = { facet: string; column: PartFacet | null; allowed: Uint8Array }

export function partFilter(part: Part, facet: string, wanted: ReadonlySet<number>): PartFilter {
  const column = part.facets.get(facet) ?? null
  if (!column) return { facet, column, allowed: new Uint8Array(0) }
  const { starts, common } = column
  const allowed = new Uint8Array(starts.length - 1)
  for (let set = 0; set < allowed.length; set++) {
    for (let at = starts[set]!; at < starts[set + 1]!; at++) if (wanted.has(common[at]!)) allowed[set] = 1
  }
  return { facet, column, allowed }
}

/**
 * Keeps the documents that pass all filters, and counts for each filter the values of those that pass the others, so that
 * its counts ignore itself.
 */
export function sift(count: number, filters: readonly PartFilter[], counts: Counts, room: Room): number {
  const [only] = filters
  if (!only) return count
  if (filters.length === 1) {
    countValues(room.documents, count, only.column, counts.get(only.facet))
    return pass(count, only, room)
  }
  const { documents, marks } = room
  marks.fill(0, 0, count)
  for (const [place, filter] of filters.entries()) markFailing(count, filter, place + 1, room)
  for (const [place, filter] of filters.entries()) {
    const counted = counts.get(filter.facet)
    if (filter.column && counted) countMarked(count, filter.column, place + 1, counted, room)
  }
  let kept = 0
  for (let place = 0; place < count; place++) {
    if (marks[place] === 0) documents[kept++] = documents[place]!
  }
  return kept
}

/** Documents that fail two filters or more. */
const failsMore = 255

function markFailing(count: number, { column, allowed }: PartFilter, mark: number, room: Room): void {
  const { documents, marks } = room
  if (!column) {
    for (let place = 0; place < count; place++) marks[place] = marks[place] === 0 ? mark : failsMore
    return
  }
  const { sets } = column
  for (let place = 0; place < count; place++) {
    if (allowed[sets[documents[place]!]!] === 0) marks[place] = marks[place] === 0 ? mark : failsMore
  }
}

function pass(count: number, { column, allowed }: PartFilter, { documents }: Room): number {
  if (!column) return 0
  const { sets } = column
  let kept = 0
  for (let place = 0; place < count; place++) {
    const document = documents[place]!
    if (allowed[sets[document]!] === 1) documents[kept++] = document
  }
  return kept
}

/** The values of a filter's facet in those that pass, and in those that only this filter keeps out. */
function countMarked(count: number, column: PartFacet, mark: number, counted: Uint32Array, room: Room): void {
  const { documents, marks } = room
  const { sets } = column
  const bySet = new Uint32Array(column.starts.length - 1)
  for (let place = 0; place < count; place++) {
    const own = marks[place]!
    if (own === 0 || own === mark) bySet[sets[documents[place]!]!]!++
  }
  addSets(column, bySet, counted)
}

/** Counts sets first and their values after; of few documents the values at once. */
export function countValues(
  documents: Uint32Array,
  count: number,
  column: PartFacet | null,
  counted: Uint32Array | undefined,
): void {
  if (!column || !counted) return
  const { sets, starts, common } = column
  if (count * 2 < starts.length) {
    for (let place = 0; place < count; place++) {
      const set = sets[documents[place]!]!
      for (let at = starts[set]!; at < starts[set + 1]!; at++) counted[common[at]!]!++
    }
    return
  }
  const bySet = new Uint32Array(starts.length - 1)
  for (let place = 0; place < count; place++) bySet[sets[documents[place]!]!]!++
  addSets(column, bySet, counted)
}

function addSets({ starts, common }: PartFacet, bySet: Uint32Array, counted: Uint32Array): void {
  for (let set = 0; set < bySet.length; set++) {
    const count = bySet[set]!
    if (count === 0) continue
    for (let at = starts[set]!; at < starts[set + 1]!; at++) counted[common[at]!]! += count
  }
}
