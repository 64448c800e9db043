import type { Translate } from '#platform/messages.ts'
import { date, number } from '#platform/ui/format.ts'
import { actualsOf, indicatorsOfPlan, withIndicatorWords } from '../indicators/indicator-queries.ts'
import { indicatorRow, type IndicatorRow } from '../indicators/indicator-shape.ts'
import { itemsOf } from '../item-queries.ts'
import type { PaperTables } from './paper-routes.ts'

/** The indicators of a plan in the order of its items, as its paper shows them; no table where there are none. */
export const paperIndicators: PaperTables = async (visit, plan) => {
  const { db, language, t } = visit
  const items = (await itemsOf(db, plan.id)).filter(({ state }) => state === 'active')
  const indicators = await indicatorsOfPlan(db, plan.id)
  const read = await withIndicatorWords(db, indicators, language)
  const actuals = await actualsOf(
    db,
    indicators.map(({ id }) => id),
  )
  const rows = items.flatMap(({ id, code }) =>
    read
      .filter(({ indicator }) => indicator.item === id)
      .map((one) => [code, ...cellsOf(t, indicatorRow(visit, one, actuals))]),
  )
  if (rows.length === 0) return []
  const heads = [
    t('plan-paper.number'),
    t('indicators.one'),
    t('indicators.field.unit'),
    t('indicators.baseline'),
    t('indicators.target'),
    t('indicators.latest'),
  ]
  return [{ title: t('indicators.title'), heads, rows }]
}

const cellsOf = (t: Translate, { name, unit, baseline, target, latest }: IndicatorRow): string[] => {
  const { code } = t.language
  const figure = (value: number, when: string) => `${number(code, value)} (${when})`
  return [
    name.text,
    unit.text,
    baseline.state === 'none' ? t('indicators.none') : figure(baseline.value, String(baseline.year)),
    figure(target.value, String(target.year)),
    latest === null ? t('indicators.not-measured-yet') : figure(latest.value, date(code, latest.on)),
  ]
}
