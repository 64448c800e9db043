import { setImmediate as turn } from 'node:timers/promises'
import type { SearchAnswer, SearchDocument, SearchRequest } from '../search-document.ts'
import {
  indexFingerprint,
  openIndex,
  type DueMerge,
  type IndexOptions,
  type SearchIndex,
} from '../search-index.ts'
import { mergeSegments, type Merged } from '../segment/merge-segments.ts'
import { readSegment, segmentLength, segmentPieces } from '../segment/segment-file.ts'
import { shippedThesaurus } from '../thesaurus/shipped-thesaurus.ts'
import { openTeam, type Team } from '../threads/team.ts'
import type { SearchThread } from '../threads/thread.ts'
import type { Index, IndexMaker } from './search-feed.ts'

/** Milliseconds for which merging may hold up everything else at a time. */
const stepMilliseconds = 10
/** What is less takes no longer here than the way to a thread and back. */
const fewDocuments = { built: 8, merged: 1000 }

/** Makes indexes that look words up in the thesaurus that is shipped, with so many threads beside this one. */
export function indexMaker(threads = 0): IndexMaker {
  const thesaurus = shippedThesaurus()
  const fingerprint = indexFingerprint(thesaurus)
  const open = (segments: NonNullable<IndexOptions['segments']>) => {
    if (threads === 0) return asFed(openIndex({ thesaurus, segments }), fingerprint, noTeam)
    const index: SearchIndex = openIndex({ thesaurus, segments, tell: (change) => team.tell(change) })
    const team = openTeam(threads, index.copy)
    return asFed(index, fingerprint, team)
  }
  return {
    madeBy: fingerprint,
    empty: () => open([]),
    fromBytes: async (bytes) => open(piecesIn(bytes).map((one) => readSegment(one, fingerprint))),
  }
}

const noTeam: Pick<Team, 'free' | 'end'> = { free: () => null, end: async () => {} }

function asFed(index: SearchIndex, fingerprint: string, team: Pick<Team, 'free' | 'end'>): Index {
  let settling: Promise<void> | null = null
  return {
    get size() {
      return index.count()
    },
    answer: (request) => answered(index, request, request.words === '' ? null : team.free('answer')),
    replace: async (documents) => {
      const thread = documents.length < fewDocuments.built ? null : team.free('build')
      await put(index, documents, thread)
    },
    remove: index.remove,
    keys: index.keys,
    settle: async (into = 'few') => {
      settling ??= settle(index, team, 'few').finally(() => (settling = null))
      await settling
      if (into === 'one') await (settling ??= settle(index, team, 'one').finally(() => (settling = null)))
    },
    pieces: () => piecesOf(index, fingerprint),
    end: team.end,
  }
}

/** What a thread cannot do is done here, where it is told what is wrong. */
const instead = <Result>(asked: Promise<Result> | undefined, here: () => Result | Promise<Result>) =>
  asked === undefined ? here() : asked.catch(here)

function answered(index: SearchIndex, request: SearchRequest, thread: SearchThread | null) {
  if (thread === null) return index.search(request)
  return instead<SearchAnswer>(
    thread.ask({ kind: 'answer', request }).then((answer) => index.whole(request, answer)),
    () => index.search(request),
  )
}

async function put(index: SearchIndex, documents: readonly SearchDocument[], thread: SearchThread | null) {
  const built = thread?.ask({ kind: 'build', documents }).then(index.add)
  await instead<void>(built, () => index.put(documents))
}

async function settle(index: SearchIndex, team: Pick<Team, 'free'>, into: 'few' | 'one'): Promise<void> {
  for (let due = index.mergeDue(into); due !== null; due = index.mergeDue(into)) {
    const { sources } = due
    const count = sources.reduce((sum, { segment }) => sum + segment.count, 0)
    const thread = count < fewDocuments.merged ? null : team.free('merge')
    const asked = thread?.ask({
      kind: 'merge',
      sources: sources.map(({ number, dead }) => ({ number, dead })),
    })
    index.merged(due, await instead<Merged>(asked, () => mergedInSteps(sources)))
  }
}

async function mergedInSteps(sources: DueMerge['sources']): Promise<Merged> {
  const steps = mergeSegments(sources)
  for (let began = performance.now(); ;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() - began < stepMilliseconds) continue
    await turn()
    began = performance.now()
  }
}

async function* piecesOf(index: SearchIndex, fingerprint: string): AsyncGenerator<Uint8Array> {
  for (const { segment, dead } of index.segments()) {
    const length = new Uint8Array(8)
    const told = { fingerprint, note: '' }
    new DataView(length.buffer).setFloat64(0, segmentLength(segment, dead, told))
    yield length
    for (const piece of segmentPieces(segment, dead, told)) {
      yield piece
      await turn()
    }
  }
}

/** Each segment stands behind its length in bytes. */
function piecesIn(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pieces: Uint8Array[] = []
  for (let at = 0; at + 8 <= bytes.length;) {
    const length = view.getFloat64(at)
    pieces.push(bytes.subarray(at + 8, at + 8 + length))
    at += 8 + length
  }
  return pieces
}
