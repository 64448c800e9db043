import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { languageCodes } from '#platform/languages.ts'
import { translationsFor, type Translations } from '#platform/texts/texts.ts'
import { actualsOf, indicatorsOfPlan } from '../indicators/indicator-queries.ts'
import type { Actual } from '../indicators/actual.ts'
import { indicatorFields, type Indicator } from '../indicators/indicator.ts'
import { itemsOf } from '../item-queries.ts'
import { itemFields } from '../item.ts'
import { plansWhere } from '../plan-queries.ts'
import { planFields } from '../plan.ts'
import type { ContentIndicator, ContentItem, KeptWords, PlanContent } from './plan-content.ts'

/** All that a plan says now. The caller has made sure that the reader may see it. */
export async function planContent(db: Db, id: string): Promise<PlanContent> {
  const [plan] = await plansWhere(db, sql`p.id = ${id}`)
  if (plan === undefined) throw new Error(`there is no plan ${id}`)
  const items = await itemsOf(db, id)
  const all = await indicatorsOfPlan(db, id)
  const indicators = Map.groupBy(all, ({ item }) => item)
  const ids = all.map((one) => one.id)
  const actuals = Map.groupBy(await actualsOf(db, ids), ({ indicator }) => indicator)
  const translations = await translationsFor(db, [
    { kind: 'plan-header', id },
    ...items.map((item) => ({ kind: 'plan-item', id: item.id })),
    ...ids.map((one) => ({ kind: 'plan-indicator', id: one })),
  ])
  const { type, purpose, series, version, actionLine, lead, facilitators, startsOn, endsOn, zone, language } =
    plan
  return {
    plan: {
      id,
      type,
      purpose,
      series,
      version,
      actionLine,
      lead,
      facilitators,
      startsOn,
      endsOn,
      zone,
      language,
      matrixVersion: plan.matrixVersion,
    },
    words: wordsOf(translations('plan-header', id), planFields),
    items: items.map(({ plan: _plan, revision: _revision, place: _place, ...item }): ContentItem => ({
      ...item,
      words: wordsOf(translations('plan-item', item.id), itemFields),
      indicators: (indicators.get(item.id) ?? []).map((one) => contentIndicator(one, translations, actuals)),
    })),
  }
}

const contentIndicator = (
  { plan: _plan, item: _item, place: _place, state: _state, revision: _revision, ...indicator }: Indicator,
  translations: (kind: string, id: string) => Translations,
  actuals: ReadonlyMap<string, Actual[]>,
): ContentIndicator => ({
  ...indicator,
  words: wordsOf(translations('plan-indicator', indicator.id), indicatorFields),
  actuals: (actuals.get(indicator.id) ?? []).map(({ on, value, numerator, denominator, parts }) => ({
    ...{ on, value, numerator, denominator, parts },
  })),
})

function wordsOf<Field extends string>(
  translations: Translations,
  fields: readonly Field[],
): KeptWords<Field> {
  return Object.fromEntries(
    languageCodes.flatMap((language) => {
      const there = fields.flatMap((field) => {
        const { text = null, state } = translations?.[language]?.[field] ?? {}
        return text === null || text === '' || state === undefined ? [] : [[field, { text, state }]]
      })
      return there.length === 0 ? [] : [[language, Object.fromEntries(there)]]
    }),
  )
}
