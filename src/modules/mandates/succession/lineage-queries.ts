import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { RevisionRef } from '../instruments/instrument.ts'
import { revisionRefs } from '../instruments/revision-link-queries.ts'
import type { KeptLink } from './pairing-plan.ts'

/** One place of a duty in the revisions of its instrument. */
export type LineageDuty = { id: string; revision: RevisionRef; address: string }

/** What became of a duty from one revision to the next; one side is missing where it begins or ends. */
export type LineageStep = Omit<KeptLink, 'before' | 'after'> & {
  before: LineageDuty | null
  after: LineageDuty | null
  /** The revision that brought the change. */
  pairing: RevisionRef
}

/** The line of a duty through all revisions, oldest step first: what it goes on from, and what goes on from it. */
export async function dutyLineage(db: Db, duty: string): Promise<LineageStep[]> {
  const found = await sql<KeptLink & { pairing: string; place: number }>`
    with recursive back (pairing, place, before) as (
      select l.pairing, l.place, l.before from duty_links l where l.after = ${duty}
      union select l.pairing, l.place, l.before from back join duty_links l on l.after = back.before
    ), forth (pairing, place, after) as (
      select l.pairing, l.place, l.after from duty_links l where l.before = ${duty}
      union select l.pairing, l.place, l.after from forth join duty_links l on l.before = forth.after
    )
    select l.pairing, l.place, l.before, l.after, l.kind, l.changes, l.state
    from duty_links l join revisions r on r.id = l.pairing
    where (l.pairing, l.place) in (select pairing, place from back union select pairing, place from forth)
    order by r.year, r.id, l.place`.execute(db)
  const ids = found.rows.flatMap(({ before, after }) => [before ?? [], after ?? []].flat())
  const refs = await revisionRefs(
    db,
    found.rows.map(({ pairing }) => pairing),
  )
  const places = await placesOf(db, ids)
  return found.rows.flatMap(({ before, after, kind, changes, state, pairing }) => {
    const brought = refs.get(pairing)
    const side = (id: string | null) => (id === null ? null : (places.get(id) ?? null))
    return brought
      ? [{ before: side(before), after: side(after), kind, changes, state, pairing: brought }]
      : []
  })
}

async function placesOf(db: Db, ids: string[]): Promise<Map<string, LineageDuty>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('duties')
    .select(['id', 'revision', 'address'])
    .where('id', 'in', ids)
    .execute()
  const refs = await revisionRefs(db, [...new Set(rows.map(({ revision }) => revision))])
  return new Map(
    rows.flatMap(({ id, revision, address }) => {
      const ref = refs.get(revision)
      return ref ? [[id, { id, revision: ref, address }] as const] : []
    }),
  )
}

/** Where a provision stands in the other revisions of its instrument, by the pairings as they are now. */
export async function pairedElsewhere(
  db: Db,
  revision: string,
  address: string,
): Promise<{ revision: RevisionRef; address: string }[]> {
  const found = await sql<{ revision: string; address: string }>`
    with recursive back (revision, address) as (
      select ${revision}::text, ${address}::text
      union
      select p.predecessor, x.before from back
      join pairings p on p.revision = back.revision
      join provision_pairs x on x.pairing = p.revision and x.after = back.address and x.before is not null
    ), forth (revision, address) as (
      select ${revision}::text, ${address}::text
      union
      select p.revision, x.after from forth
      join pairings p on p.predecessor = forth.revision
      join provision_pairs x on x.pairing = p.revision and x.before = forth.address and x.after is not null
    )
    select revision, address from back union select revision, address from forth`.execute(db)
  const others = found.rows.filter((row) => row.revision !== revision)
  const refs = await revisionRefs(db, [...new Set(others.map((row) => row.revision))])
  return others
    .flatMap((row) => {
      const ref = refs.get(row.revision)
      return ref ? [{ revision: ref, address: row.address }] : []
    })
    .toSorted((a, b) => (a.revision.year ?? 0) - (b.revision.year ?? 0) || a.address.localeCompare(b.address))
}
