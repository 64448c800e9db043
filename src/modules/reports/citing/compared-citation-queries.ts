import { z } from 'zod'
import { named, saidShape } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { editionOf } from '../freezing/edition-queries.ts'
import type { EditionContent } from '../freezing/edition.ts'
import { factsNow } from '../parts/answer-queries.ts'
import { reportRead } from '../report-queries.ts'
import { citationsAt } from './citation-queries.ts'
import { addressesIn, citedAddresses, citedRef, refKey } from './citation.ts'
import type { Told } from './cited-title.ts'
import { toldIn } from './told-queries.ts'
import { stoodRecord, stoodShape, type StoodRecord } from './citation-shape.ts'

/** What has changed about a record since a report was frozen that cites it. */
export const citationChanges = ['gone', 'edited', 'renamed', 'strength', 'age', 'state'] as const

export type CitationChange = (typeof citationChanges)[number]

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

/** What a claim of a frozen report rests on, then and now. */
export async function comparedCitation(
  visit: Visit,
  id: string,
  number: number,
): Promise<ComparedCitation | null> {
  const { db, actor, language, now: at } = visit
  const found = await reportRead(db, actor, id, language)
  const edition = found && (await editionOf(db, id))
  const address = edition && citedAddresses(edition.content)[number - 1]
  if (found === null || !edition || !address) return null
  const { content } = edition
  const ref = citedRef(address)
  const told = await toldIn(visit, ref === null ? [] : [ref])
  const then = frozenStood(visit, content, { address, told })
  const known = ref && (await citationsAt(db, [ref], { at, facts: factsNow(db, at) })).get(refKey(ref))
  const present = known ? stoodRecord(visit, known, told) : null
  return {
    report: { id, title: found.words.title?.text ?? id, symbol: found.report.symbol },
    frozenOn: content.frozenAt.slice(0, 10),
    number,
    address,
    path: known ? known.path : null,
    before: then,
    now: present,
    changes: then === null ? [] : changesBetween(then, present),
    places: content.sections
      .filter(({ text }) => addressesIn(text).includes(address))
      .map(({ code, name }) => ({ code, name: named(visit, name, code) })),
  }
}

function frozenStood(
  visit: Visit,
  { sections }: EditionContent,
  { address, told }: { address: string; told: Told },
): StoodRecord | null {
  for (const { cited, citations } of sections) {
    const title = cited[address]
    const ref = citedRef(address)
    if (title === undefined || ref === null) continue
    // Format 1 kept what it was called, and no more.
    const none = { ...ref, day: null, revision: null, strength: null, age: null, stood: null }
    return stoodRecord(visit, { ...(citations?.[address] ?? none), title }, told)
  }
  return null
}

function changesBetween(then: StoodRecord, now: StoodRecord | null): CitationChange[] {
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
