import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../access/actor.ts'
import type { Db } from '../database/tables.ts'
import { limitOf, readCursor, UnreadableCursor, writeCursor, type PageOf } from '../web/listing.ts'
import type { SubjectKind } from './subject.ts'

/** One line of history as it stands; words come later. Its number is told to nobody: gaps would show that others exist. */
export type TimelineRow = {
  /** Its hash, which names it everywhere. */
  hash: string
  at: Date
  actor: string
  act: string
  kind: string
  id: string
  from: string | null
  to: string | null
  reason: string | null
  facts: Record<string, unknown>
}

export type TimelineFilter = {
  /** Only of one kind. */
  kind?: string | undefined
  /** Only about these subjects. */
  subjects?: readonly { kind: string; id: string }[] | undefined
}

/** What happened, the latest first: only what the actor may see, and could see when it happened. */
export async function timelineRows(
  db: Db,
  kinds: readonly SubjectKind[],
  actor: Actor,
  filter: TimelineFilter,
  page: PageOf,
): Promise<{ rows: TimelineRow[]; total: number; next: string | null }> {
  const visible = visibleTo(kinds, actor, filter)
  const last = readCursor(page.after, ['text'])
  const seq = last === null ? null : await seqOf(db, last[0])
  const limit = limitOf(page)
  const found = await sql<TimelineRow>`
    select h.hash, h.at, h.actor, h.act, h.subject_kind as kind, h.subject_id as id,
      h.from_state as from, h.to_state as to, h.reason, h.facts
    from history h where ${visible} and ${seq === null ? sql`true` : sql`h.seq < ${seq}`}
    order by h.seq desc limit ${limit + 1}`.execute(db)
  const counted = await sql<{ total: number }>`
    select count(*) as total from history h where ${visible}`.execute(db)
  const rows = found.rows.slice(0, limit)
  const final = rows.at(-1)
  const next = found.rows.length > limit && final ? writeCursor([final.hash]) : null
  return { rows, total: counted.rows[0]?.total ?? 0, next }
}

async function seqOf(db: Db, hash: string): Promise<number> {
  const line = await db.selectFrom('history').select('seq').where('hash', '=', hash).executeTakeFirst()
  if (line === undefined) throw new UnreadableCursor()
  return line.seq
}

function visibleTo(
  kinds: readonly SubjectKind[],
  actor: Actor,
  { kind, subjects }: TimelineFilter,
): RawBuilder<unknown> {
  const asked = kinds.filter(
    (one) =>
      (kind === undefined || one.kind === kind) &&
      (subjects === undefined || subjects.some((subject) => subject.kind === one.kind)),
  )
  const conditions = asked.map((one) => {
    const ids = subjects?.filter((subject) => subject.kind === one.kind).map(({ id }) => id)
    const about = ids === undefined ? sql`true` : sql`h.subject_id = any(${ids}::text[])`
    return sql`(h.subject_kind = ${one.kind} and ${about} and ${one.seenBy(actor)})`
  })
  return conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` or `)})`
}
