import { larger, resized } from './dictionary.ts'

/**
 * For each term the documents that hold it, in blocks of 128. In a block each document is written as its distance from the
 * one before (seven bits a byte, the last byte without the high bit) and one byte of impact. The positions stand apart,
 * since only phrases ask for them; each is a distance too, with its lowest bit set at the last of a document.
 */
export type Postings = {
  /** How many documents hold each term. */
  counts: Uint32Array
  /** The first block of each term; one more for the end of the last. */
  blocks: Uint32Array
  /** Of each block: its first document, and where its bytes and its positions begin. */
  firsts: Uint32Array
  bytesAt: Uint32Array
  positionsAt: Uint32Array
  bytes: Uint8Array
  positions: Uint8Array
}

const blockSize = 128

/** Room into which a block is read; one is used again and again. */
export type BlockRoom = { documents: Uint32Array; impacts: Uint8Array }

export const blockRoom = (): BlockRoom => ({
  documents: new Uint32Array(blockSize),
  impacts: new Uint8Array(blockSize),
})

/** Reads a block of a term and tells how many documents are in it. */
export function readBlock(postings: Postings, term: number, block: number, room: BlockRoom): number {
  const { bytes } = postings
  const { documents, impacts } = room
  const before = (block - postings.blocks[term]!) * blockSize
  const count = Math.min(blockSize, postings.counts[term]! - before)
  let at = postings.bytesAt[block]!
  let document = postings.firsts[block]!
  documents[0] = document
  impacts[0] = bytes[at++]!
  for (let place = 1; place < count; place++) {
    let byte = bytes[at++]!
    let distance = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++]!
      distance |= (byte & 127) << shift
    }
    document += distance
    documents[place] = document
    impacts[place] = bytes[at++]!
  }
  return count
}

/** The positions of one document after another, from the beginning of a block. Gives where the next document's begin. */
export function readPositions({ positions }: Postings, from: number, into: number[]): number {
  into.length = 0
  let at = from
  let position = 0
  for (;;) {
    let byte = positions[at++]!
    let value = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = positions[at++]!
      value |= (byte & 127) << shift
    }
    position += value >>> 1
    into.push(position)
    if (value & 1) return at
  }
}

/** Where the positions of the next document begin. */
export function skipPositions({ positions }: Postings, from: number): number {
  let at = from
  for (;;) {
    // The lowest bit of a number stands in its first byte.
    const isLast = positions[at]! & 1
    while (positions[at++]! > 127);
    if (isLast) return at
  }
}

export type PostingsWriter = {
  /** Documents of a term come in their order. */
  add: (document: number, impact: number) => void
  /** The positions of the document added last: as numbers, or as the bytes of another segment. */
  place: (positions: Uint32Array, from: number, to: number) => void
  copyPlaces: (from: Uint8Array, start: number, end: number) => void
  endTerm: () => void
  done: () => Postings
}

export function postingsWriter(): PostingsWriter {
  const bytes = byteWriter()
  const positions = byteWriter()
  const counts = numberWriter()
  const blocks = numberWriter()
  const firsts = numberWriter()
  const bytesAt = numberWriter()
  const positionsAt = numberWriter()
  let inTerm = 0
  let last = 0
  blocks.push(0)
  return {
    add(document, impact) {
      if (inTerm % blockSize === 0) {
        firsts.push(document)
        bytesAt.push(bytes.length())
        positionsAt.push(positions.length())
      } else bytes.number(document - last)
      bytes.byte(impact)
      last = document
      inTerm++
    },
    place(all, from, to) {
      let before = 0
      for (let place = from; place < to; place++) {
        positions.number(((all[place]! - before) << 1) | (place === to - 1 ? 1 : 0))
        before = all[place]!
      }
    },
    copyPlaces: (from, start, end) => positions.copy(from, start, end),
    endTerm() {
      counts.push(inTerm)
      blocks.push(firsts.length())
      inTerm = 0
    },
    done: () => ({
      counts: counts.done(),
      blocks: blocks.done(),
      firsts: firsts.done(),
      bytesAt: bytesAt.done(),
      positionsAt: positionsAt.done(),
      bytes: bytes.done(),
      positions: positions.done(),
    }),
  }
}

function byteWriter() {
  let bytes = new Uint8Array(1024)
  let end = 0
  const byte = (value: number) => {
    if (end === bytes.length) bytes = larger(bytes, end + 1)
    bytes[end++] = value
  }
  return {
    length: () => end,
    byte,
    number(value: number) {
      let rest = value
      for (; rest > 127; rest >>>= 7) byte((rest & 127) | 128)
      byte(rest)
    },
    copy(from: Uint8Array, start: number, stop: number) {
      if (end + stop - start > bytes.length) bytes = larger(bytes, end + stop - start)
      for (let at = start; at < stop; at++) bytes[end++] = from[at]!
    },
    done: () => resized(bytes, end),
  }
}

export function numberWriter() {
  let numbers = new Uint32Array(256)
  let end = 0
  return {
    length: () => end,
    push(value: number) {
      if (end === numbers.length) numbers = larger(numbers, end + 1)
      numbers[end++] = value
    },
    done: () => resized(numbers, end),
  }
}
