import { z } from 'zod'
import { notFound } from '#platform/errors.ts'
import { cursorText, limitText } from '#platform/web/list-parameters.ts'
import { refusingCursor } from '#platform/web/list-refusals.ts'
import { limitOf, readCursor, writeCursor } from '#platform/web/listing.ts'
import type { Column, Listing, PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { itemsOf } from '../item-queries.ts'
import { planPaths } from '../paths.ts'
import { planRead } from '../plan-queries.ts'
import { actualsOf, indicatorsOfPlan, withIndicatorWords } from './indicator-queries.ts'
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
  const ofItem = Map.groupBy(await indicatorsOfPlan(db, id), (indicator) => indicator.item)
  const all = (await itemsOf(db, id)).flatMap((item) =>
    (ofItem.get(item.id) ?? []).map((indicator) => ({ item, indicator })),
  )
  const shown = all.slice(skip, skip + limit)
  const read = await withIndicatorWords(
    db,
    shown.map(({ indicator }) => indicator),
    language,
  )
  const actuals = await actualsOf(
    db,
    shown.map(({ indicator }) => indicator.id),
  )
  return {
    rows: read.map((one, place) => {
      const { id: item = '', code = '' } = shown[place]?.item ?? {}
      return { ...indicatorRow(visit, one, actuals), item: { id: item, code } }
    }),
    total: all.length,
    next: skip + shown.length < all.length ? writeCursor([skip + shown.length]) : null,
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
