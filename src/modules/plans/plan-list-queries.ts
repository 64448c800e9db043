import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { readCursor, writeCursor } from '#platform/web/listing.ts'
import { plansSeenBy, plansWhere, withPlanWords, type PlanRead } from './plan-queries.ts'
import type { Plan, PlanState, Purpose } from './plan.ts'

export type PlanFilters = {
  purpose?: Purpose | undefined
  actionLine?: string | undefined
  lead?: string | undefined
  state?: PlanState | undefined
  year?: string | undefined
}

export type PlanFacet = keyof PlanFilters

export type CountedPlan = PlanRead & { items: number }

export type PlanList = {
  rows: CountedPlan[]
  total: number
  next: string | null
  /** Counts of a filter ignore that filter itself. */
  facets: Record<PlanFacet, Map<string, number>>
}

const valuesOf: Record<PlanFacet, (plan: Plan) => string[]> = {
  purpose: ({ purpose }) => [purpose],
  actionLine: ({ actionLine }) => (actionLine === null ? [] : [actionLine]),
  lead: ({ lead, facilitators }) => [lead, ...facilitators],
  state: ({ state }) => [state],
  year: ({ startsOn, endsOn }) => yearsFrom(Number(startsOn.slice(0, 4)), Number(endsOn.slice(0, 4))),
}

const facets = Object.keys(valuesOf) as PlanFacet[]

/**
 * Plans that fit, the last to end first. All that one may see are read, since there are some dozens a year; their words and items
 * only for the page.
 */
export async function planList(
  db: Db,
  actor: Actor,
  language: LanguageCode,
  { filters, after, limit }: { filters: PlanFilters; after: string | undefined; limit: number },
): Promise<PlanList> {
  const skip = readCursor(after, ['place'])?.[0] ?? 0
  const plans = await plansWhere(db, plansSeenBy(actor))
  const fits = (plan: Plan, but?: PlanFacet) =>
    facets.every((facet) => {
      const wanted = filters[facet]
      return facet === but || wanted === undefined || valuesOf[facet](plan).includes(wanted)
    })
  const found = plans.filter((plan) => fits(plan))
  const shown = await withPlanWords(db, found.slice(skip, skip + limit), language)
  const items = await itemCounts(
    db,
    shown.map(({ plan }) => plan.id),
  )
  return {
    rows: shown.map((one) => ({ ...one, items: items.get(one.plan.id) ?? 0 })),
    total: found.length,
    next: skip + limit < found.length ? writeCursor([skip + limit]) : null,
    facets: Object.fromEntries(
      facets.map((facet) => [
        facet,
        countOf(plans.filter((plan) => fits(plan, facet)).flatMap(valuesOf[facet])),
      ]),
    ) as PlanList['facets'],
  }
}

function countOf(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

const yearsFrom = (from: number, to: number): string[] =>
  Array.from({ length: Math.max(0, to - from) + 1 }, (_, place) => String(from + place))

/** How many items are active, by plan. */
export async function itemCounts(db: Db, plans: readonly string[]): Promise<Map<string, number>> {
  if (plans.length === 0) return new Map()
  const found = await sql<{ plan: string; items: number }>`
    select i.plan, count(*)::int as items from plan_items i
    where i.state = 'active' and i.plan = any(${[...plans]}::text[]) group by i.plan`.execute(db)
  return new Map(found.rows.map(({ plan, items }) => [plan, items]))
}
