import type { IncomingMessage, ServerResponse } from 'node:http'
import { isLanguageCode, type LanguageCode } from '../languages.ts'
import { takeApart } from './address.ts'
import { sendable, type AnswerCache } from './answer.ts'
import { storedForVisitor } from './api/answer-api.ts'
import { languageAsked } from './api/api-query.ts'
import { apiRoot, isOfApi } from './api/api-resource.ts'
import type { ApiRoutes } from './api/api-routes.ts'
import { clientOf } from './client-address.ts'
import type { Layout } from './layout.ts'
import { languageOf } from './negotiate.ts'
import type { RequestCount } from './request-count.ts'
import type { Resources } from './resources.ts'
import { headersOfEveryRead } from './security.ts'
import type { SentAgain } from './sent-again.ts'
import type { Visit } from './visit.ts'

type Parts = {
  layout: Layout
  pages: Resources
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
 * What visitors read, pages and the API, past the web framework, which takes longer than many of these answers. Whatever is no
 * plain success (a refusal, a failure, too many requests) is left to the usual way, where all of them are worded, and so is every
 * page with a form.
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
  (url.startsWith(`${apiRoot}/`) || isOfPages(url)) &&
  headers.cookie === undefined &&
  headers.authorization === undefined

const isOfPages = (url: string): boolean =>
  isLanguageCode(url.slice(1, 3)) && /^(?:[/?]|$)/.test(url.slice(3))

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
  const found = await storedAt(parts, url, incoming.headers['accept-language'])
  if (found === null || found.stored.status !== 200) return false
  const { status, headers, body } = await sendable(found.stored, {
    known: incoming.headers['if-none-match'],
    encodings: [incoming.headers['accept-encoding'] ?? []].flat().join(', '),
  })
  const counted = count.more(client)
  if (counted === null) return false
  const all: Headers = [...(await usual), ...headers]
  if (found.repeatable)
    again.keepSent(incoming, { ...found.repeatable, body: body ?? nothing }, { status, headers: all })
  const length = body === null ? [] : ['content-length', String(body.length)]
  outgoing.writeHead(status, [...all.flat(), ...length, ...counted])
  outgoing.end(body ?? undefined)
  return true
}

/** The kept answer to a visitor who asks for what is now; null where there is none. */
async function storedAt(parts: Parts, url: URL, languages: string | undefined) {
  if (isOfApi(url.pathname)) {
    const asked = languageAsked(url.searchParams) ?? languageOf(languages)
    const visit = parts.visit(url, asked, url.pathname.slice(apiRoot.length))
    return storedForVisitor({ ...parts, visit }, url)
  }
  const { language, path, ending } = takeApart(url.pathname)
  if (language === null) return null
  return parts.pages.storedForVisitor(url, { ...parts, visit: parts.visit(url, language, path), ending })
}

const nothing = Buffer.alloc(0)

type Headers = [name: string, value: string][]
