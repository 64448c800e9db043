import { z } from 'zod'
import { notFound } from '#platform/errors.ts'
import { cursorText, limitText } from '#platform/web/list-parameters.ts'
import { refusingCursor } from '#platform/web/list-refusals.ts'
import { limitOf, readCursor, writeCursor } from '#platform/web/listing.ts'
import type { Column, Listing, PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { itemsShown, whilePlanUnchanged } from '../kept-plan-queries.ts'
import { planPaths } from '../paths.ts'
import { planRead } from '../plan-queries.ts'
import { actualsOf, indicatorsOfPlan, withIndicatorWords, type IndicatorRead } from './indicator-queries.ts'
import { indicatorRow, indicatorRowShape } from './indicator-shape.ts'
import { planIndicatorsPage } from './pages/plan-indicators-page.ts'

const query = z.strictObject({ after: cursorText.optional(), limit: limitText.optional() })

const rowShape = indicatorRowShape.extend({ item: z.object({ id: z.string(), code: z.string() }) })

export type PlanIndicatorRow = z.infer<typeof rowShape>

/** The indicators of a plan, page by page. */
export const planIndicatorRoutes = (site: Site): void =>
  site.list({
    path: planPaths.indicators(':plan'),
    name: 'plan-indicators',
    summary:
      'The indicators of a plan in the order of its items, each with baseline, target and what was measured last.',
    query,
    row: rowShape,
    read,
    page: planIndicatorsPage,
    columns,
  })

async function read(
  visit: Visit,
  { after, limit: most }: z.infer<typeof query>,
  { plan: id = '' }: PathParameters,
): Promise<Listing<PlanIndicatorRow>> {
  const { db, actor, language } = visit
  const found = await planRead(db, actor, id, language)
  if (found === null) throw notFound()
  const limit = limitOf(most === undefined ? {} : { limit: Number(most) })
  const skip = await refusingCursor((async () => readCursor(after, ['place'])?.[0] ?? 0)())
  const { shown, actuals, total } = await rowsShown(visit, id, { skip, limit })
  return {
    rows: shown.map(({ item, ...one }) => ({ ...indicatorRow(visit, one, actuals), item })),
    total,
    next: skip + shown.length < total ? writeCursor([skip + shown.length]) : null,
    about: { kind: 'plan', id, name: found.words.title?.text ?? id, path: planPaths.plan(id) },
  }
}

/** Indicators in the order of the items, each with its words, and what was measured of them. */
async function rowsShown(
  { db, language, asOf }: Visit,
  plan: string,
  { skip, limit }: { skip: number; limit: number },
) {
  const items = await itemsShown({ db, language, asOf }, plan)
  const question = {
    ...{ plan, key: `indicators ${language} ${skip} ${limit}` },
    wordsOf: ({ shown }: { shown: IndicatorRead[] }) =>
      shown.map(({ indicator }) => `plan-indicator/${indicator.id}`),
  }
  return whilePlanUnchanged({ db, asOf }, question, async () => {
    const ofItem = Map.groupBy(await indicatorsOfPlan(db, plan), (indicator) => indicator.item)
    const all = items.flatMap(({ item: { id, code } }) =>
      (ofItem.get(id) ?? []).map((indicator) => ({ item: { id, code }, indicator })),
    )
    const some = all.slice(skip, skip + limit)
    const indicators = some.map(({ indicator }) => indicator)
    const read = await withIndicatorWords(db, indicators, language)
    const ids = indicators.map(({ id }) => id)
    return {
      shown: read.map((one, place) => ({ ...one, item: some[place]?.item ?? { id: '', code: '' } })),
      actuals: await actualsOf(db, ids),
      total: all.length,
    }
  })
}

const columns: Column<PlanIndicatorRow>[] = [
  { name: 'id', value: (row) => row.id },
  { name: 'item', value: (row) => row.item.code },
  { name: 'name', value: (row) => row.name.text },
  { name: 'unit', value: (row) => row.unit.text },
  { name: 'direction', value: (row) => row.direction.code },
  { name: 'baseline', value: ({ baseline }) => (baseline.state === 'none' ? 'none' : baseline.value) },
  { name: 'baseline_year', value: ({ baseline }) => (baseline.state === 'none' ? null : baseline.year) },
  { name: 'target', value: (row) => row.target.value },
  { name: 'target_year', value: (row) => row.target.year },
  { name: 'latest', value: (row) => row.latest?.value },
  { name: 'latest_day', value: (row) => row.latest?.on },
  { name: 'numerator', value: (row) => row.latest?.numerator },
  { name: 'denominator', value: (row) => row.latest?.denominator },
]
