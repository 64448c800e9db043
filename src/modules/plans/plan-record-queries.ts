import { sql } from 'kysely'
import type { RecordKind } from '#modules/mandates/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { languageCodes, type Translated } from '#platform/languages.ts'
import { translationsFor } from '#platform/texts/texts.ts'
import { planPaths } from './paths.ts'
import { publicPlanStates } from './plan.ts'

/** Plans and their items, as others cite them: those that everybody may read. */
export const planRecords: RecordKind[] = [
  {
    kind: 'plan',
    idOf: (path) => /^\/plans\/([0-9a-z]{10})$/.exec(path)?.[1] ?? null,
    path: planPaths.plan,
    names: async (db, ids) => {
      const rows = await sql<{ id: string }>`
        select p.id from plans p where p.id = any(${ids}::text[]) and ${isPublic}`.execute(db)
      return titlesOf(db, 'plan-header', rows.rows)
    },
  },
  {
    kind: 'plan-item',
    idOf: (path) => /^\/plan-items\/([0-9a-z]{10})$/.exec(path)?.[1] ?? null,
    path: planPaths.item,
    names: async (db, ids) => {
      const rows = await sql<{ id: string; code: string }>`
        select i.id, i.code from plan_items i join plans p on p.id = i.plan
        where i.id = any(${ids}::text[]) and ${isPublic}`.execute(db)
      return titlesOf(db, 'plan-item', rows.rows)
    },
  },
  {
    kind: 'plan-indicator',
    idOf: (path) => /^\/plan-indicators\/([0-9a-z]{10})$/.exec(path)?.[1] ?? null,
    path: planPaths.indicator,
    names: async (db, ids) => {
      const rows = await sql<{ id: string }>`
        select n.id from plan_indicators n join plans p on p.id = n.plan
        where n.id = any(${ids}::text[]) and n.state = 'active' and ${isPublic}`.execute(db)
      return titlesOf(db, 'plan-indicator', rows.rows)
    },
  },
]

const isPublic = sql`p.state = any(${[...publicPlanStates]}::text[])`

async function titlesOf(
  db: Db,
  kind: 'plan-header' | 'plan-item' | 'plan-indicator',
  rows: readonly { id: string; code?: string }[],
): Promise<Map<string, Translated>> {
  const translations = await translationsFor(
    db,
    rows.map(({ id }) => ({ kind, id })),
  )
  return new Map(
    rows.map(({ id, code }) => {
      const titles = languageCodes.flatMap((language) => {
        const text = translations(kind, id)?.[language]?.[kind === 'plan-indicator' ? 'name' : 'title']?.text
        return text ? [[language, code === undefined ? text : `${code} ${text}`]] : []
      })
      return [id, titles.length === 0 ? { en: code ?? id } : Object.fromEntries(titles)]
    }),
  )
}
