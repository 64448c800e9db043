import { sql, type RawBuilder } from 'kysely'
import { has, type Actor, type GrantedRole } from '../access/actor.ts'
import { levelsSeenBy } from '../access/visibility.ts'

/** Conditions on a line `h` of the history, for `SubjectKind.seenBy`. */

export const seenByAll = (): RawBuilder<unknown> => sql`true`

export const seenByRoles =
  (...roles: GrantedRole[]) =>
  (actor: Actor): RawBuilder<unknown> =>
    roles.some((role) => has(actor, role)) ? sql`true` : sql`false`

/**
 * For records with a visibility: it must allow the reader now, or last, when the record is gone; and it must have allowed
 * them when the line was written. `hidden` names states in which only those of `roles` see the record.
 */
export const seenByLevel =
  (
    table: string,
    { hidden = [], roles = [] }: { hidden?: readonly string[]; roles?: readonly GrantedRole[] } = {},
  ) =>
  (actor: Actor): RawBuilder<unknown> => {
    const levels = levelsSeenBy(actor)
    const seesHidden = hidden.length === 0 || roles.some((role) => has(actor, role))
    const open = (content: RawBuilder<unknown>) =>
      sql`${content}->>'visibility' = any(${levels}::text[]) and ${seesHidden ? sql`true` : sql`${content}->>'state' <> all(${hidden}::text[])`}`
    return sql`coalesce((
        select ${open(sql`v.row`)} from row_versions v
        where v.table_name = ${table} and v.key = h.subject_id and v.row is not null order by v.id desc limit 1), false)
      and coalesce((
        select ${open(sql`v.row`)} from row_versions v join history l on l.batch = v.batch
        where v.table_name = ${table} and v.key = h.subject_id and v.row is not null and l.seq <= h.seq
        order by v.id desc limit 1), true)`
  }
