import { accounts } from '#modules/accounts/module.ts'
import { activities } from '#modules/activities/module.ts'
import { frameworks } from '#modules/frameworks/module.ts'
import { mandates } from '#modules/mandates/module.ts'
import { matrix } from '#modules/matrix/module.ts'
import { notices } from '#modules/notices/module.ts'
import { plans } from '#modules/plans/module.ts'
import { reports } from '#modules/reports/module.ts'
import { site } from '#modules/site/module.ts'
import { translation } from '#modules/translation/module.ts'
import type { Module } from '#platform/module.ts'
import type { Keeping } from '#platform/past/keep-commands.ts'

/** All modules, bottom up: each may depend only on those before it. */
export const modules: readonly Module[] = [
  frameworks,
  accounts,
  mandates,
  activities,
  matrix,
  plans,
  reports,
  translation,
  notices,
  site,
]

/** Tables of which every version of every row is kept. */
export const keptTables = (): string[] => [
  'stored_files',
  'pictures',
  ...modules.flatMap(({ owns, technical = [] }) => owns.filter((table) => !technical.includes(table))),
]

export const keeping = (): Keeping => ({
  kept: keptTables(),
  onlyOfNow: modules.flatMap(({ onlyOfNow = [] }) => onlyOfNow),
})
