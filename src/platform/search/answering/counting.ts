import type { Room } from './matching.ts'
import { countSets, type Part, type PartFacet } from './part.ts'
import { setCounts } from './set-counts.ts'

/** How many documents have each value of each facet that is asked for, over all segments. */
export type Counts = ReadonlyMap<string, Uint32Array>

/**
 * A filter in one segment: which sets of values hold one that is wanted, and how many documents have one of them. Without a
 * column nothing passes.
 */
export type PartFilter = {
  facet: string
  column: PartFacet | null
  sets: ReadonlySet<number>
  allowed: Uint8Array
  share: number
}

export function partFilter(part: Part, facet: string, wanted: ReadonlySet<number>): PartFilter {
  const column = part.facets.get(facet) ?? null
  if (!column) return { facet, column, sets: new Set(), allowed: new Uint8Array(0), share: 0 }
  const setsWith = (column.setsWith ??= setsByValue(column))
  const allowed = new Uint8Array(column.starts.length - 1)
  const sets = new Set([...wanted].flatMap((value) => setsWith.get(value) ?? []))
  let share = 0
  for (const set of sets) {
    allowed[set] = 1
    share += column.overall[set]!
  }
  return { facet, column, sets, allowed, share }
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
 * The documents that pass all filters. Counts for each filter that is counted the values of those that pass the others, so
 * that its counts ignore itself.
 */
export function sift(
  part: Part,
  documents: Uint32Array,
  filters: readonly PartFilter[],
  counts: Counts,
  room: Room,
): Uint32Array {
  // A facet that no document of the segment has lets nothing pass, and has no values to count.
  if (filters.some(({ column }) => !column)) return documents.subarray(0, 0)
  const [silent, counted] = [false, true].map((is) => filters.filter(({ facet }) => counts.has(facet) === is))
  const left = silent!.reduce((left, filter) => passing(part, left, filter, room.documents), documents)
  const [only, ...others] = counted!.toSorted((a, b) => a.share - b.share)
  if (!only) return left
  if (others.length > 0) return siftBySeveral(part, left, [only, ...others], counts, room)
  countValues(part, left, only.column, counts.get(only.facet))
  return passing(part, left, only, room.documents)
}

/** Writes those that pass into the room, where they may stand already. */
export function passing(
  part: Part,
  documents: Uint32Array,
  { column, allowed, share }: PartFilter,
  room: Uint32Array,
): Uint32Array {
  if (share === part.everyone.length) return documents
  const { sets } = column!
  let kept = 0
  for (let place = 0; place < documents.length; place++) {
    const document = documents[place]!
    if (allowed[sets[document]!] === 1) room[kept++] = document
  }
  return room.subarray(0, kept)
}

/** The filters that keep out most stand first: most documents fail both of the first two, and need no further look. */
function siftBySeveral(
  part: Part,
  documents: Uint32Array,
  filters: readonly PartFilter[],
  counts: Counts,
  room: Room,
): Uint32Array {
  const [first, second, ...others] = filters as [PartFilter, PartFilter, ...PartFilter[]]
  const { allowed: allowedFirst } = first
  const { allowed: allowedSecond } = second
  const { sets: setsFirst } = first.column!
  const { sets: setsSecond } = second.column!
  // Where there are more sets than documents, values are counted as they come.
  const atOnce = filters.map(({ facet, column }) =>
    isForFew(column!, documents) ? counts.get(facet) : undefined,
  )
  const nearly = filters.map(({ allowed }, place) => new Uint32Array(atOnce[place] ? 0 : allowed.length))
  let kept = 0
  for (let place = 0; place < documents.length; place++) {
    const document = documents[place]!
    const passesFirst = allowedFirst[setsFirst[document]!]!
    const passesSecond = allowedSecond[setsSecond[document]!]!
    if (passesFirst + passesSecond === 0) continue
    const failed = failedOf(others, document, passesFirst === 0 ? 0 : passesSecond === 0 ? 1 : passesAll)
    if (failed === passesAll) room.documents[kept++] = document
    else if (failed !== failsMore) {
      const { column } = filters[failed]!
      const set = column!.sets[document]!
      if (atOnce[failed]) addSet(column!, set, atOnce[failed])
      else nearly[failed]![set]!++
    }
  }
  const found = room.documents.subarray(0, kept)
  for (const [place, { facet, column }] of filters.entries()) {
    const counted = counts.get(facet)
    if (!counted) continue
    addSets(column!, nearly[place]!, counted)
    countValues(part, found, column, counted)
  }
  return found
}

const passesAll = -1
const failsMore = -2

/** Which one filter a document fails, with what the first two have said. */
function failedOf(others: readonly PartFilter[], document: number, before: number): number {
  let failed = before
  for (let place = 0; place < others.length; place++) {
    const { allowed, column } = others[place]!
    if (allowed[column!.sets[document]!] === 1) continue
    if (failed !== passesAll) return failsMore
    failed = place + 2
  }
  return failed
}

/** Counts sets first and their values after; of few documents the values at once. */
function countValues(
  part: Part,
  documents: Uint32Array,
  column: PartFacet | null,
  counted: Uint32Array | undefined,
): void {
  if (!column || !counted) return
  if (documents.length === part.everyone.length) addSets(column, column.overall, counted)
  else if (isForFew(column, documents)) addDocuments(column, documents, counted)
  else addSets(column, countSets(column, documents), counted)
}

/** There are so many sets that to go through all of them would take longer than the values of each document. */
const isForFew = ({ starts }: PartFacet, documents: Uint32Array): boolean =>
  documents.length * 2 < starts.length

function addDocuments(
  { sets, starts, common }: PartFacet,
  documents: Uint32Array,
  counted: Uint32Array,
): void {
  for (let place = 0; place < documents.length; place++) {
    const set = sets[documents[place]!]!
    for (let at = starts[set]!; at < starts[set + 1]!; at++) counted[common[at]!]!++
  }
}

/** Counts the values of several facets. Where most documents are found, those that are not are taken from the whole. */
export function countAllValues(
  part: Part,
  documents: Uint32Array,
  facets: readonly { column: PartFacet; counted: Uint32Array }[],
): void {
  if (documents.length < part.segment.count >>> 7) {
    for (const { column, counted } of facets) countValues(part, documents, column, counted)
    return
  }
  const isMost = documents.length * 2 > part.everyone.length
  const listed = isMost ? without(part.everyone, documents) : documents
  const isFew = ({ column }: { column: PartFacet }) => !isMost && isForFew(column, documents)
  const many = facets.filter((facet) => !isFew(facet))
  for (const facet of facets) if (isFew(facet)) addDocuments(facet.column, documents, facet.counted)
  const bySets = setCounts(
    part,
    listed,
    many.map(({ column }) => column),
  )
  for (const { column, counted } of many) {
    const bySet = bySets.get(column)!
    if (isMost) for (let set = 0; set < bySet.length; set++) bySet[set] = column.overall[set]! - bySet[set]!
    addSets(column, bySet, counted)
  }
}

/** What is in the one and not in the other; both in order. */
function without(all: Uint32Array, some: Uint32Array): Uint32Array {
  const missing = new Uint32Array(all.length - some.length)
  let end = 0
  let next = 0
  for (let place = 0; end < missing.length; place++) {
    const document = all[place]!
    if (some[next] === document) next++
    else missing[end++] = document
  }
  return missing
}

export function countOverall(column: PartFacet, counted: Uint32Array | undefined): void {
  if (counted) addSets(column, column.overall, counted)
}

function addSet({ starts, common }: PartFacet, set: number, counted: Uint32Array): void {
  for (let at = starts[set]!; at < starts[set + 1]!; at++) counted[common[at]!]!++
}

function addSets({ starts, common }: PartFacet, bySet: Uint32Array, counted: Uint32Array): void {
  for (let set = 0; set < bySet.length; set++) {
    const count = bySet[set]!
    if (count === 0) continue
    for (let at = starts[set]!; at < starts[set + 1]!; at++) counted[common[at]!]! += count
  }
}
