import { z } from 'zod'
import { languageCodes } from '#platform/languages.ts'
import type { FoundKind } from '#platform/search/feeding/search-source.ts'
import type { Place, SearchRequest } from '#platform/search/search-document.ts'
import {
  cursorText,
  limitText,
  searchOrder,
  searchWords,
  severalCodes,
  severalOf,
} from '#platform/web/list-parameters.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'

/** The filters that records of several kinds have in common, in the order in which the page shows them. */
export const codeFilters = ['action-line', 'sdg', 'gdc', 'region', 'country', 'year'] as const

export const searchFilters = ['kind', 'language', ...codeFilters] as const

/** Narrows a goal; found by, not counted: there are too many to choose from. */
const targetFilter = 'target' as const

export type SearchFilter = (typeof searchFilters)[number]

/** What all modules publish, by kind. */
export const foundKinds = ({ modules }: Pick<Site, 'modules'>): ReadonlyMap<string, FoundKind> =>
  new Map(modules.flatMap(({ search = [] }) => search.flatMap(({ kinds }) => Object.entries(kinds))))

export const searchQuery = (kinds: ReadonlyMap<string, FoundKind>) =>
  z.strictObject({
    q: searchWords.optional(),
    kind: severalOf([...kinds.keys()]).optional(),
    language: severalOf(languageCodes).optional(),
    'action-line': severalCodes.optional(),
    sdg: severalCodes.optional(),
    target: severalCodes.optional(),
    gdc: severalCodes.optional(),
    region: severalCodes.optional(),
    country: severalCodes.optional(),
    year: severalCodes.optional(),
    sort: searchOrder.optional(),
    after: cursorText.optional(),
    limit: limitText.optional(),
  })

export type SearchQuery = z.infer<ReturnType<typeof searchQuery>>

const usualRows = 20

export function requestFor(
  { language }: Pick<Visit, 'language'>,
  asked: SearchQuery,
  after: Place | null,
): SearchRequest {
  const words = asked.q?.trim() ?? ''
  return {
    words,
    language,
    lastWord: 'whole',
    filters: Object.fromEntries(
      [...searchFilters, targetFilter].flatMap((name) =>
        asked[name] ? [[name, asked[name].split(',')]] : [],
      ),
    ),
    facets: searchFilters,
    order: asked.sort ?? (words === '' ? 'newest' : 'relevance'),
    limit: Number(asked.limit ?? usualRows),
    after,
  }
}

/** Somebody who has asked for nothing is shown the form alone. */
export const isNothing = ({ q, ...asked }: SearchQuery): boolean =>
  (q ?? '').trim() === '' && ![...searchFilters, targetFilter].some((name) => asked[name])
