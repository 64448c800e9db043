import { hash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context } from 'hono'
import { bytesOf } from './byte-writer.ts'
import type { Repeatable, SentAgain } from './sent-again.ts'

/** What a resource says: the same bytes for everybody who asks for this address. */
export type Answer = {
  status: 200 | 400 | 401 | 403 | 404 | 405 | 406 | 409 | 412 | 413 | 415 | 422 | 428 | 429
  type: string
  /** Bytes where it was put together as such. */
  body: string | Buffer<ArrayBuffer>
  /** File name when the answer is a download. */
  saveAs?: string
  /** Further headers, which go before the usual ones. */
  headers?: Readonly<Record<string, string>>
  /** Never changes at this address, so browsers may keep it. */
  immutable?: boolean
}

type Encoding = 'br' | 'gzip'

/** An answer that was written once, with those encodings that somebody has asked for. */
export type Stored = Omit<Answer, 'body'> & {
  etag: string
  plain: Buffer<ArrayBuffer>
  encoded: Partial<Record<Encoding, Buffer<ArrayBuffer>>>
  /** How often it was sent: what is sent again is worth compressing well. */
  sent: number
}

/** The version of the content that is shown, and the time of the question. `variant`: what else than the address decides. */
export type Moment = { version: string; now: Date; variant?: string }

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const worthCompressingBytes = 600
const cacheLimitBytes = 24 * 1024 * 1024
const secondsFresh = 60

/** Keeps finished answers, compressed, until what they show has changed; bounded in memory. */
export class AnswerCache {
  readonly #stored = new Map<string, Stored>()
  readonly #offer: SentAgain['offer']
  #version = ''
  #bytes = 0

  /** `offer` is told of answers that are sent not for the first time. */
  constructor(offer: SentAgain['offer'] = () => {}) {
    this.#offer = offer
  }

  /** The stored answer of an address, if it was made from the present version of the content. */
  #find(address: string, version: string): Stored | undefined {
    if (version !== this.#version) this.#empty(version)
    return this.#stored.get(address)
  }

