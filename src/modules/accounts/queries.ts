import type { Db } from '#platform/database/tables.ts'
import type { Body } from './body.ts'

/** All bodies in the order of the reference file; there are about a hundred. */
export async function allBodies(db: Db): Promise<Body[]> {
  const rows = await db.selectFrom('bodies').selectAll().orderBy('sort').orderBy('id').execute()
  const names = await db.selectFrom('body_names').selectAll().orderBy('body').orderBy('place').execute()
  const byBody = Map.groupBy(names, ({ body }) => body)
  return rows.map((row) => {
    const sets = byBody.get(row.id) ?? []
    return {
      id: row.id,
      acronym: row.acronym,
      name: sets.at(-1)?.name ?? {},
      kind: row.kind,
      parent: row.parent,
      aliases: row.aliases,
      nameStatus: row.name_status,
      names: sets.map(({ from_date, to_date, name }) => ({ from: from_date, to: to_date, name })),
    }
  })
}
