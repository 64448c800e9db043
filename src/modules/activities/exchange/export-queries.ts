import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { publicStates, organizationsOf } from '../activity.ts'
import type { ActivityRow } from './activity-table.ts'

const readAtOnce = 500

/** Every published activity in the order of their ids, some at a time. */
export const publishedRows = (db: Db): AsyncGenerator<ActivityRow[]> =>
  rowsWhere(
    db,
    sql`a.published is not null and a.state = any(${[...publicStates]}::text[])`,
    sql`a.published_organization as organization, a.published_language as language, a.published as content`,
  )

/** Entries that somebody keeps, as they are being worked on. */
export function ownRows(db: Db, actor: Actor): AsyncGenerator<ActivityRow[]> {
  const own = organizationsOf(actor)
  return rowsWhere(
    db,
    sql`a.state not in ('merged', 'discarded') and (a.contributor = ${actor.person ?? ''}
      or a.organization = any(${own}::text[]) or a.published_organization = any(${own}::text[]))`,
    sql`a.organization, a.language, a.content`,
  )
}

/** The next rows are on their way while the last ones are written. */
async function* rowsWhere(
  db: Db,
  where: RawBuilder<unknown>,
  what: RawBuilder<unknown>,
): AsyncGenerator<ActivityRow[]> {
  let asked = rowsAfter(db, where, what, '')
  for (;;) {
    const rows = await asked
    const last = rows.length === readAtOnce ? rows.at(-1) : undefined
    if (last !== undefined) {
      asked = rowsAfter(db, where, what, last.id)
      // Whoever stops reading never asks for what came of it.
      asked.catch(() => {})
    }
    yield rows
    if (last === undefined) return
  }
}

async function rowsAfter(
  db: Db,
  where: RawBuilder<unknown>,
  what: RawBuilder<unknown>,
  after: string,
): Promise<ActivityRow[]> {
  const found = await sql<ActivityRow>`
    select a.id, a.external_key as "externalKey", a.call, a.licence, a.state, a.published_revision as revision,
      to_char(a.changed_at at time zone 'UTC', 'YYYY-MM-DD') as "changedOn", a.is_example as example, ${what}
    from activities a where ${where} and a.id > ${after} order by a.id limit ${readAtOnce}`.execute(db)
  return found.rows
}
