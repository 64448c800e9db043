import { readerOf } from '#modules/mandates/index.ts'
import { inLanguage } from '#platform/languages.ts'
import type { Visit } from '#platform/web/visit.ts'
import { bodyRef } from '../names.ts'
import { answeredParts, factsNow, sourcesOf } from '../parts/answer-queries.ts'
import { listedNames } from '../parts/listed-queries.ts'
import { partRecord } from '../parts/part-shape.ts'
import { stoodIn } from '../parts/part-words.ts'
import { reportRead } from '../report-queries.ts'
import { partsOf } from '../sections/section-queries.ts'
import { countedThen, editionOf } from './edition-queries.ts'
import type { ComparedPart } from './compared-shape.ts'
import { differenceOf, type Became } from './difference.ts'

const mostShown = 500

/** A live part with the records behind it, then and now. */
export async function comparedPart(visit: Visit, id: string, key: string): Promise<ComparedPart | null> {
  const { db, actor, language, now: at } = visit
  const found = await reportRead(db, actor, id, language)
  if (found === null) return null
  const { report, words } = found
  const asked = (await partsOf(db, id)).find((part) => part.key === key)
  const edition = await editionOf(db, id)
  const frozen = edition?.content.sections.flatMap(({ parts }) => parts).find((part) => part.key === key)
  const query = frozen?.query ?? asked?.query
  if (query === undefined) return null
  const facts = factsNow(db, at)
  const [present] = await answeredParts(db, [{ key, section: '', query }], { at, report, facts })
  if (present === undefined) return null
  const then = frozen === undefined ? present.counted : await countedThen(db, id, key)
  const sources = sourcesOf(query)
  const all = new Set<string>()
  for (const source of sources) for (const fact of await facts(source)) all.add(fact.id)
  const changes = differenceOf(then, present.counted, (one) => all.has(one))
  const shown = then.slice(0, mostShown)
  const ids = [
    ...shown.map(([one]) => one),
    ...changes.slice(0, mostShown).map((one) => one.id),
    ...present.result.listed,
  ]
  const listed = await listedNames(
    visit,
    [...new Set(ids)].flatMap((one) => sources.map((source) => ({ source, id: one }))),
  )
  const kept = new Map(
    (frozen?.listed ?? []).map(({ id: one, title }) => [one, inLanguage(title, language)?.text]),
  )
  const nameOf = (one: string) => {
    const { title, path } = listed.get(one) ?? { title: kept.get(one) ?? one, path: null }
    return { title, path }
  }
  const worded = (stood: string) => stoodIn(visit, { ...present.labels, ...frozen?.labels }, query, stood)
  const period = { from: report.startsOn, to: report.endsOn }
  const names = await readerOf(visit)
  return {
    report: {
      ...{ id, title: words.title?.text ?? id, symbol: report.symbol, version: report.version },
      lead: bodyRef(names, report.lead).name?.text ?? report.lead,
      digest: edition?.digest ?? null,
    },
    frozenOn: edition?.content.frozenAt.slice(0, 10) ?? null,
    part: partRecord(visit, frozen ?? present, { period, listed, goals: names.goals }),
    now: present.result.total,
    behind: then.length,
    records: shown.map(([one, revision]) => ({ id: one, revision, ...nameOf(one) })),
    changes: changes.slice(0, mostShown).map(({ id: one, became, moved }) => ({
      ...{ id: one, became, ...nameOf(one) },
      ...(moved === undefined ? {} : { moved: { from: worded(moved.from), to: worded(moved.to) } }),
    })),
    became: countsOf(changes),
  }
}

const countsOf = (changes: readonly { became: Became }[]): ComparedPart['became'] => {
  const counts = { gone: 0, other: 0, new: 0, moved: 0, edited: 0 }
  for (const { became } of changes) counts[became] += 1
  return counts
}
