import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { roles, type Role } from '#platform/access/actor.ts'
import { languageCodes } from '#platform/languages.ts'
import { testSite, type TestSite } from '../../../../test/test-site.ts'
import { modules } from '../../../modules.ts'
import type { RightRow } from './rights-shape.ts'

let site: TestSite

describe('the page of the rights', () => {
  before(async () => {
    site = await testSite()
  })

  test('tells every cell of every table: noun, action, state and role', async () => {
    const { rows } = (await site.json('/en/rights.json')) as { rows: RightRow[] }
    const told = rows.flatMap(({ noun, action, state, may }) =>
      roles.map((role) => [noun.code, action.code, state.code, role, may[role]].join(' ')),
    )
    const declared = modules.flatMap(({ rights = [] }) =>
      rights.flatMap(({ noun, states, actions }) =>
        Object.entries(actions).flatMap(([action, right]) =>
          states.flatMap((state) =>
            roles.map((role: Role) => {
              const isOpen = right.in === undefined || right.in.includes(state)
              return [noun, action, state, role, isOpen ? (right.by[role] ?? 'no') : 'no'].join(' ')
            }),
          ),
        ),
      ),
    )
    assert.deepEqual(told, declared)
  })

  test('can be read in six languages, and taken away as a table', async () => {
    for (const code of languageCodes)
      for (const path of ['/rights', '/rights.json', '/rights.csv', '/workflows', '/workflows.csv'])
        assert.equal((await site.get(`/${code}${path}`)).status, 200, `/${code}${path}`)
  })

  test('says in one sentence who may, when, and what stands against it', async () => {
    const { rows } = (await site.json('/en/rights.json')) as { rows: RightRow[] }
    const verify = rows.find(({ noun, action }) => noun.code === 'evidence' && action.code === 'verify')
    assert.equal(
      verify?.sentence,
      'May be done by: verifier (for what their role covers) or secretariat officer. Only while the record is: documented. ' +
        'Never by who keeps the record or stands for it: nobody judges their own work.',
    )
  })
})
