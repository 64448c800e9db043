import { z } from 'zod'
import { actionLines } from '#modules/frameworks/index.ts'
import { said } from '#platform/web/shapes.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { termPage } from '../pages/term-page.ts'
import { translationPaths } from '../paths.ts'
import { ownTerm, ownTerms } from './term-queries.ts'
import { ownTermShape, termRecord, type OwnTermRecord } from './term-shape.ts'

/** One of this platform's own terms, so that it can be linked to. */
export function termRecordRoute(site: Site): void {
  site.record({
    path: translationPaths.term(':term'),
    name: 'term',
    summary: 'A term of the field in six languages, from our own terminology work.',
    query: z.strictObject({}),
    read: (visit, { term = '' }) => read(visit, term),
    shape: ownTermShape,
    page: termPage,
  })
  site.addresses(async ({ db }) => (await ownTerms(db)).map(({ id }) => translationPaths.term(id)))
}

async function read(visit: Visit, id: string): Promise<OwnTermRecord | null> {
  const term = await ownTerm(visit.db, id)
  if (term === null) return null
  const names = new Map((await actionLines(visit.db)).map((line) => [line.code, line]))
  const lines = term.actionLines.map((code) => {
    const line = names.get(code)
    const label = line === undefined ? null : (said(visit, line.short) ?? said(visit, line.label))
    return { code, label }
  })
  return { ...termRecord(visit, term), lines }
}
