import { named } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { editionOf } from '../freezing/edition-queries.ts'
import type { EditionContent } from '../freezing/edition.ts'
import { factsNow } from '../parts/answer-queries.ts'
import { reportRead } from '../report-queries.ts'
import { citationsAt } from './citation-queries.ts'
import { addressesIn, citedAddresses, citedRef, refKey } from './citation.ts'
import type { Told } from './cited-title.ts'
import { toldIn } from './told-queries.ts'
import { stoodRecord, type StoodRecord } from './citation-shape.ts'
import { changesBetween, type ComparedCitation } from './compared-citation-shape.ts'

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
