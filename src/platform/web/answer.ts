import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context } from 'hono'

/** What a resource says: the same bytes for everybody who asks for this address. */
export type Answer = {
  status: 200 | 400 | 401 | 403 | 404 | 405 | 406 | 409 | 413 | 415 | 422 | 429
  type: string
  body: string
  /** File name when the answer is a download. */
  saveAs?: string
  /** Never changes at this address, so browsers may keep it. */
  immutable?: boolean
}

type Stored = Answer & {
  etag: string
  br: Buffer<ArrayBuffer> | null
  gzip: Buffer<ArrayBuffer> | null
  size: number
}

/** The version of the content that is shown, and the time of the question. */
export type Moment = { version: string; now: Date }

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const worthCompressingBytes = 600
const cacheLimitBytes = 64 * 1024 * 1024
const secondsFresh = 60

/** Keeps finished answers, compressed, until what they show has changed; bounded in memory. */
export class AnswerCache {
  readonly #stored = new Map<string, Stored>()
  #version = ''
  #bytes = 0

  /** The stored answer of an address, if it was made from the present version of the content. */
  #find(address: string, version: string): Stored | undefined {
    if (version !== this.#version) this.#empty(version)
    return this.#stored.get(address)
  }

  async #keep(address: string, version: string, answer: Answer): Promise<Stored> {
    const stored = await compress(answer)
    if (version !== this.#version || stored.size > cacheLimitBytes / 16) return stored
    this.#stored.set(address, stored)
    this.#bytes += stored.size
    for (const [oldest, { size }] of this.#stored) {
      if (this.#bytes <= cacheLimitBytes) break
      this.#stored.delete(oldest)
      this.#bytes -= size
    }
    return stored
  }

  /** Sends the stored answer to this address, or writes it first. */
  async answer(c: Context, { version, now }: Moment, write: () => Promise<Answer>): Promise<Response> {
    const { pathname, search } = new URL(c.req.url)
    // The day is part of the key: what is due changes at midnight although nothing was written.
    const key = `${now.toISOString().slice(0, 10)} ${pathname}${search}`
    return send(c, this.#find(key, version) ?? (await this.#keep(key, version, await write())))
  }

  #empty(version: string) {
    this.#stored.clear()
    this.#bytes = 0
    this.#version = version
  }
}

async function compress(answer: Answer): Promise<Stored> {
  const plain = Buffer.from(answer.body)
  const etag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  if (plain.length < worthCompressingBytes)
    return { ...answer, etag, br: null, gzip: null, size: plain.length }
  const quality = {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
  }
  const [br, gz] = await Promise.all([brotli(plain, quality), zip(plain)])
  return { ...answer, etag, br, gzip: gz, size: plain.length + br.length + gz.length }
}

/** Sends an answer that is meant for one person only. */
export async function sendFresh(c: Context, answer: Answer): Promise<Response> {
  const response = send(c, await compress(answer))
  response.headers.set('Cache-Control', 'private, no-store')
  response.headers.delete('ETag')
  return response
}

/** Sends a stored answer in the encoding that the reader takes; 304 when they have it already. */
function send(c: Context, stored: Stored): Response {
  c.header('ETag', stored.etag)
  c.header('Cache-Control', cacheControl(stored))
  c.header('Vary', 'Accept-Encoding, Cookie')
  if (stored.status === 200 && matches(c.req.header('If-None-Match'), stored.etag)) return c.body(null, 304)

  c.header('Content-Type', stored.type)
  if (stored.saveAs) c.header('Content-Disposition', `inline; filename="${stored.saveAs}"`)
  const takes = c.req.header('Accept-Encoding') ?? ''
  if (stored.br && /\bbr\b(?!\s*;\s*q=0(?:\.0*)?\b)/.test(takes)) return encoded(c, stored, stored.br, 'br')
  if (stored.gzip && /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\b)/.test(takes))
    return encoded(c, stored, stored.gzip, 'gzip')
  return c.body(stored.body, stored.status)
}

function cacheControl({ status, immutable }: Stored): string {
  if (status !== 200) return 'no-store'
  return immutable ? 'public, max-age=31536000, immutable' : `public, max-age=${secondsFresh}`
}

function encoded(c: Context, stored: Stored, bytes: Buffer<ArrayBuffer>, encoding: string) {
  c.header('Content-Encoding', encoding)
  return c.body(bytes, stored.status)
}

const matches = (header: string | undefined, etag: string) =>
  header !== undefined && header.split(',').some((one) => one.trim() === etag || one.trim() === '*')
