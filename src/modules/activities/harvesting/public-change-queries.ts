import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { UnreadableCursor } from '#platform/web/listing.ts'
import { mostCountedAnew, whileUnchanged } from '#platform/while-unchanged.ts'

/** One line of the history and one entry that it made public or changed in public. */
export type PublicChange = {
  /** The hash of the line; its number is told to nobody. */
  line: string
  id: string
  at: Date
  act: string
  revision: number
  mergedInto: string | null
  title: string
  language: LanguageCode
}

export type ChangePlace = { line: string; id: string }

export type ChangesAsked = {
  /** The beginning and the end of the time, both included. */
  from?: Date | undefined
  until?: Date | undefined
  after: ChangePlace | null
  order: 'oldest' | 'newest'
  /** 'last': of each entry only what happened to it last. */
  which: 'all' | 'last'
  /** Of the entry `a` as it is now. */
  where?: RawBuilder<unknown>
  limit: number
}

/**
 * Which entries a line has changed stands in the versions of the rows that it accounts for: one for what a person did, many for
 * an import. Work that nobody may see yet changes rows too, but by other acts.
 */
export async function publicChanges(db: Db, asked: ChangesAsked): Promise<PublicChange[]> {
  const after = asked.after === null ? null : { ...asked.after, seq: await seqOf(db, asked.after.line) }
  const isAfter = asked.order === 'oldest' ? sql`>` : sql`<`
  const direction = asked.order === 'oldest' ? sql`asc` : sql`desc`
  const found = await sql<PublicChange>`
    select h.hash as line, v.key as id, h.at, h.act, (v.row->>'published_revision')::int as revision,
      v.row->>'merged_into' as "mergedInto", a.published->>'title' as title, a.published_language as language
    ${fromHistory(asked)}
      and ${after === null ? sql`true` : sql`(h.seq, v.key) ${isAfter} (${after.seq}, ${after.id})`}
    order by h.seq ${direction}, v.key ${direction} limit ${asked.limit}`.execute(db)
  return found.rows
}

export const countedChanges = (
  db: Db,
  asked: Pick<ChangesAsked, 'from' | 'until' | 'which'>,
): Promise<number> =>
  whileUnchanged(
    db,
    `public changes ${asked.from?.toISOString()} ${asked.until?.toISOString()} ${asked.which}`,
    async () => {
      const counted = await sql<{ total: number }>`select count(*) as total ${fromHistory(asked)}`.execute(db)
      return counted.rows[0]?.total ?? 0
    },
    (total) => total > mostCountedAnew,
  )

const publicActs = sql`('activities.publish', 'activities.publish-update', 'activities.ask', 'activities.confirm',
  'activities.archive', 'activities.merge', 'activities.import')`

/** An import also enters drafts, and sends updates for others to look at. */
const isPublicIn = (line: RawBuilder<unknown>, version: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  (${line}.act in ${publicActs} and ${version}.row->>'published' is not null
    and (${line}.act <> 'activities.import' or (${version}.row->>'changed_at')::timestamptz = ${line}.at))`

const fromHistory = ({
  from,
  until,
  which,
  where = sql`true`,
}: Pick<ChangesAsked, 'from' | 'until' | 'which' | 'where'>): RawBuilder<unknown> => sql`
  from history h
    join row_versions v on v.batch = h.batch and v.table_name = 'activities'
      and (h.subject_kind = 'activity-import' or v.key = h.subject_id)
    join activities a on a.id = v.key and a.published is not null
  where h.subject_kind in ('activity', 'activity-import') and ${isPublicIn(sql`h`, sql`v`)}
    and ${from === undefined ? sql`true` : sql`h.at >= ${from}`}
    and ${until === undefined ? sql`true` : sql`h.at <= ${until}`}
    and ${which === 'all' ? sql`true` : sql`not ${isFollowed}`} and ${where}`

/**
 * The offset keeps it a question about each version by itself: joined to all others it takes minutes where the planner guesses wrong.
 * For the same reason it asks for the later line, so that it is asked once each line and version are matched, and the number is no
 * way into an index: the key is the one that leads to few rows, whatever the statistics say.
 */
const isFollowed = sql`exists (
  select from row_versions w join history l on l.batch = w.batch
  where w.table_name = 'activities' and w.key = v.key and w.id + 0 > v.id and l.seq > h.seq and ${isPublicIn(sql`l`, sql`w`)} offset 0)`

async function seqOf(db: Db, line: string): Promise<number> {
  const found = await db.selectFrom('history').select('seq').where('hash', '=', line).executeTakeFirst()
  if (found === undefined) throw new UnreadableCursor()
  return found.seq
}
