import assert from 'node:assert/strict'
import { test } from 'node:test'
import { verifyHistory } from '#platform/history.ts'
import { registerDatabase } from '../../../../test/register-database.ts'
import { person } from '../../../../test/test-site.ts'
import { modules } from '../../../modules.ts'
import { addEvidence } from '../evidence/evidence-commands.ts'
import { takeDuty } from './owner-commands.ts'
import { eraseKeeper } from './personal-data-commands.ts'
import { keepingOfPerson } from './personal-data-queries.ts'

const at = new Date('2026-11-21T12:00:00Z')
const duty = 'wtsa-75-hammamet-2016/instructs-director-tsb/6#1'
const chen = person('chen', { role: 'secretariat', scope: null })
const key = { id: 'chen', email: 'chen@example.org' }

test('who leaves sees before what is held, answers for nothing after, and is named nowhere; what they showed stays', async () => {
  const db = await registerDatabase()
  await takeDuty(db, { actor: chen, at, duty, owner: 'me', named: true })
  await addEvidence(db, {
    actor: chen,
    at,
    duty,
    kind: 'record',
    record: { kind: 'body', id: 'itu-tsb' },
    url: null,
    title: null,
    seenOn: null,
    file: null,
    shows: 'It was sent.',
    happenedOn: '2026-10-01',
    visibility: 'public',
    occurrences: ['2026'],
    language: 'en',
    named: true,
  })
  const held = await keepingOfPerson(db, key)
  assert.deepEqual(
    held.map(({ holding, rows }) => [holding, rows.length]),
    [
      ['duties-kept', 1],
      ['duty-words', 0],
      ['evidence', 1],
      ['contests', 0],
    ],
  )

  await db.transaction().execute((tx) => eraseKeeper(tx, key, { actor: 'operator', at }))

  const owners = await db.selectFrom('duty_owners').select(['named', 'given_back_at']).execute()
  const evidence = await db.selectFrom('evidence').select(['named', 'state']).execute()
  assert.deepEqual(
    [owners, evidence],
    [[{ named: false, given_back_at: at }], [{ named: false, state: 'documented' }]],
  )
  const digests = Object.assign({}, ...modules.map((one) => one.digests ?? {}))
  assert.deepEqual((await verifyHistory(db, digests)).faults, [])
})
