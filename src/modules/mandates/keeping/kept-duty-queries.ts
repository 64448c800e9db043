import { sql } from 'kysely'
import { allBodies } from '#modules/accounts/index.ts'
import type { Db } from '#platform/database/tables.ts'
import type { BodyTree, HeldOwner, KeptDuty } from './kept-duty.ts'

/** A duty with what decides about rights; null for what tells nobody to do anything. */
export async function keptDuty(db: Db, id: string): Promise<KeptDuty | null> {
  const found = await sql<KeptDuty>`
    select d.id, d.revision, d.address, coalesce(c.successor_has_provisions, false) as "isReplaced",
      array(select x.body from duty_parties x where x.duty = d.id and x.role = 'addressee' and x.body is not null
        order by x.place) as addressees,
      p.action_lines as "actionLines",
      (select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'kind', w.kind, 'owner', w.owner,
          'onBehalfOf', w.on_behalf_of) order by w.taken_at, w.id), '[]')
        from duty_owners w where w.duty = d.id and w.given_back_at is null) as owners
    from duties d
    join provisions p on p.revision = d.revision and p.address = d.address
    join revision_chains c on c.id = d.revision
    where d.id = ${id} and d.obligation`.execute(db)
  return found.rows[0] ?? null
}

export const bodyTree = async (db: Db): Promise<BodyTree> =>
  (await allBodies(db)).map(({ id, parent }) => ({ id, parent }))

/** The owner in a row, given back or not, with the duty. */
export async function ownerById(db: Db, id: string): Promise<(HeldOwner & { duty: string }) | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  const found = await db
    .selectFrom('duty_owners')
    .select(['id', 'kind', 'owner', 'on_behalf_of as onBehalfOf', 'duty'])
    .where('id', '=', id)
    .executeTakeFirst()
  return found ?? null
}

/** The due dates of a duty by the names that last, oldest first. */
export async function occurrenceKeys(db: Db, duty: string): Promise<string[]> {
  const found = await sql<{ key: string }>`
    select coalesce(occasion, year::text, 'unknown') as key from occurrences where duty = ${duty} order by place`.execute(
    db,
  )
  return found.rows.map(({ key }) => key)
}
