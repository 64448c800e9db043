import assert from 'node:assert/strict'
import fs from 'node:fs'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { roles } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { readCatalogues } from '#platform/messages.ts'
import { paper, workflowsPaper } from '../scripts/workflows.ts'
import { modules } from '../src/modules.ts'
import { messageFolders } from '../src/site.ts'
import { testDatabase } from './test-database.ts'

const allRights = modules.flatMap(({ rights = [] }) => rights)
const workflows = modules.flatMap(({ workflows: all = [] }) => all)
const { en } = readCatalogues(messageFolders())

describe('the rights tables and the workflows', () => {
  test('name each noun once', () => {
    const nouns = allRights.map(({ noun }) => noun)
    assert.deepEqual([...new Set(nouns)], nouns)
    const going = workflows.map(({ noun }) => noun)
    assert.deepEqual([...new Set(going)], going)
  })

  test('have words for every noun, state, action and role', () => {
    const keys = [
      ...roles.map((role) => `role.${role}`),
      ...[...allRights, ...workflows].flatMap(({ noun, states }) => [
        `noun.${noun}`,
        ...states.map((state) => `state.${noun}.${state}`),
      ]),
      ...allRights.flatMap(({ noun, actions }) =>
        Object.keys(actions).map((action) => `action.${noun}.${action}`),
      ),
      ...workflows.flatMap(({ noun, steps }) => Object.keys(steps).map((step) => `action.${noun}.${step}`)),
    ]
    assert.deepEqual(
      [...new Set(keys)].filter((key) => !(key in en)),
      [],
    )
  })

  test('speak of states that they have', () => {
    const faults = [
      ...workflows.flatMap(({ noun, states, start, ends, steps }) =>
        [start, ...ends, ...Object.values(steps).flatMap(({ from, to }) => [...from, to])]
          .filter((state) => !states.includes(state))
          .map((state) => `${noun}: ${state}`),
      ),
      ...allRights.flatMap(({ noun, states, actions }) =>
        Object.values(actions)
          .flatMap((right) => right.in ?? [])
          .filter((state) => !states.includes(state))
          .map((state) => `${noun}: ${state}`),
      ),
    ]
    assert.deepEqual(faults, [])
  })

  test('let every step be taken in the states from which it leads, and nowhere end but at the ends', () => {
    const faults = workflows.flatMap(({ noun, states, ends, steps }) => {
      const rights = allRights.find((one) => one.noun === noun)
      const otherStates = Object.entries(steps).flatMap(([step, { from }]) => {
        const right = rights?.actions[step]
        // A noun may be in states of its rights that lie over those of its workflow: evidence that is contested.
        const open = (right?.in ?? rights?.states ?? []).filter((state) => states.includes(state))
        return right && open.toSorted().join() !== [...from].sort().join()
          ? [`${noun}.${step} can be done in other states than it leads from`]
          : []
      })
      const left = new Set(Object.values(steps).flatMap(({ from }) => from))
      const wrongEnds = states
        .filter((state) => left.has(state) === ends.includes(state))
        .map((state) => `${noun}: ${state}`)
      return [...otherStates, ...wrongEnds]
    })
    assert.deepEqual(faults, [])
  })

  test('are drawn in docs/workflows.md as they are (npm run workflows)', () => {
    assert.equal(fs.readFileSync(paper, 'utf8'), `${workflowsPaper()}\n`)
  })
})

describe('the constraints of the database', () => {
  let db: Db

  before(async () => {
    db = await testDatabase()
  })

  test('name exactly the states of each workflow', async () => {
    const found = await sql<{ constraint: string; definition: string }>`
      select conname as constraint, pg_get_constraintdef(oid) as definition from pg_constraint
      where contype = 'c' and connamespace = 'public'::regnamespace`.execute(db)
    const definitions = new Map(found.rows.map((row) => [row.constraint, row.definition]))
    const faults = workflows.flatMap(({ noun, states, stored }) => {
      if (stored === null) return []
      const definition = definitions.get(stored ?? `${noun.replaceAll('-', '_')}s_state`)
      if (definition === undefined) return [`${noun}: no constraint ${stored ?? `${noun}s_state`}`]
      const named = [...definition.matchAll(/'([^']+)'::text/g)].map(([, state = '']) => state)
      return named.toSorted().join() === [...states].sort().join() ? [] : [`${noun}: ${named.join(', ')}`]
    })
    assert.deepEqual(faults, [])
  })
})
