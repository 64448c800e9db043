import { z } from 'zod'
import { visitor } from '#platform/access/actor.ts'
import { code, cursorText, limitText, yearText } from '#platform/web/list-parameters.ts'
import { refusingCursor } from '#platform/web/list-refusals.ts'
import { limitOf } from '#platform/web/listing.ts'
import type { Column, Facet, Listing, PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { commentFigures } from './consultation/comment-queries.ts'
import { editionCount } from './editions/edition-queries.ts'
import { itemsShown } from './kept-plan-queries.ts'
import { planPage } from './pages/plan-page.ts'
import { plansPage } from './pages/plans-page.ts'
import { planPaths } from './paths.ts'
import { planList, type PlanFacet, type PlanFilters, type PlanList } from './plan-list-queries.ts'
import { planRead, plansOfSeries, plansSeen, withPlanWords } from './plan-queries.ts'
import { bodyWord, purposeKeys, stateKeys, type PlanReader } from './plan-names.ts'
import { planRecord, planRow, planRowShape, planShape, type PlanRecord, type PlanRow } from './plan-shape.ts'
import { publicPlanStates, purposes } from './plan.ts'
import { itemMarks, planRollUp } from './progress/summary-queries.ts'
import { planReader } from './reader-queries.ts'
import { rowPlace } from './row-place.ts'
import { refuseUnknownFilters } from './unknown-filters.ts'

const query = z.strictObject({
  purpose: z.enum(purposes).optional(),
  'action-line': code.optional(),
  lead: code.optional(),
  state: z.enum(['draft', ...publicPlanStates]).optional(),
  year: yearText.optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

/** The parameter of each filter. */
export const planFilters = {
  purpose: 'purpose',
  actionLine: 'action-line',
  lead: 'lead',
  state: 'state',
  year: 'year',
} as const satisfies Record<PlanFacet, string>

/** Road maps and operational plans, as everybody reads them. */
export function planRoutes(site: Site): void {
  site.list({
    path: planPaths.plans,
    name: 'plans',
    summary: 'Road maps and operational plans: who will do what by when, the last to end first.',
    query,
    row: planRowShape,
    read: readList,
    page: plansPage,
    columns,
  })
  site.record({
    path: planPaths.plan(':plan'),
    name: 'plan',
    summary: 'A road map or operational plan with all its items.',
    query: z.strictObject({ after: rowPlace.optional() }),
    read: readPlan,
    shape: planShape,
    page: planPage,
  })
  site.addresses(async ({ db }) => (await plansSeen(db, visitor)).map(({ id }) => planPaths.plan(id)))
}

async function readList(
  visit: Visit,
  { after, limit, ...asked }: z.infer<typeof query>,
): Promise<Listing<PlanRow>> {
  const reader = await planReader(visit)
  refuseUnknownFilters(reader, asked)
  const filters: PlanFilters = {
    purpose: asked.purpose,
    actionLine: asked['action-line'],
    lead: asked.lead,
    state: asked.state,
    year: asked.year,
  }
  const page = { filters, after, limit: limitOf(limit === undefined ? {} : { limit: Number(limit) }) }
  const list = await refusingCursor(planList(visit.db, visit.actor, visit.language, page))
  return {
    rows: list.rows.map((one) => planRow(reader, one, one.items)),
    total: list.total,
    next: list.next,
    facets: facetsOf(reader, list, filters),
  }
}

function facetsOf(reader: PlanReader, { facets }: PlanList, filters: PlanFilters): Facet[] {
  const { visit, codes } = reader
  const label: Record<PlanFacet, (value: string) => string> = {
    purpose: (value) => visit.t(purposeKeys[value as keyof typeof purposeKeys]),
    actionLine: (value) => {
      const node = codes['action-lines'].get(value)
      return node === undefined ? value : `${value} · ${node.short[visit.language] ?? value}`
    },
    lead: (value) => bodyWord(reader, value),
    state: (value) => visit.t(stateKeys[value as keyof typeof stateKeys]),
    year: (value) => value,
  }
  return (Object.keys(planFilters) as PlanFacet[]).map((facet) => ({
    name: planFilters[facet],
    values: [...facets[facet]]
      .toSorted(([a], [b]) => inOrder(facet, reader, a, b))
      .map(([value, count]) => ({
        value,
        label: label[facet](value),
        count,
        chosen: filters[facet] === value,
      })),
  }))
}

/** Action lines in their order, years the latest first, all else by its code. */
function inOrder(facet: PlanFacet, { codes }: PlanReader, a: string, b: string): number {
  if (facet === 'year') return Number(b) - Number(a)
  if (facet !== 'actionLine') return a < b ? -1 : 1
  const lines = [...codes['action-lines'].keys()]
  return lines.indexOf(a) - lines.indexOf(b)
}

export async function readPlan(visit: Visit, { plan: id = '' }: PathParameters): Promise<PlanRecord | null> {
  const { db, actor, language } = visit
  const found = await planRead(db, actor, id, language)
  if (found === null) return null
  const siblings = await plansOfSeries(db, actor, found.plan.series)
  const items = await itemsShown(visit, id)
  const all = items.map(({ item }) => item)
  return planRecord(await planReader(visit), {
    ...found,
    items,
    siblings: await withPlanWords(db, siblings, language),
    editions: await editionCount(db, id),
    comments: await commentFigures(db, id),
    progress: await planRollUp(visit, found.plan, all),
    marks: await itemMarks(visit, found.plan, all),
  })
}

const columns: Column<PlanRow>[] = [
  { name: 'id', value: (row) => row.id },
  { name: 'title', value: (row) => row.title.text },
  { name: 'title_language', value: (row) => row.title.language },
  { name: 'type', value: (row) => row.type.id },
  { name: 'purpose', value: (row) => row.purpose.code },
  { name: 'state', value: (row) => row.state.code },
  { name: 'state_label', value: (row) => row.state.label },
  { name: 'series', value: (row) => row.series },
  { name: 'version', value: (row) => row.version },
  { name: 'action_line', value: (row) => row.actionLine?.code },
  { name: 'lead', value: (row) => row.lead.id },
  { name: 'lead_name', value: (row) => row.lead.name?.text },
  { name: 'facilitators', value: (row) => row.facilitators.map(({ id }) => id).join('; ') },
  { name: 'starts_on', value: (row) => row.startsOn },
  { name: 'ends_on', value: (row) => row.endsOn },
  { name: 'items', value: (row) => row.items },
  { name: 'example', value: (row) => row.example },
]
