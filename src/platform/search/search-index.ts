import { sha256 } from '#platform/sha256.ts'
import { answer, type Searched } from './answering/answer.ts'
import { countOverall, type Counts } from './answering/counting.ts'
import { facetRegister } from './answering/facet-register.ts'
import { roomFor, type Room } from './answering/matching.ts'
import { aliveCount, markDead, partOf, type Part } from './answering/part.ts'
import type { SearchAnswer, SearchDocument, SearchRequest } from './search-document.ts'
import { buildSegment } from './segment/build-segment.ts'
import { documentOf } from './segment/key-slots.ts'
import { mergeSegments, type Merged } from './segment/merge-segments.ts'
import { gone } from './segment/merge-terms.ts'
import type { StoredSegment } from './segment/segment-file.ts'
import { noThesaurus, type Thesaurus } from './thesaurus/thesaurus.ts'
import { textAt } from './segment/packed-texts.ts'
import { mergeDue } from './merge-plan.ts'

/**
 * An index: a few segments that never change, and which of their documents are still there. A change makes a new small
 * segment; small ones are merged into larger ones, a little at a time (`tidy`).
 */
export type SearchIndex = {
  /** Adds documents; one with the same key is replaced. */
  put: (documents: readonly SearchDocument[]) => void
  remove: (keys: readonly string[]) => void
  search: (request: SearchRequest) => SearchAnswer
  /** Merges what is due for about so long. Tells whether there is more to do. */
  tidy: (milliseconds: number) => boolean
  /** Merges all into one segment, as it is best stored. */
  compact: () => void
  /** What is to be stored: segments with the documents in them that are no more. */
  segments: () => Omit<StoredSegment, 'note'>[]
  count: () => number
  has: (key: string) => boolean
  /** Keys of all documents that are there. */
  keys: () => Iterable<string>
  /** Grows with every change, for whoever keeps answers. */
  version: () => number
}

export type IndexOptions = { thesaurus?: Thesaurus; segments?: readonly Omit<StoredSegment, 'note'>[] }

export function openIndex({ thesaurus = noThesaurus, segments = [] }: IndexOptions = {}): SearchIndex {
  const register = facetRegister()
  let parts: Part[] = segments.map(({ segment, dead }) => partOf(segment, dead, register))
  let room: Room = roomFor(0)
  let version = 0
  let overall: { version: number; counts: Counts } | null = null
  let merge: Merge | null = null
  return {
    put(documents) {
      const last = new Map(documents.map((document) => [document.key, document]))
      if (last.size === 0) return
      for (const key of last.keys()) drop(parts, key)
      const segment = buildSegment([...last.values()], thesaurus)
      parts = [...parts, partOf(segment, new Uint8Array(segment.count), register)]
      version++
    },
    remove(keys) {
      for (const key of keys) drop(parts, key)
      parts = parts.filter((part) => aliveCount(part) > 0 || merge?.sources.includes(part))
      version++
    },
    search: (request) => answer(searched(), request),
    tidy,
    compact() {
      while (tidy(Infinity));
      if (parts.length > 1 || parts.some(({ deadCount }) => deadCount > 0)) {
        merge = beginMerge(parts)
        tidy(Infinity)
      }
    },
    segments: () => parts.map(({ segment, dead }) => ({ segment, dead })),
    count: () => parts.reduce((sum, part) => sum + aliveCount(part), 0),
    has: (key) => parts.some((part) => isAlive(part, key)),
    keys: () => parts.flatMap(aliveKeys),
    version: () => version,
  }

  function searched(): Searched {
    const most = Math.max(0, ...parts.map(({ segment }) => segment.count))
    if (room.stages.length < most) room = roomFor(most)
    return { parts, register, thesaurus, room, overall: overallCounts }
  }

  function overallCounts(): Counts {
    if (overall?.version === version) return overall.counts
    const names = register.names()
    const counts = new Map(names.map((name) => [name, new Uint32Array(register.values(name).length)]))
    for (const part of parts) {
      for (const [name, column] of part.facets) countOverall(column, counts.get(name))
    }
    overall = { version, counts }
    return counts
  }

  function tidy(milliseconds: number): boolean {
    const until = performance.now() + milliseconds
    do {
      if (!merge) {
        const due = mergeDue(parts)
        if (due.length === 0) return false
        merge = beginMerge(due)
      }
      const step = merge.steps.next()
      if (step.done) {
        parts = finishMerge(parts, merge, step.value)
        merge = null
      }
    } while (performance.now() < until)
    return true
  }

  function finishMerge(all: readonly Part[], { sources }: Merge, { segment, moved }: Merged): Part[] {
    const dead = new Uint8Array(segment.count)
    for (const [source, part] of sources.entries()) {
      for (const [document, place] of moved[source]!.entries()) {
        // What has died while the merge was under way.
        if (place !== gone && part.dead[document] === 1) dead[place] = 1
      }
    }
    const others = all.filter((part) => !sources.includes(part))
    return segment.count === 0 ? others : [partOf(segment, dead, register), ...others]
  }
}

type Merge = { sources: readonly Part[]; steps: Generator<void, Merged> }

const beginMerge = (sources: readonly Part[]): Merge => ({
  sources,
  steps: mergeSegments(sources.map(({ segment, dead }) => ({ segment, dead: dead.slice() }))),
})

function drop(parts: readonly Part[], key: string): void {
  for (const part of parts) {
    const document = documentOf(part.segment.slots, part.segment.keys, key)
    if (document >= 0) markDead(part, document)
  }
}

const aliveKeys = ({ segment, dead }: Part): string[] =>
  Array.from({ length: segment.count }, (_, document) => document)
    .filter((document) => dead[document] === 0)
    .map((document) => textAt(segment.keys, document))

function isAlive({ segment, dead }: Part, key: string): boolean {
  const document = documentOf(segment.slots, segment.keys, key)
  return document >= 0 && dead[document] === 0
}

/** What stored segments must have been made with to fit: this analysis, these concepts, and the same Unicode data. */
export const indexFingerprint = (thesaurus: Thesaurus): string =>
  sha256({
    analysis: 1,
    thesaurus: thesaurus.fingerprint,
    icu: process.versions['icu'],
    unicode: process.versions['unicode'],
  })
