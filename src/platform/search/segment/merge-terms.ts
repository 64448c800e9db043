import { compareTerms, dictionaryWriter, type Dictionary } from './dictionary.ts'
import { blockRoom, postingsWriter, readBlock, skipPositions, type BlockRoom } from './postings.ts'
import type { Segment } from './segment.ts'
import { codeSpace, spaceCount } from './spaces.ts'
import { stemWriter } from './stem-table.ts'

/** Where documents and terms have gone that are no more. */
export const gone = 0xffffffff
const pauseAfter = 4000

/** Writes the terms of several segments as one dictionary, with the postings of documents that are still there. */
export function* mergeTerms(
  segments: readonly Segment[],
  moved: readonly Uint32Array[],
): Generator<void, Pick<Segment, 'dictionary' | 'postings' | 'stems'>> {
  const dictionary = dictionaryWriter()
  const postings = postingsWriter()
  const readers = segments.map((segment, source) => postingReader(segment, moved[source]!))
  const places = segments.map((segment) => new Uint32Array(segment.postings.counts.length).fill(gone))
  let count = 0
  let work = 0
  for (let space = 0; space < spaceCount; space++) {
    const next = segments.map((segment) => segment.dictionary.spaces[space]!)
    for (;;) {
      const holders = leastTerms(segments, next, space)
      if (holders.length === 0) break
      const open = holders
        .map((source) => ({ reader: readers[source]!, isThere: readers[source]!.begin(next[source]!) }))
        .filter(({ isThere }) => isThere)
      if (open.length > 0) {
        const [first] = holders
        const { units, starts } = segments[first!]!.dictionary
        const term = next[first!]!
        dictionary.add(space, units.subarray(starts[term], starts[term + 1]))
        for (const source of holders) places[source]![next[source]!] = count
        count++
        work += writePostings(
          open.map(({ reader }) => reader),
          postings,
          space < codeSpace,
        )
        postings.endTerm()
      }
      for (const source of holders) next[source]!++
      if (++work > pauseAfter) {
        work = 0
        yield
      }
    }
  }
  const stems = yield* mergeStems(segments, places)
  return { dictionary: dictionary.done(), postings: postings.done(), stems }
}

/** The sources whose next term is the least. */
function leastTerms(
  sources: readonly { dictionary: Dictionary }[],
  next: readonly number[],
  space: number,
): number[] {
  let least: number[] = []
  for (let source = 0; source < sources.length; source++) {
    const { dictionary } = sources[source]!
    if (next[source]! >= dictionary.spaces[space + 1]!) continue
    const [best] = least
    const order =
      best === undefined
        ? -1
        : compareTerms(dictionary, next[source]!, sources[best]!.dictionary, next[best]!)
    if (order < 0) least = [source]
    else if (order === 0) least.push(source)
  }
  return least
}

type PostingReader = {
  document: number
  impact: number
  positions: Uint8Array
  positionsFrom: number
  positionsTo: number
  /** Goes to the first document of a term that is still there. */
  begin: (term: number) => boolean
  advance: () => boolean
}

function postingReader({ postings, dictionary }: Segment, moved: Uint32Array): PostingReader {
  const room: BlockRoom = blockRoom()
  const hasPositions = (term: number) => term < dictionary.spaces[codeSpace]!
  let term = 0
  let block = 0
  let place = 0
  let count = 0
  const reader: PostingReader = {
    document: gone,
    impact: 0,
    positions: postings.positions,
    positionsFrom: 0,
    positionsTo: 0,
    begin(wanted) {
      term = wanted
      block = postings.blocks[term]!
      open()
      return step()
    },
    advance: () => step(),
  }
  return reader

  function open(): void {
    place = 0
    count = readBlock(postings, term, block, room)
    reader.positionsTo = postings.positionsAt[block]!
  }

  function step(): boolean {
    for (;;) {
      if (place === count) {
        if (++block >= postings.blocks[term + 1]!) return false
        open()
      }
      reader.document = moved[room.documents[place]!]!
      reader.impact = room.impacts[place]!
      reader.positionsFrom = reader.positionsTo
      if (hasPositions(term)) reader.positionsTo = skipPositions(postings, reader.positionsFrom)
      place++
      if (reader.document !== gone) return true
    }
  }
}

function writePostings(
  readers: PostingReader[],
  postings: ReturnType<typeof postingsWriter>,
  hasPositions: boolean,
): number {
  let written = 0
  let open = readers
  while (open.length > 0) {
    let first = open[0]!
    for (const reader of open) if (reader.document < first.document) first = reader
    postings.add(first.document, first.impact)
    if (hasPositions) postings.copyPlaces(first.positions, first.positionsFrom, first.positionsTo)
    written++
    const ended = first
    if (!first.advance()) open = open.filter((reader) => reader !== ended)
  }
  return written
}

function* mergeStems(
  segments: readonly Segment[],
  places: readonly Uint32Array[],
): Generator<void, Segment['stems']> {
  const writer = stemWriter()
  const tables = segments.map(({ stems }) => stems)
  let work = 0
  for (let space = 0; space < codeSpace; space++) {
    const next = tables.map(({ dictionary }) => dictionary.spaces[space]!)
    for (;;) {
      const holders = leastTerms(tables, next, space)
      if (holders.length === 0) break
      const [first] = holders
      const { dictionary } = tables[first!]!
      const units = dictionary.units.subarray(
        dictionary.starts[next[first!]!],
        dictionary.starts[next[first!]! + 1],
      )
      const terms = new Set<number>()
      for (const source of holders) {
        const { starts, terms: own } = tables[source]!
        const stem = next[source]!++
        for (let at = starts[stem]!; at < starts[stem + 1]!; at++) terms.add(places[source]![own[at]!]!)
      }
      terms.delete(gone)
      if (terms.size > 0) writer.add(space, units, terms)
      if (++work % pauseAfter === 0) yield
    }
  }
  yield
  return writer.done()
}
