import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noThesaurus } from '../thesaurus/thesaurus.ts'
import { buildSegment } from './build-segment.ts'
import { readSegment, segmentPieces, UnfitSegment, writeSegment } from './segment-file.ts'

const segment = buildSegment(
  [1, 2, 3].map((number) => ({
    key: `activity:${number}`,
    kind: 'activity',
    original: 'fr',
    texts: [{ language: 'fr', title: `École ${number}`, body: '数字 réseau' }],
    codes: ['C7'],
    facets: { country: ['ke', `x${number}`], year: [] },
    date: number,
    card: '{"é":1}',
  })),
  noThesaurus,
)
const dead = Uint8Array.from([0, 1, 0])
const bytes = writeSegment(segment, dead, { fingerprint: 'one', note: '{"after":17}' })

test('a segment is read as it was written, wherever its bytes begin', () => {
  for (const shift of [0, 1, 3]) {
    const moved = Buffer.concat([Buffer.alloc(shift), bytes]).subarray(shift)
    assert.deepEqual(readSegment(moved, 'one'), { segment, dead, note: '{"after":17}' })
  }
})

test('in pieces it is the same, none of them large', () => {
  const pieces = [...segmentPieces(segment, dead, { fingerprint: 'one', note: '{"after":17}' })]
  assert.deepEqual(Buffer.concat(pieces), bytes)
})

test('what was made otherwise, cut off or changed anywhere is refused', () => {
  assert.throws(() => readSegment(bytes, 'another'), UnfitSegment)
  assert.throws(() => readSegment(Buffer.alloc(0), 'one'), UnfitSegment)
  for (const length of [8, 16, bytes.length - 8, bytes.length - 1]) {
    assert.throws(() => readSegment(bytes.subarray(0, length), 'one'), UnfitSegment)
  }
  for (let at = 0; at < bytes.length - 4; at++) {
    const changed = Buffer.from(bytes)
    changed[at]! ^= 1
    assert.throws(() => readSegment(changed, 'one'), UnfitSegment, `byte ${at}`)
  }
})
