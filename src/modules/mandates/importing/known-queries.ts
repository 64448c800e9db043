import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { Origin } from '../instruments/instrument.ts'
import type { KnownRevision } from './recognition.ts'

/** All revisions as recognition needs them. The invented example world and the real one never meet. */
export async function knownRevisions(db: Db, origin: Origin): Promise<KnownRevision[]> {
  const isDemo = origin === 'demo'
  const found = await sql<KnownRevision>`
    select r.id as revision, r.instrument, i.body, i.body_printed as printed, i.number, r.year,
      case when i.body is null
        then array(select p.address from provisions p where p.revision = r.id order by p.sort) else '{}' end as addresses
    from revisions r join instruments i on i.id = r.instrument
    where (r.origin = 'demo') = ${isDemo}
    order by r.instrument, r.year desc nulls last, r.id`.execute(db)
  return found.rows
}

/** Whose the provisions of a revision are; null when it has none. */
export async function describedBy(db: Db, revision: string): Promise<Origin | null> {
  const found = await db
    .selectFrom('provisions')
    .select('origin')
    .where('revision', '=', revision)
    .limit(1)
    .executeTakeFirst()
  return found?.origin ?? null
}
