import type { Bounds, PackageFault } from '../packages/bounds.ts'
import { UnreadableSheet } from './sheet.ts'

/** How much of a table is read before it is refused. */
export type SheetLimits = Bounds['limits'] & {
  /** Of CSV and JSON, which are never held as a whole. */
  textBytes: number
  /** Of XLSX, which is held as it is packed. */
  packedBytes: number
  rows: number
  columns: number
  cellCharacters: number
  rowCharacters: number
  /** Different texts of an XLSX file; each costs a few bytes of memory. */
  sharedTexts: number
  /** Time of reading, without what is done with the rows meanwhile. */
  milliseconds: number
}

export const defaultSheetLimits: SheetLimits = {
  textBytes: 1_000_000_000,
  packedBytes: 100_000_000,
  expandedBytes: 2_000_000_000,
  expansionRatio: 200,
  archiveEntries: 1_000,
  xmlDepth: 100,
  xmlPieceBytes: 2_000_000,
  xmlTreeBytes: 20_000_000,
  rows: 1_000_000,
  columns: 300,
  cellCharacters: 100_000,
  rowCharacters: 2_000_000,
  sharedTexts: 10_000_000,
  milliseconds: 600_000,
}

export type SheetBudget = Bounds & {
  limits: SheetLimits
  /** The same rows; the time that is spent on one of them elsewhere is not counted. */
  paused: <Row>(rows: AsyncIterable<Row>) => AsyncGenerator<Row>
}

export function startSheetBudget(limits: SheetLimits): SheetBudget {
  let end = performance.now() + limits.milliseconds
  return {
    limits,
    refusal: (fault) => new UnreadableSheet(faultKeys[fault]),
    checkTime() {
      if (performance.now() > end)
        throw new UnreadableSheet('sheet.too-slow', { seconds: Math.round(limits.milliseconds / 1000) })
    },
    async *paused(rows) {
      for await (const row of rows) {
        const since = performance.now()
        yield row
        end += performance.now() - since
      }
    },
  }
}

const faultKeys = {
  damaged: 'sheet.damaged',
  encrypted: 'sheet.encrypted',
  'expands-too-far': 'sheet.expands',
} as const satisfies Record<PackageFault, string>

export const tooManyBytes = (bytes: number) =>
  new UnreadableSheet('sheet.too-large', { megabytes: Math.round(bytes / 100_000) / 10 })
