import { actionLines, ituRegions } from '#modules/frameworks/index.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Translated } from '#platform/languages.ts'
import { allBodies } from '../queries.ts'

/** What a role can be for, as far as it can be chosen from a list; organizations are too many. */
export type ScopeChoices = Record<'bodies' | 'lines' | 'regions', { code: string; name: Translated }[]>

export const scopeChoices = async (db: Db): Promise<ScopeChoices> => ({
  bodies: (await allBodies(db)).map(({ id, name }) => ({ code: id, name })),
  lines: (await actionLines(db)).map(({ code, label }) => ({ code, name: label })),
  regions: (await ituRegions(db)).map(({ code, label }) => ({ code, name: label })),
})
