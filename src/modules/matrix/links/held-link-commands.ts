import type { Updateable } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tables, Tx } from '#platform/database/tables.ts'
import { notFound } from '#platform/errors.ts'
import { record } from '#platform/history.ts'
import { Stale } from '#platform/web/form-resource.ts'
import { asLink } from './link-queries.ts'
import { textKind, type Link } from './link.ts'
import '../tables.ts'

export type By = { actor: Actor; at: Date }

/** Holds a link, so that whoever comes second sees what the first has done. */
export async function lockLink(tx: Tx, id: string, revision?: number): Promise<Link> {
  const row = await tx
    .selectFrom('matrix_links')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw notFound()
  if (revision !== undefined && row.revision !== revision) throw new Stale()
  return asLink(row)
}

type Line = By & { act: string; reason?: string | undefined; facts?: Record<string, string | number> }

/** Changes the row of a held link and writes the line of history. */
export async function changeLink(
  tx: Tx,
  link: Link,
  columns: Updateable<Tables['matrix_links']>,
  line: Line,
): Promise<Link> {
  const row = await tx
    .updateTable('matrix_links')
    .set({ ...columns, revision: link.revision + 1, updated_at: line.at })
    .where('id', '=', link.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const to = row.state
  await noteLink(tx, link, line, to === link.state ? undefined : { from: link.state, to })
  return asLink(row)
}

/** One line of history about a link. */
export const noteLink = (
  tx: Tx,
  { id }: Pick<Link, 'id'>,
  { actor, at, act, reason, facts }: Line,
  states?: { from: string | null; to: string },
): Promise<void> =>
  record(
    tx,
    {
      act: `matrix.${act}`,
      subject: { kind: textKind, id },
      actor: actor.id,
      states,
      ...(reason === undefined ? {} : { reason }),
      facts,
    },
    at,
  )
