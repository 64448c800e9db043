import { z } from 'zod'
import { issueSentence } from '#platform/errors.ts'
import { languageCodes } from '#platform/languages.ts'
import type { Visit } from '#platform/web/visit.ts'
import {
  importModes,
  importStates,
  rowOutcomes,
  type ActivityImport,
  type ImportRow,
  type RowOutcome,
} from './import.ts'

/** An import as whoever began it sees it. */
export const importShape = z.object({
  id: z.string(),
  state: z.enum(importStates),
  fileName: z.string(),
  mode: z.enum(importModes),
  language: z.enum(languageCodes),
  rowsSeen: z.int(),
  rowsDone: z.int(),
  isStopping: z.boolean(),
  /** Why the file could not be read. */
  problem: z.string().nullable(),
  columns: z.record(z.string(), z.string().nullable()),
  outcomes: z.partialRecord(z.enum(rowOutcomes), z.int()),
  /** The first of those with errors. */
  wrong: z.array(
    z.object({
      row: z.int(),
      title: z.string(),
      issues: z.array(z.object({ column: z.string(), sentence: z.string() })),
    }),
  ),
})

export type ImportRecord = z.infer<typeof importShape>

export const importRecord = (
  { t }: Pick<Visit, 't'>,
  run: ActivityImport,
  { counts, wrong }: { counts: Partial<Record<RowOutcome, number>>; wrong: ImportRow[] },
): ImportRecord => ({
  id: run.id,
  state: run.state,
  fileName: run.fileName,
  mode: run.mode,
  language: run.language,
  rowsSeen: run.rowsSeen,
  rowsDone: run.rowsDone,
  isStopping: run.isStopping,
  problem: run.problem && issueSentence(t, run.problem),
  columns: run.columns,
  outcomes: counts,
  wrong: wrong.map(({ number, title, issues }) => ({
    row: number,
    title,
    issues: (issues ?? []).map((issue) => ({ column: issue.field, sentence: issueSentence(t, issue) })),
  })),
})
