import type { Db } from '#platform/database/tables.ts'
import type { Translated } from '#platform/languages.ts'
import { whileUnchanged } from '#platform/while-unchanged.ts'
import { dayOf } from '#platform/ui/format.ts'
import type { Counted } from '../freezing/edition.ts'
import type { Report } from '../report.ts'
import { factsAt, type Facts } from './fact-queries.ts'
import type { ListedRow } from './listed.ts'
import { listedRows } from './listed-queries.ts'
import { namesIn, valueNames } from './label-queries.ts'
import type { Part, PartQuery, SourceName } from './part.ts'
import { matching, resultOf, shownIn, type Fact, type Result } from './result.ts'

/** A live part with its answer, what the values in it are called, and the records behind it. */
export type AnsweredPart = {
  key: string
  section: string
  query: PartQuery
  result: Result
  labels: Record<string, Translated>
  /** Of lists: the records as they are called. */
  listed: ListedRow[]
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
  const counted: Pick<AnsweredPart, 'key' | 'section' | 'query' | 'result' | 'counted'>[] = []
  const listed = new Map<SourceName, Map<string, Fact>>()
  for (const { key, section, query } of asked) {
    const found = matching(query, await facts(query.source), period)
    const { result, entries } = await withEvidence(query, resultOf(query, found), facts)
    const records = [...found, ...entries].map((fact) => countedAs(query, fact))
    counted.push({ key, section, query, result, counted: records })
    if (result.listed.length > 0) putListed(listed, query, { found, result })
  }
  const rows = new Map<SourceName, Map<string, ListedRow>>()
  for (const [source, own] of listed) rows.set(source, await listedRows(db, source, [...own.values()], at))
  return counted.map((part) => {
    const own = rows.get(part.query.source)
    const shown = part.result.listed.flatMap((id) => own?.get(id) ?? [])
    return {
      ...part,
      listed: shown,
      labels: namesIn(names, part.query, { result: part.result, listed: shown }),
    }
  })
}

function countedAs({ by, across }: PartQuery, { id, revision, values }: Fact): Counted[number] {
  if (by === null) return [id, revision]
  const asked = across === null ? [by] : [by, across]
  return [id, revision, asked.map((one) => (values[one] ?? []).toSorted().join(' ')).join('\t')]
}

/** A matrix says beside its links how many entries show them. */
const withEvidence = async (query: PartQuery, result: Result, facts: Facts) =>
  query.source === 'matrix' && query.view === 'table'
    ? shownIn(query, result, await facts('activities'))
    : { result, entries: [] }

function putListed(
  listed: Map<SourceName, Map<string, Fact>>,
  { source }: PartQuery,
  { found, result }: { found: readonly Fact[]; result: Result },
): void {
  const shown = new Set(result.listed)
  const own = listed.get(source) ?? new Map<string, Fact>()
  for (const fact of found) if (shown.has(fact.id)) own.set(fact.id, fact)
  listed.set(source, own)
}

/** Whose records a question counts: a matrix counts the entries that show its links too. */
export const sourcesOf = ({ source, view }: PartQuery): SourceName[] =>
  source === 'matrix' && view === 'table' ? ['matrix', 'activities'] : [source]

/** What everybody can know now, read again when anything has changed. */
export const factsNow =
  (db: Db, now: Date): Facts =>
  (source) =>
    whileUnchanged<readonly Fact[]>(db, `report facts ${source} ${dayOf(now)}`, () =>
      factsAt(db, now)(source),
    )
