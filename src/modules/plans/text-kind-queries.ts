import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { TextKinds } from '#platform/texts/texts.ts'
import { itemsWhere, withItemWords } from './item-queries.ts'
import { planPaths } from './paths.ts'
import { plansWhere, withPlanWords } from './plan-queries.ts'
import { planThing } from './plan.ts'

/** What translators find of plans: their words, and those of their items. */
export const planTexts: TextKinds = {
  // Not 'plan': that is the plan of a duty.
  'plan-header': {
    name: 'noun.plan',
    fields: {
      title: 'plans.field.title',
      vision: 'plans.field.vision',
      context: 'plans.field.context',
      risks: 'plans.field.risks',
    },
    titlesOf: planTitlesOf,
    pathOf: planPaths.plan,
    ownersOf: async (db, id) => {
      const [plan] = await plansWhere(db, sql`p.id = ${id}`)
      return { owners: [], within: [...((plan && planThing(plan).within) ?? [])] }
    },
  },
  'plan-item': {
    name: 'noun.plan-item',
    fields: {
      title: 'plans.field.title',
      text: 'plans.field.text',
      result: 'plans.field.result',
      risks: 'plans.field.risks',
    },
    titlesOf: itemTitlesOf,
    pathOf: planPaths.item,
    ownersOf: async (db, id) => {
      const [plan] = await plansWhere(db, sql`p.id = (select i.plan from plan_items i where i.id = ${id})`)
      return { owners: [], within: [...((plan && planThing(plan).within) ?? [])] }
    },
  },
}

async function planTitlesOf(db: Db, ids: string[], language: LanguageCode): Promise<Map<string, string>> {
  const plans = await plansWhere(db, sql`p.id = any(${ids}::text[]) and p.state <> 'discarded'`)
  const read = await withPlanWords(db, plans, language)
  return new Map(read.map(({ plan, words }) => [plan.id, words.title?.text ?? plan.id]))
}

async function itemTitlesOf(db: Db, ids: string[], language: LanguageCode): Promise<Map<string, string>> {
  const read = await withItemWords(db, await itemsWhere(db, sql`i.id = any(${ids}::text[])`), language)
  return new Map(read.map(({ item, words }) => [item.id, `${item.code} ${words.title?.text ?? ''}`.trim()]))
}
