import { fromBuffer } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { Unreadable } from '../source.ts'
import type { Budget } from './limits.ts'

export type Archive = {
  names: string[]
  has: (name: string) => boolean
  /** The unfolded bytes of one entry, as they come; refused as soon as they are too many. */
  open: (name: string) => AsyncGenerator<Uint8Array>
}

export async function openArchive(input: Uint8Array, budget: Budget): Promise<Archive> {
  const file = await opened(input)
  const entries = await listed(file, budget)
  const spent = { bytes: 0 }
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(keyOf(name)),
    open: (name) => unfolded(file, entries.get(keyOf(name)), spent, budget),
  }
}

/** Word writes names as they are looked up; other writers differ in case or begin with a slash. */
const keyOf = (name: string) => name.replace(/^\/+/, '').toLowerCase()

function opened(input: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(input.buffer, input.byteOffset, input.byteLength)
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true }, (error, file) => {
      if (error) reject(new Unreadable('damaged'))
      else resolve(file)
    })
  })
}

function listed(file: ZipFile, budget: Budget): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  let count = 0
  return new Promise((resolve, reject) => {
    file.on('error', () => reject(new Unreadable('damaged')))
    file.on('end', () => resolve(entries))
    file.on('entry', (entry: Entry) => {
      count += 1
      if (count > budget.limits.archiveEntries) return reject(new Unreadable('expands-too-far'))
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
  budget: Budget,
): AsyncGenerator<Uint8Array> {
  if (!entry) throw new Unreadable('damaged')
  if (entry.isEncrypted()) throw new Unreadable('encrypted')
  const { expandedBytes, expansionRatio } = budget.limits
  const isTooFar = (size: number) => size > 1_000_000 && size > entry.compressedSize * expansionRatio
  // What the directory admits is refused at once; what it hides is refused as it comes.
  if (entry.uncompressedSize > expandedBytes || isTooFar(entry.uncompressedSize))
    throw new Unreadable('expands-too-far')

  let size = 0
  try {
    for await (const chunk of await streamOf(file, entry)) {
      size += chunk.byteLength
      spent.bytes += chunk.byteLength
      if (isTooFar(size) || spent.bytes > expandedBytes) throw new Unreadable('expands-too-far')
      yield chunk
    }
  } catch (error) {
    // What is not a refusal of our own is the unpacker's complaint about the bytes.
    throw error instanceof Unreadable ? error : new Unreadable('damaged')
  }
}

function streamOf(file: ZipFile, entry: Entry): Promise<AsyncIterable<Uint8Array>> {
  return new Promise((resolve, reject) => {
    try {
      file.openReadStream(entry, (error, stream) => {
        if (error) reject(new Unreadable('damaged'))
        else resolve(stream as AsyncIterable<Uint8Array>)
      })
    } catch {
      // Thrown at once for a packing method that is not known.
      reject(new Unreadable('damaged'))
    }
  })
}
