import { sql } from 'kysely'
import { scopesOf, type Actor } from '#platform/access/actor.ts'
import { may } from '#platform/access/rights.ts'
import type { Db } from '#platform/database/tables.ts'
import { limitOf, readCursor, writeCursor, type PageOf } from '../listing.ts'
import type { Import, ImportState } from './import.ts'
import { importRights } from './import-rights.ts'
import { importRows } from './review-queries.ts'

export type ImportFilters = { state?: ImportState; revision?: string }

/** Imports, last changed first: those that were confirmed, and the drafts that the actor may review. */
export async function importList(
  db: Db,
  actor: Actor,
  { state, revision }: ImportFilters,
  page: PageOf,
): Promise<{ rows: Import[]; total: number; next: string | null }> {
  let seen = importRows(db).where(visible(actor))
  if (state !== undefined) seen = seen.where('state', '=', state)
  if (revision !== undefined) seen = seen.where('revision', '=', revision)
  const counted = await db
    .selectFrom(seen.as('seen'))
    .select((is) => is.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const limit = limitOf(page)
  const after = readCursor(page.after, ['moment', 'text'])
  const from =
    after === null
      ? seen
      : seen.where(sql<boolean>`(changed_at, id) < (${after[0]}::timestamptz, ${after[1]}::text)`)
  const rows = await from
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next = rows.length > limit && last ? writeCursor([last.changedAt.toISOString(), last.id]) : null
  return { rows: shown, total: counted.count, next }
}

/** The same rule as `maySeeImport`, for the database. */
function visible(actor: Actor) {
  if (may(importRights, 'see-draft', actor, { state: 'draft' })) return sql<boolean>`true`
  const bodies = scopesOf(actor, 'focal-point')
  return sql<boolean>`(state = 'confirmed' or opened_by = ${actor.person} or within_scopes && ${bodies}::text[])`
}
