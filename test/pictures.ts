import { crc32, deflateSync } from 'node:zlib'
import Vips from 'wasm-vips'

/** The library that makes pictures for the tests, and looks into those that came out. */
export const vips = await Vips({ dynamicLibraries: [] })

export type Colour = readonly [red: number, green: number, blue: number]

export const red: Colour = [255, 0, 0]
export const blue: Colour = [0, 0, 255]

export const plain = (width: number, height: number, colour: Colour = red): Vips.Image =>
  vips.Image.black(width, height, { bands: 3 })
    .linear([1, 1, 1], [...colour])
    .cast('uchar')
    .copy({ interpretation: 'srgb' })

/** Red at its left, blue at its right. */
export const redBesideBlue = (width: number, height: number): Vips.Image =>
  plain(width / 2, height, red).join(plain(width / 2, height, blue), 'horizontal')

/** The colour at a place, as numbers from 0 to 255; a fourth one is how opaque it is. */
export const colourAt = (bytes: Uint8Array, x: number, y: number): number[] =>
  vips.Image.newFromBuffer(bytes).getpoint(x, y)

/** The parts of a WebP file by their names: 'VP8 ', 'ALPH', 'EXIF', 'XMP ', 'ICCP' … */
export function webpParts(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes)
  const parts: string[] = []
  for (let at = 12; at + 8 <= file.length;) {
    parts.push(file.toString('latin1', at, at + 4))
    const size = file.readUInt32LE(at + 4)
    at += 8 + size + (size % 2)
  }
  return parts
}

/** A JPEG as a telephone writes it: lying on its side, with the camera, the place and a remark of the owner in it. */
export const asFromTelephone = (image: Vips.Image): Uint8Array =>
  withSegments(image.jpegsaveBuffer(), [
    [0xe1, `Exif\0\0${exif}`],
    [0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/">Secret place</x:xmpmeta>'],
    [0xfe, 'Secret remark'],
  ])

/** Puts segments behind the first mark of a JPEG. */
export function withSegments(jpeg: Uint8Array, segments: [mark: number, content: string][]): Uint8Array {
  const written = segments.map(([mark, content]) => {
    const head = Buffer.from([0xff, mark, 0, 0])
    head.writeUInt16BE(content.length + 2, 2)
    return Buffer.concat([head, Buffer.from(content, 'latin1')])
  })
  return Buffer.concat([jpeg.subarray(0, 2), ...written, jpeg.subarray(2)])
}

/** Bits, kind of colour and order of the lines, as the head of a PNG says them. */
const plainColours = [8, 2, 0, 0, 0]
export const deepAndInterlaced = [16, 6, 0, 0, 1]

/** A PNG whose head promises so many pixels, with next to nothing behind it. */
export function promisingPng(width: number, height: number, kind = plainColours): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set(kind, 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(100))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), content])
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([size, named, sum])
}

/** TIFF, little-endian: orientation 6 (turn to the right), the maker, and 46 degrees 12 minutes north. */
const exif = (() => {
  const entry = (tag: number, type: number, count: number, value: number) => {
    const line = Buffer.alloc(12)
    line.writeUInt16LE(tag, 0)
    line.writeUInt16LE(type, 2)
    line.writeUInt32LE(count, 4)
    line.writeUInt32LE(value, 8)
    return line
  }
  const count = (entries: number) => Buffer.from([entries, 0])
  const none = Buffer.alloc(4)
  const maker = Buffer.from('SecretCamera\0\0')
  const place = Buffer.alloc(24)
  for (const [index, value] of [46, 1, 12, 1, 0, 1].entries()) place.writeUInt32LE(value, index * 4)
  const makerAt = 8 + 2 + 3 * 12 + 4
  const placeTableAt = makerAt + maker.length
  const placeAt = placeTableAt + 2 + 2 * 12 + 4
  return Buffer.concat([
    Buffer.from('II*\0\x08\0\0\0', 'latin1'),
    count(3),
    entry(0x010f, 2, 13, makerAt),
    entry(0x0112, 3, 1, 6),
    entry(0x8825, 4, 1, placeTableAt),
    none,
    maker,
    count(2),
    entry(0x0001, 2, 2, 'N'.charCodeAt(0)),
    entry(0x0002, 5, 3, placeAt),
    none,
    place,
  ]).toString('latin1')
})()
