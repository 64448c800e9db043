import type { IncomingMessage, ServerResponse } from 'node:http'
import type { LanguageCode } from '../languages.ts'
import { sendable, type AnswerCache } from './answer.ts'
import { storedForVisitor } from './api/answer-api.ts'
import { languageAsked } from './api/api-query.ts'
import { apiRoot, isOfApi } from './api/api-resource.ts'
import type { ApiRoutes } from './api/api-routes.ts'
import { clientOf } from './client-address.ts'
import { languageOf } from './negotiate.ts'
import type { RequestCount } from './request-count.ts'
import { headersOfEveryRead } from './security.ts'
import type { SentAgain } from './sent-again.ts'
import type { Visit } from './visit.ts'

type Parts = {
  publicUrl: string
  trustedProxies: string[]
  routes: ApiRoutes
  cache: AnswerCache
  again: SentAgain
  count: RequestCount
  contentVersion: () => Promise<string>
  visit: (url: URL, language: LanguageCode, path: string) => Visit
}

/** Resolves to whether the request was answered; null for what is none of its business. */
export type QuickRead = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<boolean> | null

/**
 * What programs read of the API without a token, past the web framework, which takes longer than most of these answers. Whatever
 * is no plain success (a refusal, a failure, too many requests) is left to the usual way, where all of them are worded.
 */
export function quickReads(parts: Parts): QuickRead {
  const usual = headersOfEveryRead(parts.publicUrl)
  return (incoming, outgoing) =>
    isQuick(incoming)
      ? // Whatever fails is asked again the usual way, fails there too, and is told and logged.
        answer(parts, incoming, outgoing, usual).catch(() => outgoing.headersSent)
      : null
}

const isQuick = ({ method, url = '', headers }: IncomingMessage): boolean =>
  method === 'GET' &&
  url.startsWith(`${apiRoot}/`) &&
  headers.cookie === undefined &&
  headers.authorization === undefined

async function answer(
  parts: Parts,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  usual: Promise<Headers>,
): Promise<boolean> {
  const { again, count } = parts
  const client = clientOf(incoming, parts.trustedProxies)
  if (!count.isLeft(client)) return false
  const url = new URL(incoming.url ?? '', parts.publicUrl)
  if (!isOfApi(url.pathname)) return false
  const language = languageAsked(url.searchParams) ?? languageOf(incoming.headers['accept-language'])
  const visit = parts.visit(url, language, url.pathname.slice(apiRoot.length))
  const found = await storedForVisitor({ ...parts, visit }, url)
  if (found === null) return false
  const { status, headers, body } = await sendable(found.stored, {
    known: incoming.headers['if-none-match'],
    encodings: [incoming.headers['accept-encoding'] ?? []].flat().join(', '),
  })
  const counted = count.more(client)
  if (counted === null) return false
  const all: Headers = [...(await usual), ...headers]
  if (found.repeatable && body)
    again.keepSent(incoming, { ...found.repeatable, body }, { status, headers: all })
  const length = body === null ? [] : ['content-length', String(body.length)]
  outgoing.writeHead(status, [...all.flat(), ...length, ...counted])
  outgoing.end(body ?? undefined)
  return true
}

type Headers = [name: string, value: string][]
