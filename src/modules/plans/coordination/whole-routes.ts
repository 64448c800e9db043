import { z } from 'zod'
import { namedRecords, lookOf } from '#modules/mandates/index.ts'
import { date, dayOf } from '#platform/ui/format.ts'
import { code, cursorText, limitText } from '#platform/web/list-parameters.ts'
import { refusingCursor } from '#platform/web/list-refusals.ts'
import { limitOf } from '#platform/web/listing.ts'
import { rule } from '#platform/web/problem.ts'
import { said } from '#platform/web/shapes.ts'
import type { Column, Listing, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { levelLabel } from '../item-shape.ts'
import { publicPlanStates } from '../plan.ts'
import type { PlanReader } from '../plan-names.ts'
import { planReader } from '../reader-queries.ts'
import { refuseUnknownFilters } from '../unknown-filters.ts'
import { wholePage } from './pages/whole-page.ts'
import {
  codeWord,
  commonest,
  lineWord,
  mostRecords,
  planStateWord,
  unitWord,
  wordedFacet,
  type FacetWords,
} from './task-force-facets.ts'
import { taskForcePaths } from './task-force-paths.ts'
import { plannedRecord, plannedShape, type PlannedRecord } from './whole-shape.ts'
import { wholeFacets, wholeList, type WholeFacet } from './whole-queries.ts'

const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, rule('rule.month'))
/** The id of a provision or of a duty. */
const record = z
  .string()
  .regex(/^[\w.-]+\/[\w./-]+(?:#\d+)?$/, rule('rule.task-force-record'))
  .max(200)

const query = z.strictObject({
  'action-line': code.optional(),
  sdg: code.optional(),
  unit: code.optional(),
  lead: code.optional(),
  contributor: code.optional(),
  month: month.optional(),
  from: month.optional(),
  to: month.optional(),
  state: z.enum(['draft', ...publicPlanStates]).optional(),
  level: code.optional(),
  region: code.optional(),
  country: code.optional(),
  group: code.optional(),
  provision: record.optional(),
  duty: record.optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

/** Everything that any unit plans or does, on one page. */
export const wholeRoutes = (site: Site): void =>
  site.list({
    path: taskForcePaths.whole,
    name: 'task-force-items',
    summary:
      'Items of all plans that the reader may see, the next deadline first, what has passed last. What has been superseded is shown where it is asked for.',
    query,
    row: plannedShape,
    read,
    page: wholePage,
    columns,
  })

/** Beside them stand ten filters. */
const usualItems = 25

async function read(
  visit: Visit,
  { after, limit, ...filters }: z.infer<typeof query>,
): Promise<Listing<PlannedRecord>> {
  const reader = await planReader(visit)
  refuseUnknownFilters(reader, filters)
  const today = dayOf(visit.now)
  const page = {
    filters,
    today,
    after,
    limit: limitOf({ limit: limit === undefined ? usualItems : Number(limit) }),
  }
  const list = await refusingCursor(wholeList(visit.db, visit.actor, visit.language, page))
  const words = await wordsOf(reader, list.facets)
  return {
    rows: list.rows.map((row) => plannedRecord(reader, row)),
    total: list.total,
    next: list.next,
    facets: wholeFacets.map((facet) => wordedFacet(reader, facet, list.facets[facet], words[facet])),
  }
}

async function wordsOf(
  reader: PlanReader,
  facets: Record<WholeFacet, Map<string, number>>,
): Promise<Record<WholeFacet, FacetWords>> {
  const { visit } = reader
  const refs = (['provision', 'duty'] as const).flatMap((kind) =>
    commonest(facets[kind], visit.query.get(kind)).map((id) => ({ kind, id })),
  )
  const names = await namedRecords(visit.db, refs, lookOf(visit))
  const recordWord = (kind: string) => (id: string) =>
    said(visit, names.get(`${kind} ${id}`)?.name ?? {})?.text ?? id
  return {
    'action-line': { word: lineWord(reader), order: 'lines' },
    sdg: { word: codeWord(reader, 'sdgs'), order: 'code' },
    unit: { word: unitWord(reader) },
    lead: { word: unitWord(reader) },
    contributor: { word: unitWord(reader) },
    month: { word: (value) => date(visit.language, value), order: 'code' },
    state: { word: planStateWord(reader) },
    level: { word: levelWord(reader) },
    region: { word: codeWord(reader, 'itu-regions') },
    country: { word: codeWord(reader, 'countries') },
    group: { word: codeWord(reader, 'country-groups') },
    provision: { word: recordWord('provision'), most: mostRecords },
    duty: { word: recordWord('duty'), most: mostRecords },
  }
}

/** Types call their levels as they like: the first that has this one names it. */
const levelWord =
  (reader: PlanReader) =>
  (level: string): string => {
    const type = [...reader.types.values()].find(({ levels }) =>
      levels.some(({ code: one }) => one === level),
    )
    return levelLabel(reader, { type: type?.id ?? '' }, level).text
  }

const columns: Column<PlannedRecord>[] = [
  { name: 'id', value: (row) => row.id },
  { name: 'code', value: (row) => row.code },
  { name: 'title', value: (row) => row.title.text },
  { name: 'title_language', value: (row) => row.title.language },
  { name: 'level', value: (row) => row.level.code },
  { name: 'level_label', value: (row) => row.level.label.text },
  { name: 'plan', value: (row) => row.plan.id },
  { name: 'plan_title', value: (row) => row.plan.title.text },
  { name: 'plan_state', value: (row) => row.plan.state.code },
  { name: 'plan_state_label', value: (row) => row.plan.state.label },
  { name: 'action_lines', value: (row) => row.actionLines.map(({ code: line }) => line).join('; ') },
  { name: 'goals', value: (row) => row.goals.join('; ') },
  { name: 'lead', value: (row) => row.lead.id },
  { name: 'lead_name', value: (row) => row.lead.name?.text },
  { name: 'contributors', value: (row) => row.contributors.map(({ id }) => id).join('; ') },
  { name: 'starts_on', value: (row) => row.startsOn },
  { name: 'deadline_on', value: (row) => row.deadline?.on },
  { name: 'deadline_time', value: (row) => row.deadline?.time },
  { name: 'deadline_zone', value: (row) => row.deadline?.zone },
  { name: 'links', value: (row) => row.links },
  { name: 'example', value: (row) => row.example },
]
