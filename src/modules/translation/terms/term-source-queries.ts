import type { Db } from '#platform/database/tables.ts'
import { languageCodes } from '#platform/languages.ts'
import type { FoundKind, SearchSource } from '#platform/search/feeding/search-source.ts'
import type { SearchDocument } from '#platform/search/search-document.ts'
import { translationPaths } from '../paths.ts'
import type { Term } from './term.ts'
import { ownTerms } from './term-queries.ts'

const prefix = 'term:'

type TermCard = Pick<Term, 'id' | 'actionLines'>

const termKind: FoundKind = {
  many: 'terms.title',
  one: 'search.one.term',
  told: (_visit, written) => {
    const { id, actionLines } = JSON.parse(written) as TermCard
    return { id, name: actionLines.join(' '), path: translationPaths.term(id) }
  },
}

/** This platform's own terms. The official ones are names of bodies and codes, which are found as what they name. */
export const termSource: SearchSource = {
  name: 'terms',
  version: 1,
  // Some hundreds, in one file.
  all: async function* (db) {
    yield await documents(db)
  },
  touched: async (_db, lines) =>
    lines.some(({ subject }) => subject.kind === 'terms') ? 'all' : ([] as string[]),
  documents: async (db, keys) => (await documents(db)).filter(({ key }) => keys.includes(key)),
  holds: (key) => key.startsWith(prefix),
  kinds: { term: termKind },
}

const documents = async (db: Db): Promise<SearchDocument[]> => (await ownTerms(db)).map(asDocument)

function asDocument({ id, actionLines, words }: Term): SearchDocument {
  const texts = languageCodes.flatMap((language) => {
    const [title, ...others] = words[language] ?? []
    return title === undefined ? [] : [{ language, title, body: others.join(' · ') }]
  })
  return {
    key: prefix + id,
    kind: 'term',
    original: null,
    texts,
    codes: [],
    tags: actionLines,
    facets: { language: texts.map(({ language }) => language), 'action-line': actionLines },
    date: 0,
    card: JSON.stringify({ id, actionLines } satisfies TermCard),
  }
}
