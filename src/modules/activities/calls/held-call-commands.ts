import type { Updateable } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tables, Tx } from '#platform/database/tables.ts'
import { notFound } from '#platform/errors.ts'
import { record } from '#platform/history.ts'
import { Stale } from '#platform/web/form-resource.ts'
import type { By } from '../activity-commands.ts'
import { asCall, callsSeenBy } from './call-queries.ts'
import type { Call } from './call.ts'

/** Holds a call, so that whoever comes second sees what the first has done; what one may not see is not there. */
export async function lockCall(
  tx: Tx,
  { actor }: { actor: Actor },
  id: string,
  revision?: number,
): Promise<Call> {
  const row = await tx
    .selectFrom('calls as c')
    .selectAll('c')
    .where('c.id', '=', id)
    .where(callsSeenBy(actor))
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw notFound()
  if (revision !== undefined && row.revision !== revision) throw new Stale()
  return asCall(row)
}

type Line = By & { act: string; facts?: Record<string, string | number> }

/** Changes the row of a held call and writes the line of history. */
export async function changeCall(
  tx: Tx,
  call: Call,
  columns: Updateable<Tables['calls']>,
  line: Line,
): Promise<void> {
  const to = columns.state ?? call.state
  await tx
    .updateTable('calls')
    .set({ ...columns, revision: call.revision + 1, updated_at: line.at })
    .where('id', '=', call.id)
    .execute()
  await noteCall(tx, call, line, to === call.state ? undefined : { from: call.state, to })
}

/** One line of history about a call. */
export const noteCall = (
  tx: Tx,
  { id }: Call,
  { actor, at, act, facts }: Line,
  states?: { from: string | null; to: string },
): Promise<void> =>
  record(tx, { act: `activities.${act}`, subject: { kind: 'call', id }, actor: actor.id, states, facts }, at)
