import { z } from 'zod'
import { visitor } from '#platform/access/actor.ts'
import { dayOf } from '#platform/ui/format.ts'
import { linkTo } from '#platform/ui/links.ts'
import { code, cursorText, limitText } from '#platform/web/list-parameters.ts'
import { refusingCursor } from '#platform/web/list-refusals.ts'
import { limitOf } from '#platform/web/listing.ts'
import type { Column, Listing, PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { linkedRecords } from '../../link-queries.ts'
import { titleOf } from '../../plan-names.ts'
import { planReader } from '../../reader-queries.ts'
import { refuseUnknownFilters } from '../../unknown-filters.ts'
import { unitWord, wordedFacet } from '../task-force-facets.ts'
import { taskForcePaths } from '../task-force-paths.ts'
import { inPlans } from '../whole-queries.ts'
import { matterKinds, matterStates, type Matter, type MatterKind, type MatterState } from './matter.ts'
import {
  matterFacets,
  matterList,
  matterRead,
  mattersSeenBy,
  mattersWhere,
  writtenIn,
} from './matter-queries.ts'
import {
  matterKindKeys,
  matterRecord,
  matterRow,
  matterRowShape,
  matterShape,
  matterStateKeys,
  type MatterRecord,
  type MatterRow,
} from './matter-shape.ts'
import { matterPage } from './pages/matter-page.ts'
import { mattersPage } from './pages/matters-page.ts'

const query = z.strictObject({
  kind: z.enum(matterKinds).optional(),
  state: z.enum(matterStates).optional(),
  origin: code.optional(),
  unit: code.optional(),
  due: z.enum(['late']).optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

/** Decisions of the task force, and what it must consider. */
export function matterRoutes(site: Site): void {
  site.list({
    path: taskForcePaths.matters,
    name: 'task-force-matters',
    summary:
      'Decisions of the WSIS/SDG Task Force, outputs of working groups and questions that it must consider, the latest first.',
    query,
    row: matterRowShape,
    read,
    page: mattersPage,
    columns,
    feed: {
      title: 'task-force.matters',
      entry: (visit, row) => ({
        id: taskForcePaths.matter(row.id),
        title: row.title.text,
        link: linkTo(visit, taskForcePaths.matter(row.id)),
        updated: new Date(row.changedAt),
        summary: [row.kind.label, row.state.label, row.decidedOn].join(' · '),
      }),
    },
  })
  site.record({
    path: taskForcePaths.matter(':matter'),
    name: 'task-force-matter',
    summary:
      'A decision, output or question: where it comes from, who takes care of it, and what came of it.',
    query: z.strictObject({}),
    read: readOne,
    shape: matterShape,
    page: matterPage,
  })
  site.addresses(async ({ db }) =>
    (await mattersWhere(db, mattersSeenBy(visitor))).map(({ id }) => taskForcePaths.matter(id)),
  )
}

async function read(
  visit: Visit,
  { after, limit, ...filters }: z.infer<typeof query>,
): Promise<Listing<MatterRow>> {
  const { db, actor, language, now, t } = visit
  const reader = await planReader(visit)
  refuseUnknownFilters(reader, filters)
  const today = dayOf(now)
  const page = { after, limit: limitOf(limit === undefined ? {} : { limit: Number(limit) }) }
  const list = await refusingCursor(matterList(db, actor, language, { filters, today, ...page }))
  const words = {
    kind: (value: string) => t(matterKindKeys[value as MatterKind]),
    state: (value: string) => t(matterStateKeys[value as MatterState]),
    origin: unitWord(reader),
    unit: unitWord(reader),
    due: () => t('task-force.matter.late'),
  }
  return {
    rows: list.rows.map((row) => matterRow(reader, today, row)),
    total: list.total,
    next: list.next,
    facets: matterFacets.map((facet) =>
      wordedFacet(reader, facet, list.facets[facet], { word: words[facet] }),
    ),
  }
}

async function readOne(visit: Visit, { matter: id = '' }: PathParameters): Promise<MatterRecord | null> {
  const found = await matterRead(visit.db, visit.actor, id, visit.language)
  if (found === null) return null
  const more = { records: await recordsOf(visit, found.matter), written: await writtenIn(visit.db, id) }
  return matterRecord(await planReader(visit), dayOf(visit.now), found, more)
}

/** What a matter concerns, with the plan of each item: two items may have the same number. */
async function recordsOf(visit: Visit, { links }: Matter): Promise<MatterRecord['records']> {
  const ids = links.filter(({ kind }) => kind === 'plan-item').map(({ record }) => record)
  const items = ids.length === 0 ? [] : await inPlans(visit.db, ids, visit.language)
  const planOf = new Map(items.map(({ item, plan }) => [item.id, titleOf(plan)]))
  return (await linkedRecords(visit, links)).map((one) => ({
    ...one,
    within: one.kind === 'plan-item' && one.name !== null ? (planOf.get(one.record) ?? null) : null,
  }))
}

const columns: Column<MatterRow>[] = [
  { name: 'id', value: (row) => row.id },
  { name: 'kind', value: (row) => row.kind.code },
  { name: 'kind_label', value: (row) => row.kind.label },
  { name: 'state', value: (row) => row.state.code },
  { name: 'state_label', value: (row) => row.state.label },
  { name: 'title', value: (row) => row.title.text },
  { name: 'title_language', value: (row) => row.title.language },
  { name: 'origin', value: (row) => row.origin.id },
  { name: 'origin_name', value: (row) => row.origin.name?.text },
  { name: 'decided_on', value: (row) => row.decidedOn },
  { name: 'carer', value: (row) => row.carer?.id },
  { name: 'carer_name', value: (row) => row.carer?.name?.text },
  { name: 'due_on', value: (row) => row.dueOn },
  { name: 'late', value: (row) => row.late },
  { name: 'visibility', value: (row) => row.visibility.code },
  { name: 'example', value: (row) => row.example },
]
