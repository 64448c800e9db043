import { planPaths, returnedReport } from '#modules/plans/index.ts'
import type { GrantedRole } from '#platform/access/actor.ts'
import type { Tx } from '#platform/database/tables.ts'
import { dayOf } from '#platform/ui/format.ts'
import { mandateFollows } from './follow-mandates.ts'
import { planFollows } from './follow-plans.ts'
import { reportFollows } from './follow-reports.ts'
import type { Follow, Line } from './line.ts'
import type { Told } from './notice.ts'
import { organizationNamed, personOfRole } from './account-queries.ts'
import { peopleWith } from './people-queries.ts'

/** Which acts of the history are told, and to whom. What is told at once by the act itself (sign-in, a decision) is not here. */
export const follows: Record<string, Follow> = {
  ...mandateFollows,
  ...planFollows,
  ...reportFollows,
  'accounts.ask-claim': async (tx, line) => {
    const organization = await organizationNamed(tx, String(line.facts['organization']))
    if (organization === null) return []
    const deciders = await peopleWith(
      tx,
      ['focal-point', 'secretariat'],
      [`organization:${organization.id}`],
      dayOf(line.at),
    )
    return deciders.map((person) => ({
      person,
      kind: 'accounts.claims',
      words: 'notice.claim-asked',
      facts: { organization: { text: organization.name } },
      path: `/claims/${line.subject.id}`,
      once: `${line.seq} claim`,
    }))
  },
  'plans.send-back-report': async (tx, line) => {
    const report = await returnedReport(tx, line.subject.id)
    if (report === null) return []
    return [
      {
        person: report.author,
        kind: 'plans.reports',
        words: 'notice.plan-returned',
        facts: { plan: { text: report.title } },
        path: planPaths.report(line.subject.id),
        once: `${line.seq} report`,
      },
    ]
  },
  'accounts.grant-role': (tx, line) => ofRole(tx, line, 'notice.role-granted'),
  'accounts.end-role': (tx, line) => ofRole(tx, line, 'notice.role-ended'),
}

async function ofRole(
  tx: Tx,
  line: Line,
  words: 'notice.role-granted' | 'notice.role-ended',
): Promise<Told[]> {
  const person = await personOfRole(tx, line.subject.id)
  const role = String(line.facts['role']) as GrantedRole
  if (person === null) return []
  const facts = { role: { words: `role.${role}` as const } }
  return [{ person, kind: 'accounts.roles', words, facts, path: '/account', once: `${line.seq} role` }]
}
