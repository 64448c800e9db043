import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { limitOf, readCursor, writeCursor, type PageOf } from '#platform/web/listing.ts'
import { noticeKinds, type Notice, type NoticeKind, type Way } from './notice.ts'

/** What one person was told, newest first. */
export async function noticesOf(
  db: Db,
  person: string,
  page: PageOf,
): Promise<{ rows: Notice[]; total: number; unread: number; next: string | null }> {
  const key = readCursor(page.after, ['moment', 'uuid'])
  const limit = limitOf(page)
  let query = db
    .selectFrom('notices')
    .select(['id', 'kind', 'words', 'facts', 'path', 'at', 'read_at'])
    .where('person', '=', person)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (key) query = query.where(sql<boolean>`(at, id) < (${key[0]}::timestamptz, ${key[1]}::uuid)`)
  const found = await query.execute()
  const counts = await db
    .selectFrom('notices')
    .select((is) => [is.fn.countAll<number>().as('total'), is.fn.count<number>('read_at').as('read')])
    .where('person', '=', person)
    .executeTakeFirstOrThrow()
  const rows = found
    .slice(0, limit)
    .map(({ read_at, ...notice }) => ({ ...notice, isRead: read_at !== null }))
  const last = rows.at(-1)
  return {
    rows,
    total: counts.total,
    unread: counts.total - counts.read,
    next: found.length > limit && last ? writeCursor([last.at.toISOString(), last.id]) : null,
  }
}

/** How somebody hears of each kind. */
export async function choicesOf(db: Db, person: string): Promise<Record<NoticeKind, Way>> {
  const chosen = await db
    .selectFrom('notice_choices')
    .select(['kind', 'way'])
    .where('person', '=', person)
    .execute()
  return { ...noticeKinds, ...Object.fromEntries(chosen.map(({ kind, way }) => [kind, way])) }
}
