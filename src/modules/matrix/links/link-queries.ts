import type { Selectable } from 'kysely'
import type { Db, Tables } from '#platform/database/tables.ts'
import type { Cell, Link } from './link.ts'
import '../tables.ts'

/**
 * All links in the order of the Matrix. There are some hundreds, a few thousand in many years, and what is asked about them
 * crosses all of them; so pages read them whole, with one question.
 */
export async function allLinks(db: Db): Promise<Link[]> {
  const rows = await db.selectFrom('matrix_links').selectAll().execute()
  const places = await linePlaces(db)
  return inOrder(rows.map(asLink), places)
}

export async function linkById(db: Db, id: string): Promise<Link | null> {
  const row = await db.selectFrom('matrix_links').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : asLink(row)
}

export async function linksByIds(db: Db, ids: readonly string[]): Promise<Link[]> {
  const rows = await db
    .selectFrom('matrix_links')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  return rows.map(asLink)
}

/** How many proposals wait for the secretariat. */
export async function waitingLinkCount(db: Db): Promise<number> {
  const row = await db
    .selectFrom('matrix_links')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('state', '=', 'proposed')
    .executeTakeFirst()
  return row?.count ?? 0
}

/** Where each action line stands in the order of all. */
export async function linePlaces(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('framework_nodes as n')
    .innerJoin('frameworks as f', (join) =>
      join.onRef('f.id', '=', 'n.framework').onRef('f.version', '=', 'n.version'),
    )
    .where('f.is_current', '=', true)
    .where('n.framework', '=', 'action-lines')
    .select(['n.code', 'n.sort'])
    .execute()
  return new Map(rows.map(({ code, sort }) => [code, sort]))
}

/** By line as in Geneva, then goal, whole goal first, target, objective. */
export function inOrder<One extends Cell & { id: string }>(
  links: readonly One[],
  places: ReadonlyMap<string, number>,
): One[] {
  const last = Number.MAX_SAFE_INTEGER
  return links.toSorted(
    (one, other) =>
      (places.get(one.line) ?? last) - (places.get(other.line) ?? last) ||
      (one.sdg ?? last) - (other.sdg ?? last) ||
      byCode.compare(one.target ?? '', other.target ?? '') ||
      byCode.compare(one.objective ?? '', other.objective ?? '') ||
      (one.id < other.id ? -1 : 1),
  )
}

/** Puts 9.10 behind 9.2, and the letters behind the numbers. */
const byCode = new Intl.Collator('en', { numeric: true })

/** A row as the rest of the module knows it. */
export const asLink = (row: Selectable<Tables['matrix_links']>): Link => ({
  id: row.id,
  state: row.state,
  line: row.action_line,
  sdg: row.sdg,
  target: row.target,
  objective: row.objective,
  agency: row.agency,
  language: row.language,
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  source: row.source,
  basis: row.basis,
  byLine: row.by_line,
  byGoal: row.by_goal,
  doubt: row.doubt,
  shippedRevision: row.shipped_revision,
  revision: row.revision,
  updatedAt: row.updated_at,
  agreedAt: row.agreed_at,
  withdrawnAt: row.withdrawn_at,
  isExample: row.is_example,
})
