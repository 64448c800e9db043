import type { Issue } from '#platform/errors.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { Translate } from '#platform/messages.ts'
import { matchColumns } from '#platform/sheets/match-columns.ts'
import { outlineOfFile, rowsOfFile } from '#platform/sheets/read-sheet.ts'
import { UnreadableSheet } from '#platform/sheets/sheet.ts'
import { columnsIn, rowReader } from '#platform/sheets/table-read.ts'
import type { Table } from '#platform/sheets/table.ts'
import type { RowRead } from './dry-run.ts'
import type { ItemDraft, ItemOut } from './item-table.ts'

export const importEndings = ['.xlsx', '.csv', '.json', '.jsonl'] as const
export const importLimitBytes = 5 * 1024 * 1024

const limits = {
  textBytes: importLimitBytes,
  packedBytes: importLimitBytes,
  expandedBytes: 50_000_000,
  rows: 1000,
  milliseconds: 20_000,
}

export type FileRead = {
  rows: RowRead[]
  /** Headers of columns that mean nothing here. */
  leftOut: string[]
}

/** The rows of a file of items, each with what is wrong with its cells. */
export async function readItems(
  file: { bytes: Uint8Array; name: string },
  table: Table<ItemOut, ItemDraft>,
  translate: Record<LanguageCode, Translate>,
): Promise<FileRead | { issue: Issue }> {
  try {
    const outline = await outlineOfFile(file.bytes, file.name, { limits })
    const matches = matchColumns(outline.columns, columnsIn(table, translate))
    if (!matches.some(({ column }) => column !== null))
      return { issue: { field: 'file', key: 'plan-import.no-columns' } }
    const read = rowReader(table, matches, translate)
    const rows: RowRead[] = []
    for await (const row of rowsOfFile(file.bytes, file.name, { limits }))
      rows.push({ number: row.number, ...read(row) })
    const known = new Set<string>(table.columns.map(({ name }) => name))
    return {
      rows,
      leftOut: matches.flatMap(({ header, column }) =>
        column === null && !known.has(header) ? [header] : [],
      ),
    }
  } catch (error) {
    // What a person can put right in the file is told to them; anything else is a bug.
    if (!(error instanceof UnreadableSheet)) throw error
    return { issue: { field: 'file', key: error.key, values: error.values } }
  }
}
