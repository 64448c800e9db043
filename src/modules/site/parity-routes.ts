import { z } from 'zod'
import { languageParity } from '#modules/mandates/index.ts'
import { languages } from '#platform/languages.ts'
import type { Column, Site } from '#platform/web/site.ts'
import { languagesPage } from './pages/languages-page.ts'
import { parityRecord, parityShape, type ParityRecord } from './parity-shape.ts'
import { sitePaths } from './paths.ts'

/** What exists in which language. */
export function parityRoutes(site: Site): void {
  site.list({
    path: sitePaths.languages,
    name: 'languages',
    summary: 'Language parity: how many records of each kind have a text in each language, by state.',
    query: z.strictObject({}),
    row: parityShape,
    read: async (visit) => {
      const rows = (await languageParity(visit.db)).map((row) => parityRecord(visit, row))
      return { rows, total: rows.length, next: null }
    },
    page: languagesPage,
    columns,
  })
}

const columns: Column<ParityRecord>[] = [
  { name: 'kind', value: (row) => row.kind.code },
  { name: 'kind_label', value: (row) => row.kind.label },
  { name: 'language', value: (row) => row.language },
  { name: 'language_name', value: (row) => languages[row.language].endonym },
  { name: 'original', value: (row) => row.counts.original },
  { name: 'human_translation', value: (row) => row.counts.human },
  { name: 'machine_translation', value: (row) => row.counts.machine },
  { name: 'missing', value: (row) => row.counts.missing },
  { name: 'total', value: (row) => row.total },
]
