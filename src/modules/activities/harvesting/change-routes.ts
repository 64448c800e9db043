import { z } from 'zod'
import { linkTo } from '#platform/ui/links.ts'
import { cursorText, limitText } from '#platform/web/list-parameters.ts'
import { refusingCursor } from '#platform/web/list-refusals.ts'
import { limitOf, readCursor } from '#platform/web/listing.ts'
import { rule } from '#platform/web/problem.ts'
import type { Column, Listing, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { refusePast } from '../finding/refuse-past.ts'
import { activityPaths } from '../paths.ts'
import { changeRecord, changeShape, cursorOf, type ChangeRecord } from './change-shape.ts'
import { momentOf } from './moment.ts'
import { changeKindKeys, changesPage } from './pages/changes-page.ts'
import { countedChanges, publicChanges } from './public-change-queries.ts'

const query = z.strictObject({
  /** From this moment on, in the order of the history. */
  since: z
    .string()
    .refine((text) => momentOf(text) !== null, rule('rule.moment'))
    .optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

/** What has happened to public entries, for programs that keep a copy: each change exactly once. */
export function changeRoutes(site: Site): void {
  site.list({
    path: activityPaths.changes,
    name: 'activity-changes',
    summary:
      'Changes of published activities: the latest first, or with `since` in the order in which they happened. The cursor of the last row asks for what comes behind it, today or next year.',
    query,
    row: changeShape,
    read,
    page: changesPage,
    columns,
    feed: {
      title: 'activities.changes.title',
      entry: (visit, row) => ({
        id: `${activityPaths.activity(row.id)}#${row.cursor}`,
        title: row.title.text,
        link: linkTo(visit, activityPaths.activity(row.id)),
        updated: new Date(row.at),
        summary: visit.t(changeKindKeys[row.kind]),
      }),
    },
  })
}

async function read(visit: Visit, asked: z.infer<typeof query>): Promise<Listing<ChangeRecord>> {
  refusePast(visit)
  const { db, settings } = visit
  const limit = limitOf(asked.limit === undefined ? {} : { limit: Number(asked.limit) })
  const from = asked.since === undefined ? undefined : (momentOf(asked.since) ?? undefined)
  const found = await refusingCursor(
    (async () => {
      const [line = '', id = ''] = readCursor(asked.after, ['text', 'text']) ?? []
      const after = line === '' ? null : { line, id }
      const order = from === undefined ? 'newest' : 'oldest'
      return publicChanges(db, { from, after, order, which: 'all', limit: limit + 1 })
    })(),
  )
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return {
    rows: rows.map((change) => changeRecord(settings.publicUrl, change)),
    total: await countedChanges(db, { from, which: 'all' }),
    next: found.length > limit && last ? cursorOf(last) : null,
  }
}

const columns: Column<ChangeRecord>[] = [
  { name: 'at', value: (row) => row.at },
  { name: 'kind', value: (row) => row.kind },
  { name: 'id', value: (row) => row.id },
  { name: 'revision', value: (row) => row.revision },
  { name: 'address', value: (row) => row.address },
  { name: 'merged_into', value: (row) => row.mergedInto },
  { name: 'title', value: (row) => row.title.text },
  { name: 'title_language', value: (row) => row.title.language },
  { name: 'cursor', value: (row) => row.cursor },
]
