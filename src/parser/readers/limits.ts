import type { Bounds } from '#platform/packages/bounds.ts'
import { Unreadable } from '../source.ts'

/** How much of a file is read before it is refused. A long resolution is a hundredth of each of these. */
export type Limits = Bounds['limits'] & {
  inputBytes: number
  blocks: number
  characters: number
  /** Elements, attributes and comments of a page, together. */
  htmlElements: number
  milliseconds: number
  /** What the reading of a PDF, which has a thread of its own, may add to the memory of the whole. */
  pdfMegabytes: number
}

export const defaultLimits: Limits = {
  inputBytes: 25_000_000,
  expandedBytes: 60_000_000,
  expansionRatio: 200,
  archiveEntries: 10_000,
  blocks: 200_000,
  characters: 5_000_000,
  xmlDepth: 1_000,
  xmlPieceBytes: 30_000_000,
  xmlTreeBytes: 60_000_000,
  htmlElements: 250_000,
  milliseconds: 20_000,
  pdfMegabytes: 600,
}

/** Counts what one reading uses up, and refuses when a limit is passed. */
export type Budget = Bounds & {
  limits: Limits
  spendBlock: () => void
  spendCharacters: (count: number) => void
}

export function startBudget(limits: Limits): Budget {
  const end = performance.now() + limits.milliseconds
  let blocks = 0
  let characters = 0

  return {
    limits,
    refusal: (fault) => new Unreadable(fault),
    spendBlock() {
      blocks += 1
      if (blocks > limits.blocks) throw new Unreadable('too-large', { what: 'lines', limit: limits.blocks })
    },
    spendCharacters(count) {
      characters += count
      if (characters > limits.characters) {
        throw new Unreadable('too-large', { what: 'characters', limit: limits.characters })
      }
    },
    checkTime() {
      if (performance.now() > end) {
        throw new Unreadable('takes-too-long', { seconds: Math.round(limits.milliseconds / 1000) })
      }
    },
  }
}

export const tooManyBytes = (limits: Limits) =>
  new Unreadable('too-large', { what: 'megabytes', limit: Math.round(limits.inputBytes / 100_000) / 10 })
