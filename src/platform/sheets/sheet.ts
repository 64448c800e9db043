import type { MessageKey, MessageValues } from '../messages.ts'

/** A row of a table that came in as a file. */
export type SheetRow = {
  /** As people see it: of the sheet, of the line in JSON Lines, the place in a JSON array. */
  number: number
  /** By the name of the column, as text whatever the file; what is empty is left out. */
  cells: Record<string, string>
}

/** A row by the places of its cells, before the columns are known. */
export type PlacedRow = { number: number; values: string[] }

export type SheetKind = 'csv' | 'xlsx' | 'json'

/** Something in a file that a person can put right; the file is not read beyond it. Key and values as in an `Issue`. */
export class UnreadableSheet extends Error {
  readonly key: MessageKey
  readonly values: MessageValues

  constructor(key: MessageKey, values: MessageValues = {}) {
    super(key)
    this.name = 'UnreadableSheet'
    this.key = key
    this.values = values
  }
}

/** 'A' for the first column, as spreadsheets count. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter
}
