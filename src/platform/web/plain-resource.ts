import type { Context } from 'hono'
import { Refusal } from '../errors.ts'
import type { LanguageCode } from '../languages.ts'
import type { Translate } from '../messages.ts'
import type { Answer } from './answer.ts'
import type { AppParts } from './app.ts'
import type { Visit } from './visit.ts'

/**
 * Something that is the same in all languages and whose address has none: a file, a catalogue, a protocol between programs.
 * Everybody gets the same; who asks is not known. `path` with its ending: '/oai', '/downloads/:file'.
 */
export type PlainResource = { path: string } & (
  | {
      /** Kept until the content changes. */
      write: (visit: PlainVisit) => Promise<Answer>
    }
  | {
      methods?: readonly ('GET' | 'POST')[]
      answer: (visit: PlainVisit, request: Request, parameters: Record<string, string>) => Promise<Response>
    }
)

export type PlainVisit = Pick<Visit, 'db' | 'settings' | 'now' | 'search' | 'log'> & {
  translate: Record<LanguageCode, Translate>
}

export async function answerPlain(
  c: Context,
  plain: PlainResource,
  parts: AppParts,
  kept: (c: Context, write: () => Promise<Answer>) => Promise<Response>,
): Promise<Response> {
  const methods = 'write' in plain ? (['GET'] as const) : (plain.methods ?? (['GET'] as const))
  if (!methods.some((one) => one === c.req.method)) {
    c.header('Allow', [...methods, 'HEAD', 'OPTIONS'].join(', '))
    throw new Refusal(405, 'error.method')
  }
  const { db, settings, search, log, translate } = parts
  const visit: PlainVisit = { db, settings, search, log, translate, now: parts.now() }
  if ('write' in plain) return kept(c, () => plain.write(visit))
  return plain.answer(visit, c.req.raw, c.req.param())
}
