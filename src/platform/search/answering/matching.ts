import { blockRoom, readBlock, type BlockRoom } from '../segment/postings.ts'
import type { Part } from './part.ts'
import type { PhraseTest } from './phrase-test.ts'

/** Terms of one segment with what a full impact of each weighs. */
export type WeighedTerms = { terms: readonly number[]; weights: readonly number[]; postings: number }

export type PartClause = { direct: WeighedTerms; widened: WeighedTerms }

export type PartPlan = {
  clauses: readonly PartClause[]
  excluded: readonly WeighedTerms[]
  phrases: readonly PhraseTest[]
  excludedPhrases: readonly PhraseTest[]
}

/** Room for the matching of one segment at a time, used again and again; all zero between two queries. */
export type Room = {
  /** How many clauses each document has met so far, and the two marks below. */
  stages: Uint8Array
  scores: Uint32Array
  /** What the present clause gives it, from the second on. */
  gains: Uint32Array
  /** Documents that have met the first clause, a bit each. */
  touched: Uint32Array
  documents: Uint32Array
  block: BlockRoom
}

export const roomFor = (count: number): Room => ({
  stages: new Uint8Array(count),
  scores: new Uint32Array(count),
  gains: new Uint32Array(count),
  touched: new Uint32Array(Math.ceil(count / 32)),
  documents: new Uint32Array(count),
  block: blockRoom(),
})

/** It was met by a concept alone in some clause. */
export const isWidened = 0x80
const isExcluded = 0x40
const stageBits = 0x1f

/**
 * The documents that meet all clauses, in their order; their scores and marks stay in the room until `clear`, and they
 * themselves until the next use. Clauses with the fewest documents come first, so that of the others only what can still count is read.
 */
export function match(part: Part, plan: PartPlan, room: Room): Uint32Array {
  const clauses = plan.clauses.toSorted((a, b) => size(a) - size(b))
  for (const [place, clause] of clauses.entries()) {
    const candidates = place === 0 ? -1 : collectTouched(part, room, place)
    if (candidates === 0) break
    meet(part, clause, place + 1, candidates, room)
  }
  exclude(part, plan.excluded, room, clauses.length === 0)
  let count = clauses.length === 0 ? everyoneBut(part, room) : finish(part, room, clauses.length)
  for (const test of plan.phrases) count = keep(room, count, test)
  for (const test of plan.excludedPhrases) count = keep(room, count, (document) => !test(document))
  return room.documents.subarray(0, count)
}

const size = ({ direct, widened }: PartClause) => direct.postings + widened.postings

/** Makes the room as it was before. */
export function clear(room: Room, part: Part): void {
  const { touched, stages } = room
  const words = Math.ceil(part.segment.count / 32)
  for (let word = 0; word < words; word++) {
    let bits = touched[word]!
    if (bits === 0) continue
    touched[word] = 0
    for (; bits !== 0; bits &= bits - 1) stages[word * 32 + 31 - Math.clz32(bits & -bits)] = 0
  }
}

function meet(
  part: Part,
  { direct, widened }: PartClause,
  stage: number,
  candidates: number,
  room: Room,
): void {
  for (const [place, term] of direct.terms.entries()) {
    meetTerm(part, term, direct.weights[place]!, stage, 0, candidates, room)
  }
  for (const [place, term] of widened.terms.entries()) {
    meetTerm(part, term, widened.weights[place]!, stage, isWidened, candidates, room)
  }
}

/** With few candidates only the blocks in which one of them can be are read. */
function meetTerm(
  { segment: { postings } }: Part,
  term: number,
  weight: number,
  stage: number,
  mark: number,
  candidates: number,
  room: Room,
): void {
  const end = postings.blocks[term + 1]!
  let candidate = 0
  for (let block = postings.blocks[term]!; block < end; block++) {
    if (candidates >= 0) {
      const first = postings.firsts[block]!
      while (candidate < candidates && room.documents[candidate]! < first) candidate++
      if (candidate === candidates) return
      if (block + 1 < end && room.documents[candidate]! >= postings.firsts[block + 1]!) continue
    }
    const count = readBlock(postings, term, block, room.block)
    if (stage === 1) meetFirst(count, weight, mark, room)
    else meetNext(count, weight, stage, mark, room)
  }
}

