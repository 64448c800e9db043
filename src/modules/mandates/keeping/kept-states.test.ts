import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { registerDatabase } from '../../../../test/register-database.ts'
import { occurrencePhase, occurrenceState } from '../duties/duty-row-queries.ts'
import { dutyList } from '../duties/duty-queries.ts'
import type { OccurrenceState } from '../duties/duty.ts'
import type { Look } from '../duties/look.ts'
import { dutyState, phaseOf, stateOf, type Phase } from '../occurrences/occurrence.ts'

const duty = 'wtsa-75-hammamet-2016/instructs-director-tsb/6#1'
const day = (text: string) => new Date(`${text}T12:00:00Z`)
let db: Db

/** One due date for each way in which people can have spoken of it. */
const said = {
  '2018': { evidence: ['documented'] },
  '2019': { evidence: ['reported'] },
  '2020': { evidence: ['verified'], considered: true },
  '2021': { evidence: ['documented contested'], considered: true },
  '2022': { evidence: ['withdrawn'], report: true },
  '2023': { evidence: ['documented hidden'], considered: true },
  '2024': { considered: true },
  '2025': { report: true },
  '2026': { report: true },
} as Record<string, { evidence?: string[]; report?: boolean; considered?: boolean }>

describe('what the database says of due dates is what the rules say', () => {
  before(async () => {
    db = await registerDatabase()
    await db
      .insertInto('duty_owners')
      .values({
        duty,
        kind: 'body',
        owner: 'itu-tsb',
        on_behalf_of: null,
        taken_at: day('2018-06-01'),
        taken_by: 'x',
        given_back_at: day('2024-12-31'),
        given_back_by: 'x',
      })
      .execute()
    for (const [occurrence, { evidence = [], report, considered }] of Object.entries(said)) {
      for (const one of evidence) await addEvidence(occurrence, one)
      if (report) await addReport(occurrence)
      if (considered) await addConsideration(occurrence)
    }
  })

  for (const levels of [['public'], ['public', 'secretariat']] as const) {
    test(`for those who see ${levels.join(' and ')}`, async () => {
      for (const today of ['2018-01-01', '2024-12-31', '2026-11-21', '2027-01-01']) {
        const look: Look = { today, levels }
        const found = await sql<{ year: number; state: OccurrenceState; phase: Phase }>`
          select o.year, o.starts, o.ends, ${occurrenceState(look)} as state, ${occurrencePhase(look)} as phase
          from occurrences o join duties d on d.id = o.duty where o.duty = ${duty} and o.year < 2029 order by o.year`.execute(
          db,
        )
        const expected = found.rows.map(({ year }) => {
          const date = { year, starts: null, ends: null }
          return { year, phase: phaseOf(date, today), state: stateOf(date, today, knownOf(year, levels)) }
        })
        assert.deepEqual(
          found.rows.map(({ year, phase, state }) => ({ year, phase, state })),
          expected,
          today,
        )
        const { rows } = await dutyList(db, { revision: 'wtsa-75-hammamet-2016' }, look, { limit: 200 })
        const shown = expected.filter(({ year }) => year <= Number(today.slice(0, 4)) + 1)
        assert.equal(rows.find(({ id }) => id === duty)?.state, dutyState('annual', shown), today)
      }
    })
  }
})

function knownOf(year: number, levels: readonly string[]) {
  const { evidence = [], report = false, considered = false } = said[String(year)] ?? {}
  return {
    // Given back on the last day of 2024: not answered for any more when that year's date fell due.
    isAnswered: year >= 2018 && year <= 2023,
    isUnderWay: report,
    hasEvidence: evidence.some(
      (one) =>
        /^(?:documented|verified)/.test(one) &&
        !one.includes('contested') &&
        (!one.includes('hidden') || levels.includes('secretariat')),
    ),
    isConsidered: considered,
  }
}

async function addEvidence(occurrence: string, how: string) {
  const [state = 'documented'] = how.split(' ')
  const verified = state === 'verified' ? { verified_at: day('2026-01-01'), verified_by: 'y' } : {}
  const { id } = await db
    .insertInto('evidence')
    .values({
      duty,
      kind: 'record',
      record_kind: 'duty',
      record_id: duty,
      shows: JSON.stringify({ en: 'x' }),
      original_language: 'en',
      happened_on: `${occurrence}-05-05`,
      state: state as 'documented',
      contested: how.includes('contested'),
      visibility: how.includes('hidden') ? 'secretariat' : 'public',
      revision: 1,
      linked_by: 'x',
      linked_for: null,
      url: null,
      title: null,
      seen_on: null,
      checksum: null,
      file_name: null,
      linked_at: day('2026-01-01'),
      changed_at: day('2026-01-01'),
      ...verified,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('evidence_occurrences').values({ evidence: id, duty, occurrence }).execute()
}

const addReport = (occurrence: string) =>
  db
    .insertInto('duty_reports')
    .values({
      duty,
      occurrence,
      body: JSON.stringify({ en: 'x' }),
      original_language: 'en',
      reported_by: 'x',
      reported_for: null,
      reported_at: day('2026-01-01'),
    })
    .execute()

const addConsideration = (occurrence: string) =>
  db
    .insertInto('considerations')
    .values({
      duty,
      occurrence,
      revision: 1,
      body: 'itu-council',
      considered_on: '2026-06-01',
      source: 'C26/1',
      source_url: null,
      recorded_by: 'x',
      recorded_for: null,
      recorded_at: day('2026-06-02'),
    })
    .execute()
