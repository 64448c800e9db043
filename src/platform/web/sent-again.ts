import type { IncomingMessage, ServerResponse } from 'node:http'
import { clientOf } from './client-address.ts'
import type { RequestCount } from './request-count.ts'

/** What a kept answer says of itself, so that it can be sent again as it is. */
export type Repeatable = { version: string; day: string; etag: string; body: Buffer }

type Sent = { version: string; day: string; etag: string; whole?: Whole; unchanged?: string[] }

/** An answer with all its headers. */
export type Finished = { status: number; headers: readonly [name: string, value: string][] }

type Whole = { headers: string[]; body: Buffer }

type Parts = { now: () => Date; trustedProxies: string[]; count: RequestCount }

/** For so long after the content was last looked at, answers are sent again without a look. */
const stillGoodMilliseconds = 250
const mostKept = 4000
const mostBytes = 16 * 1024 * 1024

/**
 * Answers that are asked for again and again, as they went over the line, for whoever sends neither a cookie nor a token. They are sent
 * before anything takes the request apart; it counts like any other. Everything that may decide an answer stands in its key.
 */
export class SentAgain {
  readonly #parts: Parts
  readonly #sent = new Map<string, Sent>()
  readonly #repeatable = new WeakMap<Request, Repeatable>()
  #looked = Number.NEGATIVE_INFINITY
  #version = ''
  #bytes = 0

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Told of an answer that was found among the kept ones, before its headers are complete. */
  offer = (request: Request, repeatable: Repeatable): void => {
    this.#look(repeatable.version)
    if (request.method === 'GET') this.#repeatable.set(request, repeatable)
  }

  /** Keeps the finished answer to a request, if it was offered. */
  keep = (request: Request, response: Response, incoming: IncomingMessage): void => {
    const repeatable = this.#repeatable.get(request)
    if (repeatable === undefined || repeatable.version !== this.#version) return
    this.#keep(incoming, repeatable, { status: response.status, headers: [...response.headers] })
  }

  /** The same for an answer that is offered with its headers. */
  keepSent = (incoming: IncomingMessage, repeatable: Repeatable, answer: Finished): void => {
    this.#look(repeatable.version)
    this.#keep(incoming, repeatable, answer)
  }

  #look(version: string): void {
    this.#looked = performance.now()
    if (version !== this.#version) this.#forgetAll(version)
  }

  #keep(incoming: IncomingMessage, repeatable: Repeatable, { status, headers }: Finished): void {
    const key = keyOf(incoming)
    if (key === null || (status !== 200 && status !== 304)) return
    const { version, day, etag, body } = repeatable
    const before = this.#sent.get(key)
    const sent = before?.etag === etag && before.day === day ? before : { version, day, etag }
    if (status === 304) sent.unchanged ??= lasting(headers)
    else sent.whole ??= this.#whole(lasting(headers), body)
    if (this.#sent.size >= mostKept || this.#bytes > mostBytes) this.#forgetAll(version)
    this.#sent.set(key, sent)
  }

  /** Sends what was sent before; false when it must be asked for anew. */
  send = (incoming: IncomingMessage, outgoing: ServerResponse): boolean => {
    if (performance.now() - this.#looked > stillGoodMilliseconds) return false
    const key = keyOf(incoming)
    const sent = key === null ? undefined : this.#sent.get(key)
    const now = this.#parts.now()
    if (sent === undefined || sent.day !== dayOf(now)) return false
    const known = incoming.headers['if-none-match']
    if (known !== undefined && known !== sent.etag) return false
    const headers = known === undefined ? sent.whole?.headers : sent.unchanged
    if (headers === undefined) return false
    const counted = this.#parts.count.more(clientOf(incoming, this.#parts.trustedProxies))
    if (counted === null) return false
    const body = known === undefined ? sent.whole?.body : undefined
    outgoing.writeHead(body === undefined ? 304 : 200, [...headers, ...counted])
    outgoing.end(body)
    return true
  }

  #whole(headers: string[], body: Buffer): Whole {
    this.#bytes += body.length
    return { headers: [...headers, 'content-length', String(body.length)], body }
  }

  #forgetAll(version: string): void {
    this.#sent.clear()
    this.#bytes = 0
    this.#version = version
  }
}

/** Null for what is never the same for everybody. */
function keyOf({ method, url, headers }: IncomingMessage): string | null {
  if (method !== 'GET' || headers.cookie !== undefined || headers.authorization !== undefined) return null
  return [url, headers['accept-encoding'], headers['accept-language'], headers.accept].join('\n')
}

const ofEachRequest = ['content-length', 'ratelimit', 'ratelimit-policy']

const lasting = (headers: Finished['headers']): string[] =>
  headers.filter(([name]) => !ofEachRequest.includes(name.toLowerCase())).flat()

const dayOf = (now: Date): string => now.toISOString().slice(0, 10)
