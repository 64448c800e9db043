import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { languageCodes } from '#platform/languages.ts'
import { translationsFor, type Translations } from '#platform/texts/texts.ts'
import { indicatorsOfPlan } from '../indicators/indicator-queries.ts'
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
  const indicators = Map.groupBy(await indicatorsOfPlan(db, id), ({ item }) => item)
  const translations = await translationsFor(db, [
    { kind: 'plan-header', id },
    ...items.map((item) => ({ kind: 'plan-item', id: item.id })),
    ...[...indicators.values()].flat().map((one) => ({ kind: 'plan-indicator', id: one.id })),
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
      indicators: (indicators.get(item.id) ?? []).map((one) => contentIndicator(one, translations)),
    })),
  }
}

const contentIndicator = (
  { plan: _plan, item: _item, place: _place, state: _state, revision: _revision, ...indicator }: Indicator,
  translations: (kind: string, id: string) => Translations,
): ContentIndicator => ({
  ...indicator,
  words: wordsOf(translations('plan-indicator', indicator.id), indicatorFields),
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
