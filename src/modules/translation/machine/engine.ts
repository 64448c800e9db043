import type { LanguageCode } from '#platform/languages.ts'

/** A program that translates, reached over LibreTranslate's interface: POST /translate. Off unless the settings name one. */
export type Engine = { url: string; key: string | null }

/** It could not be asked, or what it said cannot be used. Nothing has changed. */
export class EngineFailure extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'EngineFailure'
  }
}

const timeoutMs = 30_000
const mostAnswerBytes = 2 * 1024 * 1024
export const mostTextsAtOnce = 50
export const mostLettersAtOnce = 20_000

/** Translates some texts, in their order; all or none. */
export async function askEngine(
  { url, key }: Engine,
  texts: readonly string[],
  from: LanguageCode,
  to: LanguageCode,
): Promise<string[]> {
  const asked = {
    q: texts,
    source: from,
    target: to,
    format: 'text',
    ...(key === null ? {} : { api_key: key }),
  }
  const answer = await post(`${url}/translate`, asked)
  const translated = (answer as { translatedText?: unknown } | null)?.translatedText
  if (!Array.isArray(translated) || translated.length !== texts.length)
    throw new EngineFailure('not as many texts as were asked for')
  return translated.map((text, place) => usable(text, texts[place] ?? ''))
}

async function post(address: string, body: unknown): Promise<unknown> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (!answer.ok) throw new EngineFailure(`answered ${answer.status}`)
    return JSON.parse(await bounded(answer)) as unknown
  } catch (error) {
    // The network, the time and the answer are not ours: whatever goes wrong there is one failure.
    throw error instanceof EngineFailure ? error : new EngineFailure(nameOf(error))
  }
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown')

async function bounded(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body ?? []) {
    size += chunk.length
    if (size > mostAnswerBytes) throw new EngineFailure('too long an answer')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** One line of printable text, of a length that a translation can have. */
function usable(text: unknown, source: string): string {
  if (typeof text !== 'string') throw new EngineFailure('no text')
  const line = text.toWellFormed().normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  const isPrintable = !/\p{Cc}|\uFFFD/u.test(line)
  if (line === '' || !isPrintable || line.length > 200 + source.length * 6)
    throw new EngineFailure('no usable text')
  return line
}
