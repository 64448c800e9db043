import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sql, type KyselyPlugin } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { registerDatabase } from '../../../test/register-database.ts'
import {
  bodyList,
  dutyFacets,
  dutyList,
  instrumentList,
  occurrenceList,
  overview,
  asLook,
  UnreadableCursor,
  type DutyFilters,
  type OccurrenceState,
  type PageOf,
} from './index.ts'
import { occurrenceCertainty, occurrenceState } from './duties/duty-row-queries.ts'
import { dutyState, standsIn, stateOf, type Phase } from './occurrences/occurrence.ts'

const now = new Date('2026-11-21T12:00:00Z')
let db: Db

/** How many questions the database is asked. */
async function questions(ask: (counting: Db) => Promise<unknown>): Promise<number> {
  let count = 0
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => {
      count += 1
      return node
    },
    transformResult: async ({ result }) => result,
  }
  await ask(db.withPlugin(counter))
  return count
}

async function pages(list: (page: PageOf) => Promise<{ rows: { id: string }[]; next: string | null }>) {
  const seen: string[] = []
  for (let after: string | null = null; ;) {
    const page = await list({ after, limit: 7 })
    seen.push(...page.rows.map(({ id }) => id))
    if (page.next === null) return seen
    after = page.next
  }
}

describe('the lists', () => {
  before(async () => {
    db = await registerDatabase()
  })

  test('ask the same number of questions for one row and for three', async () => {
    const lists: Record<string, (db: Db, limit: number) => Promise<unknown>> = {
      duties: (on, limit) => dutyList(on, {}, now, { limit }),
      occurrences: (on, limit) => occurrenceList(on, {}, now, { limit }),
      bodies: (on, limit) => bodyList(on, {}, { limit }),
      instruments: (on, limit) => instrumentList(on, {}, { limit }),
    }
    for (const [name, list] of Object.entries(lists)) {
      const [one, three] = [await questions((on) => list(on, 1)), await questions((on) => list(on, 3))]
      assert.equal(one, three, name)
      assert.equal(one <= 3, true, name)
    }
  })

  test('go on where they stopped: every row once, in the same order', async () => {
    const whole = await dutyList(db, {}, now, { limit: 200 })
    assert.deepEqual(
      await pages((page) => dutyList(db, {}, now, page)),
      whole.rows.map(({ id }) => id),
    )
    assert.equal(whole.total, 77)
    const dates = await occurrenceList(db, {}, now, { limit: 200 })
    assert.deepEqual(
      await pages((page) => occurrenceList(db, {}, now, page)),
      dates.rows.map(({ id }) => id),
    )
    const bodies = await bodyList(db, {}, { limit: 200 })
    assert.deepEqual(
      await pages((page) => bodyList(db, {}, page)),
      bodies.rows.map(({ id }) => id),
    )
    const instruments = await instrumentList(db, {}, { limit: 200 })
    assert.deepEqual(
      await pages((page) => instrumentList(db, {}, page)),
      instruments.rows.map(({ id }) => id),
    )
  })

  test('refuse a cursor that they did not make', async () => {
    for (const after of [
      'x',
      'bnVsbA',
      Buffer.from('[1]').toString('base64url'),
      Buffer.from('[{}]').toString('base64url'),
    ]) {
      await assert.rejects(dutyList(db, {}, now, { after }), UnreadableCursor)
    }
  })

  test('are never longer than two hundred', async () => {
    assert.equal((await instrumentList(db, {}, { limit: 100_000 })).rows.length <= 200, true)
  })

  test('count for each value of a filter what choosing it would give, whatever else is chosen', async () => {
    const chosen: DutyFilters[] = [
      {},
      { addressee: 'itu-sg' },
      { cadence: 'annual', addressee: 'itu-sg' },
      { state: 'due', year: 2026 },
    ]
    for (const filters of chosen) {
      const { facets } = await dutyList(db, filters, now, { limit: 1 })
      for (const name of dutyFacets) {
        for (const { value, count } of facets[name]) {
          const narrowed = { ...filters, [name]: name === 'year' ? Number(value) : value }
          const { total } = await dutyList(db, narrowed, now, { limit: 1 })
          assert.equal(total, count, `${JSON.stringify(filters)} ${name}=${value}`)
        }
      }
    }
  })

  test('the home page counts every duty once', async () => {
    const { duties, states, next } = await overview(db, now)
    assert.equal(
      Object.values(states).reduce((sum, count) => sum + count, 0),
      duties,
    )
    assert.deepEqual([...new Set(next.map(({ state }) => state))].sort(), ['due', 'upcoming'])
    assert.equal(
      next.every(({ certainty }) => certainty === 'presumed'),
      true,
    )
  })
})

describe('the rules that stand twice, in the program and in the database, agree', () => {
  const days = ['2018-01-01', '2018-11-16', '2022-09-26', '2022-10-15', '2026-11-21', '2027-12-31']

  before(async () => {
    db = await registerDatabase()
  })

  test('on the state and the certainty of every due date', async () => {
    for (const today of days) {
      const found = await sql<{
        year: number | null
        starts: string | null
        ends: string | null
        superseded: number | null
        state: string
        certainty: string
      }>`
        select o.year, o.starts::text as starts, o.ends::text as ends, c.superseded_in as superseded,
          ${occurrenceState(asLook(new Date(today)))} as state, ${occurrenceCertainty} as certainty
        from occurrences o join duties d on d.id = o.duty join revision_chains c on c.id = d.revision`.execute(
        db,
      )
      assert.notEqual(found.rows.length, 0)
      for (const row of found.rows) {
        assert.equal(row.state, stateOf(row, today), JSON.stringify(row))
        const superseded = row.superseded === null ? null : { year: row.superseded, successorImported: false }
        assert.equal(row.certainty, standsIn(row.year, superseded), JSON.stringify(row))
      }
    }
  })

  test('on the state of every duty', async () => {
    for (const today of days) {
      const { rows } = await dutyList(db, {}, new Date(`${today}T12:00:00Z`), { limit: 200 })
      for (const { id, state, occurrences, cadence } of rows) {
        const present = (Object.keys(occurrences) as (keyof typeof occurrences)[]).filter(
          (one) => occurrences[one] > 0,
        )
        // Without anything said of a duty, the clock alone tells where a day stands to its dates.
        const dates = present.map((one) => ({ phase: phases[one] ?? 'unknown', state: one }))
        assert.equal(state, dutyState(cadence.value, dates), `${id} on ${today}`)
      }
    }
  })
})

const phases: Partial<Record<OccurrenceState, Phase>> = {
  'no-information': 'past',
  due: 'running',
  upcoming: 'ahead',
}