function meetFirst(count: number, weight: number, mark: number, room: Room): void {
  const { stages, scores, touched } = room
  const { documents, impacts } = room.block
  for (let place = 0; place < count; place++) {
    const document = documents[place]!
    const gain = impacts[place]! * weight
    if (stages[document] === 0) {
      stages[document] = 1 | mark
      scores[document] = gain
      touched[document >>> 5]! |= 1 << (document & 31)
    } else if (gain > scores[document]!) scores[document] = gain
  }
}

/** What meets a clause best counts; only where nothing meets it directly a concept is what it was found by. */
function meetNext(count: number, weight: number, stage: number, mark: number, room: Room): void {
  const { stages, scores, gains } = room
  const { documents, impacts } = room.block
  for (let place = 0; place < count; place++) {
    const document = documents[place]!
    const reached = stages[document]! & stageBits
    const gain = impacts[place]! * weight
    if (reached === stage - 1) {
      stages[document] = (stages[document]! + 1) | mark
      scores[document] = scores[document]! + gain
      gains[document] = gain
    } else if (reached === stage && gain > gains[document]!) {
      scores[document] = scores[document]! + gain - gains[document]!
      gains[document] = gain
    }
  }
}

/** The documents that have met all clauses so far, for those to come. -1 when they are too many to look for blocks. */
function collectTouched(part: Part, room: Room, stage: number): number {
  const { touched, stages, documents } = room
  const most = part.segment.count >>> 5
  const words = Math.ceil(part.segment.count / 32)
  let count = 0
  for (let word = 0; word < words; word++) {
    for (let bits = touched[word]!; bits !== 0; bits &= bits - 1) {
      const document = word * 32 + 31 - Math.clz32(bits & -bits)
      if ((stages[document]! & stageBits) !== stage) continue
      if (count > most) return -1
      documents[count++] = document
    }
  }
  return count
}

function exclude(part: Part, excluded: readonly WeighedTerms[], room: Room, isAlone: boolean): void {
  const { postings } = part.segment
  const { stages, touched, block: read } = room
  for (const { terms } of excluded) {
    for (const term of terms) {
      for (let block = postings.blocks[term]!; block < postings.blocks[term + 1]!; block++) {
        const count = readBlock(postings, term, block, read)
        for (let place = 0; place < count; place++) {
          const document = read.documents[place]!
          if (stages[document] !== 0) stages[document]! |= isExcluded
          else if (isAlone) {
            stages[document] = isExcluded
            touched[document >>> 5]! |= 1 << (document & 31)
          }
        }
      }
    }
  }
}

function everyoneBut({ segment, dead }: Part, { stages, documents }: Room): number {
  let count = 0
  for (let document = 0; document < segment.count; document++) {
    if (stages[document] === 0 && dead[document] === 0) documents[count++] = document
  }
  return count
}

function finish(part: Part, room: Room, stage: number): number {
  const { touched, stages, documents } = room
  const { dead } = part
  const wanted = stageBits | isExcluded
  const words = Math.ceil(part.segment.count / 32)
  let count = 0
  for (let word = 0; word < words; word++) {
    for (let bits = touched[word]!; bits !== 0; bits &= bits - 1) {
      const document = word * 32 + 31 - Math.clz32(bits & -bits)
      if ((stages[document]! & wanted) === stage && dead[document] === 0) documents[count++] = document
    }
  }
  return count
}

function keep({ documents }: Room, count: number, test: PhraseTest): number {
  let kept = 0
  for (let place = 0; place < count; place++) {
    const document = documents[place]!
    if (test(document)) documents[kept++] = document
  }
  return kept
}
