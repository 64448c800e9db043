import { scopesOf, type Actor } from '#platform/access/actor.ts'
import { defineRights } from '#platform/access/rights.ts'
import { maySee } from '#platform/access/visibility.ts'
import { from } from '#platform/access/workflow.ts'
import { planThing, type Plan } from '../plan.ts'
import { reportStates } from './report.ts'
import { reportWorkflow as flow } from './report-workflow.ts'

const keepers = {
  facilitator: 'own',
  'focal-point': 'own',
  secretariat: 'any',
  administrator: 'any',
} as const

const reviewers = { verifier: 'own', secretariat: 'any' } as const

/** Those who lead a plan report on it; somebody else reviews what they say. */
export const reportRights = defineRights({
  noun: 'plan-report',
  states: reportStates,
  actions: {
    write: { by: keepers, in: ['draft', 'returned'] },
    submit: { by: keepers, in: from(flow, 'submit') },
    'send-back': { by: reviewers, in: from(flow, 'send-back'), notByOwner: true },
    accept: { by: reviewers, in: from(flow, 'accept'), notByOwner: true },
  },
})

/** Whether somebody reads reports before they are accepted: who leads the plan, who reviews, and the staff. */
export function isBetween(
  actor: Actor,
  plan: Pick<Plan, 'state' | 'actionLine' | 'lead' | 'facilitators'>,
): boolean {
  const within: readonly string[] = planThing(plan).within ?? []
  return (
    maySee(actor, 'secretariat') ||
    [...scopesOf(actor, 'facilitator'), ...scopesOf(actor, 'focal-point')].some((scope) =>
      within.includes(scope),
    )
  )
}
