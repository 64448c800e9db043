import { sha256 } from '#platform/sha256.ts'
import { withFacets } from './answering/answer-facets.ts'
import { answer, type BareAnswer, type Searched } from './answering/answer.ts'
import { countOverall, type Counts } from './answering/counting.ts'
import { facetRegister, type FacetRegister, type KnownValues } from './answering/facet-register.ts'
import { roomFor, type Room } from './answering/matching.ts'
import { aliveCount, markDead, partOf, type GivenPart, type Part } from './answering/part.ts'
import type { SearchAnswer, SearchDocument, SearchRequest } from './search-document.ts'
import { buildSegment } from './segment/build-segment.ts'
import { documentOf } from './segment/key-slots.ts'
import { mergeSegments, type Merged } from './segment/merge-segments.ts'
import { gone } from './segment/merge-terms.ts'
import { textAt } from './segment/packed-texts.ts'
import type { Segment } from './segment/segment.ts'
import type { StoredSegment } from './segment/segment-file.ts'
import { sharedSegment } from './segment/shared-segment.ts'
import { noThesaurus, type Thesaurus } from './thesaurus/thesaurus.ts'
import { mergeDue, mergeOfAll } from './merge-plan.ts'

/**
 * An index: a few segments that never change, and which of their documents are still there. A change makes a new small
 * segment; small ones are merged into larger ones, a little at a time (`tidy`) or elsewhere (`mergeDue`, `merged`).
 */
export type SearchIndex = {
  /** Adds documents; one with the same key is replaced. */
  put: (documents: readonly SearchDocument[]) => void
  /** The same with a segment that was made of them elsewhere. */
  add: (segment: Segment) => void
  remove: (keys: readonly string[]) => void
  search: (request: SearchRequest) => SearchAnswer
  /** The same as threads send it to each other, and what makes a whole answer of it. */
  bare: (request: SearchRequest) => BareAnswer
  whole: (request: SearchRequest, answer: BareAnswer) => SearchAnswer
  /** Merges what is due for about so long: into a few segments, or into one. Tells whether there is more to do. */
  tidy: (milliseconds: number, into?: 'few' | 'one') => boolean
  /** What is to be merged next, as it is now; null where nothing is. */
  mergeDue: (into: 'few' | 'one') => DueMerge | null
  merged: (due: DueMerge, merged: Merged) => void
  /** Does what another index has told. */
  follow: (change: IndexChange) => void
  /** All that another index needs to be the same, and to follow from then on. */
  copy: () => IndexCopy
  /** What is to be stored: segments with the documents in them that are no more. */
  segments: () => Omit<StoredSegment, 'note'>[]
  count: () => number
  has: (key: string) => boolean
  /** Of all documents that are there. */
  keys: () => Iterable<string>
  /** Grows with every change, for whoever keeps answers. */
  version: () => number
}

/** What happens to an index. Who does all of it in the same order has the same index, with the same numbers of values. */
export type IndexChange =
  | { kind: 'added'; segment: Segment; number: number }
  | { kind: 'removed'; keys: readonly string[] }
  | { kind: 'merged'; segment: Segment; number: number; dead: Uint8Array; sources: readonly number[] }

export type IndexCopy = { parts: readonly GivenPart[]; values: KnownValues }

/** Segments by number, with those in them that were dead when it was asked for. */
export type DueMerge = { sources: readonly GivenPart[] }

export type IndexOptions = {
  thesaurus?: Thesaurus
  segments?: readonly Omit<StoredSegment, 'note'>[]
  /** Begins as a copy of another. */
  copy?: IndexCopy
  /** Told of every change, whose segments stand in memory that all threads read. */
  tell?: (change: IndexChange) => void
}

export function openIndex({ thesaurus = noThesaurus, tell, ...options }: IndexOptions = {}): SearchIndex {
  const state = begun(thesaurus, options)
  const change = (one: IndexChange) => {
    const told = tell && 'segment' in one ? { ...one, segment: sharedSegment(one.segment) } : one
    follow(state, told)
    tell?.(told)
  }
  const add = (segment: Segment) => change({ kind: 'added', segment, number: state.next })
  const put = (documents: readonly SearchDocument[]) => {
    const last = new Map(documents.map((document) => [document.key, document]))
    if (last.size > 0) add(buildSegment([...last.values()], thesaurus))
  }
  const merged = (due: DueMerge, done: Merged) => change(mergedChange(state, due, done))
  const bare = (request: SearchRequest) => answer(searched(state), request)
  const whole = (request: SearchRequest, found: BareAnswer) => withFacets(state.register, request, found)
  return {
    ...{ put, add, merged, bare, whole },
    remove: (keys) => change({ kind: 'removed', keys }),
    search: (request) => whole(request, bare(request)),
    tidy: (milliseconds, into = 'few') => tidy(state, milliseconds, into, merged),
    mergeDue: (into) => dueMerge(state, into),
    follow: (one) => follow(state, one),
    copy: () => ({ parts: state.parts.map(givenPart), values: state.register.known() }),
    segments: () => state.parts.map(({ segment, dead }) => ({ segment, dead })),
    count: () => state.parts.reduce((sum, part) => sum + aliveCount(part), 0),
    has: (key) => state.parts.some((part) => isAlive(part, key)),
    keys: () => state.parts.flatMap(keysOf),
    version: () => state.version,
  }
}

