import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { isPublicState } from '../activity.ts'
import type { ActivityCodes } from '../codes-queries.ts'
import { foundActivities } from '../finding/activity-source-queries.ts'
import { openEntry, type OpenEntry } from '../open-data/open-entry.ts'
import { inSet } from './oai-set-queries.ts'
import { publicChanges, type ChangePlace, type PublicChange } from './public-change-queries.ts'

/** An entry with the moment of what happened to it last; without content when it no longer stands for itself. */
export type OaiRecord = { change: PublicChange; entry: OpenEntry | null }

export type RecordsAsked = {
  set?: string | undefined
  from?: Date | undefined
  until?: Date | undefined
  after: ChangePlace | null
  limit: number
}

/** In the order of the history, so that what changes while somebody harvests comes again at the end. */
export async function oaiRecords(
  db: Db,
  publicUrl: string,
  codes: ActivityCodes,
  { set, ...asked }: RecordsAsked,
): Promise<OaiRecord[]> {
  const where = set === undefined ? sql`true` : inSet(set, codes)
  const changes = await publicChanges(db, { ...asked, where, order: 'oldest', which: 'last' })
  return withEntries(db, publicUrl, changes)
}

export async function oaiRecord(db: Db, publicUrl: string, id: string): Promise<OaiRecord | null> {
  const changes = await publicChanges(db, {
    where: sql`a.id = ${id}`,
    after: null,
    order: 'oldest',
    which: 'last',
    limit: 1,
  })
  return (await withEntries(db, publicUrl, changes))[0] ?? null
}

async function withEntries(db: Db, publicUrl: string, changes: PublicChange[]): Promise<OaiRecord[]> {
  const ids = changes.map(({ id }) => id)
  const found = ids.length === 0 ? [] : await foundActivities(db, sql`a.id = any(${ids}::text[])`, sql`a.id`)
  const entries = new Map(
    found.filter(({ state }) => isPublicState(state)).map((one) => [one.id, openEntry(one, publicUrl)]),
  )
  return changes.map((change) => ({ change, entry: entries.get(change.id) ?? null }))
}

/** The first moment at which anything was public. */
export async function earliestChange(db: Db): Promise<Date | null> {
  const [first] = await publicChanges(db, { after: null, order: 'oldest', which: 'all', limit: 1 })
  return first?.at ?? null
}
