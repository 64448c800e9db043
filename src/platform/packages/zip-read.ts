import { crc32 } from 'node:zlib'
import { fromBuffer } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import type { Bounds } from './bounds.ts'

export type Archive = {
  names: string[]
  has: (name: string) => boolean
  /** The unfolded bytes of one entry, as they come; refused as soon as they are too many. */
  open: (name: string) => AsyncGenerator<Uint8Array>
}

export async function openArchive(input: Uint8Array, bounds: Bounds): Promise<Archive> {
  const file = await opened(input, bounds)
  const entries = await listed(file, bounds)
  const spent = { bytes: 0 }
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(keyOf(name)),
    open: (name) => unfolded(file, entries.get(keyOf(name)), spent, bounds),
  }
}

/** Office programs write names as they are looked up; other writers differ in case or begin with a slash. */
const keyOf = (name: string) => name.replace(/^\/+/, '').toLowerCase()

function opened(input: Uint8Array, bounds: Bounds): Promise<ZipFile> {
  const buffer = Buffer.from(input.buffer, input.byteOffset, input.byteLength)
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true }, (error, file) => {
      if (error) reject(bounds.refusal('damaged'))
      else resolve(file)
    })
  })
}

function listed(file: ZipFile, bounds: Bounds): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  let count = 0
  return new Promise((resolve, reject) => {
    file.on('error', () => reject(bounds.refusal('damaged')))
    file.on('end', () => resolve(entries))
    file.on('entry', (entry: Entry) => {
      count += 1
      if (count > bounds.limits.archiveEntries) return reject(bounds.refusal('expands-too-far'))
      const key = keyOf(entry.fileName)
      if (!entries.has(key)) entries.set(key, entry)
      file.readEntry()
    })
    file.readEntry()
  })
}

async function* unfolded(
  file: ZipFile,
  entry: Entry | undefined,
  spent: { bytes: number },
  bounds: Bounds,
): AsyncGenerator<Uint8Array> {
  if (!entry) throw bounds.refusal('damaged')
  if (entry.isEncrypted()) throw bounds.refusal('encrypted')
  const { expandedBytes, expansionRatio } = bounds.limits
  const isTooFar = (size: number) => size > 1_000_000 && size > entry.compressedSize * expansionRatio
  // What the directory admits is refused at once; what it hides is refused as it comes.
  if (entry.uncompressedSize > expandedBytes || isTooFar(entry.uncompressedSize))
    throw bounds.refusal('expands-too-far')

  let size = 0
  let sum = 0
  for await (const chunk of unpacked(file, entry, bounds)) {
    size += chunk.byteLength
    spent.bytes += chunk.byteLength
    if (isTooFar(size) || spent.bytes > expandedBytes) throw bounds.refusal('expands-too-far')
    sum = crc32(chunk, sum)
    yield chunk
  }
  if (sum !== entry.crc32) throw bounds.refusal('damaged')
}

async function* unpacked(file: ZipFile, entry: Entry, bounds: Bounds): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of await streamOf(file, entry)) yield chunk
  } catch {
    // Nothing throws here but the unpacker, about the bytes: a reader that gives up only ends the loop.
    throw bounds.refusal('damaged')
  }
}

function streamOf(file: ZipFile, entry: Entry): Promise<AsyncIterable<Uint8Array>> {
  return new Promise((resolve, reject) => {
    try {
      file.openReadStream(entry, (error, stream) => {
        if (error) reject(error)
        else resolve(stream as AsyncIterable<Uint8Array>)
      })
    } catch (error) {
      // Thrown at once for a packing method that is not known.
      reject(error)
    }
  })
}
