import { setImmediate } from 'node:timers/promises'
import { tooManyBytes } from './limits.ts'

/** A file that is at hand, or that comes in pieces: from a disk, from the database, from the network. */
export type SheetSource = Uint8Array | AsyncIterable<Uint8Array>

const chunkBytes = 65_536

/** In pieces, with pauses in which other work goes on. */
export async function* chunksOf(source: SheetSource): AsyncGenerator<Uint8Array, void, void> {
  let sincePause = 0
  for await (const chunk of source instanceof Uint8Array ? slices(source) : source) {
    yield chunk
    sincePause += chunk.byteLength
    if (sincePause < chunkBytes) continue
    sincePause = 0
    await setImmediate()
  }
}

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes)
}

export async function* bounded(chunks: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.byteLength
    if (size > most) throw tooManyBytes(most)
    yield chunk
  }
}

/** The first pieces, and all of them again. */
export async function peeked<Piece extends Uint8Array | string>(
  pieces: AsyncIterator<Piece>,
  length: number,
): Promise<{ head: Piece[]; all: AsyncGenerator<Piece> }> {
  const head: Piece[] = []
  let size = 0
  while (size < length) {
    const next = await pieces.next()
    if (next.done) break
    head.push(next.value)
    size += next.value.length
  }
  return { head, all: again(head, pieces) }
}

async function* again<Piece>(head: Piece[], rest: AsyncIterator<Piece>): AsyncGenerator<Piece> {
  try {
    yield* head
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}
