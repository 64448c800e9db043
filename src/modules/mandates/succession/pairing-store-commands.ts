import { sql } from 'kysely'
import type { Tx } from '#platform/database/tables.ts'
import type { Grounds } from './fact-queries.ts'
import type { KeptLink, KeptPair } from './pairing-plan.ts'

const rowsAtOnce = 500

export async function storeProposals(tx: Tx, pairing: string, { comparison }: Grounds): Promise<void> {
  const rows = comparison.pairs.map(({ before, after, score, alsoLike }, place) => ({
    pairing,
    place,
    before: before?.address ?? null,
    after: after?.address ?? null,
    score,
    also_like: alsoLike,
  }))
  await tx.deleteFrom('provision_proposals').where('pairing', '=', pairing).execute()
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await tx
      .insertInto('provision_proposals')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute()
}

export async function storePairs(tx: Tx, pairing: string, pairs: KeptPair[]): Promise<void> {
  const rows = pairs.map((pair, place) => ({
    pairing,
    place,
    before: pair.before,
    after: pair.after,
    kind: pair.kind,
    state: pair.state,
    decided_by: pair.decidedBy,
    decided_at: pair.decidedAt,
    before_digests: JSON.stringify(pair.beforeDigests),
    after_digests: JSON.stringify(pair.afterDigests),
  }))
  await tx.deleteFrom('provision_pairs').where('pairing', '=', pairing).execute()
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await tx
      .insertInto('provision_pairs')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute()
}

export async function storeLinks(tx: Tx, pairing: string, links: KeptLink[]): Promise<void> {
  const rows = links.map((link, place) => ({
    pairing,
    place,
    before: link.before,
    after: link.after,
    kind: link.kind,
    changes: JSON.stringify(link.changes),
    state: link.state,
  }))
  await tx.deleteFrom('duty_links').where('pairing', '=', pairing).execute()
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await tx
      .insertInto('duty_links')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute()
}

/** What every duty of an instrument goes on from, anew from the links that were confirmed. */
export async function storeAncestors(tx: Tx, instrument: string): Promise<void> {
  const own = sql`(select p.revision from pairings p join revisions r on r.id = p.revision where r.instrument = ${instrument})`
  await sql`
    delete from duty_ancestors where duty in (select after from duty_links where pairing in ${own})
      or duty in (select d.id from duties d join revisions r on r.id = d.revision where r.instrument = ${instrument})
      or not exists (select 1 from duties d where d.id = duty)`.execute(tx)
  await sql`
    insert into duty_ancestors (duty, ancestor, steps)
    with recursive line (duty, ancestor, steps) as (
      select l.after, l.before, 1 from duty_links l
      where l.pairing in ${own} and l.before is not null and l.after is not null and l.state <> 'proposed'
      union all
      select line.duty, l.before, line.steps + 1
      from line join duty_links l on l.after = line.ancestor and l.before is not null and l.state <> 'proposed'
    )
    select duty, ancestor, min(steps) from line group by duty, ancestor`.execute(tx)
}
