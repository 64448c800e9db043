import { z } from 'zod'
import { visitor } from '#platform/access/actor.ts'
import { may } from '#platform/access/rights.ts'
import { holdingsAbout, holdingShape } from '#platform/web/holdings.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { commentFigures } from './consultation/comment-queries.ts'
import { decidedRecord } from './coordination/overlaps/decided-shape.ts'
import { decidedOf } from './coordination/overlaps/overlap-queries.ts'
import { publicItems } from './item-list-queries.ts'
import { itemRead, itemsRead, type ItemInPlan } from './item-queries.ts'
import { itemRecord, itemShape, type ItemRecord } from './item-shape.ts'
import { linkedRecords } from './link-queries.ts'
import { itemPage } from './pages/item-page.ts'
import { organizationsOf } from './party-queries.ts'
import { planPaths } from './paths.ts'
import { planRights } from './plan-rights.ts'
import { planThing } from './plan.ts'
import { planReader } from './reader-queries.ts'
import { itemMarks, itemProgress } from './progress/summary-queries.ts'
import { relatedItems } from './related-queries.ts'

const acts = ['edit', 'adjust', 'link'] as const

/** An item with what modules above this one hold about it. */
export const itemPageShape = itemShape.extend({ held: z.array(holdingShape) })

export type ItemPageRecord = z.infer<typeof itemPageShape>

/** One item of a plan, at an address that it keeps. */
export function itemRoutes(site: Site): void {
  site.record({
    path: planPaths.item(':item'),
    name: 'plan-item',
    summary: 'An item of a plan: what is done, by whom, by when, what it answers and what belongs to it.',
    query: z.strictObject({}),
    read: async (visit, parameters): Promise<ItemPageRecord | null> => {
      const item = await readItem(visit, parameters)
      return item && { ...item, held: await holdingsAbout(site, visit, { kind: 'plan-item', id: item.id }) }
    },
    shape: itemPageShape,
    page: itemPage,
  })
  site.addresses(async ({ db }) => (await publicItems(db, visitor)).map((id) => planPaths.item(id)))
}

export async function readItem(visit: Visit, { item: id = '' }: PathParameters): Promise<ItemRecord | null> {
  const found = await itemRead(visit.db, visit.actor, id, visit.language)
  return found === null ? null : itemRecordOf(visit, found)
}

async function itemRecordOf(visit: Visit, found: ItemInPlan): Promise<ItemRecord> {
  const { db, actor, language } = visit
  const { item, plan } = found
  const organizations = item.parties.filter(({ kind }) => kind === 'organization').map(({ party }) => party)
  return itemRecord(await planReader(visit), {
    ...found,
    all: await itemsRead(db, plan.id, language),
    records: await linkedRecords(visit, item.links),
    comments: (await commentFigures(db, plan.id)).items.get(item.id) ?? { all: 0, waiting: 0 },
    progress: await itemProgress(visit, found),
    marks: await itemMarks(visit, plan),
    related: await relatedItems(db, actor, item, language),
    decided: (await decidedOf(db, actor, item.id, language)).map((one) => decidedRecord(visit, item.id, one)),
    organizations: await organizationsOf(visit, organizations),
    may: item.state === 'active' ? acts.filter((act) => may(planRights, act, actor, planThing(plan))) : [],
  })
}