  #keep(address: string, version: string, answer: Answer): Stored {
    const stored = written(answer)
    if (version !== this.#version || sizeOf(stored) > cacheLimitBytes / 16) return stored
    this.#stored.set(address, stored)
    this.#bytes += sizeOf(stored)
    for (const [oldest, other] of this.#stored) {
      if (this.#bytes <= cacheLimitBytes) break
      this.#stored.delete(oldest)
      this.#bytes -= sizeOf(other)
    }
    return stored
  }

  /** Sends the stored answer to this address, or writes it first. */
  async answer(c: Context, moment: Moment, write: () => Promise<Answer>): Promise<Response> {
    const { stored, repeatable } = await this.stored(new URL(c.req.url), moment, write)
    const response = await send(c, stored)
    if (repeatable) {
      const body = bodyIn(stored, response.headers.get('Content-Encoding'))
      this.#offer(c.req.raw, { ...repeatable, body })
    }
    return response
  }

  /** The stored answer to this address, written now if it was not there; then it is not repeatable yet. */
  async stored(
    { pathname, search }: Pick<URL, 'pathname' | 'search'>,
    { version, now, variant = '' }: Moment,
    write: () => Promise<Answer>,
  ): Promise<{ stored: Stored; repeatable: Omit<Repeatable, 'body'> | null }> {
    // The day is part of the key: what is due changes at midnight although nothing was written.
    const day = now.toISOString().slice(0, 10)
    const key = `${day} ${variant} ${pathname}${search}`
    const found = this.#find(key, version)
    if (found === undefined) return { stored: this.#keep(key, version, await write()), repeatable: null }
    return { stored: found, repeatable: { version, day, etag: found.etag } }
  }

  #empty(version: string) {
    this.#stored.clear()
    this.#bytes = 0
    this.#version = version
  }
}

function written({ body, ...answer }: Answer): Stored {
  const plain = typeof body === 'string' ? bytesOf(body) : body
  const etag = `W/"${hash('sha256', plain, 'base64url').slice(0, 22)}"`
  return { ...answer, etag, plain, encoded: {}, sent: 0 }
}

/** Encodings come and go with the readers; they are about as large as a third of the whole. */
const sizeOf = ({ plain }: Stored): number => Math.ceil(plain.length * 1.6)

/** Sends an answer that is meant for one person only. */
export async function sendFresh(c: Context, answer: Answer): Promise<Response> {
  const response = await send(c, written(answer))
  response.headers.set('Cache-Control', 'private, no-store')
  response.headers.delete('ETag')
  return response
}

/** Sends a stored answer in the encoding that the reader takes; 304 when they have it already. */
async function send(c: Context, stored: Stored): Promise<Response> {
  const asked = { known: c.req.header('If-None-Match'), encodings: c.req.header('Accept-Encoding') }
  const { status, headers, body } = await sendable(stored, asked)
  for (const [name, value] of headers) c.header(name, value)
  return status === 304 || body === null ? c.body(null, 304) : c.body(body, status)
}

type Sendable = {
  status: Answer['status'] | 304
  headers: [name: string, value: string][]
  body: Buffer<ArrayBuffer> | null
}

/** What goes over the line: `known` is what the reader has already, `encodings` what they take. */
export async function sendable(
  stored: Stored,
  { known, encodings = '' }: { known: string | undefined; encodings: string | undefined },
): Promise<Sendable> {
  const headers: Sendable['headers'] = [
    ['ETag', stored.etag],
    ['Cache-Control', cacheControl(stored)],
    ['Vary', 'Accept-Encoding, Cookie'],
  ]
  // What stands twice is said by the later one.
  const said = Object.entries(stored.headers ?? {})
  const own = headers.filter(([name]) => !said.some(([other]) => other === name)).concat(said)
  if (stored.status === 200 && matches(known, stored.etag)) return { status: 304, headers: own, body: null }

  own.push(['Content-Type', stored.type])
  if (stored.saveAs) own.push(['Content-Disposition', `inline; filename="${stored.saveAs}"`])
  const encoding = taken(encodings)
  if (encoding === null || stored.plain.length < worthCompressingBytes)
    return { status: stored.status, headers: own, body: stored.plain }
  own.push(['Content-Encoding', encoding])
  return { status: stored.status, headers: own, body: await encodedAs(stored, encoding) }
}

const bodyIn = ({ encoded, plain }: Stored, encoding: string | null): Buffer<ArrayBuffer> =>
  encoded[(encoding ?? '') as Encoding] ?? plain

function taken(header: string): Encoding | null {
  const encodings = ['br', 'gzip'] as const
  return encodings.find((one) => new RegExp(`\\b${one}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\b)`).test(header)) ?? null
}

const sentOften = 2

/** Quickly for the first readers; well, once it is asked for again and again. */
async function encodedAs(stored: Stored, encoding: Encoding): Promise<Buffer<ArrayBuffer>> {
  const known = stored.encoded[encoding]
  stored.sent += 1
  if (known !== undefined && stored.sent !== sentOften) return known
  const bytes = await compressed(stored.plain, encoding, stored.sent >= sentOften ? 'well' : 'quickly')
  stored.encoded[encoding] = bytes
  return bytes
}

const qualities = { br: { quickly: 1, well: 5 }, gzip: { quickly: 1, well: 6 } } as const

function compressed(
  plain: Buffer,
  encoding: Encoding,
  how: 'quickly' | 'well',
): Promise<Buffer<ArrayBuffer>> {
  const quality = qualities[encoding][how]
  if (encoding === 'gzip') return zip(plain, { level: quality })
  return brotli(plain, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
  })
}

function cacheControl({ status, immutable }: Stored): string {
  if (status !== 200) return 'no-store'
  return immutable ? 'public, max-age=31536000, immutable' : `public, max-age=${secondsFresh}`
}

const matches = (header: string | undefined, etag: string) =>
  header !== undefined && header.split(',').some((one) => one.trim() === etag || one.trim() === '*')
