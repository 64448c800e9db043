import type { Db } from '#platform/database/tables.ts'
import type { KeptLink, KeptPair } from './pairing-plan.ts'

export async function heldPairs(db: Db, id: string): Promise<KeptPair[]> {
  const rows = await db
    .selectFrom('provision_pairs')
    .selectAll()
    .where('pairing', '=', id)
    .orderBy('place')
    .execute()
  return rows.map((row) => ({
    before: row.before,
    after: row.after,
    kind: row.kind,
    state: row.state,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    beforeDigests: row.before_digests,
    afterDigests: row.after_digests,
  }))
}

export async function heldLinks(db: Db, id: string): Promise<KeptLink[]> {
  return db
    .selectFrom('duty_links')
    .select(['before', 'after', 'kind', 'changes', 'state'])
    .where('pairing', '=', id)
    .orderBy('place')
    .execute()
}
