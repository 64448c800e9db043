import { z } from 'zod'
import { asCsv } from '#platform/export/csv.ts'
import type { Column, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import {
  comparePageShape,
  comparisonRecord,
  pairKinds,
  type ComparePageRecord,
  type PairRecord,
} from './comparison-shape.ts'
import { code } from '../list-parameters.ts'
import { refuseUnknown } from '../list-refusals.ts'
import { comparePage } from '../pages/compare-page.ts'
import { mandatePaths } from '../paths.ts'
import { comparableRevisions, revisionComparison } from '../queries.ts'
import { readerOf } from '../reader.ts'
import { sectionHeads } from '../instruments/section-queries.ts'
import { revisionRef } from '../shapes.ts'

const query = z.strictObject({
  from: code.optional(),
  to: code.optional(),
  kind: z.enum(pairKinds).optional(),
})

type Query = z.infer<typeof query>

/** Two revisions of an instrument, provision by provision. */
export function compareRoutes(site: Site): void {
  site.record({
    path: mandatePaths.compare,
    name: 'comparison',
    summary: 'Two revisions of an instrument: what was kept, renumbered, changed, is new or was dropped.',
    query,
    read: (visit, _parameters, asked) => read(visit, asked),
    shape: comparePageShape,
    page: comparePage,
    forms: {
      '.csv': {
        type: 'text/csv',
        write: (visit, { comparison }) => asCsv(visit, columns, comparison?.pairs ?? []),
      },
    },
  })
}

async function read(visit: Visit, { from, to, kind }: Query): Promise<ComparePageRecord> {
  const { db, language } = visit
  const held = await comparableRevisions(db)
  const ids = held.map(({ id }) => id)
  refuseUnknown([{ field: 'from', value: from, valid: ids }])
  const instrument = held.find(({ id }) => id === from)?.instrument
  const others = held.filter(
    (one) => (instrument === undefined || one.instrument === instrument) && one.id !== from,
  )
  refuseUnknown([{ field: 'to', value: to, valid: others.map(({ id }) => id) }])

  const choices = held.map((one) => revisionRef(visit, one))
  if (from === undefined || to === undefined) return { language, choices, comparison: null }
  const [reader, heads, found] = await Promise.all([
    readerOf(visit),
    sectionHeads(db, [from, to]),
    revisionComparison(db, from, to, language),
  ])
  if (found === null) return { language, choices, comparison: null }
  const comparison = comparisonRecord(reader, heads, found)
  const pairs = comparison.pairs.filter((pair) => kind === undefined || pair.kind.code === kind)
  return { language, choices, comparison: { ...comparison, pairs } }
}

const columns: Column<PairRecord>[] = [
  { name: 'kind', value: ({ kind }) => kind.code },
  { name: 'kind_label', value: ({ kind }) => kind.label },
  { name: 'before', value: ({ before }) => before?.address },
  { name: 'before_name', value: ({ before }) => before?.name },
  { name: 'after', value: ({ after }) => after?.address },
  { name: 'after_name', value: ({ after }) => after?.name },
  { name: 'renumbered', value: ({ renumbered }) => renumbered },
  { name: 'score', value: ({ score }) => score },
  { name: 'text_before', value: ({ before }) => before?.text },
  { name: 'text_after', value: ({ after }) => after?.text },
  { name: 'also_like', value: ({ alsoLike }) => alsoLike.map(({ address }) => address).join('; ') },
]
