import { crc32, deflateSync } from 'node:zlib'

/** A picture of few colours: each pixel is the place of its colour. */
export type Raster = {
  width: number
  height: number
  /** As red, green and blue: '#2c6a67'. */
  colours: readonly string[]
  pixels: Uint8Array
  /** What the file says of itself, by keyword: 'Title', 'Description'. */
  words: Readonly<Record<string, string>>
  /** Tag of the language of these words. */
  language: string
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** PNG with a palette, https://www.w3.org/TR/png-3/ */
export function asPng({ width, height, colours, pixels, words, language }: Raster): Uint8Array {
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  // Eight bits for each pixel, of a palette; no filter, no interlacing.
  size.set([8, 3, 0, 0, 0], 8)
  const palette = Buffer.concat(colours.map((colour) => Buffer.from(colour.slice(1), 'hex')))
  const rows = Buffer.alloc((width + 1) * height)
  for (let row = 0; row < height; row++)
    rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1)
  return Buffer.concat([
    signature,
    chunk('IHDR', size),
    chunk('PLTE', palette),
    ...Object.entries(words).map(([keyword, text]) => chunk('iTXt', international(keyword, text, language))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Not compressed, without a translated keyword. */
const international = (keyword: string, text: string, language: string): Buffer =>
  Buffer.from(`${keyword}\0\0\0${language}\0\0${text}`, 'utf8')

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
