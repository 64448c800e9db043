import type { Db } from '#platform/database/tables.ts'
import { dayOf } from '#platform/ui/format.ts'
import { allLinks } from '../links/link-queries.ts'
import { matrixVersionById, matrixVersionLinks, matrixVersions } from '../versions/version-queries.ts'
import { unknownVersion, type GridLinks } from './grid-shape.ts'

/** The links that hold today, or those of a version, which held on its day. */
export async function gridLinks(db: Db, version: string | undefined, now: Date): Promise<GridLinks> {
  if (version === undefined) return { links: await allLinks(db), day: dayOf(now) }
  const found = await matrixVersionById(db, Number(version))
  if (found === null) throw unknownVersion((await matrixVersions(db)).map(({ number }) => number))
  const links = await matrixVersionLinks(db, found.number)
  return {
    links: links.map((link) => ({ ...link, state: 'agreed' as const })),
    day: found.datedOn,
  }
}
