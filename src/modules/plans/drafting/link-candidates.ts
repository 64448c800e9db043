import { lookOf, namedRecords } from '#modules/mandates/index.ts'
import type { SearchDocument } from '#platform/search/search-document.ts'
import { named, type Said } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ItemLink } from '../item.ts'

/** A record that an item may be linked to, as the form offers it. */
export type Candidate = ItemLink & { label: Said; text: string }

const kinds = ['provision', 'duty', 'activity']
const mostFound = 20

/** Published records that fit the words, best first: provisions and duties of the register, activities of the Stocktaking. */
export async function candidatesFor(visit: Visit, words: string): Promise<Candidate[]> {
  if (words.trim() === '') return []
  const { hits } = await visit.search.answer({
    words: words.slice(0, 300),
    language: visit.language,
    lastWord: 'whole',
    filters: { kind: kinds },
    facets: [],
    order: 'relevance',
    limit: mostFound,
    after: null,
  })
  const links = hits.map(({ key }) => ({
    kind: key.slice(0, key.indexOf(':')),
    record: key.slice(key.indexOf(':') + 1),
  }))
  const documents = await visit.search.documents(hits.map(({ key }) => key))
  return candidatesOf(visit, links, (link) => documents.get(`${link.kind}:${link.record}`))
}

/** Links with what people call their records. */
export async function candidatesOf(
  visit: Visit,
  links: readonly ItemLink[],
  documentOf: (link: ItemLink) => SearchDocument | undefined = () => undefined,
): Promise<Candidate[]> {
  const names = await namedRecords(
    visit.db,
    links.map(({ kind, record }) => ({ kind, id: record })),
    lookOf(visit),
  )
  return links.map((link) => {
    const name = names.get(`${link.kind} ${link.record}`)?.name ?? {}
    return {
      ...link,
      label: named(visit, name, link.record),
      text: textIn(documentOf(link), visit.language),
    }
  })
}

function textIn(document: SearchDocument | undefined, language: string): string {
  const texts = document?.texts ?? []
  const own = texts.find((text) => text.language === language) ?? texts[0]
  return (own?.title || own?.body || '').slice(0, 200)
}

/** Written in a field as one word: 'provision pp-140-dubai-2018/resolves/6'. */
export const linkValue = ({ kind, record }: ItemLink): string => `${kind} ${record}`

export function linkOfValue(value: string): ItemLink {
  const space = value.indexOf(' ')
  return { kind: value.slice(0, space), record: value.slice(space + 1) }
}
