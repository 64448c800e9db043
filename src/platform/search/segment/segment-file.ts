import { crc32 } from 'node:zlib'
import type { Segment } from './segment.ts'

/** What tells whether a stored segment fits this program: anything that changes how texts are analysed or sorted. */
export type SegmentLabel = {
  fingerprint: string
  /** For whoever stores it: up to where it has followed the changes. */
  note: string
}

/** A stored segment that cannot be used: it must be built anew. */
export class UnfitSegment extends Error {}

const version = 2
const mark = 'ALSG'
const alignment = 8

/** A segment and its dead documents as one stretch of bytes. */
export const writeSegment = (segment: Segment, dead: Uint8Array, label: SegmentLabel): Buffer =>
  Buffer.concat([...segmentPieces(segment, dead, label)])

/** The same in pieces, so that a large segment is stored without a copy of it: head, directory, numbers, checksum. */
export function* segmentPieces(
  segment: Segment,
  dead: Uint8Array,
  label: SegmentLabel,
): Generator<Uint8Array> {
  let sum = 0
  for (const piece of stretches(segment, dead, label)) {
    for (let at = 0; at < piece.length; at += pieceLength) {
      const part = piece.subarray(at, at + pieceLength)
      sum = crc32(part, sum)
      yield part
    }
    const rest = new Uint8Array(evened(piece.length) - piece.length)
    sum = crc32(rest, sum)
    yield rest
  }
  const tail = Buffer.alloc(alignment)
  tail.writeUInt32LE(sum, 0)
  yield tail
}

/** How long all pieces are together. */
export const segmentLength = (segment: Segment, dead: Uint8Array, label: SegmentLabel): number =>
  stretches(segment, dead, label).reduce((sum, { length }) => sum + evened(length), alignment)

function stretches(segment: Segment, dead: Uint8Array, label: SegmentLabel): Uint8Array[] {
  const { numbers, plain } = partsOf({ ...segment, dead })
  const sections: Section[] = []
  let end = 0
  for (const [path, array] of numbers) {
    sections.push({ path, kind: kindOf(array), at: end, length: array.length })
    end += evened(array.byteLength)
  }
  const directory = Buffer.from(JSON.stringify({ label, sections, plain }))
  const head = Buffer.alloc(headLength)
  head.write(mark, 0)
  head.writeUInt32LE(version, 4)
  head.writeUInt32LE(directory.length, 8)
  return [head, directory, ...numbers.map(([, array]) => bytesOf(array))]
}

const pieceLength = 2 ** 22
const evened = (length: number) => Math.ceil(length / alignment) * alignment
const bytesOf = (numbers: Numbers) => new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)

export type StoredSegment = { segment: Segment; dead: Uint8Array; note: string }

/** Reads what `writeSegment` wrote, without copying it. Throws `UnfitSegment` if it was changed or made otherwise. */
export function readSegment(given: Uint8Array, fingerprint: string): StoredSegment {
  const bytes = aligned(given)
  const bodyEnd = bytes.length - alignment
  if (bodyEnd < headLength || bytes.toString('latin1', 0, 4) !== mark) throw new UnfitSegment('no segment')
  if (bytes.readUInt32LE(4) !== version) throw new UnfitSegment('another version')
  if (crc32(bytes.subarray(0, bodyEnd)) !== bytes.readUInt32LE(bodyEnd))
    throw new UnfitSegment('wrong checksum')
  const directoryLength = bytes.readUInt32LE(8)
  const directory = JSON.parse(bytes.toString('utf8', headLength, headLength + directoryLength)) as Directory
  if (directory.label.fingerprint !== fingerprint) throw new UnfitSegment('made otherwise')
  const bodyAt = bytes.byteOffset + evened(headLength + directoryLength)
  const whole = structuredClone(directory.plain)
  for (const { path, kind, at, length } of directory.sections) {
    lay(whole, path, numbersAt(bytes.buffer, kind, bodyAt + at, length))
  }
  const { dead, ...segment } = whole as unknown as Segment & { dead: Uint8Array }
  return { segment, dead, note: directory.label.note }
}

const headLength = 16

type Kind = 'bytes' | 'u8' | 'u16' | 'u32' | 'f64'
type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array
type Section = { path: string[]; kind: Kind; at: number; length: number }
type Directory = { label: SegmentLabel; sections: Section[]; plain: Tree }
interface Tree {
  [name: string]: Tree | Numbers | string | number | readonly string[]
}

/** Takes a segment apart into its arrays of numbers, each with the way to it, and what is left without them. */
function partsOf(whole: object): { numbers: [string[], Numbers][]; plain: Tree } {
  const numbers: [string[], Numbers][] = []
  const plain = without(whole as Tree, [])
  return { numbers, plain }

  function without(tree: Tree, path: string[]): Tree {
    const rest = Object.entries(tree).flatMap(([name, value]): [string, Tree[string]][] => {
      if (ArrayBuffer.isView(value)) {
        numbers.push([[...path, name], value])
        return []
      }
      const isPlain = typeof value !== 'object' || (Array.isArray(value) && typeof value[0] !== 'object')
      return [[name, isPlain ? value : without(value as Tree, [...path, name])]]
    })
    // Facets are a list; its places are names here and it becomes a list again.
    return (Array.isArray(tree) ? rest.map(([, value]) => value) : Object.fromEntries(rest)) as Tree
  }
}

function lay(whole: Tree, path: readonly string[], numbers: Numbers): void {
  const [name = '', ...rest] = path
  if (rest.length === 0) whole[name] = numbers
  else lay(whole[name] as Tree, rest, numbers)
}

const kindOf = (numbers: Numbers): Kind => {
  if (Buffer.isBuffer(numbers)) return 'bytes'
  if (numbers instanceof Uint8Array) return 'u8'
  if (numbers instanceof Uint16Array) return 'u16'
  return numbers instanceof Uint32Array ? 'u32' : 'f64'
}

function numbersAt(buffer: ArrayBufferLike, kind: Kind, at: number, length: number): Numbers {
  if (kind === 'bytes') return Buffer.from(buffer, at, length)
  if (kind === 'u8') return new Uint8Array(buffer, at, length)
  if (kind === 'u16') return new Uint16Array(buffer, at, length)
  return kind === 'u32' ? new Uint32Array(buffer, at, length) : new Float64Array(buffer, at, length)
}

/** Numbers must begin at a multiple of their size; what was read elsewhere may not. */
function aligned(given: Uint8Array): Buffer {
  if (given.byteOffset % alignment === 0) return Buffer.from(given.buffer, given.byteOffset, given.length)
  const bytes = Buffer.from(new ArrayBuffer(given.length))
  bytes.set(given)
  return bytes
}
