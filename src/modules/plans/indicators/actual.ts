import type { LanguageCode } from '#platform/languages.ts'
import type { EvidenceLink } from '../progress/evidence-link.ts'
import type { PartFigure } from './dimension.ts'
import type { Figure } from './indicator.ts'

/** What was measured for a day. */
export type Actual = Figure & {
  id: string
  indicator: string
  on: string
  note: string | null
  language: LanguageCode
  evidence: EvidenceLink[]
  parts: PartFigure[]
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
  parts: PartFigure[]
}

/** Under what the note on a value is kept in six languages. */
export const noteKind = 'plan-actual'

export const noteId = ({ indicator, on }: Pick<Actual, 'indicator' | 'on'>): string => `${indicator}-${on}`

export const noteOf = (id: string): { indicator: string; on: string } => ({
  indicator: id.slice(0, 10),
  on: id.slice(11),
})
