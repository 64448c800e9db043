import { z } from 'zod'
import { languageCodes } from '#platform/languages.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { importReport } from './exchange-queries.ts'
import { outcomeKeys, refusalKeys } from './fault-keys.ts'
import { refusals } from './report.ts'

const count = z.int().nonnegative()

export const reportShape = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  file: z.string(),
  format: z.enum(['xliff', 'csv']),
  counts: z.object({ accepted: count, unchanged: count, refused: count }),
  segments: z.array(
    z.object({
      record: z.object({ kind: z.string(), id: z.string() }),
      field: z.string(),
      segment: count,
      language: z.enum(languageCodes),
      outcome: z.object({ code: z.enum(['accepted', 'unchanged', 'refused']), label: z.string() }),
      reason: z.object({ code: z.enum(refusals), label: z.string() }).nullable(),
      target: z.string(),
    }),
  ),
})

export type ReportRecord = z.infer<typeof reportShape>

type Row = NonNullable<Awaited<ReturnType<typeof importReport>>>

export const reportRecord = ({ t }: Pick<Visit, 't'>, row: Row): ReportRecord => ({
  id: row.id,
  at: row.at.toISOString(),
  file: row.file_name,
  format: row.format,
  counts: { accepted: row.accepted, unchanged: row.unchanged, refused: row.refused },
  segments: row.report.map(({ outcome, reason, ...line }) => ({
    ...line,
    outcome: { code: outcome, label: t(outcomeKeys[outcome]) },
    reason: reason && { code: reason, label: t(refusalKeys[reason]) },
  })),
})
