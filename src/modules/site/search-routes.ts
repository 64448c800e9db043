import { z } from 'zod'
import {
  cursorText,
  facetsOf,
  limitText,
  refusingCursor,
  revisionRefs,
  search,
  searchKinds,
  type SearchKind,
} from '#modules/mandates/index.ts'
import { languageCodes, languages } from '#platform/languages.ts'
import type { Column, Listing, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { hitRecord, hitShape, kindKeys, type HitRecord } from './hit-shape.ts'
import { searchPage } from './pages/search-page.ts'
import { sitePaths } from './paths.ts'
import { rule } from '#platform/web/problem.ts'

const query = z.strictObject({
  q: z.string().max(200, rule('rule.short-text')).optional(),
  kind: z.enum(searchKinds).optional(),
  language: z.enum(languageCodes).optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

/** Search over all that the register holds, in all six languages at once. */
export function searchRoutes(site: Site): void {
  site.list({
    path: sitePaths.search,
    name: 'search',
    summary:
      'Records in which all the words occur, in any of the six languages; offsets mark the words found.',
    query,
    row: hitShape,
    read,
    page: searchPage,
    columns,
  })
}

async function read(visit: Visit, asked: z.infer<typeof query>): Promise<Listing<HitRecord>> {
  const { q = '', kind, language, after, limit } = asked
  if (q.trim() === '') return { rows: [], total: 0, next: null, facets: [] }
  const page = { after, limit: limit === undefined ? undefined : Number(limit) }
  const found = await refusingCursor(search(visit.db, q, visit.language, { kind, language }, page))
  const revisions = found.rows.flatMap(({ revision }) => revision ?? [])
  const refs = await revisionRefs(visit.db, revisions)
  return {
    rows: found.rows.map((hit) => hitRecord(visit, hit, refs)),
    total: found.total,
    next: found.next,
    facets: facetsOf(visit, [
      {
        naming: { name: 'kind', value: ({ t }, value) => t(kindKeys[value as SearchKind]) },
        counts: found.facets.kind,
      },
    ]),
  }
}

const columns: Column<HitRecord>[] = [
  { name: 'kind', value: (hit) => hit.kind.code },
  { name: 'kind_label', value: (hit) => hit.kind.label },
  { name: 'id', value: (hit) => hit.id },
  { name: 'name', value: (hit) => hit.name },
  { name: 'path', value: (hit) => hit.path },
  { name: 'language', value: (hit) => hit.language },
  { name: 'language_name', value: (hit) => languages[hit.language].endonym },
  { name: 'title', value: (hit) => hit.title },
  { name: 'snippet', value: (hit) => hit.snippet },
]
