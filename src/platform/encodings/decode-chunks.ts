import { isAscii, isUtf8 } from 'node:buffer'
import { byteOrderMark, decodedAs, isMostlyUtf8, unicodeByZeros } from './decode-text.ts'
import { guessedEncoding } from './encoding-guess.ts'

export type Decoding = {
  /** The name of the encoding, when it was neither marked nor beyond doubt; known once its first letter has been read. */
  guessed: string | null
  /** Whether the file begins with the mark of its encoding, so that it is a text beyond doubt. */
  isMarked: boolean
  chunks: AsyncGenerator<string>
}

/**
 * The text of a file as it comes, in any encoding that `decodeText` knows but UTF-32. What is only ASCII is alike in all of
 * them, so nothing is decided before the first byte beyond. `refusal` is thrown where the bytes are no text.
 */
export function decodeChunks(bytes: AsyncIterable<Uint8Array>, refusal: () => Error): Decoding {
  const decoding: Decoding = { guessed: null, isMarked: false, chunks: decoded() }
  return decoding

  async function* decoded(): AsyncGenerator<string> {
    const chunks = bytes[Symbol.asyncIterator]()
    let gathered = await gather(chunks, new Uint8Array(0))
    const marked = byteOrderMark(gathered)
    decoding.isMarked = marked !== null
    let encoding = marked?.encoding ?? unicodeByZeros(gathered)
    while (encoding === null && gathered.length > 0) {
      if (isAscii(gathered)) {
        yield Buffer.from(gathered.buffer, gathered.byteOffset, gathered.byteLength).toString('latin1')
        gathered = await gather(chunks, new Uint8Array(0))
      } else {
        gathered = await gather(chunks, gathered)
        const found = encodingOf(gathered)
        encoding = found.encoding
        decoding.guessed = found.guessed
      }
    }
    yield* decodedFrom(again(gathered, chunks), encoding ?? 'utf-8', refusal)
  }
}

const sampleBytes = 65_536

/** At least so much more, unless the file ends before. */
async function gather(chunks: AsyncIterator<Uint8Array>, before: Uint8Array): Promise<Uint8Array> {
  const parts = [before]
  let size = 0
  while (size < sampleBytes) {
    const next = await chunks.next()
    if (next.done) break
    parts.push(next.value)
    size += next.value.byteLength
  }
  return parts.length === 1 ? before : Buffer.concat(parts)
}

function encodingOf(sample: Uint8Array): { encoding: string; guessed: string | null } {
  if (isUtf8(withoutCutLetter(sample))) return { encoding: 'utf-8', guessed: null }
  if (isMostlyUtf8(sample, decodedAs(sample, 'utf-8', null))) return { encoding: 'utf-8', guessed: null }
  const guessed = guessedEncoding(sample)
  return { encoding: guessed, guessed }
}

/** The sample may end inside a letter: at most three of its bytes stand there, the first of them a lead byte. */
function withoutCutLetter(sample: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3; back += 1) {
    const byte = sample[sample.length - back] ?? 0
    if (byte >= 0xc0) return sample.subarray(0, sample.length - back)
    if (byte < 0x80) return sample
  }
  return sample
}

async function* again(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

async function* decodedFrom(
  chunks: AsyncIterable<Uint8Array>,
  encoding: string,
  refusal: () => Error,
): AsyncGenerator<string> {
  if (encoding.startsWith('utf-32')) throw refusal()
  const decoder = new TextDecoder(encoding, { fatal: true })
  for await (const chunk of chunks) {
    const text = decodedOrNull(() => decoder.decode(chunk, { stream: true }))
    // What stands before the fault is given, so that the reader can say how far it came.
    if (text === null) yield new TextDecoder(encoding).decode(chunk).replace(/\ufffd[^]*/, '')
    if (text === null) throw refusal()
    yield text
  }
  const rest = decodedOrNull(() => decoder.decode())
  if (rest === null) throw refusal()
  yield rest
}

function decodedOrNull(decode: () => string): string | null {
  try {
    return decode()
  } catch {
    // A fatal decoder throws for bytes that are no text in its encoding, and for nothing else.
    return null
  }
}
