import { named } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { date, dateRange, number, percent } from '#platform/ui/format.ts'
import type { PaperTable } from '../exchange/paper-shape.ts'
import type { Actual } from '../indicators/actual.ts'
import { partsIn } from '../indicators/dimension.ts'
import {
  actualsOf,
  indicatorsOfPlan,
  withIndicatorWords,
  type IndicatorRead,
} from '../indicators/indicator-queries.ts'
import { valueOf, type Figure, type Per } from '../indicators/indicator.ts'
import { indicatorRow, type IndicatorRow } from '../indicators/indicator-shape.ts'
import { itemsOf, itemsRead } from '../item-queries.ts'
import { itemTitle } from '../item-shape.ts'
import type { Plan } from '../plan.ts'
import { planStanding } from './progress-queries.ts'
import { leavesOf, markOf } from './roll-up.ts'
import { markKeys } from './words.ts'

/** What the paper of a plan says of its indicators and of its progress; nothing where there is nothing to say. */
export async function progressTables(visit: Visit, plan: Plan): Promise<PaperTable[]> {
  const measured = await measuredOf(visit, plan)
  const tables = [indicatorTable(visit, measured), partTable(visit, measured), await ratingTable(visit, plan)]
  return tables.filter(({ rows }) => rows.length > 0)
}

type Measured = { read: IndicatorRead[]; actuals: Actual[] }

/** In the order of the items. */
async function measuredOf({ db, language }: Visit, { id }: Pick<Plan, 'id'>): Promise<Measured> {
  const ofItem = Map.groupBy(await indicatorsOfPlan(db, id), ({ item }) => item)
  const indicators = (await itemsOf(db, id)).flatMap((item) => ofItem.get(item.id) ?? [])
  return {
    read: await withIndicatorWords(db, indicators, language),
    actuals: await actualsOf(
      db,
      indicators.map((one) => one.id),
    ),
  }
}

function indicatorTable(visit: Visit, { read, actuals }: Measured): PaperTable {
  const { t } = visit
  return {
    title: t('indicators.title'),
    heads: [
      t('indicators.one'),
      t('indicators.field.unit'),
      t('indicators.baseline'),
      t('indicators.target'),
      t('indicators.latest'),
    ],
    rows: read.map((one) => {
      const row = indicatorRow(visit, one, actuals)
      return [
        row.name.text,
        row.unit.text,
        baselineIn(visit, row),
        targetIn(visit, row),
        latestIn(visit, row),
      ]
    }),
  }
}

/** Of each indicator that is kept by parts, what was measured last of them. */
function partTable(visit: Visit, { read, actuals }: Measured): PaperTable {
  const { t, language } = visit
  return {
    title: t('plan-paper.by-parts'),
    heads: [t('indicators.one'), t('plan-paper.part'), t('indicators.latest')],
    rows: read.flatMap(({ indicator, words }) => {
      const last = actuals.findLast((one) => one.indicator === indicator.id && one.parts.length > 0)
      return partsIn(indicator.dimensions).flatMap(({ dimension, part }): string[][] => {
        const figure = last?.parts.find((one) => one.dimension === dimension.code && one.part === part.code)
        if (last === undefined || figure === undefined) return []
        const names = [dimension, part].map(({ name, code }) => named(visit, name, code).text)
        return [
          [
            words.name?.text ?? indicator.id,
            names.join(' – '),
            `${figureIn(visit, figure, indicator.per)} (${date(language, last.on)})`,
          ],
        ]
      })
    }),
  }
}

/** Of a ratio with both numbers from which it follows; of each hundred it is not their quotient, so no sign says so. */
const figureIn = (visit: Visit, figure: Figure, per: Per | null): string => {
  const value = rounded(visit, valueOf(figure, per))
  const { numerator, denominator } = figure
  return numerator === null || denominator === null
    ? value
    : `${value} (${rounded(visit, numerator)} / ${rounded(visit, denominator)})`
}

const rounded = ({ language }: Visit, value: number) => number(language, Math.round(value * 100) / 100)

const baselineIn = (visit: Visit, { baseline }: IndicatorRow): string =>
  baseline.state === 'none'
    ? visit.t('indicators.none')
    : `${rounded(visit, baseline.value)} (${baseline.year})`

const targetIn = (visit: Visit, { target }: IndicatorRow): string =>
  `${rounded(visit, target.value)} (${target.year})`

const latestIn = (visit: Visit, { latest }: IndicatorRow): string =>
  latest === null
    ? visit.t('indicators.not-measured-yet')
    : `${rounded(visit, latest.value)} (${date(visit.language, latest.on)})`

/** Where each item stands on which one reports, with the period that counts for it. */
async function ratingTable(visit: Visit, plan: Plan): Promise<PaperTable> {
  const { db, language, now, t } = visit
  const { items, latest, periods } = await planStanding(db, plan, now)
  const asked = new Set(
    leavesOf(items).flatMap(({ id }) => (typeof latest.get(id)?.period === 'string' ? [id] : [])),
  )
  const read = asked.size === 0 ? [] : await itemsRead(db, plan.id, language)
  return {
    title: t('progress.title'),
    heads: [t('progress.item'), t('progress.mark'), t('progress.percent'), t('progress.period')],
    rows: read
      .filter(({ item }) => asked.has(item.id))
      .map((one) => {
        const own = latest.get(one.item.id)
        const period = periods.find(({ startsOn }) => startsOn === own?.period)
        return [
          `${one.item.code} ${itemTitle(one).text}`,
          own === undefined ? '' : t(markKeys[markOf(own)]),
          typeof own?.percentDone === 'number' ? percent(language, own.percentDone / 100) : '',
          period === undefined ? '' : dateRange(language, period.startsOn, period.endsOn),
        ]
      }),
  }
}
