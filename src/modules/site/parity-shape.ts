import { z } from 'zod'
import type { ParityRow } from '#modules/mandates/index.ts'
import { languageCodes } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import type { Visit } from '#platform/web/visit.ts'

/** How many records of one kind have a text in one language, by the state of that text. */
export const parityShape = z.object({
  kind: z.object({ code: z.string(), label: z.string() }),
  language: z.enum(languageCodes),
  counts: z.object({
    original: z.int().nonnegative(),
    human: z.int().nonnegative(),
    machine: z.int().nonnegative(),
    missing: z.int().nonnegative(),
  }),
  total: z.int().nonnegative(),
})

export type ParityRecord = z.infer<typeof parityShape>

export const parityRecord = ({ t }: Pick<Visit, 't'>, row: ParityRow): ParityRecord => {
  const key = kindKeys[row.kind]
  return { ...row, kind: { code: row.kind, label: key === undefined ? row.kind : t(key) } }
}

const kindKeys: Record<string, MessageKey> = {}
