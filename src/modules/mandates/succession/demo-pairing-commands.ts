import { operator } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { confirmPairing } from './pairing-commands.ts'

/** Confirms what the program proposes for the revisions of the example world, as the operator who loads it. */
export async function confirmDemoPairings(db: Db, at: Date): Promise<void> {
  const open = await db
    .selectFrom('pairings as p')
    .innerJoin('revisions as r', 'r.id', 'p.revision')
    .select(['p.revision', 'p.version'])
    .where('r.origin', '=', 'demo')
    .where('p.state', '=', 'proposed')
    .orderBy('p.revision')
    .execute()
  for (const asked of open)
    await confirmPairing(db, { actor: operator, at, ...asked, origins: new Map(), isDivisionMeant: false })
}