type State = {
  parts: readonly Part[]
  /** The number of the next part. */
  next: number
  register: FacetRegister
  thesaurus: Thesaurus
  room: Room
  version: number
  /** The counts over all documents of a version. */
  overall: { version: number; counts: Counts } | null
  /** The merge under way here. */
  merge: Merge | null
}

function begun(
  thesaurus: Thesaurus,
  { segments = [], copy }: Pick<IndexOptions, 'segments' | 'copy'>,
): State {
  const register = facetRegister(copy?.values)
  const given = copy?.parts ?? segments.map((one, number) => ({ ...one, number }))
  return {
    parts: given.map((one) => partOf(one, register)),
    next: given.reduce((next, { number }) => Math.max(next, number + 1), 0),
    ...{ register, thesaurus, room: roomFor(0), version: 0, overall: null, merge: null },
  }
}

/** As it is now: what dies later stays as it was. */
const givenPart = ({ number, segment, dead }: Part): GivenPart => ({ number, segment, dead: dead.slice() })

function follow(state: State, change: IndexChange): void {
  state.version++
  if (change.kind === 'removed') {
    for (const key of change.keys) drop(state.parts, key)
    const isNeeded = (part: Part) => aliveCount(part) > 0
    state.parts = state.parts.filter(isNeeded)
    return
  }
  const { segment, number } = change
  state.next = number + 1
  if (change.kind === 'added') {
    for (let document = 0; document < segment.count; document++)
      drop(state.parts, textAt(segment.keys, document))
    const part = partOf({ number, segment, dead: new Uint8Array(segment.count) }, state.register)
    state.parts = [...state.parts, part]
    return
  }
  const others = state.parts.filter((part) => !change.sources.includes(part.number))
  const part = { number, segment, dead: change.dead.slice() }
  state.parts = segment.count === 0 ? others : [partOf(part, state.register), ...others]
}

function searched(state: State): Searched {
  const most = state.parts.reduce((most, { segment }) => Math.max(most, segment.count), 0)
  if (state.room.stages.length < most) state.room = roomFor(most)
  return { ...state, overall: () => overallCounts(state) }
}

function overallCounts(state: State): Counts {
  if (state.overall?.version === state.version) return state.overall.counts
  const { register, parts, version } = state
  const names = register.names()
  const counts = new Map(names.map((name) => [name, new Uint32Array(register.values(name).length)]))
  for (const part of parts) {
    for (const [name, column] of part.facets) countOverall(column, counts.get(name))
  }
  state.overall = { version, counts }
  return counts
}

function tidy(
  state: State,
  milliseconds: number,
  into: 'few' | 'one',
  merged: (due: DueMerge, done: Merged) => void,
): boolean {
  const until = performance.now() + milliseconds
  do {
    if (!state.merge) {
      const due = dueMerge(state, into)
      if (due === null) return false
      state.merge = { due, steps: mergeSegments(due.sources) }
    }
    const { due, steps } = state.merge
    const step = steps.next()
    if (step.done) {
      state.merge = null
      merged(due, step.value)
    }
  } while (performance.now() < until)
  return true
}

type Merge = { due: DueMerge; steps: Generator<void, Merged> }

function dueMerge({ parts }: State, into: 'few' | 'one'): DueMerge | null {
  const due = into === 'few' ? mergeDue(parts) : mergeOfAll(parts)
  return due.length === 0 ? null : { sources: due.map(givenPart) }
}

function mergedChange(state: State, { sources }: DueMerge, { segment, moved }: Merged): IndexChange {
  const dead = new Uint8Array(segment.count)
  for (const [place, { number }] of sources.entries()) {
    const places = moved[place]!
    const part = state.parts.find((one) => one.number === number)
    for (let document = 0; document < places.length; document++) {
      // What has died while the merge was under way; a part of which nothing is left is no longer there.
      const isGone = part === undefined || part.dead[document] === 1
      if (places[document] !== gone && isGone) dead[places[document]!] = 1
    }
  }
  const numbers = sources.map(({ number }) => number)
  return { kind: 'merged', segment, number: state.next, dead, sources: numbers }
}

function drop(parts: readonly Part[], key: string): void {
  for (const part of parts) {
    const document = documentOf(part.segment.slots, part.segment.keys, key)
    if (document >= 0) markDead(part, document)
  }
}

const keysOf = ({ segment, everyone }: Part): string[] =>
  Array.from(everyone, (document) => textAt(segment.keys, document))

function isAlive({ segment, dead }: Part, key: string): boolean {
  const document = documentOf(segment.slots, segment.keys, key)
  return document >= 0 && dead[document] === 0
}

/** What stored segments must have been made with to fit: this analysis, these concepts, and the same Unicode data. */
export const indexFingerprint = (thesaurus: Thesaurus): string =>
  sha256({
    analysis: 3,
    thesaurus: thesaurus.fingerprint,
    icu: process.versions['icu'],
    unicode: process.versions['unicode'],
  })
