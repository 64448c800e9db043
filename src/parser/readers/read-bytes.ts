import { createReadStream } from 'node:fs'
import type { Limits } from './limits.ts'
import { tooManyBytes } from './limits.ts'

/** Reads a file, or standard input for '-', and stops at the limit: the input may be endless. */
export async function readBytes(path: string, limits: Limits): Promise<Uint8Array> {
  const stream = path === '-' ? process.stdin : createReadStream(path)
  const chunks: Uint8Array[] = []
  let size = 0

  // Leaving the loop early closes the stream, so nothing of an endless input is left running.
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > limits.inputBytes) throw tooManyBytes(limits)
    chunks.push(chunk)
  }
  return joined(chunks, size)
}

function joined(chunks: Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.byteLength
  }
  return whole
}
