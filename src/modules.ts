import { accounts } from '#modules/accounts/module.ts'
import { frameworks } from '#modules/frameworks/module.ts'
import { mandates } from '#modules/mandates/module.ts'
import { site } from '#modules/site/module.ts'
import type { Module } from '#platform/module.ts'

/** All modules, bottom up: each may depend only on those before it. */
export const modules: readonly Module[] = [frameworks, accounts, mandates, site]

/** Tables of which every version of every row is kept. */
export const keptTables = (): string[] =>
  modules.flatMap(({ owns, technical = [] }) => owns.filter((table) => !technical.includes(table)))
