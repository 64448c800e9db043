import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { grantRole } from '#modules/accounts/index.ts'
import { sendReportBack, submitReport } from '#modules/plans/progress/report-commands.ts'
import { operator } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { insertPeople } from '../../../test/accounts-samples.ts'
import { acceptedReport, draftReport, runningPlan } from '../../../test/progress-samples.ts'
import { registerDatabase, testMoment as at } from '../../../test/register-database.ts'
import { person } from '../../../test/test-site.ts'
import { followHistory } from './history-commands.ts'
import { noticesOf } from './notice-queries.ts'
import { remindOfReports } from './plan-reminder-commands.ts'

const later = (days: number) => new Date(at.getTime() + days * 86_400_000)

describe('who leads a plan', () => {
  let db: Db

  before(async () => {
    db = await registerDatabase()
    await insertPeople(db, ['lead', 'other'])
    const role = 'facilitator'
    await grantRole(db, { actor: operator, at, person: 'lead', role, scope: 'action-line:C5' })
    await grantRole(db, { actor: operator, at, person: 'other', role, scope: 'action-line:C1' })
  })

  test('is reminded once of reports that are due soon and of those that are missing, until they are sent', async () => {
    const { first, second, october, early } = await runningPlan(db)
    const told = async () =>
      (await noticesOf(db, 'lead', {})).rows
        .filter(({ kind }) => kind === 'plans.reports')
        .map(({ words, facts }) => [words, facts['count'] ?? 'one'].join(' '))
        .toSorted()
    const reminded = [await remindOfReports(db, at), await remindOfReports(db, at)]
    assert.deepEqual(reminded, [2, 0])
    assert.deepEqual(await told(), ['notice.plan-due 2', 'notice.plan-past 2'])

    await acceptedReport(db, { item: first, period: early, rating: 'at-risk', at })
    await remindOfReports(db, later(8))
    await acceptedReport(db, { item: second, period: early, at: later(8) })
    assert.equal(await remindOfReports(db, later(10)), 0)
    assert.deepEqual(await told(), ['notice.plan-due 1', 'notice.plan-due 2', 'notice.plan-past 2'])
    assert.deepEqual((await noticesOf(db, 'other', {})).rows, [])

    await followHistory(db, later(10))
    const lead = person('lead', { role: 'facilitator', scope: 'action-line:C5' })
    const { id } = await draftReport(db, { actor: lead, item: first, period: october, at })
    const by = { actor: operator, at, id, revision: undefined }
    await submitReport(db, { ...by, actor: lead })
    await sendReportBack(db, { ...by, reason: 'Which lamps?' })
    await followHistory(db, later(10))
    assert.equal((await told())[3], 'notice.plan-returned one')
  })
})
