import { z } from 'zod'
import { lookOf, namedRecords } from '#modules/mandates/index.ts'
import { dayOf } from '#platform/ui/format.ts'
import { code, cursorText, limitText } from '#platform/web/list-parameters.ts'
import { refusingCursor } from '#platform/web/list-refusals.ts'
import { limitOf } from '#platform/web/listing.ts'
import type { Column, Listing, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { planReader } from '../../reader-queries.ts'
import { refuseUnknownFilters } from '../../unknown-filters.ts'
import { lineWord, unitWord, wordedFacet } from '../task-force-facets.ts'
import { taskForcePaths } from '../task-force-paths.ts'
import { gapFacets, gapKinds, type GapKind } from './gap.ts'
import { gapList } from './gap-queries.ts'
import { gapKindKeys, gapRecord, gapShape, type GapRecord } from './gap-shape.ts'
import { gapsPage } from './pages/gaps-page.ts'

const query = z.strictObject({
  kind: z.enum(gapKinds).optional(),
  'action-line': code.optional(),
  unit: code.optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

/** What is missing, each with the way to the form that closes it. */
export const gapRoutes = (site: Site): void =>
  site.list({
    path: taskForcePaths.gaps,
    name: 'task-force-gaps',
    summary:
      'Duties without a plan item, action lines without a current road map, items without indicator, evidence or deadline.',
    query,
    row: gapShape,
    read,
    page: gapsPage,
    columns,
  })

async function read(
  visit: Visit,
  { after, limit, ...filters }: z.infer<typeof query>,
): Promise<Listing<GapRecord>> {
  const { db, actor, language, now } = visit
  const reader = await planReader(visit)
  refuseUnknownFilters(reader, filters)
  const list = await refusingCursor(
    gapList(db, actor, language, {
      filters,
      today: dayOf(now),
      after,
      limit: limitOf(limit === undefined ? {} : { limit: Number(limit) }),
    }),
  )
  const duties = list.rows.filter(({ kind }) => kind === 'duty').map(({ key }) => ({ kind: 'duty', id: key }))
  const names = await namedRecords(db, duties, lookOf(visit))
  const words = {
    kind: { word: (value: string) => visit.t(gapKindKeys[value as GapKind]) },
    'action-line': { word: lineWord(reader), order: 'lines' as const },
    unit: { word: unitWord(reader) },
  }
  return {
    rows: list.rows.map((gap) => gapRecord(reader, names, gap)),
    total: list.total,
    next: list.next,
    facets: gapFacets.map((facet) => wordedFacet(reader, facet, list.facets[facet], words[facet])),
  }
}

const columns: Column<GapRecord>[] = [
  { name: 'kind', value: (row) => row.kind.code },
  { name: 'kind_label', value: (row) => row.kind.label },
  { name: 'record', value: (row) => row.record },
  { name: 'name', value: (row) => row.name.text },
  { name: 'about', value: (row) => row.about?.text },
  { name: 'certainty', value: (row) => row.certainty?.code },
  { name: 'plan', value: (row) => row.plan?.id },
  { name: 'plan_title', value: (row) => row.plan?.title.text },
  { name: 'units', value: (row) => row.units.map(({ id }) => id).join('; ') },
  { name: 'action_lines', value: (row) => row.actionLines.map((line) => line.code).join('; ') },
  { name: 'deadline_on', value: (row) => row.deadline?.on },
]
