import type { Scope } from '#platform/access/actor.ts'
import type { LanguageCode } from '#platform/languages.ts'

export const importStates = ['draft', 'confirmed', 'abandoned'] as const

export type ImportState = (typeof importStates)[number]

/** 'correction': of a text that is stored already. */
export type ImportKind = 'file' | 'correction'

/** A file on its way into the register, as lists and pages know it. */
export type Import = {
  id: string
  kind: ImportKind
  state: ImportState
  fileName: string
  source: string
  language: LanguageCode
  title: string | null
  revision: string | null
  version: number | null
  describes: boolean
  origin: 'parser' | 'demo'
  within: Scope[]
  openedBy: string
  openedAt: Date
  /** Counts decisions and what was taken back: the version of the draft. */
  lastDecision: number
  changedAt: Date
  endedAt: Date | null
}

/** Files up to this size are taken in the browser; the parser has further bounds of its own. */
export const fileLimitBytes = 20 * 1024 * 1024

export const importEndings = ['.docx', '.pdf', '.html', '.htm', '.txt'] as const

/** More than the longest resolution by far; a text beyond it cannot be reviewed by people. */
export const reviewBounds = { units: 3000, blocks: 30_000, characters: 2_000_000 } as const
