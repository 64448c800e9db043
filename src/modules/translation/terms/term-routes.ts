import { z } from 'zod'
import { folded } from '#platform/search/analysis/folding.ts'
import { languageCodes } from '#platform/languages.ts'
import { limitOf, readCursor, writeCursor } from '#platform/web/listing.ts'
import { cursorText, limitText } from '#platform/web/list-parameters.ts'
import { refusingCursor } from '#platform/web/list-refusals.ts'
import { rule } from '#platform/web/problem.ts'
import type { Column, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { termsPage } from '../pages/terms-page.ts'
import { translationPaths } from '../paths.ts'
import type { Term } from './term.ts'
import { allTerms } from './term-queries.ts'
import { statusKeys, termRecord, termShape, type TermRecord } from './term-shape.ts'

const query = z.strictObject({
  q: z.string().max(100, rule('rule.short-text')).optional(),
  status: z.enum(['official', 'own']).optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

/** The terms of the field in six languages, to look up. */
export function termRoutes(site: Site): void {
  site.list({
    path: translationPaths.terms,
    name: 'terms',
    summary: 'Terms of the field in six languages: official names, and our own terminology marked as such.',
    query,
    row: termShape,
    read,
    page: termsPage,
    columns,
  })
}

async function read(visit: Visit, asked: z.infer<typeof query>) {
  const all = await allTerms(visit.db)
  const found = all.filter((term) => !asked.q || says(term, folded(asked.q.trim())))
  const rows = found.filter(({ status }) => !asked.status || status === asked.status)
  const limit = limitOf(asked.limit ? { limit: Number(asked.limit) } : {})
  const cursor = await refusingCursor(Promise.resolve().then(() => readCursor(asked.after, ['place'])))
  const start = cursor?.[0] ?? 0
  const shown = rows.slice(start, start + limit)
  const count = (status: Term['status']) => found.filter((term) => term.status === status).length
  return {
    rows: shown.map((term) => termRecord(visit, term)),
    total: rows.length,
    next: start + limit < rows.length ? writeCursor([start + limit]) : null,
    facets: [
      {
        name: 'status',
        values: (['official', 'own'] as const).map((value) => ({
          value,
          label: visit.t(statusKeys[value]),
          count: count(value),
          chosen: asked.status === value,
        })),
      },
    ],
  }
}

const says = ({ words: own }: Term, wanted: string) =>
  Object.values(own)
    .flat()
    .some((word) => folded(word).includes(wanted))

const columns: Column<TermRecord>[] = [
  { name: 'id', value: ({ id }) => id },
  { name: 'status', value: ({ status }) => status.code },
  { name: 'source', value: ({ source }) => source },
  ...languageCodes.flatMap((code) => [
    { name: code, value: ({ terms }: TermRecord) => terms[code] },
    { name: `${code}_others`, value: (term: TermRecord) => term.others[code]?.join('; ') },
  ]),
]
