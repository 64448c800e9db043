import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, inflateSync } from 'node:zlib'
import { asPng } from './png.ts'

test('a PNG holds its pixels, its colours and its words, each part with its checksum', () => {
  const pixels = Uint8Array.from([0, 1, 1, 1, 0, 1])
  const png = Buffer.from(
    asPng({
      ...{ width: 3, height: 2, colours: ['#ffffff', '#2c6a67'], pixels },
      ...{ words: { Title: 'مصفوفة' }, language: 'ar' },
    }),
  )
  const parts = chunksOf(png)
  assert.deepEqual([...parts.keys()], ['IHDR', 'PLTE', 'iTXt', 'IDAT', 'IEND'])
  assert.deepEqual([...(parts.get('IHDR') ?? [])], [0, 0, 0, 3, 0, 0, 0, 2, 8, 3, 0, 0, 0])
  assert.equal(parts.get('PLTE')?.toString('hex'), 'ffffff2c6a67')
  assert.equal(parts.get('iTXt')?.toString(), 'Title\0\0\0ar\0\0مصفوفة')
  assert.deepEqual([...inflateSync(parts.get('IDAT') ?? '')], [0, 0, 1, 1, 0, 1, 0, 1])
})

function chunksOf(png: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    const named = png.subarray(at + 4, at + 8 + length)
    assert.equal(png.readUInt32BE(at + 8 + length), crc32(named))
    chunks.set(named.toString('latin1', 0, 4), named.subarray(4))
    at += 12 + length
  }
  return chunks
}
