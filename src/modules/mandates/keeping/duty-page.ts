import type { LineageStep } from '../succession/lineage-queries.ts'
import type { LanguageCode, Translated } from '#platform/languages.ts'
import type { Unchecked } from '#platform/texts/texts.ts'
import type { DutyRow, OccurrenceRow } from '../duties/duty.ts'
import type { By, EvidenceRow } from '../evidence/evidence-row.ts'
import type { BodyTree, KeptDuty } from './kept-duty.ts'
import type { OwnerColumns, Plan } from './owner.ts'

/** All that one page tells of a duty. */
export type DutyPage = {
  duty: DutyRow
  kept: KeptDuty
  bodies: BodyTree
  /** The official words of its provision, per language. */
  official: Translated
  /** Everybody who answers or answered for it, the latest first. */
  owners: OwnerColumns[]
  /** The present plan first. */
  plans: Plan[]
  dueDates: OccurrenceRow[]
  reports: ReportRow[]
  considerations: ConsiderationRow[]
  evidence: EvidenceRow[]
  lineage: LineageStep[]
}

export type ReportRow = {
  id: string
  occurrence: string
  text: Translated
  unchecked?: Unchecked
  original: LanguageCode
  reported: By & { on: string }
  isWithdrawn: boolean
}

export type ConsiderationRow = {
  occurrence: string
  revision: number
  body: string
  consideredOn: string
  source: string
  sourceUrl: string | null
}
