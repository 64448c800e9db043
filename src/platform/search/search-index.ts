import { sha256 } from '#platform/sha256.ts'
import { answer, type Searched } from './answering/answer.ts'
import { countOverall, type Counts } from './answering/counting.ts'
import { facetRegister, type FacetRegister } from './answering/facet-register.ts'
import { roomFor, type Room } from './answering/matching.ts'
import { aliveCount, markDead, partOf, type Part } from './answering/part.ts'
import type { SearchAnswer, SearchDocument, SearchRequest } from './search-document.ts'
import { buildSegment } from './segment/build-segment.ts'
import { documentOf } from './segment/key-slots.ts'
import { mergeSegments, type Merged } from './segment/merge-segments.ts'
import { gone } from './segment/merge-terms.ts'
import { textAt } from './segment/packed-texts.ts'
import type { StoredSegment } from './segment/segment-file.ts'
import { noThesaurus, type Thesaurus } from './thesaurus/thesaurus.ts'
import { mergeDue, mergeOfAll } from './merge-plan.ts'

/**
 * An index: a few segments that never change, and which of their documents are still there. A change makes a new small
 * segment; small ones are merged into larger ones, a little at a time (`tidy`).
 */
export type SearchIndex = {
  /** Adds documents; one with the same key is replaced. */
  put: (documents: readonly SearchDocument[]) => void
  remove: (keys: readonly string[]) => void
  search: (request: SearchRequest) => SearchAnswer
  /** Merges what is due for about so long: into a few segments, or into one. Tells whether there is more to do. */
  tidy: (milliseconds: number, into?: 'few' | 'one') => boolean
  /** What is to be stored: segments with the documents in them that are no more. */
  segments: () => Omit<StoredSegment, 'note'>[]
  count: () => number
  has: (key: string) => boolean
  /** Of all documents that are there. */
  keys: () => Iterable<string>
  /** Grows with every change, for whoever keeps answers. */
  version: () => number
}

export type IndexOptions = { thesaurus?: Thesaurus; segments?: readonly Omit<StoredSegment, 'note'>[] }

export function openIndex({ thesaurus = noThesaurus, segments = [] }: IndexOptions = {}): SearchIndex {
  const register = facetRegister()
  const state: State = {
    parts: segments.map(({ segment, dead }) => partOf(segment, dead, register)),
    register,
    thesaurus,
    room: roomFor(0),
    version: 0,
    overall: null,
    merge: null,
  }
  return {
    put: (documents) => put(state, documents),
    remove: (keys) => remove(state, keys),
    search: (request) => answer(searched(state), request),
    tidy: (milliseconds, into = 'few') => tidy(state, milliseconds, into),
    segments: () => state.parts.map(({ segment, dead }) => ({ segment, dead })),
    count: () => state.parts.reduce((sum, part) => sum + aliveCount(part), 0),
    has: (key) => state.parts.some((part) => isAlive(part, key)),
    keys: () => state.parts.flatMap(keysOf),
    version: () => state.version,
  }
}

type State = {
  parts: readonly Part[]
  register: FacetRegister
  thesaurus: Thesaurus
  room: Room
  version: number
  /** The counts over all documents of a version. */
  overall: { version: number; counts: Counts } | null
  /** The merge under way. */
  merge: Merge | null
}

function put(state: State, documents: readonly SearchDocument[]): void {
  const last = new Map(documents.map((document) => [document.key, document]))
  if (last.size === 0) return
  for (const key of last.keys()) drop(state.parts, key)
  const segment = buildSegment([...last.values()], state.thesaurus)
  state.parts = [...state.parts, partOf(segment, new Uint8Array(segment.count), state.register)]
  state.version++
}

function remove(state: State, keys: readonly string[]): void {
  for (const key of keys) drop(state.parts, key)
  const isNeeded = (part: Part) => aliveCount(part) > 0 || state.merge?.sources.includes(part)
  state.parts = state.parts.filter(isNeeded)
  state.version++
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

function tidy(state: State, milliseconds: number, into: 'few' | 'one'): boolean {
  const until = performance.now() + milliseconds
  do {
    if (!state.merge) {
      const due = into === 'few' ? mergeDue(state.parts) : mergeOfAll(state.parts)
      if (due.length === 0) return false
      state.merge = beginMerge(due)
    }
    const step = state.merge.steps.next()
    if (step.done) finishMerge(state, state.merge, step.value)
  } while (performance.now() < until)
  return true
}

type Merge = { sources: readonly Part[]; steps: Generator<void, Merged> }

const beginMerge = (sources: readonly Part[]): Merge => ({
  sources,
  steps: mergeSegments(sources.map(({ segment, dead }) => ({ segment, dead: dead.slice() }))),
})

function finishMerge(state: State, { sources }: Merge, { segment, moved }: Merged): void {
  const dead = new Uint8Array(segment.count)
  for (const [source, part] of sources.entries()) {
    const places = moved[source]!
    for (let document = 0; document < places.length; document++) {
      // What has died while the merge was under way.
      if (places[document] !== gone && part.dead[document] === 1) dead[places[document]!] = 1
    }
  }
  const others = state.parts.filter((part) => !sources.includes(part))
  state.parts = segment.count === 0 ? others : [partOf(segment, dead, state.register), ...others]
  state.merge = null
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
