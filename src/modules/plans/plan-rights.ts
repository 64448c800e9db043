import { scopesOf, type Actor } from '#platform/access/actor.ts'
import { defineRights } from '#platform/access/rights.ts'
import { from } from '#platform/access/workflow.ts'
import { openPlanStates, planStates, runningPlanStates } from './plan.ts'
import { planWorkflow as flow } from './plan-workflow.ts'

const office = { secretariat: 'any', administrator: 'any' } as const
/** Facilitators of the line or the body, focal points of the Bureau that leads. */
const keepers = { facilitator: 'own', 'focal-point': 'own', ...office } as const

/** Those who lead a plan write it and report on it; the secretariat takes it through the bodies that it is presented to. */
export const planRights = defineRights({
  noun: 'plan',
  states: planStates,
  actions: {
    make: { by: keepers, in: ['draft'] },
    /** Its words and items, before it is presented. */
    edit: { by: keepers, in: openPlanStates },
    /** Dates of items, splitting and dropping them, while it is carried out; each with a reason. */
    adjust: { by: keepers, in: runningPlanStates },
    /** Links to records that show what is done. */
    link: { by: keepers, in: [...openPlanStates, ...runningPlanStates] },
    /** Starts the plan that will follow it. */
    continue: { by: keepers, in: ['presented', ...runningPlanStates] },
    /** What everybody who is signed in says of it while it is open for comments. */
    comment: { by: { person: 'any' }, in: ['consultation'] },
    /** What becomes of each comment, with a reply. */
    dispose: { by: keepers, in: ['consultation', 'coordinated'] },
    consult: { by: keepers, in: from(flow, 'consult') },
    coordinate: { by: office, in: from(flow, 'coordinate') },
    present: { by: { facilitator: 'own', ...office }, in: from(flow, 'present') },
    'send-back': { by: office, in: from(flow, 'send-back') },
    note: { by: office, in: from(flow, 'note') },
    'put-in-force': { by: office, in: from(flow, 'put-in-force') },
    supersede: { by: office, in: from(flow, 'supersede') },
    discard: { by: keepers, in: from(flow, 'discard') },
  },
})

/** Action lines and bodies for which somebody writes plans. */
export function ledBy(actor: Actor): { lines: string[]; bodies: string[] } {
  const scopes = [...scopesOf(actor, 'facilitator'), ...scopesOf(actor, 'focal-point')]
  const of = (kind: string) =>
    scopes.filter((scope) => scope.startsWith(`${kind}:`)).map((scope) => scope.slice(kind.length + 1))
  return { lines: of('action-line'), bodies: of('body') }
}
