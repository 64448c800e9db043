import { z } from 'zod'
import { notFound } from '#platform/errors.ts'
import type { Column, Listing, PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { itemsOf } from '../item-queries.ts'
import { planPaths } from '../paths.ts'
import { planRead } from '../plan-queries.ts'
import { actualsOf, indicatorsOfPlan, withIndicatorWords } from './indicator-queries.ts'
import { indicatorRow, indicatorRowShape } from './indicator-shape.ts'
import { planIndicatorsPage } from './pages/plan-indicators-page.ts'

const rowShape = indicatorRowShape.extend({ item: z.object({ id: z.string(), code: z.string() }) })

export type PlanIndicatorRow = z.infer<typeof rowShape>

/** All indicators of a plan on one page. */
export const planIndicatorRoutes = (site: Site): void =>
  site.list({
    path: planPaths.indicators(':plan'),
    name: 'plan-indicators',
    summary:
      'The indicators of a plan in the order of its items, each with baseline, target and what was measured last.',
    query: z.strictObject({}),
    row: rowShape,
    read,
    page: planIndicatorsPage,
    columns,
  })

async function read(
  visit: Visit,
  _query: object,
  { plan: id = '' }: PathParameters,
): Promise<Listing<PlanIndicatorRow>> {
  const { db, actor, language } = visit
  const found = await planRead(db, actor, id, language)
  if (found === null) throw notFound()
  const items = await itemsOf(db, id)
  const indicators = await indicatorsOfPlan(db, id)
  const read = await withIndicatorWords(db, indicators, language)
  const actuals = await actualsOf(
    db,
    indicators.map((one) => one.id),
  )
  const rows = items.flatMap((item) =>
    read
      .filter(({ indicator }) => indicator.item === item.id)
      .map((one) => ({ ...indicatorRow(visit, one, actuals), item: { id: item.id, code: item.code } })),
  )
  return {
    rows,
    total: rows.length,
    next: null,
    about: { kind: 'plan', id, name: found.words.title?.text ?? id, path: planPaths.plan(id) },
  }
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
