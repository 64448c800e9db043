import { sql, type RawBuilder } from 'kysely'
import type { Look, RecordKind } from '#modules/mandates/index.ts'
import type { Translated } from '#platform/languages.ts'
import { translationsFor } from '#platform/texts/texts.ts'
import { itemsWhere } from './item-queries.ts'
import { planPaths } from './paths.ts'
import { plansWhere } from './plan-queries.ts'
import { publicPlanStates } from './plan.ts'

/** Plans and their items, as other records name them. */
export const planRecords: RecordKind[] = [
  {
    kind: 'plan',
    idOf: (path) => /^\/plans\/([0-9a-z]{10})$/.exec(path)?.[1] ?? null,
    path: planPaths.plan,
    names: async (db, ids, look) => {
      const plans = await plansWhere(db, sql`p.id = any(${ids}::text[]) and ${seenAt(look)}`)
      const translations = await translationsFor(
        db,
        plans.map(({ id }) => ({ kind: 'plan', id })),
      )
      return new Map(plans.map(({ id }) => [id, titlesIn(translations('plan', id))]))
    },
  },
  {
    kind: 'plan-item',
    idOf: (path) => /^\/plan-items\/([0-9a-z]{10})$/.exec(path)?.[1] ?? null,
    path: planPaths.item,
    names: async (db, ids, look) => {
      const items = await itemsWhere(
        db,
        sql`i.id = any(${ids}::text[]) and exists (select from plans p where p.id = i.plan and ${seenAt(look)})`,
      )
      const translations = await translationsFor(
        db,
        items.map(({ id }) => ({ kind: 'plan-item', id })),
      )
      return new Map(items.map(({ id, code }) => [id, titlesIn(translations('plan-item', id), `${code} `)]))
    },
  },
]

/** Those who lead a plan see its draft too, but what they cite is read by others. */
const seenAt = ({ levels }: Look): RawBuilder<boolean> =>
  levels.includes('secretariat')
    ? sql<boolean>`p.state <> 'discarded'`
    : sql<boolean>`p.state = any(${[...publicPlanStates]}::text[])`

const titlesIn = (
  translations: ReturnType<Awaited<ReturnType<typeof translationsFor>>>,
  before = '',
): Translated =>
  Object.fromEntries(
    Object.entries(translations ?? {}).flatMap(([language, texts]) => {
      const title = texts?.['title']?.text
      return title ? [[language, `${before}${title}`]] : []
    }),
  )
