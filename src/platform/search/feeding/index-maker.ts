import path from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { indexFingerprint, openIndex, type SearchIndex } from '../search-index.ts'
import { readSegment, segmentLength, segmentPieces } from '../segment/segment-file.ts'
import { readThesaurus } from '../thesaurus/read-thesaurus.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import type { Index, IndexMaker } from './search-feed.ts'

/** Milliseconds for which merging may hold up everything else at a time. */
const stepMilliseconds = 10

/** Makes indexes that look words up in the thesaurus that is shipped. */
export function indexMaker(thesaurus: Thesaurus = shippedThesaurus()): IndexMaker {
  const fingerprint = indexFingerprint(thesaurus)
  return {
    madeBy: fingerprint,
    empty: () => asFed(openIndex({ thesaurus }), fingerprint),
    fromBytes: async (bytes) => {
      const segments = piecesIn(bytes).map((one) => readSegment(one, fingerprint))
      return asFed(openIndex({ thesaurus, segments }), fingerprint)
    },
  }
}

let shipped: Thesaurus | null = null

/** The thesaurus of `reference/thesaurus.json`, read once. */
export function shippedThesaurus(): Thesaurus {
  shipped ??= readThesaurus(path.resolve(import.meta.dirname, '../../../../reference/thesaurus.json'))
  return shipped
}

const asFed = (index: SearchIndex, fingerprint: string): Index => ({
  get size() {
    return index.count()
  },
  answer: index.search,
  replace: index.put,
  remove: index.remove,
  keys: index.keys,
  settle: async () => {
    while (index.tidy(stepMilliseconds)) await turn()
  },
  pieces: async function* () {
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
  },
})

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
