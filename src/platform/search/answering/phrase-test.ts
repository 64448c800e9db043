import type { Phrase, Pattern } from '../asking/phrase.ts'
import { termNumber } from '../segment/dictionary.ts'
import { blockRoom, readBlock, readPositions, skipPositions, type Postings } from '../segment/postings.ts'
import type { Part } from './part.ts'

/** Whether a document has the phrase. Documents must be asked in their order. */
export type PhraseTest = (document: number) => boolean

export function phraseTest({ segment }: Part, { patterns }: Phrase): PhraseTest {
  const tests = patterns.map((pattern) => patternTest(segment, pattern)).filter((test) => test !== null)
  return (document) => tests.some((test) => test(document))
}

function patternTest(
  { dictionary, postings }: Part['segment'],
  { space, terms }: Pattern,
): PhraseTest | null {
  const readers = terms.map(({ texts, offset }) => {
    const held = texts.map((text) => termNumber(dictionary, space, text)).filter((term) => term >= 0)
    return held.length === 0 ? null : { read: readerOfAny(postings, held), offset }
  })
  const known = readers.filter((reader) => reader !== null)
  if (known.length < readers.length) return null
  const found: (readonly number[])[] = []
  return (document) => {
    for (let place = 0; place < known.length; place++) {
      const positions = known[place]!.read(document)
      if (positions.length === 0) return false
      found[place] = positions
    }
    const { offset: begin } = known[0]!
    return found[0]!.some((position) =>
      known.every(({ offset }, place) => place === 0 || found[place]!.includes(position - begin + offset)),
    )
  }
}

/** The positions at which any of some terms stands. */
function readerOfAny(postings: Postings, terms: readonly number[]): (document: number) => readonly number[] {
  const [first, ...others] = terms.map((term) => positionReader(postings, term))
  if (others.length === 0) return first!
  return (document) => [first!, ...others].flatMap((read) => [...read(document)])
}

/** The positions of a term in one document after another; none where it does not stand. */
function positionReader(postings: Postings, term: number): (document: number) => readonly number[] {
  const room = blockRoom()
  const end = postings.blocks[term + 1]!
  const positions: number[] = []
  let block = postings.blocks[term]! - 1
  let count = 0
  let place = 0
  let at = 0
  return (document) => {
    if (count === 0 || (block + 1 < end && document >= postings.firsts[block + 1]!)) open(document)
    while (place < count && room.documents[place]! < document) {
      at = skipPositions(postings, at)
      place++
    }
    if (place === count || room.documents[place] !== document) return []
    readPositions(postings, at, positions)
    return positions
  }

  function open(document: number): void {
    if (count === 0) block = postings.blocks[term]!
    while (block + 1 < end && document >= postings.firsts[block + 1]!) block++
    count = readBlock(postings, term, block, room)
    place = 0
    at = postings.positionsAt[block]!
  }
}
