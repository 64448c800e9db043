import { recordAt } from '#modules/mandates/index.ts'
import type { Issue } from '#platform/errors.ts'
import { mostLinks, type ItemLink } from '../item.ts'
import type { ItemDraft, ItemOut } from './item-table.ts'

/** Kinds of records that have a column of their own; all others stand in `links`, each with its kind before it. */
export const linkColumns = {
  provisions: 'provision',
  duties: 'duty',
  activities: 'activity',
  links: null,
} as const satisfies Record<string, string | null>

export type LinkColumn = keyof typeof linkColumns

export const linkColumnNames = Object.keys(linkColumns) as LinkColumn[]

/** What links may name: records of this address that whoever brings the file may see, as 'kind id'. */
export type LinkNames = { publicUrl: string; known: ReadonlySet<string> }

/** In which column a link goes out. */
export const columnOf = ({ kind }: ItemLink): LinkColumn =>
  linkColumnNames.find((name) => linkColumns[name] === kind) ?? 'links'

export const linkText = (link: ItemLink): string => (columnOf(link) === 'links' ? nameOf(link) : link.record)

/** A link as a cell names it: an id, a kind with an id, or the address of the record. Null for what is none of these. */
export function linkIn(column: LinkColumn, text: string, publicUrl: string): ItemLink | null {
  const at = recordAt(text, publicUrl)
  if (at !== null) return { kind: at.kind, record: at.id }
  const [, kind, record] = /^([a-z-]+) (\S.*)$/.exec(text) ?? []
  if (kind !== undefined && record !== undefined) return { kind, record }
  const own = linkColumns[column]
  return own === null || text.includes('://') ? null : { kind: own, record: text }
}

/** All links that rows name, for the question which of them are known. */
export const linksNamed = (drafts: readonly ItemDraft[], publicUrl: string): ItemLink[] =>
  drafts.flatMap(({ links }) =>
    linkColumnNames.flatMap((column) =>
      (links[column] ?? []).flatMap((text) => linkIn(column, text, publicUrl) ?? []),
    ),
  )

/** The links of an item after its row: those of the columns that the file has are replaced, all others stay. */
export function linksAfter(
  before: ItemOut | null,
  { links }: ItemDraft,
  { publicUrl, known }: LinkNames,
): { links: ItemLink[]; issues: Issue[] } {
  const had = before?.item.links ?? []
  const isKnown = (link: ItemLink) =>
    known.has(nameOf(link)) || had.some((one) => nameOf(one) === nameOf(link))
  const issues: Issue[] = []
  const found = linkColumnNames.flatMap((column) => {
    const given = links[column]
    if (given === undefined) return had.filter((link) => columnOf(link) === column)
    return given.flatMap((text) => {
      const link = linkIn(column, text, publicUrl)
      if (link !== null && isKnown(link)) return [link]
      issues.push({ field: column, key: 'plans.unknown-record', values: { address: text } })
      return []
    })
  })
  const unique = [...new Map(found.map((link) => [nameOf(link), link])).values()]
  if (unique.length > mostLinks)
    issues.push({ field: 'links', key: 'plans.too-many-links', values: { most: mostLinks } })
  return { links: unique, issues }
}

export const isSameLinks = (one: readonly ItemLink[], other: readonly ItemLink[]): boolean =>
  one.length === other.length && new Set([...one, ...other].map(nameOf)).size === one.length

const nameOf = ({ kind, record }: ItemLink): string => `${kind} ${record}`
