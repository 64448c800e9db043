import { z } from 'zod'
import { docxType } from '#platform/documents/docx-package.ts'
import { visitor } from '#platform/access/actor.ts'
import { addressOf } from '#platform/web/address.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { commentsInOrder } from '../consultation/comment-queries.ts'
import { commentRow } from '../consultation/comment-shape.ts'
import { itemsRead } from '../item-queries.ts'
import { linkedRecords } from '../link-queries.ts'
import { organizationsOf } from '../party-queries.ts'
import { planPaths } from '../paths.ts'
import { planRead } from '../plan-queries.ts'
import type { Plan } from '../plan.ts'
import { dayIn } from '../progress/period.ts'
import { planReader } from '../reader-queries.ts'
import { exchangePaths } from './exchange-paths.ts'
import { paperPage } from './pages/paper-page.ts'
import { paperDocx } from './paper-docx.ts'
import { paperOf, paperShape, type Paper, type PaperTable } from './paper-shape.ts'

/** Tables that another room adds to the paper of a plan: indicators, ratings. */
export type PaperTables = (visit: Visit, plan: Plan) => Promise<PaperTable[]>

/** A plan as a paper that one can hand to a Council, to be printed, and as DOCX. */
export function paperRoutes(site: Site, tables: PaperTables = async () => []): void {
  site.record({
    path: exchangePaths.paper(':plan'),
    name: 'plan-paper',
    summary:
      'A plan as a paper: head, vision, objectives, work with who does what by when, and as annex the comments with what became of each.',
    query: z.strictObject({}),
    read: (visit, parameters) => readPaper(visit, parameters, tables),
    shape: paperShape,
    page: paperPage,
  })
  site.stream({
    path: `${exchangePaths.paper(':plan')}.docx`,
    name: 'plan-paper-docx',
    summary: 'The paper of a plan as a DOCX document.',
    type: docxType,
    query: z.strictObject({}),
    write: async (visit, _query, parameters) => {
      const paper = await readPaper(visit, parameters, tables)
      return paper && { saveAs: `plan-${paper.id}-${visit.language}.docx`, body: paperDocx(visit.t, paper) }
    },
  })
}

async function readPaper(
  visit: Visit,
  { plan: id = '' }: PathParameters,
  tables: PaperTables,
): Promise<Paper | null> {
  const { db, actor, language, settings, now } = visit
  const found = await planRead(db, actor, id, language)
  if (found === null) return null
  const items = (await itemsRead(db, id, language)).filter(({ item }) => item.state === 'active')
  const parties = items.flatMap(({ item }) => item.parties)
  const organizations = parties.flatMap(({ kind, party }) => (kind === 'organization' ? [party] : []))
  // A paper goes to everybody: it holds of comments what a visitor reads.
  const comments = await commentsInOrder(db, visitor, id, language)
  return paperOf(await planReader(visit), {
    ...found,
    items,
    organizations: await organizationsOf(visit, [...new Set(organizations)]),
    records: await linkedRecords(
      visit,
      items.flatMap(({ item }) => item.links),
    ),
    tables: await tables(visit, found.plan),
    comments: comments
      .map((read) => commentRow({ ...visit, actor: visitor }, read))
      .toSorted((one, other) => placeOf(items, one.item?.id) - placeOf(items, other.item?.id)),
    address: settings.publicUrl + addressOf(language, planPaths.plan(id)),
    printedOn: dayIn(found.plan.zone, now),
  })
}

/** What is about the plan as a whole comes first, what is about items that are gone last. */
function placeOf(items: readonly { item: { id: string } }[], id: string | undefined): number {
  if (id === undefined) return -1
  const place = items.findIndex(({ item }) => item.id === id)
  return place === -1 ? items.length : place
}
