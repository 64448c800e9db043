import type { Db } from '#platform/database/tables.ts'
import { languageCodes } from '#platform/languages.ts'
import type { FoundKind, SearchSource } from '#platform/search/feeding/search-source.ts'
import type { SearchDocument } from '#platform/search/search-document.ts'
import { translationsFor, uncheckedIn, type Translations, type Unchecked } from '#platform/texts/texts.ts'
import { matrixPaths } from '../paths.ts'
import { allLinks } from './link-queries.ts'
import { codesOf, rationaleField, textKind, type Link } from './link.ts'

const prefix = `${textKind}:`

type LinkCard = { id: string; codes: string; unchecked: Unchecked; isExample: boolean }

const linkKind: FoundKind = {
  many: 'matrix.links',
  one: 'search.one.matrix-link',
  told: (_visit, written) => {
    const { id, codes, unchecked, isExample } = JSON.parse(written) as LinkCard
    return { id, name: codes, path: matrixPaths.link(id), unchecked, isExample }
  },
}

/** Links that are proposed or agreed, by their rationale and their codes. */
export const linkSource: SearchSource = {
  name: 'matrix-links',
  version: 1,
  // Some hundreds.
  all: async function* (db) {
    yield await documents(db)
  },
  touched: async (_db, lines) => {
    if (lines.some(({ subject: { kind, id } }) => kind === 'matrix' || id.startsWith('matrix/'))) return 'all'
    return lines.flatMap(({ subject: { kind, id } }) => {
      const own = kind === textKind ? id : /^matrix-link\/(\w+)$/.exec(id)?.[1]
      return own === undefined ? [] : [prefix + own]
    })
  },
  documents: async (db, keys) => (await documents(db)).filter(({ key }) => keys.includes(key)),
  holds: (key) => key.startsWith(prefix),
  kinds: { [textKind]: linkKind },
}

async function documents(db: Db): Promise<SearchDocument[]> {
  const links = (await allLinks(db)).filter(({ state }) => state !== 'withdrawn')
  const texts = await translationsFor(
    db,
    links.map(({ id }) => ({ kind: textKind, id })),
  )
  return links.map((link) => asDocument(link, texts(textKind, link.id)))
}

function asDocument(link: Link, translations: Translations): SearchDocument {
  const { id, line, sdg, target, objective, language, isExample, updatedAt } = link
  const codes = codesOf(link)
  const texts = languageCodes.flatMap((code) => {
    const title = translations?.[code]?.[rationaleField]?.text ?? ''
    return title === '' ? [] : [{ language: code, title, body: '' }]
  })
  return {
    key: prefix + id,
    kind: textKind,
    original: language,
    texts,
    codes: [id],
    tags: codes.split(' · '),
    facets: {
      language: texts.map((text) => text.language),
      'action-line': [line],
      sdg: sdg === null ? [] : [String(sdg)],
      target: target === null ? [] : [target],
      gdc: objective === null ? [] : [objective],
    },
    date: updatedAt.getTime(),
    card: JSON.stringify({
      id,
      codes,
      unchecked: uncheckedIn({}, translations, rationaleField),
      isExample,
    } satisfies LinkCard),
  }
}
