import { z } from 'zod'
import { saidShape } from '#platform/web/shapes.ts'
import { stoodShape, type StoodRecord } from './citation-shape.ts'

/** What has changed about a record since a report was frozen that cites it. */
const citationChanges = ['gone', 'edited', 'renamed', 'strength', 'age', 'state'] as const

type CitationChange = (typeof citationChanges)[number]

export const comparedCitationShape = z.object({
  report: z.object({ id: z.string(), title: z.string(), symbol: z.string().nullable() }),
  frozenOn: z.iso.date(),
  number: z.int(),
  address: z.string(),
  /** The page of the record, without language; null where nobody can read it now. */
  path: z.string().nullable(),
  /** Null for what was not public then, and for addresses of other sites. */
  before: stoodShape.nullable(),
  now: stoodShape.nullable(),
  changes: z.array(z.enum(citationChanges)),
  /** The sections that cite it. */
  places: z.array(z.object({ code: z.string(), name: saidShape })),
})

export type ComparedCitation = z.infer<typeof comparedCitationShape>

export function changesBetween(then: StoodRecord, now: StoodRecord | null): CitationChange[] {
  if (now === null) return ['gone']
  const differs = {
    gone: false,
    edited: then.revision !== null && then.revision !== now.revision,
    renamed: then.name?.text !== now.name?.text,
    strength: then.strength?.code !== now.strength?.code,
    age: then.age?.code !== now.age?.code,
    state: then.state !== now.state,
  } satisfies Record<CitationChange, boolean>
  return citationChanges.filter((change) => differs[change])
}
