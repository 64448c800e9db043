import type { JSONColumnType } from 'kysely'
import type { LanguageCode } from '#platform/languages.ts'
import type { EvidenceLink } from '../progress/evidence-link.ts'
import type { ActualContent } from './actual.ts'
import type { Dimension, PartFigure } from './dimension.ts'
import type { Baseline, Direction, Disaggregation, Frequency, Per } from './indicator.ts'

/** Exact in the database; what goes in is a number that was checked. */
type Exact = string | number

declare module '#platform/database/tables.ts' {
  interface Tables {
    plan_indicators: {
      id: string
      plan: string
      item: string
      place: number
      lineage: string
      carried_from: string | null
      state: 'active' | 'dropped'
      language: LanguageCode
      frequency: Frequency
      direction: Direction
      disaggregation: Disaggregation[]
      per: Per | null
      baseline: Baseline['state']
      baseline_year: number | null
      baseline_value: Exact | null
      baseline_numerator: Exact | null
      baseline_denominator: Exact | null
      target_value: Exact
      target_year: number
      dimensions: JSONColumnType<Dimension[]>
      revision: number
      created_at: Date
      updated_at: Date
    }
    plan_actuals: {
      id: string
      indicator: string
      measured_on: string
      value: Exact | null
      numerator: Exact | null
      denominator: Exact | null
      note: string | null
      language: LanguageCode
      evidence: JSONColumnType<EvidenceLink[]>
      parts: JSONColumnType<PartFigure[]>
      revision: number
      changed_at: Date
      changed_by: string
    }
    plan_actual_revisions: {
      actual: string
      revision: number
      content: JSONColumnType<ActualContent>
      changed_at: Date
      changed_by: string
      reason: string
    }
  }
}
