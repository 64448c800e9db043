import { sql, type RawBuilder } from 'kysely'
import {
  ageOf,
  ageRules,
  dutiesWhere,
  evidenceRows,
  mandatePaths,
  namedRecords,
  type DutyRow,
  type RecordRef,
  type Strength,
} from '#modules/mandates/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { dayOf } from '#platform/ui/format.ts'
import type { FrozenCitation } from '../freezing/edition.ts'
import type { Facts } from '../parts/fact-queries.ts'
import { refKey, type Citation } from './citation.ts'

type Moment = { at: Date; facts: Facts }

/** What everybody may know at a moment of what is cited, by kind and id; a question for each kind that is cited. */
export async function citationsAt(
  db: Db,
  refs: readonly RecordRef[],
  { at, facts }: Moment,
): Promise<Map<string, Citation>> {
  const look = { today: dayOf(at), levels: ['public'] as const }
  const idsOf = (kind: string) => [...new Set(refs.flatMap((ref) => (ref.kind === kind ? ref.id : [])))]
  const names = await namedRecords(db, [...refs], look)
  const stood = await standingOf(db, idsOf, { at, facts })
  const named = [...names.values()].map((record): [string, Citation] => {
    const { kind, id, name, path } = record
    const none = { day: null, revision: null, strength: null, age: null, stood: null }
    return [refKey(record), { kind, id, ...(stood.get(refKey(record)) ?? none), title: name, path }]
  })
  const evidence = (await evidenceRows(db, idsOf('evidence'), look)).map((row): [string, Citation] => {
    const { id, strength, age, revision, happenedOn, shows } = row
    const kept = { kind: 'evidence', id, strength, age, revision, day: happenedOn, stood: null }
    return [`evidence ${id}`, { ...kept, title: shows, path: mandatePaths.evidenceOf(id) }]
  })
  return new Map([...named, ...evidence])
}

type Stood = Omit<FrozenCitation, 'kind' | 'id'>
type IdsOf = (kind: string) => string[]

async function standingOf(db: Db, idsOf: IdsOf, { at, facts }: Moment): Promise<Map<string, Stood>> {
  const rules = await ageRules(db)
  const aged = (day: string, cadence: DutyRow['cadence']['value'] = null) =>
    ageOf(day, dayOf(at), { rules, cadence, kind: 'record' })
  const found = new Map<string, Stood>()
  for (const [kind, { rows, strength }] of Object.entries(lastChanges)) {
    const ids = idsOf(kind)
    if (ids.length === 0) continue
    const read = await sql<{ id: string; day: string | null; revision: number | null }>`
      select id, day::text as day, revision from (${rows}) as changed where id = any(${ids}::text[])`.execute(
      db,
    )
    for (const { id, day, revision } of read.rows) {
      const age = day === null || strength === null ? null : aged(day)
      found.set(`${kind} ${id}`, { day, revision, strength, age, stood: null })
    }
  }
  for (const duty of await dutiesCited(db, idsOf('duty'), at)) {
    const { id, state, lastEvidence, cadence } = duty
    const day = lastEvidence?.happenedOn ?? null
    found.set(`duty ${id}`, {
      day,
      revision: null,
      strength: lastEvidence?.strength ?? null,
      age: day === null ? null : aged(day, cadence.value),
      stood: { dimension: 'state', value: state },
    })
  }
  const items = new Set(idsOf('plan-item'))
  for (const { id, values } of items.size === 0 ? [] : await facts('plans')) {
    const known = found.get(`plan-item ${id}`)
    const rating = values.rating?.[0]
    if (!items.has(id) || known === undefined || rating === undefined) continue
    const strength: Strength | null = rating === 'no-report' ? null : 'documented'
    const age = strength === null || known.day === null ? null : aged(known.day)
    found.set(`plan-item ${id}`, { ...known, strength, age, stood: { dimension: 'rating', value: rating } })
  }
  return found
}

const dutiesCited = async (db: Db, ids: string[], at: Date): Promise<DutyRow[]> =>
  ids.length === 0 ? [] : dutiesWhere(db, sql`d.id = any(${ids}::text[])`, at)

/**
 * When records of each kind were last changed, or what they tell of happened; and how strong they are by themselves: what somebody
 * enters about their own work is reported, what somebody else has accepted or cleared is documented.
 */
const lastChanges: Record<string, { rows: RawBuilder<unknown>; strength: Strength | null }> = {
  activity: {
    rows: sql`select id, published_revision as revision,
      (greatest(changed_at, confirmed_at) at time zone 'UTC')::date as day from activities`,
    strength: 'reported',
  },
  revision: {
    rows: sql`select id, null::int as revision, adopted_on as day from revisions`,
    strength: null,
  },
  provision: {
    rows: sql`select p.revision || '/' || p.address as id, null::int as revision, r.adopted_on as day
      from provisions p join revisions r on r.id = p.revision`,
    strength: null,
  },
  plan: {
    rows: sql`select id, revision, (updated_at at time zone 'UTC')::date as day from plans`,
    strength: null,
  },
  'plan-item': {
    rows: sql`select id, revision, (updated_at at time zone 'UTC')::date as day from plan_items`,
    strength: null,
  },
  'plan-report': {
    rows: sql`select id, revision, (reviewed_at at time zone 'UTC')::date as day from plan_reports`,
    strength: 'documented',
  },
  'plan-indicator': {
    rows: sql`select n.id, n.revision,
      (select max(a.measured_on) from plan_actuals a where a.indicator = n.id) as day from plan_indicators n`,
    strength: 'reported',
  },
  'matrix-link': {
    rows: sql`select id, revision, (agreed_at at time zone 'UTC')::date as day from matrix_links`,
    strength: null,
  },
  report: {
    rows: sql`select id, version as revision, (frozen_at at time zone 'UTC')::date as day from reports`,
    strength: 'documented',
  },
}
