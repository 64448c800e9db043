import type { PartyRecord } from '#modules/mandates/index.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { LinkRecord } from '../item-shape.ts'
import { linkedRecords } from '../link-queries.ts'
import { organizationsOf } from '../party-queries.ts'
import type { PlanReader } from '../plan-names.ts'
import { planReader } from '../reader-queries.ts'
import type { ContentItem } from './plan-content.ts'

/** The names of today for what an edition keeps as codes: bodies, organizations, records, levels. */
export type KeptNames = {
  reader: PlanReader
  organizations: ReadonlyMap<string, PartyRecord>
  /** By kind and record. */
  records: ReadonlyMap<string, LinkRecord>
}

export const linkKey = ({ kind, record }: { kind: string; record: string }): string => `${kind} ${record}`

export async function keptNames(visit: Visit, items: readonly ContentItem[]): Promise<KeptNames> {
  const parties = items.flatMap((item) => item.parties)
  const organizations = parties.flatMap(({ kind, party }) => (kind === 'organization' ? [party] : []))
  const links = items.flatMap((item) => item.links)
  const once = new Map(links.map((link) => [linkKey(link), link]))
  return {
    reader: await planReader(visit),
    organizations: await organizationsOf(visit, [...new Set(organizations)]),
    records: new Map((await linkedRecords(visit, [...once.values()])).map((one) => [linkKey(one), one])),
  }
}
