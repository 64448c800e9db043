import type { Db } from '#platform/database/tables.ts'
import type { Translated } from '#platform/languages.ts'
import { whileUnchanged } from '#platform/while-unchanged.ts'
import { dayOf } from '#platform/ui/format.ts'
import type { Counted } from '../freezing/edition.ts'
import type { Report } from '../report.ts'
import { factsAt, type Facts } from './fact-queries.ts'
import { namesIn, valueNames } from './label-queries.ts'
import type { Part, PartQuery } from './part.ts'
import { matching, resultOf, type Fact, type Result } from './result.ts'

/** A live part with its answer, what the values in it are called, and the records behind it. */
export type AnsweredPart = {
  key: string
  section: string
  query: PartQuery
  result: Result
  labels: Record<string, Translated>
  counted: Counted
}

type Moment = { at: Date; report: Pick<Report, 'startsOn' | 'endsOn'>; facts?: Facts }

/** Answers live parts from the records that stand at a moment; each source is read once for all of them. */
export async function answeredParts(
  db: Db,
  asked: readonly Omit<Part, 'place'>[],
  { at, report, facts = factsAt(db, at) }: Moment,
): Promise<AnsweredPart[]> {
  if (asked.length === 0) return []
  const names = await valueNames(db, at)
  const period = { from: report.startsOn, to: report.endsOn }
  const answered: AnsweredPart[] = []
  for (const { key, section, query } of asked) {
    const found = matching(query, await facts(query.source), period)
    const result = resultOf(query, found)
    const counted = found.map(({ id, revision }): Counted[number] => [id, revision])
    answered.push({ key, section, query, result, labels: namesIn(names, query, result), counted })
  }
  return answered
}

/** What everybody can know now, read again when anything has changed. */
export const factsNow =
  (db: Db, now: Date): Facts =>
  (source) =>
    whileUnchanged<readonly Fact[]>(db, `report facts ${source} ${dayOf(now)}`, () =>
      factsAt(db, now)(source),
    )
