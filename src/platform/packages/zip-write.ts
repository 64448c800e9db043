import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'
import { inPieces, type Content } from './in-pieces.ts'

export type Part = { name: string; content: Content }

/**
 * A zip file of these parts, as they come: neither a part nor the whole is ever held. The same parts make the same bytes,
 * for no entry carries a time. An entry may hold up to 4 GB: the older form of zip, which every program reads.
 */
export async function* writeZip(parts: Iterable<Part> | AsyncIterable<Part>): AsyncGenerator<Uint8Array> {
  const entries: Entry[] = []
  let offset = 0
  const counted = (bytes: Uint8Array) => {
    offset = within4GB(offset + bytes.byteLength)
    return bytes
  }
  for await (const { name, content } of parts) {
    const entry: Entry = { name: Buffer.from(name), offset, crc: 0, size: 0, packedSize: 0 }
    entries.push(entry)
    yield counted(localHeader(entry))
    for await (const chunk of packed(content, entry)) yield counted(chunk)
    yield counted(descriptor(entry))
  }
  const start = offset
  for (const entry of entries) yield counted(directoryEntry(entry))
  yield endOfDirectory(entries.length, start, offset - start)
}

type Entry = { name: Buffer; offset: number; crc: number; size: number; packedSize: number }

async function* packed(content: Content, entry: Entry): AsyncGenerator<Uint8Array> {
  const deflate = createDeflateRaw({ level: 5 })
  // What goes wrong with the content destroys `deflate`, and is thrown by the loop below.
  pipeline(Readable.from(measured(content, entry)), deflate, () => undefined)
  for await (const chunk of deflate as AsyncIterable<Uint8Array>) {
    entry.packedSize += chunk.byteLength
    yield chunk
  }
}

async function* measured(content: Content, entry: Entry): AsyncGenerator<Uint8Array> {
  for await (const bytes of inPieces(content)) {
    entry.crc = crc32(bytes, entry.crc)
    entry.size = within4GB(entry.size + bytes.byteLength)
    yield bytes
  }
}

function within4GB(size: number): number {
  if (size > 0xffffffff) throw new Error('a zip file of the older form ends at 4 GB')
  return size
}

/** Deflated, sizes behind the bytes, names in UTF-8, the first day that the format knows: APPNOTE.TXT 4.3 and 4.4. */
function commonFields({ crc, size, packedSize, name }: Entry): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(0x0808, 2)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt16LE(0, 6)
  fields.writeUInt16LE(0x21, 8)
  fields.writeUInt32LE(crc, 10)
  fields.writeUInt32LE(packedSize, 14)
  fields.writeUInt32LE(size, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}

const localHeader = (entry: Entry) =>
  Buffer.concat([Buffer.from('PK\x03\x04'), commonFields(entry), entry.name])

function descriptor({ crc, size, packedSize }: Entry): Buffer {
  const fields = Buffer.from('PK\x07\x08????????????')
  fields.writeUInt32LE(crc, 4)
  fields.writeUInt32LE(packedSize, 8)
  fields.writeUInt32LE(size, 12)
  return fields
}

function directoryEntry(entry: Entry): Buffer {
  const version = Buffer.from([20, 0])
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(entry.offset, 10)
  return Buffer.concat([Buffer.from('PK\x01\x02'), version, commonFields(entry), rest, entry.name])
}

function endOfDirectory(count: number, start: number, size: number): Buffer {
  const fields = Buffer.alloc(22)
  fields.write('PK\x05\x06')
  fields.writeUInt16LE(count, 8)
  fields.writeUInt16LE(count, 10)
  fields.writeUInt32LE(size, 12)
  fields.writeUInt32LE(start, 16)
  return fields
}
