import { z } from 'zod'
import { lookOf, namedRecords, recordAt } from '#modules/mandates/index.ts'
import type { Issue } from '#platform/errors.ts'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { linkItem } from '../link-commands.ts'
import { mostLinks, type ItemLink } from '../item.ts'
import { planPaths } from '../paths.ts'
import { itemForAct } from './item-form-routes.ts'
import { linkOfValue } from './link-candidates.ts'
import { linksPage } from './pages/links-page.ts'
import { lines, linesOf } from './plan-fields.ts'

/** Where an item is linked to what it answers and what belongs to it. */
export function linkRoutes(site: Site): void {
  site.form({
    path: planPaths.itemLinks(':item'),
    name: 'item-links',
    summary:
      'Links an item to records: those ticked (`link`, as "kind id") and those whose addresses are given, one a line. All others are taken away.',
    right: 'plan.link',
    fields: z.strictObject({
      words: z.string().max(300, rule('rule.search-words')).optional(),
      link: z.array(z.string().max(300)).optional(),
      addresses: lines.optional(),
    }),
    read: (visit, parameters) => itemForAct(visit, parameters, 'link'),
    page: linksPage,
    act: async (visit, { item }, { fields, version }) => {
      const read = await linksOf(visit, fields.link ?? [], linesOf(fields.addresses))
      if ('issues' in read) return read
      const { db, actor, now: at } = visit
      await linkItem(db, { actor, at, id: item.id, revision: Number(version ?? 0), links: read.links })
      return { to: planPaths.item(item.id), done: 'plans.done.saved' }
    },
  })
}

/** Each must be a record of the platform that whoever links it may see. */
export async function linksOf(
  visit: Visit,
  ticked: readonly string[],
  addresses: readonly string[],
): Promise<{ issues: Issue[] } | { links: ItemLink[] }> {
  const typed = addresses.map((address) => ({ address, ref: recordAt(address, visit.settings.publicUrl) }))
  const unread = typed.filter(({ ref }) => ref === null).map(({ address }) => address)
  const links = [
    ...ticked.map((value) => ({ shown: value, ...linkOfValue(value) })),
    ...typed.flatMap(({ address, ref }) =>
      ref === null ? [] : [{ shown: address, kind: ref.kind, record: ref.id }],
    ),
  ]
  const names = await namedRecords(
    visit.db,
    links.map(({ kind, record }) => ({ kind, id: record })),
    lookOf(visit),
  )
  const unknown = links
    .filter(({ kind, record }) => !names.has(`${kind} ${record}`))
    .map(({ shown }) => shown)
  const unique = new Map(links.map(({ kind, record }) => [`${kind} ${record}`, { kind, record }]))
  const issues: Issue[] = [
    ...[...unread, ...unknown].map((address) => ({
      field: 'addresses',
      key: 'plans.unknown-record' as const,
      values: { address },
    })),
    ...(unique.size > mostLinks
      ? [{ field: 'link', key: 'plans.too-many-links' as const, values: { most: mostLinks } }]
      : []),
  ]
  return issues.length > 0 ? { issues } : { links: [...unique.values()] }
}
