import { z } from 'zod'
import type { MessageKey } from '#platform/messages.ts'
import { linkTo } from '#platform/ui/links.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { dutyColumns, dutyFeedEntry } from '../duties/duty-routes.ts'
import { dutyRecord, dutyShape } from '../duties/duty-shape.ts'
import type { DutyFilters } from '../duties/duty.ts'
import { facetsOf, nameBody } from '../duties/facet-labels.ts'
import { lookOf } from '../duties/look.ts'
import { code, cursorText, limitText } from '../list-parameters.ts'
import { refuseUnknown, refusingCursor } from '../list-refusals.ts'
import { keepingListPage } from '../pages/keeping-list-page.ts'
import { mandatePaths } from '../paths.ts'
import { readerOf } from '../reader.ts'
import { keepingList } from './keeping-list-queries.ts'

const query = z.strictObject({
  addressee: code.optional(),
  revision: code.optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

export type KeepingList = {
  keeping: NonNullable<DutyFilters['keeping']>
  path: string
  name: string
  summary: string
  title: MessageKey
  /** What it means that a duty stands in this list, and what it does not mean. */
  lead: MessageKey
  none: MessageKey
}

const lists: KeepingList[] = [
  {
    keeping: 'unanswered',
    path: mandatePaths.unanswered,
    name: 'unanswered-duties',
    summary:
      'Duties for which nobody answers, on which nobody has reported, and of which no evidence shows that they are met.',
    title: 'unanswered.title',
    lead: 'unanswered.lead',
    none: 'unanswered.none',
  },
  {
    keeping: 'gap',
    path: mandatePaths.gaps,
    name: 'gaps',
    summary: 'Duties that nobody has taken over.',
    title: 'gaps.title',
    lead: 'gaps.lead',
    none: 'gaps.none',
  },
  {
    keeping: 'overlap',
    path: mandatePaths.overlaps,
    name: 'overlaps',
    summary: 'Duties for which two units or more answer.',
    title: 'overlaps.title',
    lead: 'overlaps.lead',
    none: 'overlaps.none',
  },
]

/** Lists of duties by who answers for them, each with an address of its own that says what it means. */
export function keepingListRoutes(site: Site): void {
  for (const list of lists) {
    site.list({
      path: list.path,
      name: list.name,
      summary: list.summary,
      query,
      row: dutyShape,
      read: (visit, asked) => read(visit, asked, list.keeping),
      page: (visit, listing) => keepingListPage(visit, listing, list),
      columns: dutyColumns,
      feed: {
        title: list.title,
        entry: (visit, duty, changed) => ({
          ...dutyFeedEntry(visit, duty, changed),
          link: linkTo(visit, mandatePaths.duty(duty.id)),
        }),
      },
    })
  }
}

async function read(visit: Visit, asked: z.infer<typeof query>, keeping: KeepingList['keeping']) {
  const reader = await readerOf(visit)
  const filters = { keeping, addressee: asked.addressee, revision: asked.revision }
  refuseUnknown([{ field: 'addressee', value: asked.addressee, valid: [...reader.bodies.keys()] }])
  const page = { after: asked.after, limit: asked.limit === undefined ? undefined : Number(asked.limit) }
  const list = await refusingCursor(keepingList(visit.db, filters, lookOf(visit), page))
  return {
    rows: list.rows.map((row) => dutyRecord(reader, row)),
    total: list.total,
    next: list.next,
    facets: facetsOf(visit, [
      { naming: { name: 'addressee', value: nameBody(reader) }, counts: list.facets.addressee },
      { naming: { name: 'revision' }, counts: list.facets.revision },
    ]),
  }
}
