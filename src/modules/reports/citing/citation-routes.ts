import { z } from 'zod'
import type { Site } from '#platform/web/site.ts'
import { reportPaths } from '../paths.ts'
import { comparedCitation } from './compared-citation-queries.ts'
import { comparedCitationShape } from './compared-citation-shape.ts'
import { citationPage } from './pages/citation-page.ts'

/** What claims of frozen reports rest on. */
export function citationRoutes(site: Site): void {
  site.record({
    path: reportPaths.citation(':report', ':number{[1-9][0-9]{0,4}}'),
    name: 'report-citation',
    summary:
      'What a claim of a frozen report rests on: how strong and how old it was then, how it stands now, and what has changed.',
    query: z.strictObject({}),
    shape: comparedCitationShape,
    read: (visit, { report = '', number = '' }) => comparedCitation(visit, report, Number(number)),
    page: citationPage,
  })
}
