import type { LanguageCode } from '#platform/languages.ts'
import type { Purpose } from '../plan.ts'

/** A name that must stand in all six languages. */
export type InSix = Record<LanguageCode, string>

/** One level of a type, with what its items may have. */
export type PlanLevel = {
  code: string
  /** The level above; null at the top. */
  parent: string | null
  one: InSix
  many: InSix
  /** Whether items have a start and a deadline, resources, indicators. */
  scheduled: boolean
  resourced: boolean
  measured: boolean
}

/** What plans of one kind are made of. The words change every four years, so they are data. */
export type PlanType = {
  id: string
  purpose: Purpose
  name: InSix
  about: InSix
  /** Whether new plans may be of it. */
  offered: boolean
  source: string
  levels: PlanLevel[]
}

export const mostLevels = 8

export const levelOf = (type: Pick<PlanType, 'levels'>, code: string): PlanLevel | undefined =>
  type.levels.find((level) => level.code === code)
