import type { LanguageCode } from '#platform/languages.ts'
import type { EvidenceLink } from '../progress/evidence-link.ts'
import type { Figure } from './indicator.ts'

/** What was measured for a day. */
export type Actual = Figure & {
  id: string
  indicator: string
  on: string
  note: string | null
  language: LanguageCode
  evidence: EvidenceLink[]
  revision: number
  changedAt: Date
  /** What was said before it was corrected, the last first. */
  before: ActualBefore[]
}

/** A revision that was corrected, with why. */
export type ActualBefore = {
  revision: number
  content: ActualContent
  changedAt: Date
  reason: string
}

export type ActualContent = Figure & {
  on: string
  note: string | null
  language: LanguageCode
  evidence: EvidenceLink[]
}
