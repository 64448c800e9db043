import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { revisionRef } from '../duties/duty-row-queries.ts'
import type { RevisionRef } from './instrument.ts'

/** A revision `r` in its chain `c` as one JSON value. */
export const revisionLink = sql`jsonb_build_object(
  'id', r.id, 'name', r.name, 'mark', r.mark, 'place', r.place, 'year', r.year, 'status', c.status,
  'supersededBy', c.superseded_by, 'supersededIn', c.superseded_in, 'verified', r.verified,
  'supersessionVerified', c.superseded_verified, 'hasProvisions', c.has_provisions,
  'hasChanges', exists (select 1 from pairings x where x.revision = r.id),
  'texts', (select coalesce(jsonb_agg(distinct t.language), '[]') from revision_texts t where t.revision = r.id))`

/** All revisions of an instrument `i`, oldest first. */
export const chainOfInstrument = sql`(
  select jsonb_agg(${revisionLink} order by c.place_in_chain)
  from revisions r join revision_chains c on c.id = r.id where r.instrument = i.id)`

/** The organ that adopts an instrument `i`. */
export const adopterOf = sql`(
  select case when i.body is null then jsonb_build_object('id', null, 'acronym', null, 'name', i.body_printed)
    else jsonb_build_object('id', b.id, 'acronym', b.acronym, 'name', coalesce(n.name, '{}'::jsonb)) end
  from (select 1) as one
  left join bodies b on b.id = i.body
  left join body_names n on n.body = i.body and n.to_date is null)`

/** Names of revisions by their ids. */
export async function revisionRefs(db: Db, ids: string[]): Promise<Map<string, RevisionRef>> {
  if (ids.length === 0) return new Map()
  const found = await sql<{ ref: RevisionRef }>`
    select ${revisionRef} as ref from revisions r join revision_chains c on c.id = r.id
    where r.id = any(${ids}::text[])`.execute(db)
  return new Map(found.rows.map(({ ref }) => [ref.id, ref]))
}

/** Revisions whose provisions are here, so that two of them can be held against each other. */
export async function comparableRevisions(db: Db): Promise<RevisionRef[]> {
  const found = await sql<{ ref: RevisionRef }>`
    select ${revisionRef} as ref from revisions r join revision_chains c on c.id = r.id
    where c.has_provisions order by r.instrument, c.place_in_chain limit 1000`.execute(db)
  return found.rows.map(({ ref }) => ref)
}
