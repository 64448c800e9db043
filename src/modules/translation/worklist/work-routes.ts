import { z } from 'zod'
import { levelsSeenBy } from '#platform/access/visibility.ts'
import { languageCodes, languages, type LanguageCode } from '#platform/languages.ts'
import { textStates, type TextKinds, type TextState } from '#platform/texts/texts.ts'
import { facetsOf } from '#platform/web/facet-labels.ts'
import { code, cursorText, limitText } from '#platform/web/list-parameters.ts'
import { refuseUnknown, refusingCursor } from '#platform/web/list-refusals.ts'
import type { Column, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { translationPage } from '../pages/translation-page.ts'
import { translationPaths } from '../paths.ts'
import { titlesOf, workList } from './work-queries.ts'
import { kindName, stateKeys, workRecord, workShape, type WorkRecord } from './work-shape.ts'

const workQuery = z.strictObject({
  language: z.enum(languageCodes).optional(),
  kind: code.optional(),
  state: z.enum(textStates).optional(),
  from: z.enum(languageCodes).optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

/** What is translated and what is not: the translators' work, and what the numbers of language parity count. */
export function workRoutes(site: Site, kinds: TextKinds): void {
  site.list({
    path: translationPaths.list,
    name: 'translation',
    summary: 'Records whose texts are kept in six languages: state of each language, the oldest first.',
    query: workQuery,
    row: workShape,
    read: (visit, query) => read(visit, kinds, query),
    page: translationPage,
    columns,
  })
}

async function read(visit: Visit, kinds: TextKinds, { after, limit, ...filters }: z.infer<typeof workQuery>) {
  refuseUnknown([{ field: 'kind', value: filters.kind, valid: Object.keys(kinds) }])
  const page = { after, ...(limit ? { limit: Number(limit) } : {}) }
  const list = await refusingCursor(workList(visit.db, filters, levelsSeenBy(visit.actor), page))
  const title = await titlesOf(visit.db, kinds, list.rows, visit.language)
  const endonym = (_: unknown, value: string) => languages[value as LanguageCode].endonym
  return {
    rows: list.rows.map((row) => workRecord(visit, kinds, title, row)),
    total: list.total,
    next: list.next,
    facets: facetsOf(visit, [
      { naming: { name: 'language', value: endonym }, counts: list.facets.language },
      {
        naming: { name: 'state', value: ({ t }, value) => t(stateKeys[value as TextState]) },
        counts: list.facets.state,
      },
      {
        naming: { name: 'kind', value: ({ t }, value) => kindName({ t }, kinds, value) },
        counts: list.facets.kind,
      },
      { naming: { name: 'from', value: endonym }, counts: list.facets.from },
    ]),
  }
}

const columns: Column<WorkRecord>[] = [
  { name: 'kind', value: (row) => row.kind.code },
  { name: 'kind_label', value: (row) => row.kind.label },
  { name: 'id', value: (row) => row.id },
  { name: 'title', value: (row) => row.title },
  { name: 'language', value: (row) => row.language },
  { name: 'original', value: (row) => row.original },
  { name: 'state', value: (row) => row.state.code },
  { name: 'state_label', value: (row) => row.state.label },
  { name: 'since', value: (row) => row.since },
  { name: 'segments', value: (row) => row.segments },
  ...textStates.map((state) => ({ name: state, value: (row: WorkRecord) => row.counts[state] })),
]
