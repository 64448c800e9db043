import { z } from 'zod'
import { languageCodes } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import { tagShape } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { preferred, type Term } from './term.ts'

const words = z.partialRecord(z.enum(languageCodes), z.string())
const others = z.partialRecord(z.enum(languageCodes), z.array(z.string()))

export const termShape = z.object({
  id: z.string(),
  status: z.object({ code: z.enum(['official', 'own']), label: z.string() }),
  source: z.string(),
  actionLines: z.array(z.string()),
  /** The term to use, by language. */
  terms: words,
  /** Others that mean the same. */
  others,
})

export type TermRecord = z.infer<typeof termShape>

/** One of our own, on a page of its own. */
export const ownTermShape = termShape.extend({
  /** The action lines that it belongs to, with their names. */
  lines: z.array(tagShape),
})

export type OwnTermRecord = z.infer<typeof ownTermShape>

export const termRecord = (
  { t }: Pick<Visit, 't'>,
  { id, status, source, actionLines, words: own }: Term,
): TermRecord => ({
  id,
  status: { code: status, label: t(statusKeys[status]) },
  source,
  actionLines,
  terms: preferred(own),
  others: Object.fromEntries(
    languageCodes.flatMap((code) => ((own[code]?.length ?? 0) > 1 ? [[code, own[code]?.slice(1)]] : [])),
  ),
})

export const statusKeys = {
  official: 'terms.status.official',
  own: 'terms.status.own',
} as const satisfies Record<Term['status'], MessageKey>
