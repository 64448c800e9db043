import type { MessageKey, MessageValues } from '../messages.ts'
import type { Bounds, PackageFault } from '../packages/bounds.ts'

/** How much of a document is read before it is refused. */
export type DocumentLimits = Bounds['limits'] & {
  rows: number
  /** In one cell or control. */
  characters: number
  milliseconds: number
}

export const defaultDocumentLimits: DocumentLimits = {
  expandedBytes: 30_000_000,
  expansionRatio: 200,
  archiveEntries: 1_000,
  xmlDepth: 200,
  xmlPieceBytes: 2_000_000,
  xmlTreeBytes: 2_000_000,
  rows: 5_000,
  characters: 100_000,
  milliseconds: 10_000,
}

/** Something in a file that a person can put right. Key and values as in an `Issue`. */
export class UnreadableDocument extends Error {
  readonly key: MessageKey
  readonly values: MessageValues

  constructor(key: MessageKey, values: MessageValues = {}) {
    super(key)
    this.name = 'UnreadableDocument'
    this.key = key
    this.values = values
  }
}

export type DocumentBudget = Bounds & { limits: DocumentLimits }

export function startDocumentBudget(limits: DocumentLimits): DocumentBudget {
  const end = performance.now() + limits.milliseconds
  return {
    limits,
    refusal: (fault) => new UnreadableDocument(faultKeys[fault]),
    checkTime() {
      if (performance.now() > end)
        throw new UnreadableDocument('sheet.too-slow', { seconds: Math.round(limits.milliseconds / 1000) })
    },
  }
}

/** The sentences are those of tables, which speak of any file. */
const faultKeys = {
  damaged: 'sheet.damaged',
  encrypted: 'sheet.encrypted',
  'expands-too-far': 'sheet.expands',
} as const satisfies Record<PackageFault, string>
