import { lookOf, namedRecords } from '#modules/mandates/index.ts'
import { said } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { LinkRecord } from './item-shape.ts'
import type { ItemLink } from './item.ts'

/** The records to which an item is linked, as the reader may see them; of others only that there is one. */
export async function linkedRecords(visit: Visit, links: readonly ItemLink[]): Promise<LinkRecord[]> {
  const named = await namedRecords(
    visit.db,
    links.map(({ kind, record }) => ({ kind, id: record })),
    lookOf(visit),
  )
  return links.map(({ kind, record }) => {
    const found = named.get(`${kind} ${record}`)
    return {
      kind,
      record,
      name: found === undefined ? null : said(visit, found.name),
      path: found?.path ?? null,
    }
  })
}
