import type { Generated, JSONColumnType } from 'kysely'
import type { LanguageCode } from '#platform/languages.ts'
import type { PlanContent } from './editions/plan-content.ts'
import type { ItemState, ItemTree, PartyRole } from './item.ts'
import type { PlanState, Purpose } from './plan.ts'
import type { InSix } from './plan-types/plan-type.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    plan_types: {
      id: string
      purpose: Purpose
      name: JSONColumnType<InSix>
      about: JSONColumnType<InSix>
      offered: boolean
      source: string
      sort: number
    }
    plan_levels: {
      type: string
      code: string
      parent: string | null
      place: number
      one: JSONColumnType<InSix>
      many: JSONColumnType<InSix>
      scheduled: boolean
      resourced: boolean
      measured: boolean
    }
    plans: {
      id: string
      type: string
      series: string
      version: number
      previous: string | null
      state: PlanState
      action_line: string | null
      lead: string
      starts_on: string
      ends_on: string
      zone: string
      language: LanguageCode
      comments_until: string | null
      opened_at: Date | null
      presented_at: Date | null
      in_force_at: Date | null
      ended_at: Date | null
      matrix_version: number | null
      revision: number
      created_at: Date
      updated_at: Date
      is_example: Generated<boolean>
    }
    plan_parties: {
      plan: string
      item: Generated<string>
      role: PartyRole | 'facilitator'
      kind: 'body' | 'organization'
      party: string
    }
    plan_items: {
      id: string
      plan: string
      parent: string | null
      type: string
      level: string
      place: number
      code: string
      lineage: string
      carried_from: string | null
      split_from: string | null
      state: ItemState
      language: LanguageCode
      lead: string | null
      starts_on: string | null
      deadline_on: string | null
      deadline_time: string | null
      amount: string | number | null
      currency: string | null
      staff_months: string | number | null
      revision: number
      created_at: Date
      updated_at: Date
    }
    plan_item_codes: { item: string; tree: ItemTree; code: string }
    plan_item_links: { item: string; kind: string; record: string }
    plan_editions: {
      plan: string
      number: number
      state: PlanState
      published_at: Date
      published_by: string
      content: JSONColumnType<PlanContent>
      digest: string
    }
  }
}
